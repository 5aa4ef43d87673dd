/// One row while it is read: typed cells, whose text is still the bytes that the reader holds.
///
/// Nothing is copied and no `String` is made unless it is asked for: `withText(of:_:)` lends the
/// bytes, `text(of:)` and `value(of:)` copy them. A view is a value and may be kept; one that is
/// let go before the next row comes gives its memory to that row.
///
/// The cells belong to their row: to ask a row for the text of another row's cell is a fault of the
/// program.
public struct RowView: Sendable {
  /// The row's number on the sheet, 1 for the first: never a count of what was read.
  public package(set) var number: Int
  /// Whether the row is hidden, by hand or by a filter.
  public package(set) var isHidden: Bool
  /// The cells that hold a value or a formula, by ascending column, each column once.
  public package(set) var cells: [CellView] = []
  /// What the row's own texts lie in, in UTF-8.
  private var ownText: [UInt8] = []
  /// What shared texts lie in, in UTF-8.
  private let sharedText: [UInt8]

  /// A blank row whose cells may have texts in `sharedText`, which is UTF-8.
  package init(number: Int = 0, isHidden: Bool = false, sharedText: [UInt8] = []) {
    self.number = number
    self.isHidden = isHidden
    self.sharedText = sharedText
  }

  /// A view of a row that is in memory.
  public init(_ row: Row) {
    self.init()
    begin(row.number, isHidden: row.isHidden)
    for cell in row.cells { append(cell) }
  }
}

extension RowView {
  /// The cell in `column` (counted from 1), nil where it is blank.
  public subscript(column column: Int) -> CellView? {
    let index = cells.partitioningIndex { $0.column >= column }
    return index < cells.count && cells[index].column == column ? cells[index] : nil
  }

  /// Where `cell` stands on the sheet.
  public func reference(of cell: CellView) -> CellReference {
    CellReference(row: number, column: cell.column)
  }

  /// Lends the text of a text cell, or the token of an error, to `body`; nothing for other cells.
  public func withText<Result, Failure>(
    of cell: CellView, _ body: (UTF8Span) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withText(in: cell.text, body)
  }

  /// Lends the formula's text without its leading `=` to `body`; nothing where there is none.
  public func withFormula<Result, Failure>(
    of cell: CellView, _ body: (UTF8Span) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withText(in: cell.formula ?? TextSlice(), body)
  }

  /// The formula's text without its leading `=`, copied; nil where the cell has none.
  public func formula(of cell: CellView) -> String? {
    cell.formula.map(string)
  }

  /// The value of `cell`, its text copied.
  public func value(of cell: CellView) -> CellValue {
    value(of: cell, string: string)
  }

  /// The value as plain text, copied: a number in its shortest form, a date in ISO 8601, nothing for
  /// a blank cell.
  public func text(of cell: CellView) -> String {
    value(of: cell).text
  }
}

extension RowView {
  /// The text of a slice, copied.
  package func string(_ slice: TextSlice) -> String {
    withText(in: slice) { String(copying: $0) }
  }

  /// Lends the bytes of a slice to `body`.
  package func withBytes<Result>(
    of slice: TextSlice, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withText(in: slice) { text in text.span.withUnsafeBufferPointer(body) }
  }

  /// The value of `cell`, its text made by `string`.
  package func value(of cell: CellView, string: (TextSlice) -> String) -> CellValue {
    switch cell.content {
    case .empty: .empty
    case .number(let number): .number(number)
    case .text: .text(string(cell.text))
    case .boolean(let flag): .boolean(flag)
    case .error: .error(string(cell.text))
    case .date(let date): .date(date)
    case .time(let time): .time(time)
    }
  }

  private func withText<Result, Failure>(
    in slice: TextSlice, _ body: (UTF8Span) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = slice.isShared ? sharedText.span : ownText.span
    // Readers hand on nothing but UTF-8, and cut it between characters.
    return try unsafe body(
      UTF8Span(unchecked: bytes.extracting(slice.start..<slice.start + slice.count)))
  }
}

extension RowView {
  /// Empties the view for the row `number`.
  package mutating func begin(_ number: Int, isHidden: Bool) {
    self.number = number
    self.isHidden = isHidden
    cells.removeAll(keepingCapacity: true)
    ownText.removeAll(keepingCapacity: true)
  }

  /// Makes the view that of the row `number` with the given cells, whose texts lie in `text`, which
  /// is UTF-8; hands out what it held before.
  package mutating func exchange(
    number: Int, isHidden: Bool, cells: inout [CellView], text: inout [UInt8]
  ) {
    self.number = number
    self.isHidden = isHidden
    swap(&self.cells, &cells)
    swap(&ownText, &text)
  }

  /// Gives the cell `index` of the row a formula.
  package mutating func setFormula(_ formula: String, ofCell index: Int) {
    cells[index].formula = appendText(formula.utf8)
  }

  /// Begins the row `number` with the first `count` cells of the row before, to be overwritten.
  mutating func begin(_ number: Int, isHidden: Bool, keeping count: Int) {
    self.number = number
    self.isHidden = isHidden
    if count < cells.count { cells.removeLast(cells.count - count) }
    if !ownText.isEmpty { ownText.removeAll(keepingCapacity: true) }
  }

  /// Takes in text, which must be UTF-8.
  package mutating func appendText(_ bytes: some Collection<UInt8>) -> TextSlice {
    let start = ownText.count
    ownText.append(contentsOf: bytes)
    return TextSlice(start: start, count: ownText.count - start)
  }

  /// Adds `cell` with a copy of its texts.
  package mutating func append(_ cell: Cell) {
    var text = TextSlice()
    let content: CellView.Content
    switch cell.value {
    case .empty: content = .empty
    case .number(let number): content = .number(number)
    case .text(let string):
      content = .text
      text = appendText(string.utf8)
    case .boolean(let flag): content = .boolean(flag)
    case .error(let token):
      content = .error
      text = appendText(token.utf8)
    case .date(let date): content = .date(date)
    case .time(let time): content = .time(time)
    }
    let formula = cell.formula.map { appendText($0.utf8) }
    cells.append(
      CellView(
        column: cell.column, content: content, text: text, formula: formula,
        isPercentage: cell.isPercentage))
  }
}
