import Ranking
import Regulation
import Spreadsheet

/// The tints of the matrix, as rules that follow the points when somebody changes them.
struct MatrixHeat {
  /// The ground of base points by the share of the maximum that they stay below, from few to many;
  /// the last is that of the maximum itself.
  static let steps: [(below: Double?, fill: UInt32)] = [
    (0.25, 0xF4B183), (0.5, 0xF8D7BF), (0.8, 0xFFF2CC), (1, 0xEAF4E2), (nil, 0xCFE8C0),
  ]
  /// The ground of a bonus.
  static let bonus: UInt32 = 0xDDEBF7
  /// The ground of a deduction.
  static let deduction: UInt32 = 0xF8CBD0

  let context: ReportContext
  private var layout: MatrixLayout { context.matrix }

  func apply(to sheet: SheetWriter) throws {
    guard !context.units.isEmpty else { return }
    for run in layout.workings.runs { try tint(run, sheet) }
    try tintClasses(sheet)
  }

  private func tint(_ run: MatrixWorkings.Run, _ sheet: SheetWriter) throws {
    let cells = range(run.rows)
    let cell = "\(cells.first)"
    let cap =
      "$\(CellReference(row: run.rows.lowerBound, column: MatrixLayout.maximumColumn))"
    switch run.kind {
    case .base:
      guard run.isCapped else { return }
      // The first rule that holds decides; what is no number keeps its ground.
      for (below, fill) in Self.steps {
        let share = below.map { "\(cell)<\($0 == 1 ? "" : "\($0)*")\(cap)" } ?? "\(cell)>=\(cap)"
        try sheet.highlight(cells, where: "AND(ISNUMBER(\(cell)),\(cap)>0,\(share))", fill: fill)
      }
    case .bonus:
      try sheet.highlight(
        cells, where: "AND(ISNUMBER(\(cell)),\(cell)>0)", fill: Self.bonus)
    case .deduction:
      try sheet.highlight(
        cells, where: "AND(ISNUMBER(\(cell)),\(cell)<>0)", fill: Self.deduction)
    }
  }

  private func tintClasses(_ sheet: SheetWriter) throws {
    let cells = range(layout.classRow...layout.classRow)
    for grade in layout.workings.grades {
      guard let fill = context.fill(ofClass: grade.rule.name) else { continue }
      let name = "$\(CellReference.letters(ofColumn: MatrixLayout.contentColumn))$\(grade.row)"
      try sheet.highlight(cells, where: "\(cells.first)=\(name)", fill: fill)
    }
  }

  /// Rows over the columns of all units.
  private func range(_ rows: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: rows.lowerBound, column: MatrixLayout.labelColumns + 1),
      CellReference(row: rows.upperBound, column: layout.lastColumn))
  }
}
