public import Spreadsheet

/// Cells written as literals: `"1.1"`, `9.5`, `true`, `nil` for a blank one.
extension CellValue: ExpressibleByStringLiteral,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// TRUE or FALSE.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A blank cell.
  public init(nilLiteral: ()) { self = .empty }
}

extension CellValue {
  /// A day, as a date cell holds it.
  public static func day(_ year: Int, _ month: Int, _ day: Int) -> CellValue {
    .date(CivilDateTime(year: year, month: month, day: day))
  }
}

extension SheetGrid {
  /// A sheet whose rows begin in row `top` and column `left`, both counted from 1.
  ///
  /// - Parameters:
  ///   - formulas: formulas by their cell; the value is what stands in `rows`.
  ///   - percentages: the cells whose format shows percent.
  public init(
    _ rows: [[CellValue]], name: String = "Chấm điểm", top: Int = 1, left: Int = 1,
    merges: [String] = [], hiddenRows: Set<Int> = [], hiddenColumns: [ClosedRange<Int>] = [],
    formulas: [String: String] = [:], percentages: Set<String> = [],
    visibility: SheetVisibility = .visible
  ) {
    let built = rows.enumerated().compactMap { offset, values -> Row? in
      let number = top + offset
      let cells = values.enumerated().compactMap { index, value -> Cell? in
        let reference = CellReference(row: number, column: left + index).description
        let formula = formulas[reference]
        if value == .empty, formula == nil { return nil }
        return Cell(
          column: left + index, value: value, formula: formula,
          isPercentage: percentages.contains(reference))
      }
      return cells.isEmpty
        ? nil : Row(number: number, isHidden: hiddenRows.contains(number), cells: cells)
    }
    self.init(
      name: name, visibility: visibility, rows: built,
      layout: SheetLayout(
        mergedRanges: merges.compactMap { CellRange($0) }, hiddenColumns: hiddenColumns))
  }
}
