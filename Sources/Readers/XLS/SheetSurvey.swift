import Spreadsheet

/// Looks over the records of a worksheet before its cells are read: what stands behind the cells, or
/// in records of its own, and whether the cells are stored row by row.
struct SheetSurvey {
  /// Whether no cell lies above the one before.
  private(set) var isAscending = true
  /// The rows that are hidden, counted from 1.
  private(set) var hiddenRows: Set<Int> = []
  private(set) var layout = SheetLayout()
  /// The formulas of several cells, which stand behind that of the first.
  private(set) var formulaGroups: [CellReference: FormulaTexts.Group] = [:]
  private var lastFormula: CellReference?

  /// Looks over the substream in `range`, up to its end or to where it is damaged; damage is told
  /// when the cells are read.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    var records = BIFFRecords(bytes, in: range)
    var depth = 0
    var row: UInt16 = 0
    while let record = try? records.next() {
      if record.isBeginning {
        depth += 1
      } else if record.type == BIFFRecord.end {
        depth -= 1
        if depth <= 0 { return }
      } else if depth == 1 {
        if record.holdsCells, record.body.count >= 2 {
          let next = bytes.uint16(at: record.body.lowerBound)
          if next < row { isAscending = false }
          row = next
          if record.isFormula, record.body.count >= 4 {
            let column = Int(bytes.uint16(at: record.body.lowerBound + 2))
            lastFormula = CellReference(row: Int(row) + 1, column: column + 1)
          }
        } else if record.isFormulaGroup {
          if let lastFormula { formulaGroups[lastFormula] = FormulaTexts.Group(record: record) }
        } else {
          try? read(BIFFFields(bytes, of: record), of: record.type)
        }
      }
    }
  }

  private mutating func read(_ fields: consuming BIFFFields, of type: UInt16) throws {
    switch type {
    case BIFFRecord.row: try readRow(&fields)
    case BIFFRecord.columnInfo: try readColumns(&fields)
    case BIFFRecord.mergedCells: try readMerges(&fields)
    default: break
    }
  }

  /// Row ([MS-XLS] §2.4.221): fDyZero says that it is hidden.
  private mutating func readRow(_ fields: inout BIFFFields) throws {
    let row = Int(try fields.uint16()) + 1
    try fields.skip(10)
    if try fields.uint16() & 0x20 != 0 { hiddenRows.insert(row) }
  }

  /// ColInfo (§2.4.53).
  private mutating func readColumns(_ fields: inout BIFFFields) throws {
    let first = Int(try fields.uint16()) + 1
    let last = Int(try fields.uint16()) + 1
    try fields.skip(4)
    let isHidden = try fields.uint16() & 1 != 0
    if isHidden, first <= last {
      layout.hiddenColumns.append(first...max(first, min(last, XLSSheetParser.columnCount)))
    }
  }

  /// MergeCells (§2.4.168).
  private mutating func readMerges(_ fields: inout BIFFFields) throws {
    for _ in 0..<(try fields.uint16()) {
      let rows = (Int(try fields.uint16()) + 1, Int(try fields.uint16()) + 1)
      let columns = (Int(try fields.uint16()) + 1, Int(try fields.uint16()) + 1)
      let range = CellRange(
        CellReference(row: rows.0, column: columns.0),
        CellReference(row: rows.1, column: columns.1))
      if range.first != range.last { layout.mergedRanges.append(range) }
    }
  }
}
