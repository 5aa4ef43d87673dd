import Language
import Spreadsheet

/// The columns of the sheet Tiêu chí.
enum CriterionColumn: RegulationColumn {
  case code, content, maximum, kind, aspect, method, target, evidence, appliesTo, parent

  var titles: [String] {
    switch self {
    case .code: ["Mã", "Code"]
    case .content: ["Nội dung", "Content"]
    case .maximum: ["Điểm tối đa", "Maximum"]
    case .kind: ["Loại", "Kind"]
    case .aspect: ["Diện", "Aspect"]
    case .method: ["Cách chấm", "Method"]
    case .target: ["Chỉ tiêu", "Target"]
    case .evidence: ["Minh chứng", "Evidence"]
    case .appliesTo: ["Áp dụng", "Applies to"]
    case .parent: ["Thuộc", "Parent code", "Parent"]
    }
  }

  var isRequired: Bool { self == .code || self == .content || self == .maximum }
}

/// Reads the sheet Tiêu chí: the criteria and their groups.
struct CriteriaSheet {
  private(set) var criteria: [Criterion] = []
  private let sheet: RegulationSheet<CriterionColumn>
  private var rowOfCode: [String: Row] = [:]
  /// The criteria whose kind the sheet leaves open: they take that of their group.
  private var withoutKind: Set<String> = []

  /// Reads the sheet; `groups` are those of the units, nil where they are not known.
  init?(_ grid: SheetGrid, groups: [String]?, faults: inout [RegulationFault]) {
    guard let sheet = RegulationSheet<CriterionColumn>(grid, faults: &faults) else { return nil }
    self.sheet = sheet
    for row in sheet.rows where !sheet.isBlank(row) { readRow(row, groups, &faults) }
    if sheet.isEmpty { faults.append(RegulationFault(.noCriteria, sheet: sheet.name)) }
    checkParents(&faults)
    inheritKinds()
    checkMaximaAndTargets(&faults)
  }

  private mutating func readRow(
    _ row: Row, _ groups: [String]?, _ faults: inout [RegulationFault]
  ) {
    // A row without a usable code is read to its end all the same: every fault is reported at once.
    let code = sheet.required(.code, row, &faults) ?? ""
    if case .date = sheet.cell(.code, row)?.value {
      faults.append(sheet.fault(.codeIsDate, .code, row, ["value": code]))
    }
    let other = rowOfCode[code]
    if let other {
      faults.append(
        sheet.fault(
          .repeatedCode, .code, row, ["value": code, "other": sheet.place(.code, other)]))
    } else if !code.isEmpty {
      rowOfCode[code] = row
    }
    let content = sheet.required(.content, row, &faults) ?? ""
    var criterion = Criterion(code: code, content: content)
    if let cell = sheet.cell(.maximum, row) {
      if let points = RegulationText.number(cell).flatMap({ Points($0) }), points >= .zero {
        criterion.maximum = points
      } else {
        faults.append(
          sheet.fault(
            .invalidNumber, .maximum, row, ["value": cell.value.text, "expected": "0…"]))
      }
    }
    readChoices(&criterion, row, &faults)
    if let cell = sheet.cell(.target, row) {
      criterion.target = RegulationText.target(cell)
      if criterion.target == nil {
        faults.append(
          sheet.fault(
            .invalidNumber, .target, row, ["value": cell.value.text, "expected": "98, 97,5"]))
      }
    }
    criterion.requiresEvidence = sheet.cell(.evidence, row).map(RegulationMark.isSet) ?? false
    if let cell = sheet.cell(.evidence, row), !criterion.requiresEvidence {
      faults.append(
        sheet.fault(
          .invalidChoice, .evidence, row, ["value": cell.value.text, "expected": "x"]))
    }
    let applies = sheet.list(.appliesTo, row)
    if let groups, !applies.isEmpty {
      var matched: Set<String> = []
      for text in applies {
        let key = VietnameseText.accentKey(text)
        if let group = groups.first(where: { VietnameseText.accentKey($0) == key }) {
          matched.insert(group)
        } else {
          faults.append(
            sheet.fault(
              .unknownGroup, .appliesTo, row,
              ["value": text, "expected": groups.joined(separator: " · ")]))
        }
      }
      criterion.appliesTo = matched
    }
    criterion.parent = sheet.text(.parent, row)
    if !code.isEmpty, other == nil { criteria.append(criterion) }
  }

  private mutating func readChoices(
    _ criterion: inout Criterion, _ row: Row, _ faults: inout [RegulationFault]
  ) {
    if let text = sheet.text(.kind, row) {
      // `thường` and `thưởng` differ by a tone alone: accents count here.
      switch VietnameseText.accentKey(text) {
      case VietnameseText.accentKey("thường"): criterion.kind = .base
      case VietnameseText.accentKey("thưởng"): criterion.kind = .bonus
      case VietnameseText.accentKey("trừ"), "tru": criterion.kind = .deduction
      default:
        faults.append(
          sheet.fault(
            .invalidChoice, .kind, row, ["value": text, "expected": "thường · thưởng · trừ"]))
      }
    } else {
      withoutKind.insert(criterion.code)
    }
    if let text = sheet.text(.aspect, row) {
      switch VietnameseText.fold(text) {
      case "dot xuat": criterion.aspect = .unexpectedTask
      case "vuot kho": criterion.aspect = .hardship
      case "nhan to moi": criterion.aspect = .newFactor
      default:
        faults.append(
          sheet.fault(
            .invalidChoice, .aspect, row,
            ["value": text, "expected": "đột xuất · vượt khó · nhân tố mới"]))
      }
    }
    if let text = sheet.text(.method, row) {
      if let method = ScoringMethod(text: text) {
        criterion.method = method
      } else {
        faults.append(
          sheet.fault(
            .invalidMethod, .method, row,
            ["value": text, "expected": ScoringMethod.forms.joined(separator: " · ")]))
      }
    }
  }

  private mutating func checkParents(_ faults: inout [RegulationFault]) {
    for index in criteria.indices {
      guard let parent = criteria[index].parent, rowOfCode[parent] == nil,
        let row = rowOfCode[criteria[index].code]
      else { continue }
      // A code may be typed with its closing dot or in another case where it is referred to.
      let key = CriterionCode.literal(parent)
      if let match = criteria.first(where: { CriterionCode.literal($0.code) == key }) {
        criteria[index].parent = match.code
      } else {
        faults.append(sheet.fault(.unknownParent, .parent, row, ["value": parent]))
        criteria[index].parent = nil
      }
    }
    let parentOf = Dictionary(
      criteria.map { ($0.code, $0.parent) }, uniquingKeysWith: { first, _ in first })
    for index in criteria.indices {
      var steps = 0
      var next = criteria[index].parent
      while let code = next, code != criteria[index].code, steps <= criteria.count {
        next = parentOf[code] ?? nil
        steps += 1
      }
      if next != nil, let row = rowOfCode[criteria[index].code] {
        faults.append(sheet.fault(.parentCycle, .parent, row, ["value": criteria[index].code]))
      }
    }
  }

  private mutating func inheritKinds() {
    let table = CriteriaTable(criteria)
    for index in criteria.indices where withoutKind.contains(criteria[index].code) {
      var seen: Set<String> = []
      var next = criteria[index].parent
      while let code = next, seen.insert(code).inserted, let parent = table[code] {
        if !withoutKind.contains(code) {
          criteria[index].kind = parent.kind
          break
        }
        next = parent.parent
      }
    }
  }

  private func checkMaximaAndTargets(_ faults: inout [RegulationFault]) {
    let table = CriteriaTable(criteria)
    for criterion in table.scored {
      guard let row = rowOfCode[criterion.code] else { continue }
      let isOpen =
        switch criterion.method {
        case .points, .perCount: criterion.kind == .deduction
        default: false
        }
      if criterion.maximum == nil, !isOpen, sheet.has(.maximum), sheet.cell(.maximum, row) == nil,
        !sheet.isBroken(.maximum, row)
      {
        faults.append(
          sheet.fault(.missingMaximum, .maximum, row, ["value": criterion.code]))
      }
      guard let method = sheet.text(.method, row) else { continue }
      if let target = criterion.target {
        if !criterion.method.accepts(target: target) {
          faults.append(sheet.fault(.zeroTarget, .target, row, ["value": method]))
        }
      } else if criterion.method.needsTarget, sheet.cell(.target, row) == nil,
        !sheet.isBroken(.target, row)
      {
        faults.append(sheet.fault(.missingTarget, .target, row, ["value": method]))
      }
    }
  }
}

/// Codes of criteria, compared as they are written.
public enum CriterionCode {
  /// A code without case, spaces and closing punctuation: `1.1.` is `1.1`, `A)` is `a`.
  public static func literal(_ code: String) -> String {
    var key = VietnameseText.tidy(code).lowercased().filter { $0 != " " }
    while let last = key.last, ".):-–,;/".contains(last) { key.removeLast() }
    while let first = key.first, "(".contains(first) { key.removeFirst() }
    return key
  }
}
