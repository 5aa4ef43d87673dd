import Language
import Spreadsheet

/// The items of the sheet Khối.
enum BlockItem: CaseIterable, Hashable {
  case name, year, office, place, signatory, position, deadline, late, decimals, overMaximum
  case missingScore, missingEvidence, scoreUsed, ties, bonusCap, totalCap, notApplicable, gap
  case corrections, publicScores, email, replyTo

  var titles: [String] {
    switch self {
    case .name: ["Tên khối", "Name"]
    case .year: ["Năm", "Year"]
    case .office: ["Cơ quan thường trực", "Office"]
    case .place: ["Địa danh", "Place"]
    case .signatory: ["Người ký", "Signatory"]
    case .position: ["Chức vụ", "Position"]
    case .deadline: ["Hạn nộp", "Deadline"]
    case .late: ["Nộp muộn", "Late"]
    case .decimals: ["Số lẻ", "Decimals"]
    case .overMaximum: ["Vượt điểm", "Over maximum"]
    case .missingScore: ["Thiếu điểm", "Missing score"]
    case .missingEvidence: ["Thiếu minh chứng", "Missing evidence"]
    case .scoreUsed: ["Điểm xét", "Score used"]
    case .ties: ["Bằng điểm", "Ties"]
    case .bonusCap: ["Trần điểm thưởng", "Bonus cap"]
    case .totalCap: ["Tổng tối đa", "Total cap"]
    case .notApplicable: ["Không phát sinh", "Not applicable"]
    case .gap: ["Ngưỡng chênh lệch", "Gap"]
    case .corrections: ["Hạn chỉnh sửa", "Correction deadline"]
    case .publicScores: ["Công khai điểm", "Public scores"]
    case .email: ["Thư điện tử", "Email"]
    case .replyTo: ["Thư trả lời về", "Reply to"]
    }
  }
}

/// The two columns of the sheet Khối.
enum BlockColumn: RegulationColumn {
  case item, value

  var titles: [String] {
    switch self {
    case .item: ["Mục", "Item"]
    case .value: ["Giá trị", "Value"]
    }
  }

  var isRequired: Bool { true }
}

/// Reads the sheet Khối: the block and its rules.
struct BlockSheet {
  /// The block; nil where name or year are missing.
  private(set) var block: Block?
  /// The tie chain as it is written, checked against the criteria once those are known.
  private(set) var tieTexts: [String] = []
  private(set) var tiePlace = ""
  private let sheet: RegulationSheet<BlockColumn>
  private var values: [BlockItem: (cell: Cell, place: String)] = [:]
  /// The items whose value is left blank, with the cell to fill in; nil where it is broken.
  private var blanks: [BlockItem: String?] = [:]

  init?(_ grid: SheetGrid, faults: inout [RegulationFault]) {
    guard let sheet = RegulationSheet<BlockColumn>(grid, faults: &faults) else { return nil }
    self.sheet = sheet
    collect(&faults)
    readBlock(&faults)
  }

  private mutating func collect(_ faults: inout [RegulationFault]) {
    for row in sheet.rows {
      guard let title = sheet.text(.item, row) else { continue }
      guard
        let item = BlockItem.allCases.first(where: {
          RegulationText.isTitle(title, of: $0.titles)
        })
      else { continue }
      guard let cell = sheet.cell(.value, row) else {
        blanks[item] = .some(
          sheet.has(.value) && !sheet.isBroken(.value, row) ? sheet.place(.value, row) : nil)
        continue
      }
      if let other = values[item] {
        faults.append(
          sheet.fault(.repeatedItem, .item, row, ["value": title, "other": other.place]))
      } else {
        values[item] = (cell, sheet.place(.value, row))
      }
    }
  }

  private func text(_ item: BlockItem) -> String {
    values[item].map { RegulationText.line($0.cell) } ?? ""
  }

  private func fault(_ problem: RegulationProblem, _ item: BlockItem, _ expected: String)
    -> RegulationFault
  {
    RegulationFault(
      problem, sheet: sheet.name, cell: values[item]?.place,
      ["value": text(item), "expected": expected])
  }

  private mutating func readBlock(_ faults: inout [RegulationFault]) {
    for item in [BlockItem.name, .year] where values[item] == nil && sheet.has(.item) {
      if let blank = blanks[item] {
        guard let place = blank else { continue }
        faults.append(
          RegulationFault(
            .missingValue, sheet: sheet.name, cell: place, ["column": item.titles[0]]))
      } else {
        faults.append(
          RegulationFault(.missingItem, sheet: sheet.name, ["expected": item.titles[0]]))
      }
    }
    var year = 0
    if let cell = values[.year]?.cell {
      if let quantity = RegulationText.number(cell), quantity.scale == 0,
        (1945...9999).contains(quantity.coefficient)
      {
        year = Int(quantity.coefficient)
      } else {
        faults.append(fault(.invalidNumber, .year, "2019"))
      }
    }
    var block = Block(name: text(.name), year: year)
    block.office = text(.office)
    block.place = text(.place)
    block.signatory = text(.signatory)
    block.position = text(.position)
    block.email = text(.email)
    block.replyTo = text(.replyTo)
    block.deadline = moment(.deadline, &faults)
    block.correctionDeadline = moment(.corrections, &faults)
    if let cell = values[.decimals]?.cell {
      if let quantity = RegulationText.number(cell), quantity.scale == 0,
        (0...4).contains(quantity.coefficient)
      {
        block.decimals = Int(quantity.coefficient)
      } else {
        faults.append(fault(.outOfRange, .decimals, "0, 1, 2, 3, 4"))
      }
    }
    block.bonusCap = points(.bonusCap, &faults)
    block.totalCap = points(.totalCap, &faults)
    if let cell = values[.gap]?.cell {
      if let percent = RegulationText.percent(cell) {
        block.gapThreshold = percent
      } else {
        faults.append(fault(.invalidPercent, .gap, ""))
      }
    }
    readPolicies(&block, &faults)
    tieTexts = RegulationText.list(text(.ties))
    tiePlace = values[.ties]?.place ?? ""
    if values[.name] != nil, values[.year] != nil { self.block = block }
  }

  private func moment(_ item: BlockItem, _ faults: inout [RegulationFault]) -> CivilDateTime? {
    guard let cell = values[item]?.cell else { return nil }
    if let date = RegulationText.dateTime(cell) { return date.endingDay }
    faults.append(fault(.invalidDate, item, "2019-11-20 17:00"))
    return nil
  }

  private func points(_ item: BlockItem, _ faults: inout [RegulationFault]) -> Points? {
    guard let cell = values[item]?.cell else { return nil }
    if let points = RegulationText.number(cell).flatMap({ Points($0) }), points >= .zero {
      return points
    }
    faults.append(fault(.invalidNumber, item, "0…"))
    return nil
  }

  private func readPolicies(_ block: inout Block, _ faults: inout [RegulationFault]) {
    func choose<Value>(
      _ item: BlockItem, _ choices: [(String, Value)], into value: inout Value
    ) {
      guard values[item] != nil else { return }
      let key = VietnameseText.fold(text(item))
      if let match = choices.first(where: { VietnameseText.fold($0.0) == key }) {
        value = match.1
      } else {
        faults.append(fault(.invalidChoice, item, choices.map(\.0).joined(separator: " · ")))
      }
    }
    choose(
      .overMaximum, [("lấy tối đa", .maximum), ("không tính", .zero)], into: &block.overMaximum)
    choose(
      .missingScore, [("tính 0", .zero), ("chờ bổ sung", .pending)], into: &block.missingScore)
    choose(
      .missingEvidence, [("cảnh báo", .warn), ("không tính", .zero)], into: &block.missingEvidence)
    choose(
      .notApplicable, [("tính đủ", .full), ("tính 0", .zero), ("quy đổi", .rescale)],
      into: &block.notApplicable)
    choose(.publicScores, [("không", false), ("có", true)], into: &block.publishesScores)
    if values[.late] != nil {
      if let late = LatePolicy(text: text(.late)) {
        block.late = late
      } else {
        faults.append(fault(.invalidChoice, .late, "nhận · không nhận · trừ N điểm/ngày"))
      }
    }
    if values[.scoreUsed] != nil {
      if let used = ScoreUsed(text: text(.scoreUsed)) {
        block.scoreUsed = used
      } else {
        faults.append(
          fault(
            .invalidChoice, .scoreUsed,
            "tự chấm · thẩm định, thiếu thì tự chấm · thẩm định · tự chấm A%, thẩm định B%"))
      }
    }
  }

  /// The tie chain, each key checked against the criteria.
  func ties(criteria: [Criterion], faults: inout [RegulationFault]) -> [TieKey] {
    tieTexts.compactMap { text in
      if let key = TieKey(text: text, criteria: criteria) { return key }
      faults.append(
        RegulationFault(
          .unknownTieKey, sheet: sheet.name, cell: tiePlace,
          [
            "value": text,
            "expected": TieKey.words.map(\.0).joined(separator: " · "),
          ]))
      return nil
    }
  }
}

extension LatePolicy {
  init?(text: String) {
    let key = VietnameseText.fold(text)
    if key == "nhan" {
      self = .accept
    } else if key == "khong nhan" {
      self = .refuse
    } else if key.hasPrefix("tru ") {
      let number = text.drop { !$0.isNumber }.prefix { $0.isNumber || ",.".contains($0) }
      let rest = text.drop { !$0.isNumber }.dropFirst(number.count)
      guard ["diem ngay", "d ngay"].contains(VietnameseText.fold(rest)),
        let points = RegulationText.number(number).flatMap({ Points($0) }), points > .zero
      else { return nil }
      self = .deductPerDay(points)
    } else {
      return nil
    }
  }
}

extension ScoreUsed {
  init?(text: String) {
    switch VietnameseText.fold(text) {
    case "tu cham": self = .selfScore
    case "tham dinh thieu thi tu cham": self = .appraisedElseSelf
    case "tham dinh": self = .appraised
    default:
      // `tự chấm 40%, thẩm định 60%`, in either order; a comma may also mark decimals.
      let parts = text.split(separator: "%").map { VietnameseText.tidy($0) }.filter { !$0.isEmpty }
      guard parts.count == 2 else { return nil }
      var percents: [String: Quantity] = [:]
      for part in parts {
        let words = VietnameseText.fold(part.filter { !$0.isNumber })
        let digits = part.drop { !$0.isNumber }
        guard let percent = RegulationText.number(digits), percent >= Quantity(0) else {
          return nil
        }
        percents[words] = percent
      }
      guard let own = percents["tu cham"], let appraised = percents["tham dinh"],
        own.fraction + appraised.fraction == Fraction(100)
      else { return nil }
      self = .weighted(selfPercent: own, appraisedPercent: appraised)
    }
  }
}

extension TieKey {
  /// The words of the tie chain that are no criterion's code.
  static let words: [(String, TieKey)] = [
    ("đột xuất", .aspect(.unexpectedTask)), ("vượt khó", .aspect(.hardship)),
    ("nhân tố mới", .aspect(.newFactor)), ("thường", .base), ("thưởng", .bonus),
    ("ít điểm trừ", .fewerDeductions), ("năm trước", .lastYear), ("ký trước", .signedEarlier),
  ]

  init?(text: String, criteria: [Criterion]) {
    // `thường` and `thưởng` differ by a tone alone: accents count here, but for words that
    // are no other's without them.
    let key = VietnameseText.accentKey(text)
    let plain = VietnameseText.fold(text)
    let unaccented = Self.words.filter { VietnameseText.fold($0.0) == plain }
    if let criterion = criteria.first(where: { $0.code == text })
      ?? criteria.first(where: { $0.code.lowercased() == text.lowercased() })
    {
      self = .criterion(criterion.code)
    } else if let word = Self.words.first(where: { VietnameseText.accentKey($0.0) == key }) {
      self = word.1
    } else if unaccented.count == 1, VietnameseText.isUnaccented(text) {
      self = unaccented[0].1
    } else {
      return nil
    }
  }
}
