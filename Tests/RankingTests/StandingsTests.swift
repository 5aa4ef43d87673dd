import Normalizer
import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Ranking

/// From chosen score tables to ranks, classes and titles (spec §1).
@Suite struct StandingsTests {
  /// Standings of units with the given scores for `1.1`, everything else as in the sound table.
  static func rank(
    _ scores: [String: [String: CellValue]], regulation: Regulation = SmallBlock.regulation()
  ) -> Standings {
    let normalizer = FileNormalizer(regulation)
    let files = regulation.units.compactMap { unit -> NormalizedFile? in
      guard let own = scores[unit.code] else { return nil }
      return normalizer.normalize(
        SheetGrid(SmallBlock.table(unit: unit.name, scores: own)),
        path: "bai-nop/\(unit.code).xlsx")
    }
    return Ranker(regulation).standings(SubmissionSelection(files, regulation: regulation))
  }

  static func outcome(_ standings: Standings) -> [String] {
    standings.units.map { unit in
      [
        unit.unit.code, unit.rank.map { "\($0)" } ?? "-", unit.total?.description ?? "-",
        unit.className ?? "-",
      ].joined(separator: " ")
    }
  }

  static let classes = [
    ClassRule(name: "Xuất sắc", floor: 29), ClassRule(name: "Tốt", floor: 25),
    ClassRule(name: "Khá", floor: 0),
  ]

  // MARK: - Totals

  @Test("The total is base plus bonus minus deductions, rounded once, half away from zero")
  func total() throws {
    let standings = Self.rank(["CA": ["1.1": 9.125, "1.2": 9.12, "D1": 0.5]])
    let unit = try #require(standings.units.first { $0.unit.code == "CA" })
    #expect(unit.base == 27.745)
    #expect(unit.bonus == 2)
    #expect(unit.deduction == 0.5)
    // 29.245
    #expect(unit.total == 29.25)
  }

  @Test("A group's maximum caps the sum of its criteria")
  func groupCap() throws {
    var criteria = SmallBlock.criteria
    criteria[0].maximum = 15
    let standings = Self.rank(["CA": [:]], regulation: SmallBlock.regulation(criteria: criteria))
    #expect(standings.units.first { $0.unit.code == "CA" }?.base == 24.5)
  }

  @Test("The bonus has its cap, and the total its own")
  func caps() throws {
    let bonus = Self.rank(
      ["CA": ["T1": 5]], regulation: SmallBlock.regulation { $0.bonusCap = 1.5 })
    #expect(bonus.units.first { $0.unit.code == "CA" }?.bonus == 1.5)
    let total = Self.rank(
      ["CA": [:]], regulation: SmallBlock.regulation { $0.totalCap = 20 })
    #expect(total.units.first { $0.unit.code == "CA" }?.total == 20)
  }

  @Test("A total never falls below 0")
  func floor() {
    let standings = Self.rank([
      "CA": ["1.1": 0, "1.2": 0, "2.1": 0, "2.2": 0, "T1": 0, "D1": 5]
    ])
    #expect(standings.units.first { $0.unit.code == "CA" }?.total == 0)
  }

  static let roundings: [(decimals: Int, total: Points)] = [
    (0, 30), (1, 29.5), (2, 29.55), (3, 29.546), (4, 29.5455),
  ]

  @Test("Số lẻ decides the decimals of the total", arguments: roundings)
  func decimals(_ item: (decimals: Int, total: Points)) {
    // 9.5455 + 9 + 5 + 4.5 + 2 − 0.5
    let standings = Self.rank(
      ["CA": ["1.1": 9.5455, "D1": 0.5]],
      regulation: SmallBlock.regulation { $0.decimals = item.decimals })
    #expect(standings.units.first { $0.unit.code == "CA" }?.total == item.total)
  }

  static let policies: [(policy: NotApplicablePolicy, base: Points)] = [
    // 9 + 5 + 4.5 of 20; rescaled × 30 ÷ 20
    (.zero, 18.5), (.full, 28.5), (.rescale, 27.75),
  ]

  @Test("Không phát sinh counts full, nothing, or is left out and rescaled", arguments: policies)
  func notApplicable(_ item: (policy: NotApplicablePolicy, base: Points)) {
    let standings = Self.rank(
      ["CA": ["1.1": "KPS"]],
      regulation: SmallBlock.regulation { $0.notApplicable = item.policy })
    #expect(standings.units.first { $0.unit.code == "CA" }?.base == item.base)
  }

  // MARK: - Ranks

  @Test("Equal totals share a rank and the next rank is skipped")
  func sharedRanks() {
    let units = SmallBlock.units + [MemberUnit("QS", "Bộ Chỉ huy quân sự tỉnh")]
    let standings = Self.rank(
      ["CA": ["1.1": 9], "VKS": ["1.1": 10], "TA": ["1.1": 9], "QS": ["1.1": 8]],
      regulation: SmallBlock.regulation(units: units))
    #expect(
      Self.outcome(standings) == ["VKS 1 29.5 -", "CA 2 28.5 -", "TA 2 28.5 -", "QS 4 27.5 -"])
    #expect(standings.findings.map(\.code) == [.tieUnresolved, .tieUnresolved])
    #expect(Set(standings.findings.compactMap(\.unit)) == ["CA", "TA"])
  }

  static let chains: [(key: TieKey, first: String)] = [
    (.criterion("1.2"), "CA"), (.criterion("1"), "TA"), (.fewerDeductions, "CA"),
    (.aspect(.newFactor), "CA"), (.base, "TA"), (.bonus, "CA"), (.lastYear, "TA"),
    (.signedEarlier, "CA"),
  ]

  @Test("The tie chain decides between equal totals", arguments: chains)
  func tieChain(_ item: (key: TieKey, first: String)) {
    let units = [
      MemberUnit(
        "CA", "Công an tỉnh",
        covenant: .signed(on: CivilDateTime(year: 2019, month: 3, day: 1)), lastYear: 28),
      MemberUnit(
        "TA", "Tòa án nhân dân tỉnh",
        covenant: .signed(on: CivilDateTime(year: 2019, month: 3, day: 2)), lastYear: 29),
    ]
    // CA: 8 + 9 + bonus 3 − 0; TA: 10 + 8 + bonus 3 − 1 … each total 29.5.
    let standings = Self.rank(
      [
        "CA": ["1.1": 8, "1.2": 9, "T1": 3, "D1": 0],
        "TA": ["1.1": 10, "1.2": 8, "T1": 2.5, "D1": 0.5],
      ], regulation: SmallBlock.regulation(units: units) { $0.ties = [item.key] })
    #expect(standings.units.map(\.total) == [29.5, 29.5])
    #expect(standings.units.first?.unit.code == item.first)
    #expect(standings.units.map(\.rank) == [1, 2])
    #expect(standings.findings == [])
  }

  @Test("Each group of units has its own ranking")
  func groups() {
    let units = [
      MemberUnit("CA", "Công an tỉnh", group: "A"),
      MemberUnit("VKS", "Viện kiểm sát nhân dân tỉnh", group: "B"),
      MemberUnit("TA", "Tòa án nhân dân tỉnh", group: "A"),
    ]
    let standings = Self.rank(
      ["CA": ["1.1": 5], "VKS": ["1.1": 1], "TA": ["1.1": 9]],
      regulation: SmallBlock.regulation(units: units))
    #expect(Self.outcome(standings) == ["TA 1 28.5 -", "CA 2 24.5 -", "VKS 1 20.5 -"])
  }

  // MARK: - Status

  @Test("A unit without a file, excluded or without covenant is listed, unranked, with its reason")
  func status() {
    let day = CovenantMark.signed(on: CivilDateTime(year: 2019, month: 3, day: 1))
    let units = [
      MemberUnit("CA", "Công an tỉnh", covenant: day),
      MemberUnit("VKS", "Viện kiểm sát nhân dân tỉnh", covenant: day),
      MemberUnit("TA", "Tòa án nhân dân tỉnh"),
      MemberUnit("QS", "Bộ Chỉ huy quân sự tỉnh", covenant: day, exclusion: "có vụ việc"),
    ]
    let standings = Self.rank(
      ["CA": [:], "TA": [:], "QS": [:]], regulation: SmallBlock.regulation(units: units))
    let statuses = Dictionary(
      uniqueKeysWithValues: standings.units.map { ($0.unit.code, $0.status) })
    #expect(
      statuses == ["CA": .ranked, "VKS": .notSubmitted, "TA": .notEligible, "QS": .notEligible])
    let reasons = Dictionary(
      uniqueKeysWithValues: standings.units.map { ($0.unit.code, $0.reason) })
    #expect(reasons["TA"] == .covenantNotSigned)
    #expect(reasons["QS"] == .excluded("có vụ việc"))
    #expect(
      Set(standings.findings.map { "\($0.unit ?? "") \($0.code.rawValue)" })
        == ["VKS not-submitted", "TA not-eligible", "QS not-eligible"])
  }

  @Test("Thiếu điểm: chờ bổ sung keeps a unit with a missing score pending")
  func pendingScores() {
    let standings = Self.rank(
      ["CA": ["1.1": nil], "VKS": [:]],
      regulation: SmallBlock.regulation { $0.missingScore = .pending })
    let unit = standings.units.first { $0.unit.code == "CA" }
    #expect(unit?.status == .pending)
    #expect(unit?.reason == .scoresMissing(["1.1"]))
    #expect(standings.units.first { $0.unit.code == "VKS" }?.status == .ranked)
  }

  // MARK: - Classes

  @Test("A unit gets the highest class whose floor it reaches; floors are half-open")
  func classes() {
    let standings = Self.rank(
      ["CA": ["1.1": 9.5], "VKS": ["1.1": 9.49], "TA": ["1.1": 0]],
      regulation: SmallBlock.regulation(classes: Self.classes))
    #expect(
      Self.outcome(standings) == ["CA 1 29 Xuất sắc", "VKS 2 28.99 Tốt", "TA 3 19.5 Khá"])
  }

  @Test("A condition closes a class to those who do not meet it")
  func conditions() {
    var classes = Self.classes
    classes[0].condition = .noDeduction
    let standings = Self.rank(
      ["CA": [:], "VKS": ["1.1": 9.5, "D1": 0]], regulation: SmallBlock.regulation(classes: classes)
    )
    #expect(Self.outcome(standings).prefix(2) == ["VKS 1 30 Xuất sắc", "CA 2 29.5 Tốt"])
  }

  @Test("A quota is cut by rank, and those who tie at its edge all move down")
  func quota() {
    var classes = Self.classes
    classes[0].quotaPercent = Quantity(50)
    let units = SmallBlock.units + [MemberUnit("QS", "Bộ Chỉ huy quân sự tỉnh")]
    let regulation = SmallBlock.regulation(units: units, classes: classes)
    let clear = Self.rank(
      ["CA": ["1.1": 10], "VKS": ["1.1": 9.9], "TA": ["1.1": 9.8], "QS": ["1.1": 1]],
      regulation: regulation)
    #expect(clear.units.map(\.className) == ["Xuất sắc", "Xuất sắc", "Tốt", "Khá"])
    #expect(clear.findings.map(\.code) == [.quotaExceeded])
    #expect(clear.findings.first?.unit == "TA")
    let tied = Self.rank(
      ["CA": ["1.1": 10], "VKS": ["1.1": 9.8], "TA": ["1.1": 9.8], "QS": ["1.1": 1]],
      regulation: regulation)
    #expect(tied.units.map(\.className) == ["Xuất sắc", "Tốt", "Tốt", "Khá"])
    #expect(
      tied.findings.filter { $0.code == .quotaExceeded }.compactMap(\.unit).sorted() == [
        "TA", "VKS",
      ])
  }

  // MARK: - Titles

  @Test("Titles go by rank to units of the minimum class, as many as there are places")
  func titles() {
    let titles = [
      TitleRule(
        name: "Cờ thi đua", subject: .collective, quota: .count(1), minimumClass: "Xuất sắc"),
      TitleRule(
        name: "Bằng khen", subject: .collective, quota: .percent(Quantity(67)),
        minimumClass: "Tốt"),
      TitleRule(name: "Giấy khen", subject: .individual, quota: .count(9)),
    ]
    let standings = Self.rank(
      ["CA": ["1.1": 10], "VKS": ["1.1": 9], "TA": ["1.1": 8]],
      regulation: SmallBlock.regulation(classes: Self.classes, titles: titles))
    #expect(standings.units.map(\.titles) == [["Cờ thi đua", "Bằng khen"], ["Bằng khen"], []])
  }

  @Test("Units that tie for the last place of a title are left to the meeting")
  func titleTie() {
    let titles = [TitleRule(name: "Cờ thi đua", subject: .collective, quota: .count(1))]
    let standings = Self.rank(
      ["CA": [:], "VKS": [:], "TA": ["1.1": 1]],
      regulation: SmallBlock.regulation(titles: titles))
    #expect(standings.units.allSatisfy { $0.titles.isEmpty })
    #expect(
      standings.findings.filter { $0.code == .quotaExceeded }.compactMap(\.unit).sorted()
        == ["CA", "VKS"])
  }

  @Test("The place of a unit that withdrew, or that the vote did not confirm, passes to the next")
  func votes() {
    let title = TitleRule(
      name: "Cờ thi đua", subject: .collective, quota: .count(1),
      decision: .scoreThenVote(percent: Quantity(80)))
    var regulation = SmallBlock.regulation(titles: [title])
    let scores: [String: [String: CellValue]] = [
      "CA": ["1.1": 10], "VKS": ["1.1": 9], "TA": ["1.1": 8],
    ]
    func holder() -> String? {
      Self.rank(scores, regulation: regulation).units.first { !$0.titles.isEmpty }?.unit.code
    }
    #expect(holder() == "CA")
    var police = TitleVote(unit: "CA", title: "Cờ thi đua")
    police.ballots = TitleVote.Ballots(cast: 10, inFavour: 8)
    regulation.votes = [police]
    #expect(holder() == "CA")
    police.ballots = TitleVote.Ballots(cast: 10, inFavour: 7)
    regulation.votes = [police]
    #expect(holder() == "VKS")
    var procuracy = TitleVote(unit: "VKS", title: "Cờ thi đua")
    procuracy.isWithdrawn = true
    regulation.votes = [police, procuracy]
    #expect(holder() == "TA")
  }

  // MARK: - Methods that compare units

  static let leaders: [(results: [String: Double], points: [String: Points])] = [
    // Targets: 100 for all but the court's 50.
    (["CA": 80, "VKS": 100, "TA": 50], ["CA": 4, "VKS": 5, "TA": 5]),
    (["CA": 120, "VKS": 110, "TA": 75], ["CA": 7, "VKS": 6, "TA": 10]),
    (["CA": 0, "VKS": 150, "TA": 75], ["CA": 0, "VKS": 10, "TA": 10]),
  ]

  @Test("so với dẫn đầu measures each unit by its own target", arguments: leaders)
  func leaderMethod(_ item: (results: [String: Double], points: [String: Points])) {
    let criterion = Criterion(
      "1", "Án đã giải quyết", 10, method: .relativeToLeader, target: Quantity(100))
    var regulation = SmallBlock.regulation(criteria: [criterion])
    regulation.covenant = [CovenantTarget(unit: "TA", criterion: "1", target: Quantity(50))]
    let normalizer = FileNormalizer(regulation)
    let files = regulation.units.map { unit in
      normalizer.normalize(
        SheetGrid([
          [.text("Đơn vị: \(unit.name)")], ["Mã", "Nội dung", "Kết quả", "Điểm tự chấm"],
          ["1", nil, .number(item.results[unit.code] ?? 0)],
        ]), path: "bai-nop/\(unit.code).xlsx")
    }
    let standings = Ranker(regulation).standings(
      SubmissionSelection(files, regulation: regulation))
    for standing in standings.units {
      #expect(standing.total == item.points[standing.unit.code])
    }
  }

  static let outcomes: [(result: Int, method: ScoringMethod, outcome: TargetOutcome)] = [
    (99, .proportional, .exceeded), (98, .proportional, .reached), (97, .proportional, .missed),
    (97, .inverse, .exceeded), (99, .inverse, .missed),
  ]

  @Test("A result exceeds, reaches or misses its target", arguments: outcomes)
  func outcome(_ item: (result: Int, method: ScoringMethod, outcome: TargetOutcome)) {
    #expect(
      TargetOutcome(result: Quantity(item.result), target: Quantity(98), method: item.method)
        == item.outcome)
  }
}
