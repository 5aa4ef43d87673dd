import Language
import Spreadsheet

/// The columns of the sheet Giao ước.
enum CovenantColumn: RegulationColumn {
  case unit, criterion, target

  var titles: [String] {
    switch self {
    case .unit: ["Đơn vị", "Unit"]
    case .criterion: ["Tiêu chí", "Criterion"]
    case .target: ["Chỉ tiêu", "Target"]
    }
  }

  var isRequired: Bool { true }
}

/// Reads the sheet Giao ước: the targets that units signed, in the place of the common ones.
struct CovenantSheet {
  private(set) var targets: [CovenantTarget] = []

  /// Reads the sheet; `units` and `criteria` are nil where they are not known.
  init?(
    _ grid: SheetGrid, units: [MemberUnit]?, criteria: [Criterion]?,
    faults: inout [RegulationFault]
  ) {
    guard let sheet = RegulationSheet<CovenantColumn>(grid, faults: &faults) else { return nil }
    var places: [String: String] = [:]
    for row in sheet.rows where !sheet.isBlank(row) {
      let unit = sheet.unit(.unit, row, among: units, &faults)
      let criterion = Self.criterion(sheet, row, criteria, &faults)
      if let unit, let criterion {
        let key = "\(unit)/\(criterion.code)"
        if let other = places.updateValue(sheet.place(.unit, row), forKey: key) {
          faults.append(
            sheet.fault(
              .repeatedTarget, .unit, row,
              ["value": "\(unit), \(criterion.code)", "other": other]))
        }
      }
      guard let target = Self.target(sheet, row, criterion, &faults), let unit, let criterion
      else { continue }
      targets.append(CovenantTarget(unit: unit, criterion: criterion.code, target: target))
    }
  }

  private static func criterion(
    _ sheet: RegulationSheet<CovenantColumn>, _ row: Row, _ criteria: [Criterion]?,
    _ faults: inout [RegulationFault]
  ) -> Criterion? {
    guard let text = sheet.required(.criterion, row, &faults), let criteria else { return nil }
    let key = CriterionCode.literal(text)
    let match =
      criteria.first { $0.code == text } ?? criteria.first { CriterionCode.literal($0.code) == key }
    if match == nil {
      faults.append(sheet.fault(.unknownCriterion, .criterion, row, ["value": text]))
    }
    return match
  }

  private static func target(
    _ sheet: RegulationSheet<CovenantColumn>, _ row: Row, _ criterion: Criterion?,
    _ faults: inout [RegulationFault]
  ) -> Quantity? {
    guard sheet.required(.target, row, &faults) != nil, let cell = sheet.cell(.target, row) else {
      return nil
    }
    guard let target = RegulationText.target(cell) else {
      faults.append(
        sheet.fault(
          .invalidNumber, .target, row, ["value": cell.value.text, "expected": "98, 97,5"]))
      return nil
    }
    if let criterion, !criterion.method.accepts(target: target) {
      faults.append(
        sheet.fault(.zeroTarget, .target, row, ["value": criterion.code]))
      return nil
    }
    return target
  }
}

extension RegulationSheet {
  /// The code of the unit that a cell names by its code, name or another name.
  ///
  /// - Parameter units: nil where they are not known, and nothing is said about the cell.
  func unit(
    _ column: Column, _ row: Row, among units: [MemberUnit]?, _ faults: inout [RegulationFault]
  ) -> String? {
    guard let text = required(column, row, &faults), let units else { return nil }
    let key = VietnameseText.accentKey(text)
    let match =
      units.first { $0.code.lowercased() == text.lowercased() }
      ?? units.first { unit in
        ([unit.name] + unit.aliases).contains { VietnameseText.accentKey($0) == key }
      }
    if match == nil { faults.append(fault(.unknownUnit, column, row, ["value": text])) }
    return match?.code
  }
}
