import Normalizer
import Ranking
import Regulation
import Spreadsheet
import TestSupport
import Testing

/// Quotas, classes, votes and withdrawals of people's titles.
@Suite struct IndividualTitlesTests {
  /// A block of three units whose scores rank them as they are listed, and whom they nominate.
  struct Case {
    var rule = TitleRule(name: "LĐTT", subject: .individual, quota: .unlimited)
    /// People of each unit, with what the unit says of its staff.
    var people: [Int] = [0, 0, 0]
    var staff: [Int?] = [nil, nil, nil]
    var scores: [CellValue] = [10, 9, 8]
    var votes: [TitleVote] = []
    var classes: [ClassRule] = []

    /// What becomes of everyone: `CA1 proposed`, the unit's number of the person, the status.
    func outcome() -> (people: [String], proposals: IndividualProposals) {
      let units = SmallBlock.units
      var regulation = SmallBlock.regulation(
        criteria: [Criterion("1", "Tham mưu cấp ủy", 10)], units: units, classes: classes,
        titles: [rule])
      regulation.votes = votes
      let normalizer = FileNormalizer(regulation)
      let files = units.indices.map { index -> NormalizedFile in
        let unit = units[index]
        var rows: [[CellValue]] = [
          [.text("Đơn vị: \(unit.name)")], ["STT", "Nội dung", "Điểm tự chấm"],
          [1, "Tham mưu cấp ủy", scores[index]], [], [],
        ]
        if let staff = staff[index] { rows.append([.text("Biên chế: \(staff)")]) }
        rows.append(["STT", "Họ và tên", "Danh hiệu"])
        rows += (0..<people[index]).map { number in
          [.number(Double(number + 1)), .text("Nguyễn Văn \(Self.letter(number))"), "LĐTT"]
        }
        return normalizer.normalize(SheetGrid(rows), path: "bai-nop/\(unit.code).xlsx")
      }
      let selection = SubmissionSelection(files, regulation: regulation)
      let standings = Ranker(regulation).standings(selection)
      let proposals = IndividualTitles(regulation).proposals(selection, standings)
      let outcome = proposals.nominees.map { nominee in
        "\(nominee.unit)\(nominee.nomination.name.suffix(1)) \(nominee.status.rawValue)"
      }
      return (outcome, proposals)
    }

    static func letter(_ number: Int) -> String {
      String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number)))
    }
  }

  static func rule(_ quota: TitleQuota, base: TitleQuotaBase? = nil) -> TitleRule {
    var rule = TitleRule(name: "LĐTT", subject: .individual, quota: quota)
    rule.quotaBase = base
    return rule
  }

  static let percents:
    [(
      percent: Int, base: TitleQuotaBase?, people: Int, staff: Int?, places: Int,
      of: TitleQuotaUse.Base
    )] = [
      (50, nil, 5, nil, 2, .nominees(5)), (20, nil, 4, nil, 0, .nominees(4)),
      (15, nil, 5, 20, 3, .staff(20)), (15, nil, 3, 20, 3, .staff(20)),
      (15, nil, 3, 19, 2, .staff(19)), (40, .nominees, 5, 100, 2, .nominees(5)),
      (10, .staff, 3, 20, 2, .staff(20)), (100, nil, 5, nil, 5, .nominees(5)),
    ]

  @Test(
    "A percentage holds in each unit, of its staff or its nominees, rounded down",
    arguments: percents)
  func percent(
    _ sample: (
      percent: Int, base: TitleQuotaBase?, people: Int, staff: Int?, places: Int,
      of: TitleQuotaUse.Base
    )
  ) throws {
    let (people, proposals) = Case(
      rule: Self.rule(.percent(Quantity(sample.percent)), base: sample.base),
      people: [sample.people, 0, 0], staff: [sample.staff, nil, nil]
    ).outcome()
    let within = min(sample.people, sample.places)
    #expect(
      people
        == (0..<sample.people).map {
          "CA\(Case.letter($0)) \($0 < within ? "proposed" : "over-quota")"
        })
    let use = try #require(proposals.quotas.first)
    #expect(use.places == sample.places && use.base == sample.of)
    #expect(
      (use.nominated, use.proposed, use.over) == (sample.people, within, sample.people - within))
    let isOver = sample.people > within
    #expect(proposals.findings.map(\.code) == (isOver ? [.nominationOverQuota] : []))
    if isOver {
      let finding = proposals.findings[0]
      #expect(finding.severity == .warning && finding.unit == "CA")
      #expect(finding.value == "\(sample.people)" && finding.action == "\(within)")
      let row = (sample.staff == nil ? 7 : 8) + within
      #expect(finding.cell == "B\(row)" && finding.file == "bai-nop/CA.xlsx")
      #expect(!finding.message(in: .vi).contains("Nguyễn"))
    }
  }

  @Test("The people whom a percentage is taken of are counted once each, whatever their titles")
  func distinctNominees() {
    let regulation = SmallBlock.regulation(
      titles: [
        Self.rule(.percent(Quantity(50))),
        TitleRule(name: "CSTĐCS", subject: .individual, quota: .percent(Quantity(34))),
      ])
    let file = FileNormalizer(regulation).normalize(
      SheetGrid(
        SmallBlock.table() + [
          [nil, "TỔNG CỘNG"], [], ["STT", "Họ và tên", "Danh hiệu"],
          [1, "Nguyễn Văn A", "LĐTT"], [2, "Nguyễn Văn B", "LĐTT"], [3, "Nguyễn Văn A", "CSTĐCS"],
          [4, "Nguyễn Văn C", "Không rõ"], [5, "Nguyễn Văn A", "LĐTT"], [6, nil, "LĐTT"],
        ]))
    let selection = SubmissionSelection([file], regulation: regulation)
    let proposals = IndividualTitles(regulation).proposals(
      selection, Ranker(regulation).standings(selection))
    #expect(proposals.quotas.map(\.base) == [.nominees(3), .nominees(3)])
    #expect(proposals.quotas.map(\.places) == [1, 1])
    #expect(
      proposals.nominees.map(\.status) == [
        .proposed, .overQuota, .proposed, .unknownTitle, .duplicate, .incomplete,
      ])
  }

  static let counts: [(count: Int, people: [Int], scores: [CellValue], proposed: [String])] = [
    (3, [1, 1, 1], [10, 9, 8], ["CAA", "VKSA", "TAA"]),
    (2, [1, 1, 1], [8, 9, 10], ["VKSA", "TAA"]),
    (2, [3, 1, 0], [10, 9, 8], ["CAA", "CAB"]),
    // Units of one rank share the last places: nobody can say whose people go first.
    (2, [1, 1, 1], [10, 9, 9], ["CAA"]), (3, [1, 1, 1], [10, 9, 9], ["CAA", "VKSA", "TAA"]),
    (0, [1, 0, 0], [10, 9, 8], []),
  ]

  @Test("A count holds in the group, by the units' ranks", arguments: counts)
  func count(_ sample: (count: Int, people: [Int], scores: [CellValue], proposed: [String])) {
    let (people, proposals) = Case(
      rule: Self.rule(.count(sample.count)), people: sample.people, scores: sample.scores
    ).outcome()
    #expect(
      people.filter { $0.hasSuffix(" proposed") }.map { String($0.split(separator: " ")[0]) }
        == sample.proposed)
    #expect(
      proposals.quotas.map(\.base)
        == sample.people.filter { $0 > 0 }.map { _ in .group(sample.people.reduce(0, +)) })
    let over = Set(
      zip(SmallBlock.units, sample.people).filter { unit, number in
        number > sample.proposed.filter { $0.hasPrefix(unit.code) }.count
      }.map(\.0.code))
    #expect(Set(proposals.findings.compactMap(\.unit)) == over)
  }

  @Test("Only units of the title's class or better nominate")
  func minimumClass() {
    var rule = Self.rule(.unlimited)
    rule.minimumClass = "Tốt"
    let (people, proposals) = Case(
      rule: rule, people: [1, 1, 1], scores: [10, 9, 5],
      classes: [
        ClassRule(name: "Xuất sắc", floor: 10), ClassRule(name: "Tốt", floor: 9),
        ClassRule(name: "Khá", floor: 0),
      ]
    ).outcome()
    #expect(people == ["CAA proposed", "VKSA proposed", "TAA below-class"])
    #expect(proposals.findings.map(\.code) == [.nominationNotEligible])
    #expect(proposals.findings.first?.unit == "TA")
    #expect(proposals.findings.first?.arguments["detail"] == "Khá")
  }

  @Test("A withdrawal and a lost vote pass the place on, of a person or of the whole unit")
  func votes() {
    var rule = Self.rule(.percent(Quantity(50)))
    rule.decision = .scoreThenVote(percent: Quantity(80))
    var withdrawn = TitleVote(unit: "CA", title: "LĐTT")
    withdrawn.person = "NGUYỄN VĂN A"
    withdrawn.isWithdrawn = true
    var lost = TitleVote(unit: "CA", title: "LĐTT")
    lost.person = "Nguyễn Văn C"
    lost.ballots = .init(cast: 10, inFavour: 7)
    var whole = TitleVote(unit: "VKS", title: "LĐTT")
    whole.isWithdrawn = true
    let (people, _) = Case(
      rule: rule, people: [5, 1, 0], votes: [withdrawn, lost, whole]
    ).outcome()
    #expect(
      people == [
        "CAA withdrawn", "CAB proposed", "CAC not-confirmed", "CAD proposed", "CAE over-quota",
        "VKSA withdrawn",
      ])
  }

  @Test("Places in the group are for ranked units")
  func unranked() {
    let (people, _) = Case(
      rule: Self.rule(.count(3)), people: [1, 1, 0], scores: [10, nil, 8]
    ).outcome()
    #expect(people == ["CAA proposed", "VKSA proposed"])
  }

  @Test("Only the file that counts contributes")
  func countedFile() {
    let regulation = SmallBlock.regulation(titles: [Self.rule(.unlimited)])
    let normalizer = FileNormalizer(regulation)
    let files = [("a.xlsx", "A"), ("a v2.xlsx", "B")].map { name, letter in
      normalizer.normalize(
        SheetGrid(
          SmallBlock.table() + [
            [], [], ["Họ và tên", "Danh hiệu"], [.text("Nguyễn Văn \(letter)"), "LĐTT"],
          ]), path: "bai-nop/\(name)")
    }
    let selection = SubmissionSelection(files, regulation: regulation)
    #expect(selection.verdicts["bai-nop/a.xlsx"] == .superseded)
    #expect(selection.dossiers["CA"]?.nominations.map(\.name) == ["Nguyễn Văn B"])
  }
}
