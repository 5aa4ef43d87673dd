import Regulation
import Spreadsheet
import Testing

@Suite("The sheets of a regulation")
struct RegulationSheetsTests {
  @Test(
    "are known by their titles in any case, with or without accents, in English, and as CSV names",
    arguments: [
      ["Khối", "Đơn vị", "Tiêu chí"], ["KHOI", "don vi", "TIEU CHI"],
      ["khoi", "don-vi", "tieu-chi"], ["Block", "UNITS", "criteria"],
      ["Khối (Block)", " Đơn vị ", "Tiêu chí (Criteria)"],
    ])
  func names(names: [String]) throws {
    var sample = SampleRegulation()
    for (index, name) in names.enumerated() { sample.sheets[index].name = name }
    let regulation = try sample.load()
    #expect(regulation.units.count == 2 && regulation.criteria.all.count == 3)
    #expect(regulation.classes.isEmpty && regulation.titles.isEmpty && regulation.votes.isEmpty)
  }

  @Test(
    "give each unit what its columns say",
    arguments: [
      [
        "Mã", "Tên đơn vị", "Tên gọi khác", "Thư điện tử", "Nhóm", "Ký giao ước", "Không xét",
        "Điểm năm trước", "Tệp dùng", "Mật khẩu",
      ],
      [
        "CODE", "name", "Aliases", "Emails", "Group", "Covenant signed", "Excluded", "Last year",
        "File to count", "Password",
      ],
      [
        "ma", "ten don vi", "TEN GOI KHAC", "thu\ndien tu", "nhom", "ky giao uoc", "khong xet",
        "diem nam truoc", "tep dung", "mat khau",
      ],
    ])
  func units(titles: [String]) throws {
    var sample = SampleRegulation()
    sample["Đơn vị"] = [
      // Columns in another order, one of them unknown.
      (["Ghi chú"] + titles.reversed()).map { .value(.text($0)) },
      [
        "cũ", " Bí  mật 1 ", "ca-v2.xlsx", "95,25", nil, "x", "Nhóm 1", "ca@tinh.vn; Ca2@tinh.vn",
        "CAT ;Công an;",
        "Công  an tỉnh ", "CA",
      ],
      [nil, 2468, nil, 90, "giải thể", .date(2019, 3, 18), "NHÓM 1", nil, nil, "Tòa án", 12],
      [nil, nil, nil, nil, nil, "18/3/2019", "Nhóm 2", nil, nil, "Viện kiểm sát", "VKS"],
      [nil, nil, nil, nil, nil, nil, nil, nil, nil, "Hải đoàn 18", "HD18"],
    ]
    let regulation = try sample.load()
    var police = MemberUnit(code: "CA", name: "Công an tỉnh")
    police.aliases = ["CAT", "Công an"]
    police.emails = ["ca@tinh.vn", "Ca2@tinh.vn"]
    police.group = "Nhóm 1"
    police.covenant = .signedUndated
    police.lastYear = Points(tenThousandths: 952_500)
    police.fileToCount = "ca-v2.xlsx"
    police.password = "Bí  mật 1"
    var court = MemberUnit(code: "12", name: "Tòa án")
    court.group = "Nhóm 1"
    court.covenant = .signed(on: CivilDateTime(year: 2019, month: 3, day: 18))
    court.exclusion = "giải thể"
    court.lastYear = Points(90)
    court.password = "2468"
    var prosecution = MemberUnit(code: "VKS", name: "Viện kiểm sát")
    prosecution.group = "Nhóm 2"
    prosecution.covenant = .signed(on: CivilDateTime(year: 2019, month: 3, day: 18))
    let squadron = MemberUnit(code: "HD18", name: "Hải đoàn 18")
    #expect(regulation.units == [police, court, prosecution, squadron])
    #expect(regulation.groups == ["Nhóm 1", "Nhóm 2", ""])
    #expect(regulation.requiresCovenant)
    #expect(try !SampleRegulation().load().requiresCovenant)
  }

  @Test(
    "give each criterion what its columns say",
    arguments: [
      [
        "Mã", "Nội dung", "Điểm tối đa", "Loại", "Diện", "Cách chấm", "Chỉ tiêu", "Minh chứng",
        "Áp dụng", "Thuộc",
      ],
      [
        "Code", "CONTENT", "Maximum", "Kind", "Aspect", "Method", "Target", "Evidence",
        "Applies to", "Parent code",
      ],
    ])
  func criteria(titles: [String]) throws {
    var sample = SampleRegulation()
    sample.set("Đơn vị", "E2", "Nhóm 1")
    sample.set("Đơn vị", "E3", "Nhóm 2")
    sample["Tiêu chí"] = [
      titles.map { .value(.text($0)) },
      ["II", "Chung", nil],
      [1.1, "Giải quyết án", "9,5", "thường", nil, "tỷ lệ", .percent(1.05), "x", "nhóm 1", "II."],
      [
        .value(.number(1.1 + 0.1)), "Khắc phục", 5, "THƯỞNG", "Vượt khó", nil, 3, nil,
        "Nhóm 2; Nhóm 1", "ii",
      ],
      ["c", "Vi phạm", nil, "tru", nil, "mỗi lần 0,5"],
      ["d", "Đột xuất", 1, nil, "ĐỘT XUẤT"], ["e", "Mới", 1, nil, "nhan to moi", nil, "97,5"],
    ]
    let table = try sample.load().criteria
    let group = Criterion(code: "II", content: "Chung")
    var cases = Criterion(
      code: "1.1", content: "Giải quyết án", maximum: Points(tenThousandths: 95_000))
    cases.method = .proportional
    cases.target = Quantity(105)
    cases.requiresEvidence = true
    cases.appliesTo = ["Nhóm 1"]
    cases.parent = "II"
    var hardship = Criterion(code: "1.2", content: "Khắc phục", maximum: Points(5))
    hardship.kind = .bonus
    hardship.aspect = .hardship
    hardship.target = Quantity(3)
    hardship.appliesTo = ["Nhóm 1", "Nhóm 2"]
    hardship.parent = "II"
    var fault = Criterion(code: "c", content: "Vi phạm")
    fault.kind = .deduction
    fault.method = .perCount(Points(tenThousandths: 5000))
    var task = Criterion(code: "d", content: "Đột xuất", maximum: Points(1))
    task.aspect = .unexpectedTask
    var idea = Criterion(code: "e", content: "Mới", maximum: Points(1))
    idea.aspect = .newFactor
    idea.target = Quantity(coefficient: 975, scale: 1)
    #expect(table.all == [group, cases, hardship, fault, task, idea])
    #expect(table.isGroup(group) && !table.isGroup(cases))
    #expect(table.scored == [cases, hardship, fault, task, idea])
    #expect(table.roots == [group, fault, task, idea])
    #expect(table.children(of: group) == [cases, hardship])
    #expect(table.ancestors(of: hardship) == [group])
    #expect(table["1.2"] == hardship && table["9"] == nil && table.index(of: "c") == 3)
    #expect(cases.applies(toGroup: "Nhóm 1") && !cases.applies(toGroup: "Nhóm 2"))
    #expect(task.applies(toGroup: ""))
  }

  @Test(
    "know every method",
    arguments: [
      ("điểm", .points), ("ĐIỂM", .points), ("có/không", .passFail), ("co / khong", .passFail),
      ("mỗi lần 2", .perCount(Points(2))),
      ("mỗi lần 0,25 điểm", .perCount(Points(tenThousandths: 2500))), ("tỷ lệ", .proportional),
      ("Tỉ lệ", .proportional), ("tỷ lệ nghịch", .inverse), ("ty le nghich", .inverse),
      (
        "bậc thang 80:50%; 97,5:100%;",
        .steps([
          .init(threshold: Quantity(coefficient: 975, scale: 1), share: Quantity(100)),
          .init(threshold: Quantity(80), share: Quantity(50)),
        ])
      ),
      (
        "Bậc thang: 120% : 100",
        .steps([.init(threshold: Quantity(120), share: Quantity(100))])
      ),
      ("so với cao nhất", .relativeToHighest), ("So voi dan dau", .relativeToLeader),
    ] as [(String, ScoringMethod)])
  func methods(text: String, method: ScoringMethod) throws {
    var sample = SampleRegulation()
    sample.set("Tiêu chí", "F3", .value(.text(text)))
    sample.set("Tiêu chí", "G3", 10)
    #expect(try sample.load().criteria["1.1"]?.method == method)
    #expect(method.isRelative == text.lowercased().hasPrefix("so"))
  }

  @Test("let a target be 0 where fewer is better")
  func zeroTarget() throws {
    var sample = SampleRegulation()
    sample.set("Tiêu chí", "F3", "tỷ lệ nghịch")
    sample.set("Tiêu chí", "G3", 0)
    let criterion = try #require(try sample.load().criteria["1.1"])
    #expect(criterion.points(forResult: Quantity(0)) == Points(20))
    #expect(criterion.points(forResult: Quantity(1)) == .zero)
  }

  @Test(
    "list the classes, best first",
    arguments: [
      ["Mức", "Từ điểm", "Tỷ lệ tối đa", "Điều kiện"], ["class", "FROM", "Quota", "Condition"],
    ])
  func classes(titles: [String]) throws {
    var sample = SampleRegulation()
    sample["Classes"] = [
      titles.map { .value(.text($0)) }, ["Khá", "70"],
      ["Xuất sắc", 90, .percent(0.2), "Không có điểm trừ"],
      ["Giỏi", "85,5", "30%", "da ky giao uoc"], ["Tốt", 85.5, 40],
    ]
    #expect(
      try sample.load().classes == [
        ClassRule(
          name: "Xuất sắc", floor: Points(90), quotaPercent: Quantity(20), condition: .noDeduction),
        ClassRule(
          name: "Giỏi", floor: Points(tenThousandths: 855_000), quotaPercent: Quantity(30),
          condition: .covenantSigned),
        ClassRule(name: "Tốt", floor: Points(tenThousandths: 855_000), quotaPercent: Quantity(40)),
        ClassRule(name: "Khá", floor: Points(70)),
      ])
  }

  @Test("list the titles and what was voted on")
  func titles() throws {
    var sample = SampleRegulation()
    sample["Xếp loại"] = [["Mức", "Từ điểm"], ["Tốt", 80]]
    sample["Danh hiệu"] = [
      ["Danh hiệu", "Đối tượng", "Số lượng", "Từ mức", "Cách xét"],
      ["Cờ thi đua", "Tập thể", 1, "TỐT", "điểm rồi phiếu 80%"],
      ["Bằng khen", "tap the", "20%", nil, "điểm"], ["Bằng khen", "cá nhân", .percent(0.15)],
      ["Giấy khen", "cá nhân"],
    ]
    sample["Bỏ phiếu"] = [
      ["Đơn vị", "Danh hiệu", "Phiếu thu về", "Đồng ý", "Xin rút"],
      ["ca", "cờ thi đua", 9, "7"], ["Toà án nhân dân tỉnh", "Cờ thi đua", nil, nil, "x"],
    ]
    let regulation = try sample.load()
    #expect(
      regulation.titles == [
        TitleRule(
          name: "Cờ thi đua", subject: .collective, quota: .count(1), minimumClass: "Tốt",
          decision: .scoreThenVote(percent: Quantity(80))),
        TitleRule(name: "Bằng khen", subject: .collective, quota: .percent(Quantity(20))),
        TitleRule(name: "Bằng khen", subject: .individual, quota: .percent(Quantity(15))),
        TitleRule(name: "Giấy khen", subject: .individual, quota: .unlimited),
      ])
    var police = TitleVote(unit: "CA", title: "Cờ thi đua")
    police.ballots = TitleVote.Ballots(cast: 9, inFavour: 7)
    var court = TitleVote(unit: "TA", title: "Cờ thi đua")
    court.isWithdrawn = true
    #expect(regulation.votes == [police, court])
    #expect(police.ballots?.confirm(percent: Quantity(77)) == true)
    #expect(police.ballots?.confirm(percent: Quantity(78)) == false)
    #expect(TitleVote.Ballots(cast: 0, inFavour: 0).confirm(percent: Quantity(0)) == false)
  }

  static let conditions: [(text: String, conditions: [TitleCondition])] = [
    ("có sáng kiến", [.initiative]),
    ("Thành tích; CÓ VĂN BẢN CÔNG NHẬN", [.achievement, .document]),
    ("có sáng kiến được công nhận", [.initiative, .document]),
    ("initiative, document", [.initiative, .document]),
  ]

  @Test("say what a nomination for a title must name", arguments: conditions)
  func titleConditions(_ sample: (text: String, conditions: [TitleCondition])) throws {
    var regulation = SampleRegulation()
    regulation["Danh hiệu"] = [
      ["Danh hiệu", "Đối tượng", "Số lượng", "Điều kiện"],
      ["CSTĐCS", "cá nhân", "15%", .value(.text(sample.text))],
      ["Cờ thi đua", "tập thể", 1, "đã được khối thống nhất"],
    ]
    #expect(try regulation.load().titles.map(\.conditions) == [sample.conditions, []])
  }

  static let bases: [(text: String, percent: Int, base: TitleQuotaBase?)] = [
    ("15%", 15, nil), ("15% biên chế", 15, .staff), ("10 % quân số", 10, .staff),
    ("20% số người được đề nghị", 20, .nominees), ("20% of nominees", 20, .nominees),
  ]

  @Test("say what a percentage of a title for people is taken of", arguments: bases)
  func titleQuotaBase(_ sample: (text: String, percent: Int, base: TitleQuotaBase?)) throws {
    var regulation = SampleRegulation()
    regulation["Danh hiệu"] = [
      ["Danh hiệu", "Đối tượng", "Số lượng"],
      ["LĐTT", "cá nhân", .value(.text(sample.text))],
    ]
    let title = try #require(try regulation.load().titles.first)
    #expect(title.quota == .percent(Quantity(sample.percent)) && title.quotaBase == sample.base)
  }

  @Test("list the votes on people of a unit beside those on the unit")
  func personalVotes() throws {
    var regulation = SampleRegulation()
    regulation["Danh hiệu"] = [["Danh hiệu", "Đối tượng"], ["LĐTT", "cá nhân"]]
    regulation["Bỏ phiếu"] = [
      ["Đơn vị", "Danh hiệu", "Họ và tên", "Phiếu thu về", "Đồng ý", "Xin rút"],
      ["CA", "LĐTT", "Nguyễn Văn A", 9, 7], ["CA", "LĐTT", "Trần Thị B", nil, nil, "x"],
      ["CA", "LĐTT", nil, nil, nil, "x"],
    ]
    let votes = try regulation.load().votes
    #expect(votes.map(\.person) == ["Nguyễn Văn A", "Trần Thị B", nil])
    #expect(votes.map(\.isWithdrawn) == [false, true, true])
  }
}
