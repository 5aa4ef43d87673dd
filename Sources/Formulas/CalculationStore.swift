import Spreadsheet

/// The cells of a workbook with the results of formulas that were computed so far.
///
/// Cells that need each other are computed from a list, not by recursion: a chain of any length
/// takes no more of the stack than one formula.
final class CalculationStore {
  let workbook: WorkbookGrid
  private let sheets: [String: Int]
  private var results: [CellAddress: Result<FormulaValue, FormulaFailure>] = [:]
  private var visits = 0

  /// How many cells formulas may read in all, counting each cell as often as it is read.
  private static let maximumVisits = 5_000_000
  /// How many of the cells that a range lacks are asked for at once.
  private static let batch = 64

  init(workbook: WorkbookGrid) {
    self.workbook = workbook
    sheets = Dictionary(
      workbook.sheets.enumerated().map { ($1.name.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The position of the sheet with this name, whatever its case.
  func sheet(named name: String) -> Int? { sheets[name.lowercased()] }

  func cell(at address: CellAddress) -> Cell? { workbook.sheets[address.sheet][address.cell] }

  /// The value of a cell.
  ///
  /// - Throws: `pending` with the cell where it is still to be computed.
  func value(at address: CellAddress) throws(FormulaInterruption) -> FormulaValue {
    try visit(1)
    guard let cell = cell(at: address) else { return .blank }
    guard let value = try settled(cell, at: address) else { throw .pending([address]) }
    return value
  }

  /// The values of the cells of an area that are not blank, row by row.
  ///
  /// - Throws: `pending` with some of its cells where there are any still to be computed.
  func values(
    in area: CellArea, where isWanted: (Row, Cell) throws(FormulaInterruption) -> Bool
  ) throws(FormulaInterruption) -> [(address: CellAddress, value: FormulaValue)] {
    var values: [(address: CellAddress, value: FormulaValue)] = []
    var pending: [CellAddress] = []
    let rows = workbook.sheets[area.sheet].rows
    var index = rows.partitioningIndex { $0.number >= area.range.first.row }
    while index < rows.count, rows[index].number <= area.range.last.row {
      let row = rows[index]
      index += 1
      var column = row.cells.partitioningIndex { $0.column >= area.range.first.column }
      try visit(1)
      while column < row.cells.count, row.cells[column].column <= area.range.last.column {
        let cell = row.cells[column]
        column += 1
        try visit(1)
        guard try isWanted(row, cell) else { continue }
        let address = CellAddress(
          sheet: area.sheet, cell: CellReference(row: row.number, column: cell.column))
        if let value = try settled(cell, at: address) {
          if value != .blank { values.append((address, value)) }
        } else {
          pending.append(address)
          if pending.count == Self.batch { throw .pending(pending) }
        }
      }
    }
    if !pending.isEmpty { throw .pending(pending) }
    return values
  }

  /// The value of a cell; nil where it is still to be computed.
  private func settled(
    _ cell: Cell, at address: CellAddress
  ) throws(FormulaInterruption) -> FormulaValue? {
    guard needsCalculation(cell) else { return FormulaValue(cell.value) }
    switch results[address] {
    case .success(let value): return value
    case .failure(let failure): throw .failed(failure)
    case nil: return nil
    }
  }

  private func visit(_ count: Int) throws(FormulaInterruption) {
    visits += count
    if visits > Self.maximumVisits { throw .failed(.tooLarge) }
  }

  /// Whether the file holds no result of the cell's formula that can be relied on.
  func needsCalculation(_ cell: Cell) -> Bool {
    cell.formula != nil
      && (cell.value == .empty || (workbook.recalculatesOnLoad && cell.value == .number(0)))
  }

  // MARK: Computing

  /// A formula that is being computed.
  private struct Task {
    var address: CellAddress
    /// Nil until its turn comes the first time.
    var expression: FormulaExpression?
  }

  /// Computes the formula in a cell, after the cells that it needs.
  func result(at address: CellAddress) -> Result<FormulaValue, FormulaFailure> {
    var tasks = [Task(address: address)]
    // The formulas that wait for the one on top of the list: needing one of them is a circle.
    var begun: Set<CellAddress> = []
    while var task = tasks.popLast() {
      if results[task.address] != nil { continue }
      do throws(FormulaInterruption) {
        let expression: FormulaExpression
        if let known = task.expression {
          expression = known
        } else {
          expression = try parsed(task.address)
          task.expression = expression
        }
        let interpreter = FormulaInterpreter(store: self, sheet: task.address.sheet)
        results[task.address] = .success(try interpreter.scalar(expression))
      } catch {
        switch error {
        case .error(let token): results[task.address] = .success(.error(token))
        case .failed(let failure): results[task.address] = .failure(failure)
        case .pending(let needed):
          begun.insert(task.address)
          if let circular = needed.first(where: begun.contains) {
            results[task.address] = .failure(
              .cycle(sheet: workbook.sheets[circular.sheet].name, cell: circular.cell))
          } else {
            tasks.append(task)
            tasks += needed.map { Task(address: $0) }
          }
        }
      }
      if results[task.address] != nil { begun.remove(task.address) }
    }
    return results[address] ?? .failure(.tooLarge)
  }

  private func parsed(_ address: CellAddress) throws(FormulaInterruption) -> FormulaExpression {
    let formula = cell(at: address)?.formula ?? ""
    guard !formula.isEmpty else {
      throw .failed(
        .notCalculated(sheet: workbook.sheets[address.sheet].name, cell: address.cell))
    }
    do throws(FormulaFailure) {
      return try FormulaParser.expression(of: formula)
    } catch {
      throw .failed(error)
    }
  }
}
