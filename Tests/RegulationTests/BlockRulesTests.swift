import Regulation
import Spreadsheet
import Testing

/// The block of a regulation with one more item.
private func block(_ title: String, _ value: Input) throws -> Block {
  var sample = SampleRegulation()
  sample.item(title, value)
  return try sample.load().block
}

@Suite("The rules of a block")
struct BlockRulesTests {
  @Test("have their defaults where the sheet says nothing")
  func defaults() throws {
    let block = try SampleRegulation().load().block
    #expect(block == Block(name: "Khối Nội chính", year: 2019))
    #expect(block.deadline == nil && block.late == .accept && block.decimals == 2)
    #expect(block.overMaximum == .maximum && block.missingScore == .zero)
    #expect(block.missingEvidence == .warn && block.scoreUsed == .appraisedElseSelf)
    #expect(block.ties.isEmpty && block.bonusCap == nil && block.totalCap == nil)
    #expect(block.notApplicable == .zero && block.gapThreshold == Quantity(10))
    #expect(block.correctionDeadline == nil && !block.publishesScores)
  }

  @Test(
    "name who signs the reports, by Vietnamese, unaccented and English titles",
    arguments: [
      ["Cơ quan thường trực", "Địa danh", "Người ký", "Chức vụ"],
      ["co quan thuong truc", "DIA DANH", "  Nguoi  ky ", "chuc vu"],
      ["Office", "PLACE", "signatory", "Position"],
      ["Cơ quan thường trực (Office)", "Địa danh (Place)", "Người ký (Signatory)", "Chức vụ:"],
    ])
  func signature(titles: [String]) throws {
    var sample = SampleRegulation()
    for (title, value) in zip(titles, ["Thanh tra tỉnh", "Tam Kỳ", "Lê A", "Chánh Thanh tra"]) {
      sample.item(title, .value(.text(value)))
    }
    let block = try sample.load().block
    #expect(block.office == "Thanh tra tỉnh" && block.place == "Tam Kỳ")
    #expect(block.signatory == "Lê A" && block.position == "Chánh Thanh tra")
  }

  @Test(
    "name the block and the year as number or text", arguments: [2019, "2019", " 2019 "] as [Input])
  func nameAndYear(year: Input) throws {
    var sample = SampleRegulation()
    sample["Khối"] = [["Item", "Value"], ["Name", "Khối  thi đua\nsố 1"], ["YEAR", year]]
    let block = try sample.load().block
    #expect(block.name == "Khối thi đua số 1" && block.year == 2019)
  }

  @Test(
    "end the time to submit at a moment, or with the last second of a day",
    arguments: [
      (.date(2019, 11, 20, hour: 17), "2019-11-20T17:00:00"),
      ("2019-11-20 17:00", "2019-11-20T17:00:00"),
      ("2019-11-20T17:30:15", "2019-11-20T17:30:15"), ("17h00 20/11/2019", "2019-11-20T17:00:00"),
      ("20.11.2019, 8h", "2019-11-20T08:00:00"), ("5/3/2019 16:30", "2019-03-05T16:30:00"),
      (.date(2019, 11, 20), "2019-11-20T23:59:59"), ("20/11/2019", "2019-11-20T23:59:59"),
      ("24:00 20-11-2019", "2019-11-20T23:59:59"),
    ] as [(Input, String)])
  func deadline(value: Input, moment: String) throws {
    #expect(try block("Hạn nộp", value).deadline?.description == moment)
    #expect(try block("Deadline", value).deadline?.description == moment)
    #expect(try block("Hạn chỉnh sửa", value).correctionDeadline?.description == moment)
    #expect(try block("correction deadline", value).correctionDeadline?.description == moment)
  }

  @Test(
    "say what becomes of late submissions",
    arguments: [
      ("nhận", .accept), ("Không nhận", .refuse), ("khong nhan", .refuse),
      ("trừ 0,5 điểm/ngày", .deductPerDay(Points(tenThousandths: 5000))),
      ("TRU 2 DIEM / NGAY", .deductPerDay(Points(2))),
      ("trừ 1.25đ/ngày", .deductPerDay(Points(tenThousandths: 12_500))),
    ] as [(String, LatePolicy)])
  func late(text: String, policy: LatePolicy) throws {
    #expect(try block("Nộp muộn", .value(.text(text))).late == policy)
    #expect(try block("late", .value(.text(text))).late == policy)
  }

  @Test("round to 0…4 decimals", arguments: [(0, 0), (4, 4), ("3", 3)] as [(Input, Int)])
  func decimals(value: Input, decimals: Int) throws {
    #expect(try block("Số lẻ", value).decimals == decimals)
    #expect(try block("Decimals", value).decimals == decimals)
  }

  @Test("say what counts above the maximum, without a score and without evidence")
  func policies() throws {
    #expect(try block("Vượt điểm", "Lấy tối đa").overMaximum == .maximum)
    #expect(try block("over maximum", "khong tinh").overMaximum == .zero)
    #expect(try block("Thiếu điểm", "tính 0").missingScore == .zero)
    #expect(try block("Missing score", "CHỜ BỔ SUNG").missingScore == .pending)
    #expect(try block("Thiếu minh chứng", "cảnh báo").missingEvidence == .warn)
    #expect(try block("Missing evidence", "không tính").missingEvidence == .zero)
    #expect(try block("Không phát sinh", "tính đủ").notApplicable == .full)
    #expect(try block("Không phát sinh", "tinh 0").notApplicable == .zero)
    #expect(try block("Not applicable", "quy đổi").notApplicable == .rescale)
    #expect(try block("Công khai điểm", "có").publishesScores)
    #expect(try block("Public scores", "CO").publishesScores)
    #expect(try !block("cong khai diem", "Không").publishesScores)
  }

  @Test(
    "say which score is used",
    arguments: [
      ("tự chấm", .selfScore), ("Thẩm định", .appraised),
      ("thẩm định, thiếu thì tự chấm", .appraisedElseSelf),
      ("tham dinh thieu thi tu cham", .appraisedElseSelf),
      (
        "tự chấm 40%, thẩm định 60%",
        .weighted(selfPercent: Quantity(40), appraisedPercent: Quantity(60))
      ),
      (
        "Thẩm định 66,6 %; tự chấm 33,4%",
        .weighted(
          selfPercent: Quantity(coefficient: 334, scale: 1),
          appraisedPercent: Quantity(coefficient: 666, scale: 1))
      ),
    ] as [(String, ScoreUsed)])
  func scoreUsed(text: String, used: ScoreUsed) throws {
    #expect(try block("Điểm xét", .value(.text(text))).scoreUsed == used)
    #expect(try block("Score used", .value(.text(text))).scoreUsed == used)
  }

  @Test(
    "break ties by a chain of keys",
    arguments: [
      (
        "đột xuất; Vượt khó;nhân tố mới ; thường;thưởng",
        [.aspect(.unexpectedTask), .aspect(.hardship), .aspect(.newFactor), .base, .bonus]
      ),
      ("ít điểm trừ; năm trước; ký trước", [.fewerDeductions, .lastYear, .signedEarlier]),
      ("it diem tru; KY TRUOC", [.fewerDeductions, .signedEarlier]),
      ("1.1; I; i;", [.criterion("1.1"), .criterion("I"), .criterion("I")]),
      (1.1, [.criterion("1.1")]),
    ] as [(Input, [TieKey])])
  func ties(value: Input, keys: [TieKey]) throws {
    #expect(try block("Bằng điểm", value).ties == keys)
    #expect(try block("Ties", value).ties == keys)
  }

  @Test("cap the bonus and the total")
  func caps() throws {
    #expect(try block("Trần điểm thưởng", 5).bonusCap == Points(5))
    #expect(try block("Bonus cap", "2,5").bonusCap == Points(tenThousandths: 25_000))
    #expect(try block("Tổng tối đa", "100").totalCap == Points(100))
    #expect(try block("Total cap", "1.000").totalCap == Points(1000))
  }

  @Test(
    "flag a gap between the scores by percent",
    arguments: [
      (15, "15"), ("15%", "15"), (.percent(0.07), "7"), ("12,5", "12.5"), ("0,5%", "0.5"), (0, "0"),
    ] as [(Input, String)])
  func gap(value: Input, percent: String) throws {
    #expect(try block("Ngưỡng chênh lệch", value).gapThreshold.description == percent)
    #expect(try block("Gap", value).gapThreshold.description == percent)
  }

  @Test("stand beside items and columns that nobody knows, below title rows")
  func strangers() throws {
    var sample = SampleRegulation()
    sample["Khối"] = [
      ["QUY CHẾ CHẤM ĐIỂM"], [], ["STT", "MUC", "Ghi chú", "gia tri"],
      [1, "Tên khối", "theo quyết định", "Khối 2"], [2, "Năm", nil, 2020],
      [3, "Màu sắc", nil, "xanh"], [], [4, "Số lẻ", nil, nil],
    ]
    sample["Nháp"] = [["1/0"], ["không phải quy chế"]]
    #expect(try sample.load().block == Block(name: "Khối 2", year: 2020))
  }
}
