import Readers

/// What a cell holds, in words.
func description(of cell: Cell) -> String {
  let value =
    switch cell.value {
    case .empty: cell.formula == nil ? "nothing" : "a formula that was never calculated"
    case .number(let number) where cell.isPercentage: "\(number * 100) percent"
    case .number(let number): "the number \(number)"
    case .text(let text): "the text \(text)"
    case .boolean(let flag): "\(flag)"
    case .error(let token): "the error \(token)"
    case .date(let date): "day \(date.day) of month \(date.month) of \(date.year)"
    case .time(let time): "\(time.milliseconds / 60_000) minutes"
    }
  guard let formula = cell.formula, !formula.isEmpty else { return value }
  return "\(value), by =\(formula)"
}
