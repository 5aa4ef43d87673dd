import Readers

/// What a person should know before trusting the cells of a file.
func warnings(about workbook: any WorkbookSource) -> [String] {
  var warnings: [String] = []
  if !workbook.isTyped {
    warnings.append("Every cell is text; numbers and dates are not told apart.")
  }
  if workbook.recalculatesOnLoad {
    warnings.append("A stored 0 may stand for a result that is not known.")
  }
  for note in workbook.notes {
    switch note {
    case .macros: warnings.append("The file has macros. They were not run.")
    case .legacyEncoding(let name, let evidence): warnings.append("Read as \(name): \(evidence).")
    }
  }
  return warnings
}
