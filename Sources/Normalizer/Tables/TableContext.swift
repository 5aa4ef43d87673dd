import Regulation

/// What the rows of one table are read with.
final class TableContext {
  let rules: Rulebook
  let inspector: CellInspector
  /// Who filled the table in.
  let purpose: TablePurpose
  private let lines: [TableBody.Line]

  init(rules: Rulebook, inspector: CellInspector, purpose: TablePurpose, body: TableBody) {
    self.rules = rules
    self.inspector = inspector
    self.purpose = purpose
    lines = body.lines
  }

  /// The rows of criteria, to know a score that is merged over several.
  private(set) lazy var scoredRows = Set(
    lines.compactMap { line -> Int? in
      if case .criterion = line.kind { line.number } else { nil }
    })
}
