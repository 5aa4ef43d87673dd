import Language
import Regulation
import Spreadsheet

/// What may be typed into the inputs of a form's rows, with what is said about it.
struct FormRules {
  let form: UnitForm

  /// The rule of a cell for points.
  func points(_ criterion: Criterion, cell: CellReference) -> (CellRule, String) {
    let isOpen = criterion.maximum == nil
    let text =
      if criterion.kind == .deduction {
        form.text(.deductionHint)
      } else if let maximum = criterion.maximum {
        form.text(.scoreHint, ["maximum": form.number("\(maximum)")])
      } else {
        form.text(.scoreHintOpen)
      }
    if takesNotApplicable(criterion) {
      let bound = criterion.maximum.map { ",\(cell)<=\($0)" } ?? ""
      return (orNotApplicable(cell, "\(cell)>=0\(bound)"), text + form.text(.notApplicableHint))
    }
    let maximum = criterion.maximum?.doubleValue ?? 0
    return (isOpen ? .decimalFromZero : .decimal(0...maximum), text)
  }

  /// The rule of a cell for a result.
  func result(_ criterion: Criterion, cell: CellReference) -> (CellRule, String) {
    let allows = takesNotApplicable(criterion)
    let remark = allows ? form.text(.notApplicableHint) : ""
    switch criterion.method {
    case .passFail:
      return (.list(["có", "không"] + (allows ? ["KPS"] : [])), form.text(.passFailHint) + remark)
    case .perCount(let each):
      let text = form.text(.countHint, ["step": form.number("\(each)")]) + remark
      let whole = "\(cell)>=0,\(cell)=INT(\(cell))"
      return (allows ? orNotApplicable(cell, whole) : .wholeFromZero, text)
    default:
      let text =
        criterion.target.map { form.text(.targetHint, ["target": form.number("\($0)")]) }
        ?? form.text(.resultHint)
      return (allows ? orNotApplicable(cell, "\(cell)>=0") : .decimalFromZero, text + remark)
    }
  }

  /// Whether `KPS` says more than 0: under the default the two are the same, and numbers suffice.
  private func takesNotApplicable(_ criterion: Criterion) -> Bool {
    criterion.kind == .base && form.regulation.block.notApplicable != .zero
  }

  private func orNotApplicable(_ cell: CellReference, _ bounds: String) -> CellRule {
    .formula("IF(ISNUMBER(\(cell)),AND(\(bounds)),\(cell)=\"KPS\")")
  }
}

extension UnitForm {
  /// A number as the form's language writes it.
  func number(_ text: String) -> String {
    language == .vi ? text.replacing(".", with: ",") : text
  }
}
