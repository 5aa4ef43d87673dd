import Spreadsheet

/// The rows of a text file.
///
/// A row's number is that of its record, blank lines included, which is the row in which a
/// spreadsheet program shows it. A field with line breaks in it stays within its row.
struct CSVSheet: StreamedSheet {
  let name: String
  let visibility = SheetVisibility.visible
  private let file: String
  private let text: [UInt8]
  private let isUTF8: Bool
  private let start: Int
  private let dialect: CSVDialect
  private let limits: Limits
  private let blockSizes: RecordBlocks.Sizes

  /// The sheet of `file`; `text` is its content.
  init(
    file: String, text: DecodedText, limits: Limits,
    blockSizes: RecordBlocks.Sizes = RecordBlocks.Sizes()
  ) {
    self.blockSizes = blockSizes
    name = FileStem.of(path: file)
    self.file = file
    self.text = text.bytes
    isUTF8 = text.isUTF8
    self.limits = limits
    if let line = SeparatorLine(text.bytes, at: text.start) {
      start = line.end
      dialect = CSVDialect(delimiter: line.delimiter)
    } else {
      start = text.start
      dialect = DialectDetector.dialect(of: text.bytes, from: text.start)
    }
  }

  func stream(_ deliver: @escaping (RowView) throws -> Void) throws -> SheetLayout {
    var reading = Reading(sheet: self, deliver: deliver)
    let blocks =
      isUTF8
      ? RecordBlocks(text, from: start, dialect, lastColumn: limits.columns, sizes: blockSizes)
      : nil
    guard let blocks else {
      try reading.read(to: text.count)
      return SheetLayout()
    }
    try blocks.forEach { block, target in
      try Task.checkCancellation()
      if let block, block.start == reading.position, reading.mayTake(block) {
        try reading.take(block)
      } else {
        try reading.read(to: target)
      }
    }
    return SheetLayout()
  }

  /// The rows as they are handed out one after the other.
  private struct Reading {
    let sheet: CSVSheet
    let deliver: (RowView) throws -> Void
    /// Where the next record starts.
    private(set) var position: Int
    private var row: RowView
    private var handedOut = 0

    init(sheet: CSVSheet, deliver: @escaping (RowView) throws -> Void) {
      self.sheet = sheet
      self.deliver = deliver
      position = sheet.start
      row = RowView(number: 1, sharedText: sheet.text)
    }

    /// Whether the block's cells stay within the limit; else the one that does not is to be found.
    func mayTake(_ block: RecordBlock) -> Bool {
      handedOut + block.places.count <= sheet.limits.cells
    }

    /// Hands out the records of a block.
    mutating func take(_ block: RecordBlock) throws {
      var first = 0
      for record in block.records {
        let places = block.places[first..<record.end]
        if record.isVerbatim {
          row.begin(row.number, sharedTexts: places, base: block.start)
        } else {
          row.begin(row.number, isHidden: false)
          for index in places.indices { append(index, of: block) }
        }
        first = record.end
        try finishRow()
      }
      handedOut += block.places.count
      position = block.end
    }

    private mutating func append(_ index: Int, of block: RecordBlock) {
      let place = block.places[index]
      let slice =
        if block.escaped.contains(index) {
          row.appendText(
            block.unescaped[Int(place.start)..<Int(place.start) + Int(place.count)])
        } else {
          TextSlice(
            isShared: true, start: block.start + Int(place.start), count: Int(place.count))
        }
      row.cells.append(CellView(column: Int(place.column), content: .text, text: slice))
    }

    /// Reads and hands out records until one starts at `target` or behind it.
    mutating func read(to target: Int) throws {
      guard position < target else { return }
      row.begin(row.number, isHidden: false)
      var tokenizer = CSVTokenizer(sheet.text, from: position, dialect: sheet.dialect)
      var unescaped: [UInt8] = []
      var column = 1
      while tokenizer.position < target || column > 1, let field = tokenizer.next() {
        if !field.isEmpty {
          handedOut += 1
          try sheet.check(handedOut, at: row.number, column)
          let slice: TextSlice
          if sheet.isUTF8, let stretch = field.stretch {
            slice = TextSlice(isShared: true, start: stretch.lowerBound, count: stretch.count)
          } else if sheet.isUTF8 {
            unescaped.removeAll(keepingCapacity: true)
            tokenizer.appendContent(of: field, to: &unescaped)
            slice = row.appendText(unescaped)
          } else {
            slice = row.appendText(tokenizer.content(of: field).utf8)
          }
          row.cells.append(CellView(column: column, content: .text, text: slice))
        }
        column += 1
        guard field.endsRecord else { continue }
        try finishRow()
        row.begin(row.number, isHidden: false)
        column = 1
      }
      position = tokenizer.position
    }

    private mutating func finishRow() throws {
      if !row.cells.isEmpty { try deliver(row) }
      if row.number & 0xFFFF == 0 { try Task.checkCancellation() }
      row.number += 1
    }
  }

  /// A line of the whole file must not be gathered before it is found too long.
  private func check(_ handedOut: Int, at row: Int, _ column: Int) throws {
    guard column <= limits.columns else {
      throw excess(.columns, limits.columns, met: column, at: row, column)
    }
    guard handedOut <= limits.cells else {
      throw excess(.cells, limits.cells, met: handedOut, at: row, column)
    }
  }

  private func excess(
    _ name: Limits.Name, _ bound: Int, met: Int, at row: Int, _ column: Int
  ) -> ReadingError {
    ReadingError(
      exceeding: ExceededLimit(name, bound: bound, met: met), file: file, sheet: self.name,
      cell: "\(CellReference(row: row, column: column))")
  }
}

/// A first line such as `sep=;`, by which a file tells Excel its delimiter.
struct SeparatorLine: Hashable {
  /// The delimiter that the line names.
  let delimiter: UInt8
  /// Where the text behind the line starts.
  let end: Int

  /// Reads the line at `start`; nil when it is another one.
  init?(_ text: [UInt8], at start: Int) {
    let line = text[start...].prefix { $0 != Separator.lineFeed && $0 != Separator.carriageReturn }
    let letters = line.prefix(4).map { $0 >= 0x40 ? $0 | 0x20 : $0 }
    guard line.count == 5, letters == Array("sep=".utf8), let delimiter = line.last,
      delimiter < 0x80, delimiter != Separator.quote
    else { return nil }
    self.delimiter = delimiter
    let isPair = text[line.endIndex...].starts(with: [
      Separator.carriageReturn, Separator.lineFeed,
    ])
    end = min(line.endIndex + (isPair ? 2 : 1), text.count)
  }
}
