import Language
import Ranking
import Regulation
import Spreadsheet

/// The sheet Giao ước: every unit's results against the targets that hold for it.
///
/// It is there where the regulation keeps a register of what the units signed.
struct CovenantReportSheet {
  let context: ReportContext

  private static let columns: [(ColumnTitle, Double)] = [
    (.number, 6), (.unit, 34), (.criterion, 11), (.content, 52), (.target, 12), (.result, 12),
    (.counted, 11), (.outcome, 16),
  ]

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.covenant))
    let widths = Self.columns.map(\.1)
    try sheet.setLook(tab: ReportStyle.navy)
    try sheet.setWidths(widths)
    let header = try sheet.writeTitle(context, .covenantTitle, widths: widths)
    try sheet.writeRow(
      header, Self.columns.map { (.text(context.text($0.0)), ReportStyle.header) }, widths: widths)
    var row = header + 1
    for standing in context.units {
      for score in standing.scores {
        guard let target = score.target,
          let criterion = context.regulation.criteria[score.criterion]
        else { continue }
        let outcome = score.result.map {
          TargetOutcome(result: $0, target: target, method: criterion.method)
        }
        try sheet.writeRow(
          row,
          [
            (.number(Double(row - header)), ReportStyle.centered),
            (.text(standing.unit.name), ReportStyle.text),
            (.text(criterion.code), ReportStyle.centered),
            (.text(criterion.content), ReportStyle.text),
            quantity(target), score.result.map(quantity) ?? (.blank, ReportStyle.text),
            (
              .number(score.counted.doubleValue),
              ReportStyle.points(max(context.block.decimals, score.counted.decimals))
            ),
            (
              .text((outcome?.phrase ?? .noResult).text(in: context.language)),
              ReportStyle.centered.with { $0.fill = outcome?.fill }
            ),
          ], widths: widths)
        row += 1
      }
    }
    try sheet.filter(
      CellRange(
        CellReference(row: header, column: 1),
        CellReference(row: max(row - 1, header + 1), column: widths.count)))
    try sheet.freeze(at: CellReference(row: header + 1, column: 3))
    try sheet.setPage(
      context.page(
        columns: widths.count, rows: max(row - 1, header), repeatedRows: header...header))
  }

  private func quantity(_ quantity: Quantity) -> (SheetWriter.Content, CellStyle) {
    (.number(quantity.doubleValue), ReportStyle.points(min(4, quantity.scale)))
  }
}

extension TargetOutcome {
  fileprivate var phrase: ReportPhrase {
    switch self {
    case .exceeded: .exceeded
    case .reached: .reached
    case .missed: .missed
    }
  }

  fileprivate var fill: UInt32? {
    switch self {
    case .exceeded: 0xD9EAD3
    case .reached: nil
    case .missed: 0xFCE4EC
    }
  }
}
