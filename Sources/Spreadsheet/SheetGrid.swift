/// A whole worksheet in memory, addressed by cell: for tables of a size that people fill in.
public struct SheetGrid: Sendable {
  /// The name on the tab.
  public let name: String
  /// Whether the tab is shown.
  public let visibility: SheetVisibility
  /// The rows that are not blank, by ascending number.
  public let rows: [Row]
  /// Merges and hidden columns.
  public let layout: SheetLayout
  private let merges: MergeIndex

  /// A sheet with the given rows, which must ascend by number.
  public init(
    name: String, visibility: SheetVisibility = .visible, rows: [Row],
    layout: SheetLayout = SheetLayout()
  ) {
    self.name = name
    self.visibility = visibility
    self.rows = rows
    self.layout = layout
    merges = MergeIndex(layout.mergedRanges)
  }

  /// Reads all of `source`.
  ///
  /// - Throws: `ReadingError`.
  public init(reading source: any SheetSource) throws {
    var rows: [Row] = []
    let layout = try source.read { rows.append($0) }
    self.init(name: source.name, visibility: source.visibility, rows: rows, layout: layout)
  }

  /// The row with this number, nil where it is blank.
  public func row(_ number: Int) -> Row? {
    let index = rows.partitioningIndex { $0.number >= number }
    return index < rows.count && rows[index].number == number ? rows[index] : nil
  }

  /// The cell at `reference`, nil where it is blank.
  public subscript(reference: CellReference) -> Cell? {
    row(reference.row)?[column: reference.column]
  }

  /// The merged range that covers `reference`, if there is one.
  public func mergedRange(covering reference: CellReference) -> CellRange? {
    merges.range(covering: reference)
  }
}

extension Row {
  /// The cell in `column` (counted from 1), nil where it is blank.
  public subscript(column column: Int) -> Cell? {
    let index = cells.partitioningIndex { $0.column >= column }
    return index < cells.count && cells[index].column == column ? cells[index] : nil
  }
}

/// A workbook in memory.
public struct WorkbookGrid: Sendable {
  /// The worksheets, in workbook order.
  public let sheets: [SheetGrid]
  /// Whether the workbook asks for every formula to be calculated when it is opened.
  public let recalculatesOnLoad: Bool
  /// Whether cells are typed.
  ///
  /// False for CSV.
  public let isTyped: Bool
  /// What the reader noticed while opening the file.
  public let notes: [ReadingNote]
  /// The custom document properties by name, their values as text.
  public let properties: [String: String]

  /// A workbook of the given sheets.
  public init(
    sheets: [SheetGrid], recalculatesOnLoad: Bool = false, isTyped: Bool = true,
    notes: [ReadingNote] = [], properties: [String: String] = [:]
  ) {
    self.sheets = sheets
    self.recalculatesOnLoad = recalculatesOnLoad
    self.isTyped = isTyped
    self.notes = notes
    self.properties = properties
  }

  /// Reads all sheets of `source`.
  ///
  /// - Throws: `ReadingError`.
  public init(reading source: any WorkbookSource) throws {
    self.init(
      sheets: try source.sheets.map { try SheetGrid(reading: $0) },
      recalculatesOnLoad: source.recalculatesOnLoad, isTyped: source.isTyped, notes: source.notes,
      properties: source.properties)
  }
}
