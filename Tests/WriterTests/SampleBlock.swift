import Analysis
import Language
import Ranking
import Regulation
import Spreadsheet
import Writer

@testable import Normalizer

/// A block with everything that reports have to show.
///
/// Groups, caps, bonus, deductions, ties, every status, every severity; all points are invented,
/// and the same parameters give the same block.
struct SampleBlock {
  var regulation: Regulation
  private var tables: [ScoreTable] = []
  private var extraFiles: [NormalizedFile] = []
  private var findings: [Finding] = []

  private var state: UInt64 = 20_190_318

  /// A number below `bound`, the next of a fixed sequence.
  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  static let unitNames = [
    ("CA", "Công an tỉnh"), ("QS", "Bộ Chỉ huy quân sự tỉnh"),
    ("BP", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"), ("VKS", "Viện kiểm sát nhân dân tỉnh"),
    ("TA", "Tòa án nhân dân tỉnh"), ("THA", "Cục Thi hành án dân sự tỉnh"),
    ("TG", "Trại giam Xuyên Mộc"), ("HD", "Hải đoàn 18"),
  ]

  static let groupTitles = [
    "Thực hiện nhiệm vụ chuyên môn được giao", "Nhiệm vụ đột xuất, khắc phục khó khăn",
    "Học tập Nghị quyết Trung ương 4, Chỉ thị 05 và xây dựng Đảng",
    "Tổ chức phong trào thi đua và công tác khen thưởng", "Điểm thưởng, điểm trừ",
  ]

  /// The standard block: eight units in two groups, about thirty criteria.
  static func standard() -> SampleBlock { SampleBlock(units: 8, criteriaPerGroup: 6) }

  /// A block of `units` units and five groups of criteria.
  init(
    units unitCount: Int, criteriaPerGroup: Int, change: (inout Regulation) -> Void = { _ in }
  ) {
    var block = Block(name: "Khối Nội chính", year: 2019)
    block.office = "Công an tỉnh - Khối trưởng Khối thi đua Nội chính"
    block.place = "Bà Rịa - Vũng Tàu"
    block.position = "Khối trưởng"
    block.bonusCap = Points(tenThousandths: 60_000)
    block.notApplicable = .rescale
    block.ties = [.bonus]
    let units = (0..<unitCount).map { index in
      let named = Self.unitNames[index % Self.unitNames.count]
      let round = index / Self.unitNames.count
      var unit = MemberUnit(
        code: round == 0 ? named.0 : "\(named.0)\(round + 1)",
        name: round == 0 ? named.1 : "\(named.1) \(round + 1)")
      unit.group = index % 2 == 0 ? "Lực lượng vũ trang" : "Tư pháp"
      unit.covenant = .signedUndated
      return unit
    }
    regulation = Regulation(
      block: block, units: units,
      criteria: CriteriaTable(Self.criteria(perGroup: criteriaPerGroup)),
      classes: [
        ClassRule(name: "Xuất sắc", floor: Points(85), quotaPercent: Quantity(40)),
        ClassRule(name: "Tốt", floor: Points(75)), ClassRule(name: "Khá", floor: Points(60)),
        ClassRule(name: "Không hoàn thành", floor: Points(0)),
      ],
      titles: [
        TitleRule(
          name: "Cờ thi đua của tỉnh", subject: .collective, quota: .count(1),
          minimumClass: "Xuất sắc"),
        TitleRule(
          name: "Bằng khen", subject: .collective, quota: .percent(Quantity(50)),
          minimumClass: "Tốt"),
      ])
    if unitCount > 7 {
      regulation.units[6].covenant = nil
      regulation.units[5].exclusion = "đang xem xét kỷ luật"
    }
    change(&regulation)
    fill()
  }

  /// Five groups: capped, plain, with a subgroup, with a kind for one group of units, mixed.
  private static func criteria(perGroup count: Int) -> [Criterion] {
    let signs = ["I", "II", "III", "IV", "V"]
    var criteria: [Criterion] = []
    for (group, sign) in signs.enumerated() {
      var head = Criterion(code: sign, content: groupTitles[group])
      head.maximum = [nil, Points(22), Points(26), nil, nil][group]
      criteria.append(head)
      var parent = sign
      for index in 1...count {
        if group == 2, index == count / 2 {
          parent = "\(sign).a"
          var subgroup = Criterion(
            code: parent, content: "Nội dung riêng của đơn vị", maximum: Points(12))
          subgroup.parent = sign
          criteria.append(subgroup)
        }
        var criterion = Criterion(
          code: "\(group + 1).\(index)",
          content: "\(groupTitles[group]): nội dung thứ \(index), có kế hoạch, kết quả cụ thể và "
            + "minh chứng kèm theo",
          maximum: Points(
            tenThousandths: Int64(1 + (index + group) % 4) * (group == 4 ? 10_000 : 20_000)))
        criterion.parent = parent
        if group == 4 {
          criterion.kind = index % 2 == 0 ? .deduction : .bonus
          if criterion.kind == .deduction, index == 2 { criterion.maximum = nil }
        }
        if group == 3, index == 2 { criterion.appliesTo = ["Tư pháp"] }
        criteria.append(criterion)
      }
    }
    return criteria
  }

  private mutating func fill() {
    for (index, unit) in regulation.units.enumerated() where index != 7 {
      let path = "bai-nop/\(unit.code.lowercased())/bang-cham-diem-\(unit.code).xlsx"
      let source = SubmissionSource(
        file: path, sha256: digest(index), sheet: "Chấm điểm",
        received: index % 3 == 0 ? "2019-11-2\(index % 10)T09:00:00+07:00" : nil)
      var entries: [String: ScoreEntry] = [:]
      let sums = CappedSums(criteria: regulation.criteria, group: unit.group)
      for (row, criterion) in regulation.criteria.scored.enumerated() where sums.applies(criterion)
      {
        entries[criterion.code] = entry(criterion, row: row + 9, unit: index)
      }
      // Two units of a group with the same points throughout tie.
      var table = ScoreTable(unit: unit.code, source: source, entries: entries)
      if index == 2, let first = tables.first { table.entries = first.entries }
      tables.append(table)
    }
    addFindings()
  }

  private func digest(_ index: Int) -> String {
    String(repeating: "\(index % 10)a4f", count: 16)
  }

  private mutating func entry(_ criterion: Criterion, row: Int, unit: Int) -> ScoreEntry {
    let maximum = criterion.maximum ?? Points(3)
    let share = criterion.kind == .base ? min(100, 70 + next(31) + (unit % 5) * 3 - 8) : next(60)
    let points = Points(
      tenThousandths: maximum.tenThousandths * Int64(share) / 100 / 2_500 * 2_500)
    var entry = ScoreEntry(
      selfPoints: points, countedPoints: points, sheet: "Chấm điểm", cell: "D\(row)")
    switch next(25) {
    case 0:
      entry.isNotApplicable = criterion.kind == .base
      if entry.isNotApplicable {
        entry.selfPoints = nil
        entry.countedPoints = .zero
      }
    case 1:
      entry.selfPoints = nil
      entry.countedPoints = nil
      entry.cell = nil
    case 2...6:
      let appraised = Points(tenThousandths: points.tenThousandths * 9 / 10 / 2_500 * 2_500)
      entry.appraisedPoints = appraised
      entry.countedPoints = appraised
    default: break
    }
    return entry
  }

  private mutating func addFindings() {
    let file = tables[0].source.file
    let unit = tables[0].unit
    findings = [
      Finding(
        .overMaximum, .warning, unit: unit, file: file, sheet: "Chấm điểm", cell: "D9",
        value: "12", action: "2.5", arguments: ["criterion": "1.1", "expected": "2.5"]),
      Finding(
        .notANumber, .error, unit: unit, file: file, sheet: "Chấm điểm", cell: "D11",
        value: "=HYPERLINK(\"http://example.org\")", arguments: ["criterion": "1.3"]),
      Finding(
        .numberAsText, .info, unit: unit, file: file, sheet: "Chấm điểm", cell: "D12",
        value: "2,5", action: "2.5"),
      Finding(
        .unitUnknown, .error, file: "bai-nop/khong-ro.xlsx", value: "Sở Mới thành lập",
        arguments: ["other": "Công an tỉnh"]),
    ]
    for (index, table) in tables.enumerated() {
      findings.append(
        Finding(
          .missingEvidence, .warning, unit: table.unit, file: table.source.file,
          sheet: "Chấm điểm", cell: "E\(10 + index)", value: "2", action: "2",
          arguments: ["criterion": "1.2"]))
      findings.append(
        Finding(
          .totalMismatch, .warning, unit: table.unit, file: table.source.file,
          sheet: "Chấm điểm", cell: "D60", value: "88,5", action: "87.25",
          arguments: ["expected": "87.25"]))
    }
    extraFiles = [
      NormalizedFile(
        path: "bai-nop/khong-ro.xlsx", name: "khong-ro.xlsx", sha256: digest(98), received: nil,
        unit: nil, tables: [],
        findings: [Finding(.unitUnknown, .error, file: "bai-nop/khong-ro.xlsx")]),
      NormalizedFile(
        path: "bai-nop/hong.xlsx", name: "hong.xlsx", sha256: nil, received: nil, unit: nil,
        tables: [], findings: []),
    ]
    if tables.count > 4 {
      var other = tables[4]
      other.source.file = "bai-nop/ta/ban-khac.xlsx"
      other.source.sha256 = digest(77)
      extraFiles.append(
        NormalizedFile(
          path: other.source.file, name: "ta/ban-khac.xlsx", sha256: other.source.sha256,
          received: nil, unit: other.unit, tables: [other], findings: []))
      tables[4].source.received = nil
    }
  }

  /// The consolidation of the block, ranked by the ranking itself.
  var consolidation: Consolidation {
    let files =
      tables.map { table in
        NormalizedFile(
          path: table.source.file, name: String(table.source.file.dropFirst(8)),
          sha256: table.source.sha256, received: table.source.received, unit: table.unit,
          tables: [table], findings: [])
      } + extraFiles
    let selection = SubmissionSelection(files, regulation: regulation)
    let standings = Ranker(regulation).standings(selection)
    let analysis = BlockAnalyst(regulation).analysis(of: standings, tables: selection.tables)
    return Consolidation(
      regulation: regulation, standings: standings,
      findings: findings + selection.findings + standings.findings + analysis.findings,
      files: files.map { file in
        ReceivedFile(
          path: file.path, sha256: file.sha256, unit: file.unit,
          sheet: file.tables.first?.source.sheet, received: file.received,
          verdict: selection.verdicts[file.path] ?? .unusable)
      }, analysis: analysis)
  }
}
