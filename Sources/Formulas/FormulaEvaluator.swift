public import Spreadsheet

/// Computes formulas that the program which wrote a workbook never calculated.
///
/// The semantics are those of ECMA-376 Part 1, §18.17, as spreadsheet programs apply them: numbers
/// are doubles, rounded and compared at 15 significant digits; text in ranges is passed over by
/// sums; blank cells count 0. What a result would depend on the language, the clock or another
/// file for is not computed. A result is kept, so that formulas which share cells are computed
/// once.
public struct FormulaEvaluator {
  private let store: CalculationStore

  /// An evaluator of the formulas of `workbook`.
  public init(workbook: WorkbookGrid) {
    store = CalculationStore(workbook: workbook)
  }

  /// Whether the file holds no usable result of a cell's formula: none at all, or a 0 in a
  /// workbook that asks for full calculation on load.
  public func needsCalculation(_ cell: Cell) -> Bool { store.needsCalculation(cell) }

  /// The value of a cell, its formula and those it needs computed where the file lacks a result.
  ///
  /// - Parameters:
  ///   - cell: the cell's place on its sheet.
  ///   - sheet: the sheet's name, in any case.
  /// - Returns: the value, an error value included; a formula that refers to a blank cell gives 0;
  ///   a blank cell without a formula is empty. Or why there is none: never a guess.
  public func evaluate(
    _ cell: CellReference, onSheet sheet: String
  ) -> Result<CellValue, FormulaFailure> {
    guard let index = store.sheet(named: sheet) else { return .failure(.unsupported(sheet)) }
    let address = CellAddress(sheet: index, cell: cell)
    guard let content = store.cell(at: address) else { return .success(.empty) }
    guard store.needsCalculation(content) else { return .success(content.value) }
    return store.result(at: address).map(\.cellValue)
  }
}
