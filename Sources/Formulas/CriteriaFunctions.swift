import Spreadsheet

extension FormulaInterpreter {
  private func area(
    _ expression: FormulaExpression
  ) throws(FormulaInterruption) -> CellArea {
    guard case .area(let area) = try operand(expression) else {
      throw .unsupported("criterion on an array")
    }
    return area
  }

  private func criterion(
    _ expression: FormulaExpression
  ) throws(FormulaInterruption) -> FormulaCriterion {
    try FormulaCriterion(try inspected(expression))
  }

  /// The numbers of SUMIF and AVERAGEIF beside which a cell meets the criterion.
  ///
  /// They stand in the third argument, whose size is that of the first, or in the first.
  func matchingNumbers(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> [Double] {
    let tested = try area(arguments[0])
    let criterion = try criterion(arguments[1])
    var summed = tested
    if arguments.count > 2 {
      summed = try area(arguments[2])
      let first = summed.range.first
      summed.range = CellRange(
        first,
        CellReference(row: first.row + tested.height - 1, column: first.column + tested.width - 1))
    }
    return try numbers(of: summed, where: [(tested, criterion)])
  }

  func sumIfs(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> FormulaValue {
    guard arguments.count % 2 == 1 else { throw .unsupported("SUMIFS of \(arguments.count)") }
    let summed = try area(arguments[0])
    var tests: [(area: CellArea, criterion: FormulaCriterion)] = []
    for index in stride(from: 1, to: arguments.count, by: 2) {
      let tested = try area(arguments[index])
      guard tested.height == summed.height, tested.width == summed.width else {
        throw .error(FormulaValue.valueError)
      }
      tests.append((tested, try criterion(arguments[index + 1])))
    }
    return try finite(sum(try numbers(of: summed, where: tests)))
  }

  func countIf(_ arguments: [FormulaExpression]) throws(FormulaInterruption) -> FormulaValue {
    let tested = try area(arguments[0])
    let criterion = try criterion(arguments[1])
    let entries = try values(in: tested)
    var count = 0
    for entry in entries where try criterion.matches(entry.value) { count += 1 }
    if try criterion.matches(.blank) { count += tested.height * tested.width - entries.count }
    return .number(Double(count))
  }

  /// The numbers of an area at whose places the cells of other areas meet their criteria.
  private func numbers(
    of summed: CellArea, where tests: [(area: CellArea, criterion: FormulaCriterion)]
  ) throws(FormulaInterruption) -> [Double] {
    // A criterion that a blank cell meets is known by the cells that fail it, any other by those
    // that meet it.
    var matching: Set<CellReference>?
    var failing: Set<CellReference> = []
    for test in tests {
      let takesBlank = try test.criterion.matches(.blank)
      var places: Set<CellReference> = []
      for entry in try values(in: test.area)
      where try test.criterion.matches(entry.value) != takesBlank {
        places.insert(Self.place(of: entry.address.cell, in: test.area, movedTo: summed))
      }
      if takesBlank {
        failing.formUnion(places)
      } else {
        matching = matching?.intersection(places) ?? places
      }
    }
    // The other cells are not looked at: the formula itself may stand among them.
    var numbers: [Double] = []
    let entries = try store.values(in: summed) { row, cell in
      let place = CellReference(row: row.number, column: cell.column)
      return matching?.contains(place) ?? true && !failing.contains(place)
    }
    for entry in entries {
      if let number = try rangeNumber(entry.value) { numbers.append(number) }
    }
    return numbers
  }

  private static func place(
    of cell: CellReference, in area: CellArea, movedTo other: CellArea
  ) -> CellReference {
    CellReference(
      row: cell.row - area.range.first.row + other.range.first.row,
      column: cell.column - area.range.first.column + other.range.first.column)
  }
}
