import Language
import Spreadsheet

/// The columns of the sheet Danh hiệu.
enum TitleColumn: RegulationColumn {
  case name, subject, quota, minimumClass, decision, condition

  var titles: [String] {
    switch self {
    case .name: ["Danh hiệu", "Title"]
    case .subject: ["Đối tượng", "Subject"]
    case .quota: ["Số lượng", "Count"]
    case .minimumClass: ["Từ mức", "Minimum class"]
    case .decision: ["Cách xét", "Decision"]
    case .condition: ["Điều kiện", "Condition"]
    }
  }

  var isRequired: Bool { self == .name || self == .subject }
}

/// Reads the sheet Danh hiệu.
struct TitlesSheet {
  /// The titles; with faults also those that are read in part.
  private(set) var titles: [TitleRule] = []

  /// Reads the sheet; `classes` is nil where the classes are not known.
  init?(_ grid: SheetGrid, classes: [ClassRule]?, faults: inout [RegulationFault]) {
    guard let sheet = RegulationSheet<TitleColumn>(grid, faults: &faults) else { return nil }
    var places: [String: String] = [:]
    for row in sheet.rows where !sheet.isBlank(row) {
      let name = sheet.required(.name, row, &faults) ?? ""
      var subject = TitleSubject.collective
      if let text = sheet.required(.subject, row, &faults) {
        switch VietnameseText.fold(text) {
        case "tap the": subject = .collective
        case "ca nhan": subject = .individual
        default:
          faults.append(
            sheet.fault(
              .invalidChoice, .subject, row, ["value": text, "expected": "tập thể · cá nhân"]))
        }
      }
      // One title may stand for collectives and for individuals.
      let key = VietnameseText.accentKey(name) + (subject == .collective ? "/c" : "/i")
      if let other = places[key] {
        faults.append(sheet.fault(.repeatedTitle, .name, row, ["value": name, "other": other]))
      } else if !name.isEmpty {
        places[key] = sheet.place(.name, row)
      }
      var rule = TitleRule(name: name, subject: subject, quota: .unlimited)
      if let cell = sheet.cell(.quota, row) {
        if let quota = Self.quota(cell) {
          rule.quota = quota
        } else if subject == .individual, let quota = TitleQuotaBase.quota(cell.value.text) {
          (rule.quota, rule.quotaBase) = (.percent(quota.percent), quota.base)
        } else {
          faults.append(
            sheet.fault(
              .invalidNumber, .quota, row, ["value": cell.value.text, "expected": "1, 20%"]))
        }
      }
      if let classes, let text = sheet.text(.minimumClass, row) {
        let key = VietnameseText.accentKey(text)
        rule.minimumClass = classes.first { VietnameseText.accentKey($0.name) == key }?.name
        if rule.minimumClass == nil {
          faults.append(
            sheet.fault(
              .unknownClass, .minimumClass, row,
              ["value": text, "expected": classes.map(\.name).joined(separator: " · ")]))
        }
      }
      if let text = sheet.text(.decision, row) {
        if let decision = TitleDecision(text: text) {
          rule.decision = decision
        } else {
          faults.append(
            sheet.fault(
              .invalidChoice, .decision, row,
              ["value": text, "expected": "điểm · điểm rồi phiếu 80%"]))
        }
      }
      // Conditions ask something of a person's nomination; collectives have Từ mức.
      if subject == .individual, let text = sheet.text(.condition, row) {
        if let conditions = TitleCondition.list(text) {
          rule.conditions = conditions
        } else {
          faults.append(
            sheet.fault(
              .invalidChoice, .condition, row,
              ["value": text, "expected": TitleCondition.choices]))
        }
      }
      titles.append(rule)
    }
  }

  private static func quota(_ cell: Cell) -> TitleQuota? {
    if RegulationText.isPercentage(cell) {
      return RegulationText.percent(cell).map { .percent($0) }
    }
    guard let number = RegulationText.number(cell), number.scale == 0, number.coefficient >= 0
    else { return nil }
    return .count(Int(number.coefficient))
  }
}

extension TitleDecision {
  /// Reads `điểm` and `điểm rồi phiếu P%`.
  init?(text: String) {
    let key = VietnameseText.fold(text)
    if key == "diem" {
      self = .score
    } else if key.hasPrefix("diem roi phieu "),
      let percent = RegulationText.percent(text.drop { !$0.isNumber }), percent > Quantity(0),
      percent <= Quantity(100)
    {
      self = .scoreThenVote(percent: percent)
    } else {
      return nil
    }
  }
}
