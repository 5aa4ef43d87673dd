import Language
import Spreadsheet

/// The columns of the sheet Xếp loại.
enum ClassColumn: RegulationColumn {
  case name, floor, quota, condition

  var titles: [String] {
    switch self {
    case .name: ["Mức", "Class"]
    case .floor: ["Từ điểm", "From"]
    case .quota: ["Tỷ lệ tối đa", "Quota"]
    case .condition: ["Điều kiện", "Condition"]
    }
  }

  var isRequired: Bool { self == .name || self == .floor }
}

/// Reads the sheet Xếp loại: the classes, best first.
struct ClassesSheet {
  /// The classes; with faults also those that are read in part.
  private(set) var classes: [ClassRule] = []

  init?(_ grid: SheetGrid, faults: inout [RegulationFault]) {
    guard let sheet = RegulationSheet<ClassColumn>(grid, faults: &faults) else { return nil }
    var places: [String: String] = [:]
    for row in sheet.rows where !sheet.isBlank(row) {
      let name = sheet.required(.name, row, &faults)
      let key = VietnameseText.accentKey(name ?? "")
      if let name, let other = places[key] {
        faults.append(sheet.fault(.repeatedClass, .name, row, ["value": name, "other": other]))
      } else if name != nil {
        places[key] = sheet.place(.name, row)
      }
      var rule = ClassRule(name: name ?? "", floor: .zero)
      if let text = sheet.required(.floor, row, &faults), let cell = sheet.cell(.floor, row) {
        if let floor = RegulationText.number(cell).flatMap({ Points($0) }) {
          rule.floor = floor
        } else {
          faults.append(
            sheet.fault(.invalidNumber, .floor, row, ["value": text, "expected": "90"]))
        }
      }
      if let cell = sheet.cell(.quota, row) {
        rule.quotaPercent = RegulationText.percent(cell)
        if rule.quotaPercent == nil {
          faults.append(sheet.fault(.invalidPercent, .quota, row, ["value": cell.value.text]))
        }
      }
      if let text = sheet.text(.condition, row) {
        switch VietnameseText.fold(text) {
        case "khong co diem tru": rule.condition = .noDeduction
        case "da ky giao uoc": rule.condition = .covenantSigned
        default:
          faults.append(
            sheet.fault(
              .invalidChoice, .condition, row,
              ["value": text, "expected": "không có điểm trừ · đã ký giao ước"]))
        }
      }
      classes.append(rule)
    }
    // The highest class comes first whatever the order of the rows.
    classes = classes.enumerated()
      .sorted { ($1.element.floor, $0.offset) < ($0.element.floor, $1.offset) }.map(\.element)
  }
}
