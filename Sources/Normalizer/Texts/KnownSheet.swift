import Spreadsheet

/// A worksheet whose texts are known (`KnownText`), addressed by cell.
struct KnownSheet {
  /// The sheet as it was read.
  let grid: SheetGrid
  /// The rows that are not blank, by ascending number.
  let rows: [KnownRow]
  private let memory: TextMemory

  /// A sheet with its texts looked up.
  init(_ grid: SheetGrid, memory: TextMemory) {
    self.grid = grid
    self.memory = memory
    rows = grid.rows.map { KnownRow($0, memory: memory) }
  }

  private init(grid: SheetGrid, rows: [KnownRow], memory: TextMemory) {
    self.grid = grid
    self.rows = rows
    self.memory = memory
  }

  /// The name on the tab.
  var name: String { grid.name }
  /// Whether the tab is shown.
  var visibility: SheetVisibility { grid.visibility }
  /// Merges and hidden columns.
  var layout: SheetLayout { grid.layout }

  /// The sheet without the rows that do not fulfil a condition.
  func filtered(_ isKept: (Int) -> Bool) -> KnownSheet {
    KnownSheet(grid: grid, rows: rows.filter { isKept($0.number) }, memory: memory)
  }

  /// What is known of a text that stands in no cell.
  func known(_ text: String) -> KnownText { memory.known(text) }

  /// The row with this number, nil where it is blank.
  func row(_ number: Int) -> KnownRow? {
    let index = rows.partitioningIndex { $0.number >= number }
    return index < rows.count && rows[index].number == number ? rows[index] : nil
  }

  /// The rows with the numbers of a range, in order.
  func rows(_ numbers: ClosedRange<Int>) -> ArraySlice<KnownRow> {
    let first = rows.partitioningIndex { $0.number >= numbers.lowerBound }
    let end = rows.partitioningIndex { $0.number > numbers.upperBound }
    return rows[first..<max(first, end)]
  }

  /// The cell at `reference`, nil where it is blank.
  subscript(reference: CellReference) -> KnownCell? {
    row(reference.row)?[column: reference.column]
  }

  /// The merged range that covers `reference`, if there is one.
  func mergedRange(covering reference: CellReference) -> CellRange? {
    grid.mergedRange(covering: reference)
  }
}

/// A row whose texts are known.
struct KnownRow {
  /// The row's number on the sheet, counted from 1.
  let number: Int
  /// Whether the row is hidden.
  let isHidden: Bool
  /// The cells by ascending column.
  let cells: [KnownCell]
  /// What any of its texts is: most rows need not be looked at closer.
  let traits: TextTraits

  init(_ row: Row, memory: TextMemory) {
    number = row.number
    isHidden = row.isHidden
    var traits: TextTraits = []
    cells = row.cells.map { cell in
      guard case .text(let text) = cell.value else { return KnownCell(cell: cell, known: nil) }
      let known = memory.known(text)
      traits.formUnion(known.traits)
      return KnownCell(cell: cell, known: known)
    }
    self.traits = traits
  }

  /// The cell in `column` (counted from 1), nil where it is blank.
  subscript(column column: Int) -> KnownCell? {
    // Rows have few cells, and those of a table are mostly where the columns before them are full.
    let index = column - 1
    if index < cells.count, cells[index].column == column { return cells[index] }
    let place = cells.partitioningIndex { $0.column >= column }
    return place < cells.count && cells[place].column == column ? cells[place] : nil
  }
}

/// A cell whose text is known.
struct KnownCell {
  /// The cell as it was read.
  let cell: Cell
  /// Its text; nil for any other value.
  let known: KnownText?

  /// The column, 1 for column A.
  var column: Int { cell.column }
  /// What the cell holds.
  var value: CellValue { cell.value }
  /// The formula's text without its leading `=`; nil where the cell has none.
  var formula: String? { cell.formula }

  /// Whether it may stand in a header: a text with a letter, or nothing to see.
  var isHeading: Bool { known?.traits.contains(.heading) ?? (value == .empty) }
}

/// A workbook whose texts are known.
struct KnownWorkbook {
  /// The worksheets, in workbook order.
  let sheets: [KnownSheet]

  /// A workbook with its texts looked up.
  init(_ workbook: WorkbookGrid, memory: TextMemory) {
    sheets = workbook.sheets.map { KnownSheet($0, memory: memory) }
  }

  /// A workbook of the given sheets.
  init(sheets: [KnownSheet]) {
    self.sheets = sheets
  }

  /// Whether any of its texts is of this kind.
  func holds(_ trait: TextTraits) -> Bool {
    sheets.contains { sheet in sheet.rows.contains { $0.traits.contains(trait) } }
  }
}
