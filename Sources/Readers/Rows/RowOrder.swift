import Spreadsheet

/// Looks over the bytes of a worksheet before it is parsed: most sheets store their rows in order
/// and can be handed out as they come; the others have to be gathered and sorted first.
///
/// False in doubt: false costs memory, never a wrong row. Comments and other elements of the same
/// names can only turn the answer to false.
struct RowOrder {
  private(set) var isAscending = true
  private var row = 0
  /// The beginning of a tag that the last piece cut.
  private var cutTag: [UInt8] = []

  /// No tag of a row or cell is longer.
  private static let longestTag = 1 << 20

  /// Whether every row comes after the one before, once, and every cell names the row it is in.
  ///
  /// - Throws: `PartFault` where the part is damaged.
  static func isAscending(_ content: PartContent) throws -> Bool {
    var order = RowOrder()
    switch content {
    case .whole(let document): order.look(over: document.bytes)
    case .stream(let stream):
      // To the end even where the answer is known: damage is to be found before a row is handed on.
      try stream.forEachPiece { piece, isLast in
        order.add(piece, isLast: isLast)
        return true
      }
    }
    return order.isAscending
  }

  private mutating func add(_ piece: [UInt8], isLast: Bool) {
    guard isAscending else { return }
    let bytes = cutTag.isEmpty ? piece : cutTag + piece
    let end =
      isLast ? bytes.count : bytes.lastIndex { $0 == UInt8(ascii: "<") } ?? bytes.count
    look(over: bytes[..<end])
    cutTag = Array(bytes[end...])
    if cutTag.count > Self.longestTag { isAscending = false }
  }

  private mutating func look(over slice: ArraySlice<UInt8>) {
    let bytes = slice.span
    var tags = TagScanner(position: 0)
    while isAscending, let tag = tags.next(in: bytes) {
      switch (tag, tags.number(in: bytes)) {
      case (.row, .absent): row += 1
      case (.row, .number(let number)):
        isAscending = number > row
        row = number
      case (.cell, .absent): continue
      case (.cell, .number(let number)): isAscending = number == row
      case (_, .unclear): isAscending = false
      }
    }
  }
}

/// Finds the tags of rows and cells.
private struct TagScanner {
  enum Tag { case row, cell }
  enum Number { case absent, number(Int), unclear }

  var position: Int

  /// Moves behind the name of the next start tag `row` or `c`, whatever its prefix.
  mutating func next(in bytes: Span<UInt8>) -> Tag? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      position += 1
      var name = position
      while position < bytes.count, !Self.endsName(bytes[position]) {
        if bytes[position] == UInt8(ascii: ":") { name = position + 1 }
        position += 1
      }
      let length = position - name
      if length == 1, bytes[name] == UInt8(ascii: "c") { return .cell }
      if length == 3, bytes[name] == UInt8(ascii: "r"), bytes[name + 1] == UInt8(ascii: "o"),
        bytes[name + 2] == UInt8(ascii: "w")
      {
        return .row
      }
    }
    return nil
  }

  /// The row number in the attribute `r` of the tag whose name was just passed.
  mutating func number(in bytes: Span<UInt8>) -> Number {
    while position < bytes.count {
      while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
      guard position < bytes.count, bytes[position] != UInt8(ascii: ">"),
        bytes[position] != UInt8(ascii: "/")
      else { return .absent }
      let name = position
      while position < bytes.count, bytes[position] != UInt8(ascii: "="),
        !Self.endsName(bytes[position])
      { position += 1 }
      let isReference = position == name + 1 && bytes[name] == UInt8(ascii: "r")
      while position < bytes.count,
        Self.isBlank(bytes[position]) || bytes[position] == UInt8(ascii: "=")
      { position += 1 }
      guard position < bytes.count else { return .unclear }
      let quote = bytes[position]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return .unclear }
      position += 1
      let value = position
      while position < bytes.count, bytes[position] != quote { position += 1 }
      let end = position
      position += 1
      if isReference { return Self.row(of: bytes, from: value, to: end) }
    }
    return .unclear
  }

  /// The digits of a row number or of a cell reference.
  private static func row(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Number {
    guard start < end else { return .absent }
    var row = 0
    for index in start..<end {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(bytes[index] - 48)
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: continue
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: continue
      default: return .unclear
      }
      if row > CellReference.lastRow { return .unclear }
    }
    return row > 0 ? .number(row) : .unclear
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
