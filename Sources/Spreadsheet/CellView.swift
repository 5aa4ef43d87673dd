/// One cell of a `RowView`: its place, its type and its number; the row hands out its text.
public struct CellView: Sendable, Hashable {
  /// What a cell holds, as in `CellValue`; text and errors stay with the row.
  public enum Content: Sendable, Hashable {
    /// Nothing, or a formula whose result the file does not hold.
    case empty
    /// A number; a duration of a day or more, in days.
    case number(Double)
    /// Text: `RowView.withText(of:_:)`.
    case text
    /// TRUE or FALSE.
    case boolean(Bool)
    /// An error, whose token is its text.
    case error
    /// A number that its format shows as a date, with or without a time of day.
    case date(CivilDateTime)
    /// A number below one that its format shows as a time of day.
    case time(CivilTime)
  }

  /// The column, 1 for column A.
  public package(set) var column: Int
  /// The type, and the value where it is no text.
  public package(set) var content: Content
  /// Whether the number format shows the number as a percentage.
  public package(set) var isPercentage: Bool
  /// Where the text of a text or an error is.
  package var text: TextSlice
  /// Where the formula is; nil where the cell has none.
  package var formula: TextSlice?

  package init(
    column: Int, content: Content, text: TextSlice = TextSlice(), formula: TextSlice? = nil,
    isPercentage: Bool = false
  ) {
    self.column = column
    self.content = content
    self.isPercentage = isPercentage
    self.text = text
    self.formula = formula
  }

  /// The size of the text in bytes of UTF-8; 0 for a cell that holds none.
  public var textSize: Int { text.count }
  /// Whether the cell has a formula; where it is empty text, the file keeps it in a form that is not
  /// read.
  public var hasFormula: Bool { formula != nil }
  /// Whether there is nothing to show: no value, or an empty text.
  public var isBlank: Bool {
    switch content {
    case .empty: true
    case .text: text.count == 0
    default: false
    }
  }
}

/// A stretch of the bytes that a row's texts lie in.
package struct TextSlice: Sendable, Hashable {
  /// Whether it lies in what the rows of a sheet share, such as the shared strings.
  package var isShared = false
  package var start = 0
  package var count = 0

  package init(isShared: Bool = false, start: Int = 0, count: Int = 0) {
    self.isShared = isShared
    self.start = start
    self.count = count
  }
}
