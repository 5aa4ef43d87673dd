import Spreadsheet

/// Reads the rows of a worksheet (ECMA-376 Part 1, §18.3.1.80) out of its bytes.
///
/// It knows the forms that programs write and nothing else: at all else it stops and says so, and
/// libxml2 reads the sheet. What it accepts is well-formed XML, and its cells are those that
/// `SheetParser` hands out; a test and a fuzz target hold the two against each other.
///
/// No string is made and nothing is copied but the text of a cell that is not shared. All of a sheet of
/// 338 MB of XML, 10 million cells, takes 1.2 s on one core, 7.1 s with `THIDUA_SCANNER=off`.
struct SheetDataScanner {
  private let decoder: CellDecoder
  private let textLimit: Int
  private var cells: [CellView] = []
  private var text: [UInt8] = []
  private var scratch: [UInt8] = []
  private var attributes = AttributeScanner()

  /// A scanner for the cells that `decoder` decodes, with at most `textLimit` bytes of text in one.
  init(decoder: CellDecoder, textLimit: Int) {
    self.decoder = decoder
    self.textLimit = textLimit
  }

  /// Adds the rows that `block` holds from its byte `start` on, whole, to `rows`.
  ///
  /// - Returns: false where it meets what it does not know.
  mutating func scan(_ block: ByteBlock, from start: Int, to end: Int, into rows: RowBlock) -> Bool
  {
    cells.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    let base = UnsafePointer(block.bytes)
    let last = base + end
    var position = base + start
    while true {
      position.skipBlanks()
      if position >= last { return position == last }
      guard position.begins(with: 0x776F_723C), scanRow(&position, before: last, rows) else {
        return false
      }
    }
  }

  /// A row, from its `<` on.
  private mutating func scanRow(
    _ position: inout UnsafePointer<UInt8>, before last: UnsafePointer<UInt8>, _ rows: RowBlock
  ) -> Bool {
    position += 4
    var number = 0
    var isHidden = false
    attributes.begin()
    while let attribute = attributes.next(&position) {
      if attribute.isNamed("r") {
        guard let given = attribute.integer, given >= 1, given <= CellReference.lastRow else {
          return false
        }
        number = given
      } else if attribute.isNamed("hidden") {
        isHidden = attribute.isTrue
      }
    }
    guard number > 0 else { return false }
    if attributes.endsEmpty { return true }
    guard attributes.endsTag else { return false }
    var column = 0
    while true {
      position.skipBlanks()
      if position.begins(with: 0x2063_3C, count: 3) {
        position += 2
        guard scanCell(&position, after: &column, rows) else { return false }
      } else if position.begins(with: 0x6F72_2F3C) {
        guard position[4] == UInt8(ascii: "w"), position[5] == UInt8(ascii: ">"), position < last
        else { return false }
        position += 6
        if !cells.isEmpty { rows.append(number, isHidden: isHidden, cells: &cells, text: &text) }
        return true
      } else {
        return false
      }
    }
  }

  /// A cell, from behind its `<c` on.
  private mutating func scanCell(
    _ position: inout UnsafePointer<UInt8>, after column: inout Int, _ rows: RowBlock
  ) -> Bool {
    // The survey has seen ` r="` and the row of the reference.
    guard position.begins(with: 0x223D_7220) else { return false }
    position += 4
    var letters = 0
    while position[0] >= UInt8(ascii: "A"), position[0] <= UInt8(ascii: "Z"), letters < 1 << 20 {
      letters = letters * 26 + Int(position[0] - 64)
      position += 1
    }
    guard letters > column, letters <= CellReference.lastColumn else { return false }
    column = letters
    guard position[0] >= 49, position[0] <= 57 else { return false }
    while position[0] >= 48, position[0] <= 57 { position += 1 }
    guard position[0] == UInt8(ascii: "\"") else { return false }
    position += 1

    var style: Int?
    var type = CellDecoder.StoredType.number
    if position.begins(with: 0x223D_7320) {
      // ` s="` as nearly every cell has it.
      var next = position + 4
      var value = 0
      while next[0] >= 48, next[0] <= 57, value < 1 << 20 {
        value = value * 10 + Int(next[0] - 48)
        next += 1
      }
      if next[0] == UInt8(ascii: "\""), next > position + 4 {
        style = value
        position = next + 1
      } else {
        return false
      }
    }
    if position[0] == UInt8(ascii: ">") {
      position += 1
    } else if position[0] == UInt8(ascii: "/"), position[1] == UInt8(ascii: ">") {
      position += 2
      return true
    } else if position.begins(with: 0x223D_7420), position[4] == UInt8(ascii: "s"),
      position[5] == UInt8(ascii: "\""), position[6] == UInt8(ascii: ">")
    {
      type = .sharedString
      position += 7
    } else {
      guard scanAttributes(&position, style: &style, type: &type) else { return false }
      if attributes.endsEmpty { return true }
    }
    return scanContent(&position, column: column, style: style ?? 0, type: type, rows)
  }

  /// The attributes of a cell behind `r` and a style that stands next to it, up to the tag's end.
  private mutating func scanAttributes(
    _ position: inout UnsafePointer<UInt8>, style: inout Int?, type: inout CellDecoder.StoredType
  ) -> Bool {
    attributes.begin()
    while let attribute = attributes.next(&position) {
      if attribute.isNamed("r") { return false }
      if attribute.isNamed("s") {
        guard style == nil, let value = attribute.integer else { return false }
        style = value
      } else if attribute.isNamed("t") {
        guard let known = attribute.storedType else { return false }
        type = known
      }
    }
    return attributes.endsTag || attributes.endsEmpty
  }

  /// What a cell holds, from behind its start tag to behind its end tag.
  private mutating func scanContent(
    _ position: inout UnsafePointer<UInt8>, column: Int, style: Int,
    type: CellDecoder.StoredType, _ rows: RowBlock
  ) -> Bool {
    var cell = CellView(column: column, content: .empty)
    var hasValue = false
    while true {
      position.skipBlanks()
      if TextScanner.begins(UInt8(ascii: "v"), &position) {
        guard !hasValue else { return false }
        hasValue = true
        guard scanValue(&position, style: style, type: type, into: &cell) else { return false }
        guard position.begins(with: 0x3E76_2F3C) else { return false }
        position += 4
      } else if position.begins(with: 0x3E63_2F3C) {
        position += 4
        if cell.hasFormula || cell.content != .empty && (cell.content != .text || cell.textSize > 0)
        {
          cells.append(cell)
        }
        return true
      } else if position.begins(with: 0x663C, count: 2) {
        guard !cell.hasFormula, scanFormula(&position, into: &cell, rows) else { return false }
      } else if position.begins(with: 0x7369_3C, count: 3), position[3] == UInt8(ascii: ">") {
        guard !hasValue else { return false }
        hasValue = true
        position += 4
        guard scanInlineString(&position, into: &cell) else { return false }
      } else if let length = Self.lengthOfEmptyValue(position) {
        guard !hasValue else { return false }
        hasValue = true
        position += length
        if type == .formulaString || type == .inlineString { cell.content = .text }
      } else {
        return false
      }
    }
  }

  /// The length of `<v/>`, with a blank or without.
  private static func lengthOfEmptyValue(_ position: UnsafePointer<UInt8>) -> Int? {
    guard position.begins(with: 0x763C, count: 2) else { return nil }
    let length = position[2] == 0x20 ? 5 : 4
    guard position[length - 2] == UInt8(ascii: "/"), position[length - 1] == UInt8(ascii: ">")
    else { return nil }
    return length
  }

  /// What `v` holds, up to its end tag.
  private mutating func scanValue(
    _ position: inout UnsafePointer<UInt8>, style: Int, type: CellDecoder.StoredType,
    into cell: inout CellView
  ) -> Bool {
    switch type {
    case .number:
      if let number = DecimalScanner.number(&position) {
        if decoder.styles.isPlain(style) {
          cell.content = .number(number)
        } else {
          let decoded = decoder.decode(number, style: style)
          cell.content = decoded.content
          cell.isPercentage = decoded.isPercentage
        }
        return true
      }
    case .sharedString:
      if let index = DecimalScanner.index(&position) {
        guard let slice = decoder.sharedStrings[index] else { return false }
        cell.content = .text
        cell.text = slice
        return true
      }
    case .formulaString, .inlineString:
      guard let slice = scanText(&position) else { return false }
      cell.content = .text
      cell.text = slice
      return true
    case .boolean, .error, .date: break
    }
    // What is stored in another form goes to the decoder as it does behind libxml2.
    guard TextScanner.copy(&position, to: &scratch, limit: textLimit),
      let decoded = try? decoder.decode(&scratch, type: type, style: style)
    else { return false }
    cell.content = decoded.content
    cell.isPercentage = decoded.isPercentage
    if decoded.content == .text || decoded.content == .error {
      cell.text = decoded.sharedText ?? keep(scratch)
    }
    return true
  }

  /// Text up to the next tag, its escapes decoded, where it is kept with the row.
  private mutating func scanText(_ position: inout UnsafePointer<UInt8>) -> TextSlice? {
    let start = text.count
    if TextScanner.appendPlain(&position, to: &text, limit: textLimit) {
      return TextSlice(start: start, count: text.count - start)
    }
    guard TextScanner.copy(&position, to: &scratch, limit: textLimit) else { return nil }
    EscapedText.decodeInPlace(&scratch)
    return keep(scratch)
  }

  private mutating func keep(_ bytes: [UInt8]) -> TextSlice {
    let start = text.count
    text += bytes
    return TextSlice(start: start, count: bytes.count)
  }

  /// A formula, from its `<f` to behind its end tag.
  private mutating func scanFormula(
    _ position: inout UnsafePointer<UInt8>, into cell: inout CellView, _ rows: RowBlock
  ) -> Bool {
    position += 2
    var isShared = false
    var group: Int?
    attributes.begin()
    while let attribute = attributes.next(&position) {
      if attribute.isNamed("t") { isShared = attribute.isValued("shared") }
      if attribute.isNamed("si") { group = attribute.integer }
    }
    if attributes.endsEmpty {
      cell.formula = TextSlice(start: text.count)
    } else {
      guard attributes.endsTag, let slice = scanText(&position) else { return false }
      guard position.begins(with: 0x3E66_2F3C) else { return false }
      position += 4
      cell.formula = slice
    }
    if isShared, let group { rows.appendFormula(ofCell: cells.count, group: group) }
    return true
  }

  /// An inline string of one plain text, from behind `<is>` to behind its end tag.
  private mutating func scanInlineString(
    _ position: inout UnsafePointer<UInt8>, into cell: inout CellView
  ) -> Bool {
    guard TextScanner.begins(UInt8(ascii: "t"), &position), let slice = scanText(&position),
      TextScanner.endsText(&position), position.begins(with: 0x7369_2F3C),
      position[4] == UInt8(ascii: ">")
    else { return false }
    position += 5
    cell.content = .text
    cell.text = slice
    return true
  }
}
