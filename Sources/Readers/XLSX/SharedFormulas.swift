import Spreadsheet

/// The shared formulas of a sheet (ECMA-376 Part 1, §18.3.1.40) that were met so far.
struct SharedFormulas {
  private var formulas: [Int: SharedFormula] = [:]
  /// How many bytes of shared formulas may still be written out.
  ///
  /// A small file could ask for a long formula in every cell; beyond, cells get the empty text.
  private var budget = 32 << 20

  /// The cell at `origin` holds the text of the group.
  mutating func begin(_ group: Int, text: String, at origin: CellReference) {
    formulas[group] = SharedFormula(text: text, origin: origin)
  }

  /// The formula of the cell at `reference`; empty where the group has none, or none that stays on
  /// the sheet.
  mutating func text(of group: Int, at reference: CellReference) -> String {
    guard let formula = formulas[group], budget > 0 else { return "" }
    budget -= formula.text.utf8.count
    return formula.text(at: reference) ?? ""
  }

  /// Takes note of a cell that a scanner found, or gives it its formula.
  mutating func resolve(_ formula: RowBlock.GroupedFormula, in rows: RowBlock) {
    let row = rows.rows[formula.row]
    let cell = row.cells[formula.cell]
    let reference = row.reference(of: cell)
    let text = row.formula(of: cell) ?? ""
    if text.isEmpty {
      rows.setFormula(formula, text: self.text(of: formula.group, at: reference))
    } else {
      begin(formula.group, text: text, at: reference)
    }
  }
}
