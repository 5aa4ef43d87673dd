/// Whether a worksheet's tab is shown (ECMA-376 Part 1, §18.18.68).
public enum SheetVisibility: String, Sendable, Hashable {
  /// The tab is shown.
  case visible
  /// The tab is hidden; a user can show it.
  case hidden
  /// The tab is hidden and only a program can show it.
  case veryHidden
}

/// What belongs to a sheet as a whole and is known once its last row was read.
public struct SheetLayout: Hashable, Sendable {
  /// The merged ranges, in file order.
  public var mergedRanges: [CellRange]
  /// The columns that are hidden, as closed ranges of column numbers.
  public var hiddenColumns: [ClosedRange<Int>]

  /// The layout of a sheet without merges and hidden columns unless they are given.
  public init(mergedRanges: [CellRange] = [], hiddenColumns: [ClosedRange<Int>] = []) {
    self.mergedRanges = mergedRanges
    self.hiddenColumns = hiddenColumns
  }

  /// Whether `column` (counted from 1) is hidden.
  public func isHidden(column: Int) -> Bool {
    hiddenColumns.contains { $0.contains(column) }
  }
}

/// A worksheet that can be read, one row at a time.
public protocol SheetSource {
  /// The name on the tab; for CSV the file's name without its extension.
  var name: String { get }
  /// Whether the tab is shown.
  var visibility: SheetVisibility { get }

  /// Hands a copy of every row that is not blank to `body`, by ascending row number.
  ///
  /// Hidden rows and columns are included. A value stored under a merge is handed out, a merged
  /// cell is not repeated.
  ///
  /// - Returns: the merges and hidden columns, which some formats store behind the rows.
  /// - Throws: `ReadingError` with the sheet and, where there is one, the cell;
  ///   `CancellationError` when the task is cancelled; and whatever `body` throws, which ends the
  ///   reading.
  @discardableResult
  func read(_ body: (Row) throws -> Void) throws -> SheetLayout

  /// Hands every row that is not blank to `body`, by ascending row number, without copying what
  /// its cells hold.
  ///
  /// - Returns: as `read(_:)`.
  /// - Throws: as `read(_:)`.
  @discardableResult
  func forEachRow(_ body: (RowView) throws -> Void) throws -> SheetLayout
}

extension SheetSource {
  /// Hands views of the rows that `read(_:)` hands out: for sources that hold rows in memory.
  public func forEachRow(_ body: (RowView) throws -> Void) throws -> SheetLayout {
    var view = RowView()
    return try read { row in
      view.begin(row.number, isHidden: row.isHidden)
      for cell in row.cells { view.append(cell) }
      try body(view)
    }
  }

  /// Hands rows to `body` until it sets `stop`.
  ///
  /// - Returns: as `read(_:)`; nil where the reading was stopped, since what is stored behind the
  ///   rows is not known then.
  /// - Throws: as `read(_:)`.
  @discardableResult
  public func forEachRow(
    _ body: (_ row: RowView, _ stop: inout Bool) throws -> Void
  ) throws -> SheetLayout? {
    do {
      return try forEachRow { row in
        var stop = false
        try body(row, &stop)
        if stop { throw ReadingStopped() }
      }
    } catch is ReadingStopped {
      return nil
    }
  }
}

/// Ends a reading whose receiver has seen enough.
private struct ReadingStopped: Error {}

/// Something about a file that whoever uses its cells should know.
public enum ReadingNote: Hashable, Sendable {
  /// The workbook holds macros; they were not run.
  case macros
  /// Text was decoded from an encoding other than Unicode. `evidence` says why this one.
  case legacyEncoding(name: String, evidence: String)
}

/// An open file with its worksheets, in workbook order.
public protocol WorkbookSource {
  /// The worksheets; chart, dialog and macro sheets are left out.
  var sheets: [any SheetSource] { get }
  /// Whether the workbook asks for every formula to be calculated when it is opened
  /// (`fullCalcOnLoad`, ECMA-376 Part 1, §18.2.2): a stored 0 then proves nothing.
  var recalculatesOnLoad: Bool { get }
  /// Whether cells are typed. False for CSV, where all cells are text.
  var isTyped: Bool { get }
  /// What the reader noticed while opening the file.
  var notes: [ReadingNote] { get }
  /// The custom document properties by name, their values as text (ECMA-376 Part 1, §22.3).
  var properties: [String: String] { get }
}

extension WorkbookSource {
  /// The first worksheet called `name`, in any case; nil where there is none.
  public func sheet(named name: String) -> (any SheetSource)? {
    sheets.first { $0.name == name } ?? sheets.first { $0.name.lowercased() == name.lowercased() }
  }

  /// No properties: formats that carry none say nothing.
  public var properties: [String: String] { [:] }
}
