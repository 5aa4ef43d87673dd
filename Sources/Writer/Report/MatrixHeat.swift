import Language
import Ranking
import Regulation
import Spreadsheet

/// The tints of the matrix, as rules that follow the points when somebody changes them.
struct MatrixHeat {
  /// The tint of few points, and of deductions.
  static let low: UInt32 = 0xFBE9E7
  let context: ReportContext
  private var layout: MatrixLayout { context.matrix }

  /// Tints the share of the maximum: lightly, and only where there is something to see.
  func apply(to sheet: SheetWriter) throws {
    guard !context.units.isEmpty else { return }
    let maximum = "$" + CellReference.letters(ofColumn: MatrixLayout.maximumColumn)
    let column = CellReference.letters(ofColumn: MatrixLayout.labelColumns + 1)
    var first = 0
    while first < layout.lines.count {
      let line = layout.lines[first]
      var last = first
      while !line.isGroup, last + 1 < layout.lines.count, !layout.lines[last + 1].isGroup,
        layout.lines[last + 1].kinds == line.kinds
      {
        last += 1
      }
      defer { first = last + 1 }
      guard !line.isGroup else { continue }
      let rows = layout.firstRow + first...layout.firstRow + last
      let cells = CellRange(
        CellReference(row: rows.lowerBound, column: MatrixLayout.labelColumns + 1),
        CellReference(row: rows.upperBound, column: layout.lastColumn))
      let cell = "\(column)\(rows.lowerBound)"
      let cap = "\(maximum)\(rows.lowerBound)"
      switch line.criterion.kind {
      case .base:
        try sheet.highlight(
          cells, where: "AND(ISNUMBER(\(cell)),\(cell)>0,\(cell)<0.5*\(cap))", fill: Self.low)
        try sheet.highlight(
          cells,
          where: "AND(ISNUMBER(\(cell)),\(cap)>0,\(cell)>=0.5*\(cap),\(cell)<0.8*\(cap))",
          fill: 0xFFF8E1)
      case .bonus:
        try sheet.highlight(cells, where: "AND(ISNUMBER(\(cell)),\(cell)>0)", fill: 0xE8F5E9)
      case .deduction:
        try sheet.highlight(cells, where: "AND(ISNUMBER(\(cell)),\(cell)>0)", fill: Self.low)
      }
    }
  }
}
