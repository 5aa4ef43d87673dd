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

  /// The sheet of `file`; `text` is its content.
  init(file: String, text: DecodedText, limits: Limits) {
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
    var tokenizer = CSVTokenizer(text, from: start, dialect: dialect)
    var row = RowView(number: 1, sharedText: text)
    var unescaped: [UInt8] = []
    var column = 1
    var handedOut = 0
    while let field = tokenizer.next() {
      if !field.isEmpty {
        handedOut += 1
        // A line of the whole file must not be gathered before it is found too long.
        guard column <= limits.columns else {
          throw excess(.columns, limits.columns, met: column, at: row.number, column)
        }
        guard handedOut <= limits.cells else {
          throw excess(.cells, limits.cells, met: handedOut, at: row.number, column)
        }
        let slice: TextSlice
        if isUTF8, let stretch = field.stretch {
          slice = TextSlice(isShared: true, start: stretch.lowerBound, count: stretch.count)
        } else if isUTF8 {
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
      if !row.cells.isEmpty { try deliver(row) }
      if row.number & 0xFFFF == 0 { try Task.checkCancellation() }
      row.begin(row.number + 1, isHidden: false)
      column = 1
    }
    return SheetLayout()
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
