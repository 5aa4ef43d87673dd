import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `The feedback to a unit` {
  @Test func `has every criterion with self, counted and maximum, groups under their caps`() throws
  {
    let lines = try FeedbackBlock.three().feedback(to: "JPY").lines
    let shown = lines.map {
      "\($0.criterion.code) \($0.maximum?.description ?? "-") \($0.own?.description ?? "-") "
        + "\($0.counted?.description ?? "-") \($0.depth)"
    }
    #expect(
      shown == [
        "1 20 13 13 0", "1.1 10 7 7 1", "1.2 10 6 6 1", "2 8 7.5 7.5 0", "2.1 5 3 3 1",
        "2.2 5 4.5 4.5 1", "T 5 3 3 0", "D - 2.5 2.5 0",
      ])
    #expect(lines.last?.isDeduction == true)
  }

  @Test func `counts the criteria whose points are not as submitted, once each`() throws {
    var block = FeedbackBlock.three()
    let file = "bai-nop/WVK.xlsx"
    block.findings += [
      Finding(
        .overMaximum, .warning, unit: "WVK", file: file, sheet: "Chấm điểm", cell: "D4",
        value: "12", action: "10", arguments: ["criterion": "1.1", "expected": "10"]),
      Finding(
        .notANumber, .error, unit: "WVK", file: file, cell: "D5", value: "khoảng 8",
        arguments: ["criterion": "1.2"]),
      Finding(
        .missingScore, .warning, unit: "WVK", file: file, cell: "D5", action: "0",
        arguments: ["criterion": "1.2", "content": "Nội dung 1.2"]),
      Finding(
        .missingEvidence, .warning, unit: "WVK", file: file, cell: "E6", value: "4", action: "4",
        arguments: ["criterion": "2.1"]),
      Finding(
        .maximumChanged, .warning, unit: "WVK", file: file, cell: "C7", value: "6", action: "5",
        arguments: ["criterion": "2.2"]),
      Finding(.numberAsText, .info, unit: "WVK", file: file, cell: "D8", value: "1", action: "1"),
      Finding(.overMaximum, .warning, unit: "ZQX", value: "99", action: "10"),
    ]
    let feedback = try block.feedback(to: "WVK")
    #expect(
      feedback.findings.map(\.severity) == [.error, .warning, .warning, .warning, .warning, .info])
    #expect(feedback.changedCriteria == ["1.1", "1.2"])
    // A missing score that has its reason is corrected there; a note asks for nothing.
    #expect(
      feedback.corrections.map(\.code) == [
        .notANumber, .overMaximum, .missingEvidence, .maximumChanged,
      ])
    #expect(feedback.counted(at: feedback.findings[0]) == "9", "what its criterion counts")
    #expect(feedback.counted(at: feedback.findings[1]) == "10")
  }

  @Test func `asks nothing of a unit about what an appraiser wrote, and does not name the table`()
    throws
  {
    var consolidation = FeedbackBlock.three().consolidation
    var appraisal = ReceivedFile(
      path: "tham-dinh/ZQX.xlsx", sha256: "z", unit: "WVK", verdict: .counted)
    appraisal.isAppraisal = true
    consolidation.files.append(appraisal)
    consolidation.findings = [
      Finding(
        .overMaximum, .warning, unit: "WVK", file: "tham-dinh/ZQX.xlsx", sheet: "Chấm", cell: "D4",
        value: "12", action: "10", arguments: ["criterion": "1.1", "expected": "10"])
    ]
    let standing = try #require(consolidation.standings.units.first { $0.unit.code == "WVK" })
    let feedback = FeedbackMaker(consolidation, language: .vi).feedback(to: standing)
    #expect(feedback.findings.count == 1 && feedback.corrections.isEmpty)
    #expect(feedback.files.map(\.path) == ["bai-nop/WVK.xlsx"])
    #expect(feedback.findings[0].file?.contains("ZQX") == false)
  }

  static let masked: [(Finding, String)] = [
    (
      Finding(
        .copiedSubmission, .warning, unit: "WVK", value: "Ban Quản lý Hồ Tràm",
        arguments: ["other": "Ban Quản lý Hồ Tràm"]),
      "Bảng điểm có thể chép từ đơn vị khác: một đơn vị khác."
    ),
    (
      Finding(
        .copiedSubmission, .warning, unit: "WVK",
        value: "Ban Quản lý Hồ Tràm; Đội Cảnh vệ Sông Dinh",
        arguments: ["other": "Ban Quản lý Hồ Tràm; Đội Cảnh vệ Sông Dinh"]),
      "Bảng điểm có thể chép từ đơn vị khác: 2 đơn vị khác."
    ),
    (
      Finding(
        .unitConflict, .warning, unit: "WVK", value: "BAN QUẢN LÝ HỒ TRÀM",
        action: "Chi cục Kiểm ngư", arguments: ["other": "Ban quản lý  Hồ Tràm"]),
      "Tệp được tính cho Chi cục Kiểm ngư nhưng ở nơi khác lại ghi một đơn vị khác."
    ),
    (
      Finding(
        .unitConflict, .warning, unit: "WVK", value: "Chi cục Thủy sản",
        action: "Chi cục Kiểm ngư", arguments: ["other": "Chi cục Thủy sản"]),
      "Tệp được tính cho Chi cục Kiểm ngư nhưng ở nơi khác lại ghi Chi cục Thủy sản."
    ),
    (
      Finding(
        .tieUnresolved, .warning, unit: "WVK", value: "2",
        arguments: ["other": "Đội Cảnh vệ Sông Dinh"]),
      "Đồng hạng 2 với một đơn vị khác sau khi xét hết các khóa; hội nghị quyết định."
    ),
    (
      Finding(
        .supersededSubmission, .warning, unit: "WVK", file: "bai-nop/a.xlsx",
        action: "bai-nop/ZQX/chi cuc.xlsx", arguments: ["other": "bai-nop/ZQX/chi cuc.xlsx"]),
      "Đơn vị có bản gửi sau là bai-nop/(tên đơn vị khác)/chi cuc.xlsx; bản này không tính."
    ),
    (
      Finding(
        .duplicateSubmission, .info, unit: "WVK", file: "bai-nop/a.xlsx",
        arguments: ["other": "bai-nop/doi-canh-ve-song-dinh.xlsx"]),
      "Tệp trùng từng byte với bai-nop/(tên đơn vị khác).xlsx; chỉ tính một lần."
    ),
  ]

  @Test(arguments: masked)
  func `names no other unit in what was found`(finding: Finding, statement: String) throws {
    var block = FeedbackBlock.three()
    block.findings = [finding]
    let feedback = try block.feedback(to: "WVK")
    #expect(feedback.findings.map { $0.statement(in: .vi) } == [statement])
    let all = "\(feedback.findings)"
    for name in ["Hồ Tràm", "HỒ TRÀM", "Sông Dinh", "song-dinh", "ZQX", "JPY"] {
      #expect(!all.contains(name))
    }
  }

  @Test func `keeps small words of its own file names that are another unit's code in capitals`()
    throws
  {
    var block = FeedbackBlock(
      [("CA", "Công an tỉnh", [1, 1, 1, 1, 1, 1]), ("VKS", "Viện kiểm sát", [2, 1, 1, 1, 1, 1])])
    block.findings = [
      Finding(.macrosIgnored, .info, unit: "VKS", file: "bai-nop/vks-ca-nam.xlsx"),
      Finding(.macrosIgnored, .info, unit: "VKS", file: "bai-nop/CA-va-VKS.xlsx"),
    ]
    #expect(
      try block.feedback(to: "VKS").findings.map(\.file) == [
        "bai-nop/vks-ca-nam.xlsx", "bai-nop/(tên đơn vị khác).xlsx",
      ])
  }

  @Test func `says in a few sentences what a letter can say`() throws {
    var block = FeedbackBlock.three { regulation in
      regulation.classes = [ClassRule(name: "Xuất sắc", floor: Points(20))]
      regulation.titles = [
        TitleRule(name: "Cờ thi đua", subject: .collective, quota: .count(1))
      ]
    }
    #expect(
      try block.feedback(to: "ZQX").summary.joined(separator: " ")
        == "Đơn vị đạt 30 điểm, xếp hạng 1 trên 3 đơn vị được xếp hạng (Toàn khối). Xếp loại: "
        + "Xuất sắc. Đề nghị: Cờ thi đua. Mọi điểm đã nộp được tính như đơn vị tự chấm. "
        + "Không có việc phải chỉnh sửa.")
    block.findings = [
      Finding(
        .overMaximum, .warning, unit: "JPY", value: "12", action: "10",
        arguments: ["criterion": "1.1"])
    ]
    let deadline = CivilDateTime(deadline: "5/1/2020")
    #expect(
      try block.feedback(to: "JPY", by: deadline).summary.suffix(2) == [
        "Điểm được tính khác điểm đã nộp ở 1 tiêu chí; lý do ghi kèm từng ô.",
        "Có 1 việc cần chỉnh sửa chậm nhất ngày 05/01/2020.",
      ])
    #expect(
      try block.feedback(to: "JPY", by: deadline, language: .en).summary.last
        == "To correct by 05/01/2020: 1.")
    let none = FeedbackBlock([("ZQX", "Ban Quản lý Hồ Tràm", [])])
    #expect(
      try none.feedback(to: "ZQX").summary == [
        "Đơn vị chưa được xếp hạng: chưa nộp bảng chấm điểm.", "Có 1 việc cần chỉnh sửa.",
      ])
  }

  @Test func `names the deadline that was asked for, else the regulation's, else none`() throws {
    #expect(try FeedbackBlock.three().feedback(to: "ZQX").deadlineText == nil)
    let block = FeedbackBlock.three {
      $0.block.deadline = CivilDateTime(deadline: "20/11/2019")
      $0.block.correctionDeadline = CivilDateTime(deadline: "17:00 02/12/2019")
    }
    #expect(try block.feedback(to: "ZQX").deadlineText == "trước 17:00 ngày 02/12/2019")
    #expect(
      try block.feedback(to: "ZQX", by: CivilDateTime(deadline: "3/12/2019")).deadlineText
        == "chậm nhất ngày 03/12/2019")
  }

  @Test func `has the ranking only where the scores are public`() throws {
    #expect(try FeedbackBlock.three().feedback(to: "WVK").ranking.isEmpty)
    let block = FeedbackBlock.three { $0.block.publishesScores = true }
    let ranking = try block.feedback(to: "WVK").ranking
    #expect(ranking.map(\.rank) == [1, 2, 3])
    #expect(ranking.map(\.total) == [Points(30), Points(25), Points(21)])
    #expect(ranking.map(\.isOwn) == [false, true, false])
  }

  @Test func `compares what counts with what was entered, whichever rule came between`() throws {
    var consolidation = FeedbackBlock.three().consolidation
    let index = try #require(
      consolidation.standings.units.firstIndex { $0.unit.code == "WVK" })
    let scores = consolidation.standings.units[index].scores
    let over = try #require(scores.firstIndex { $0.criterion == "1.2" })
    consolidation.standings.units[index].scores[over].enteredPoints = Points(12)
    let minus = try #require(scores.firstIndex { $0.criterion == "D" })
    consolidation.standings.units[index].scores[minus].enteredPoints = -Points(1)
    let feedback = FeedbackMaker(consolidation, language: .vi).feedback(
      to: consolidation.standings.units[index])
    #expect(feedback.lines.first { $0.criterion.code == "1.2" }?.own == Points(12))
    #expect(feedback.changedCriteria == ["1.2"])
  }

  @Test func `says what decided about its rank without naming the others`() throws {
    let block = FeedbackBlock(
      [
        ("ZQX", "Ban Quản lý Hồ Tràm", [10, 9, 4, 4, 2, 0]),
        ("WVK", "Chi cục Kiểm ngư", [9, 10, 4, 4, 2, 0]),
        ("JPY", "Đội Cảnh vệ Sông Dinh", [7, 6, 3, 4.5, 3, 2.5]),
      ]) { $0.block.ties = [.criterion("1.1")] }
    let reason = try block.feedback(to: "WVK").reason
    #expect(reason.hasPrefix("bằng điểm một đơn vị khác, xếp dưới do"))
    #expect(!reason.contains("Hồ Tràm"))
  }

  @Test func `leaves out how appraisers differ from each other`() throws {
    var consolidation = FeedbackBlock.three().consolidation
    var appraisal = ReceivedFile(path: "tham-dinh/a.xlsx", unit: "WVK", verdict: .counted)
    appraisal.isAppraisal = true
    consolidation.files.append(appraisal)
    consolidation.findings = ["tham-dinh/a.xlsx", "bai-nop/WVK.xlsx"].map {
      Finding(.outlier, .warning, unit: "WVK", file: $0, cell: "D4")
    }
    let standing = try #require(consolidation.standings.units.first { $0.unit.code == "WVK" })
    let feedback = FeedbackMaker(consolidation, language: .vi).feedback(to: standing)
    #expect(feedback.findings.map(\.file) == ["bai-nop/WVK.xlsx"])
  }

  static let fileNames: [(codes: [String], names: [String])] = [
    (["CA", "ca"], ["CA", "ca-2"]), (["Đ/V 1", "../x"], ["D-V-1", "x"]),
    (["CON", "lpt1", "***"], ["don-vi-CON", "don-vi-lpt1", "don-vi"]),
  ]

  @Test(arguments: fileNames)
  func `lies in a file named after the unit's code, safe everywhere`(
    codes: [String], names: [String]
  ) {
    #expect(UnitFileName.byCode(codes.map { MemberUnit(code: $0, name: $0) }) == names)
  }

  @Test(arguments: FindingCode.allCases, Language.allCases)
  func `states every finding without what the office should do`(
    code: FindingCode, language: Language
  ) {
    let statement = Finding(code, .warning).statement(in: language)
    #expect(
      !statement.isEmpty && Finding(code, .warning).message(in: language).hasPrefix(statement))
    for advice in [
      "Ask the unit", "Confirm with", "Đề nghị đơn vị", "Xác nhận với", "--limit", "Tệp dùng",
    ] {
      #expect(!statement.contains(advice))
    }
  }
}
