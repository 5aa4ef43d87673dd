/// What a cell holds, typed as the file types it.
public enum CellValue: Hashable, Sendable {
  /// Nothing, or a formula whose result the file does not hold (see `Cell.formula`).
  case empty
  /// A number, as the double that the file holds; a duration of a day or more, in days.
  case number(Double)
  /// Text, with rich runs joined and phonetic runs left out.
  case text(String)
  /// TRUE or FALSE.
  case boolean(Bool)
  /// An error, as its token: `#DIV/0!`, `#N/A`, `#REF!` …
  case error(String)
  /// A number that its format shows as a date, with or without a time of day.
  case date(CivilDateTime)
  /// A number below one that its format shows as a time of day.
  case time(CivilTime)
}

/// One cell of a row that is not blank.
public struct Cell: Hashable, Sendable {
  /// The column, 1 for column A.
  public var column: Int
  /// The value; for a formula the result that the file holds.
  public var value: CellValue
  /// The formula's text without its leading `=`; nil where the cell has none.
  ///
  /// The cells of a shared formula each have their own; where it cannot be told (the first cell
  /// comes later, a reference would leave the sheet, or an XLS file holds what has no text) it is
  /// the empty text.
  public var formula: String?
  /// Whether the number format shows the number as a percentage.
  public var isPercentage: Bool

  /// A cell in `column`, counted from 1.
  public init(
    column: Int, value: CellValue, formula: String? = nil, isPercentage: Bool = false
  ) {
    self.column = column
    self.value = value
    self.formula = formula
    self.isPercentage = isPercentage
  }
}

/// One row of a worksheet that is not blank, as a reader hands it out.
public struct Row: Hashable, Sendable {
  /// The row's number on the sheet, 1 for the first: never a count of what was read.
  public var number: Int
  /// Whether the row is hidden, by hand or by a filter.
  public var isHidden: Bool
  /// The cells that hold a value or a formula, by ascending column, each column once.
  public var cells: [Cell]

  /// A row with its number on the sheet, counted from 1.
  public init(number: Int, isHidden: Bool = false, cells: [Cell] = []) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }
}

extension CellValue {
  /// The value as plain text: a number in its shortest form, a date in ISO 8601, nothing for a
  /// blank cell.
  public var text: String {
    switch self {
    case .empty: ""
    case .number(let number): Self.shortest(number)
    case .text(let text): text
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let token): token
    case .date(let date): date.time.milliseconds == 0 ? date.isoDate : "\(date)"
    case .time(let time): "\(time)"
    }
  }

  /// The shortest decimal that reads back as the same double; whole numbers without a fraction.
  public static func shortest(_ number: Double) -> String {
    if let whole = Int64(exactly: number), abs(number) < 1e16 { return String(whole) }
    return "\(number)"
  }
}
