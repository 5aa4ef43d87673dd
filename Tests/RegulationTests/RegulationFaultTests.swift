import Language
import Regulation
import Spreadsheet
import Testing

/// A change to a sound regulation and the fault that it makes.
struct FaultCase: Sendable, CustomTestStringConvertible {
  var problem: RegulationProblem
  var place: String
  var change: @Sendable (inout SampleRegulation) -> Void

  /// `place` is `Sheet!Cell`, or the sheet alone.
  init(
    _ problem: RegulationProblem, _ place: String,
    _ change: @escaping @Sendable (inout SampleRegulation) -> Void
  ) {
    self.problem = problem
    self.place = place
    self.change = change
  }

  /// One cell written anew.
  init(_ problem: RegulationProblem, _ sheet: String, _ cell: String, _ input: Input) {
    self.init(problem, "\(sheet)!\(cell)") { $0.set(sheet, cell, input) }
  }

  /// One item added to the sheet Khối, in row 4.
  init(_ problem: RegulationProblem, item: String, _ input: Input) {
    self.init(problem, "Khối!B4") { $0.item(item, input) }
  }

  var testDescription: String { "\(problem) at \(place)" }
}

private func place(_ fault: RegulationFault) -> String {
  fault.cell.map { "\(fault.sheet)!\($0)" } ?? fault.sheet
}

private let titleHeader: [Input] = ["Danh hiệu", "Đối tượng", "Số lượng", "Từ mức", "Cách xét"]
private let voteHeader: [Input] = ["Đơn vị", "Danh hiệu", "Phiếu thu về", "Đồng ý", "Xin rút"]

/// Adds a title and the votes of `rows`.
private func vote(_ rows: [[Input]]) -> @Sendable (inout SampleRegulation) -> Void {
  {
    $0["Danh hiệu"] = [titleHeader, ["Cờ thi đua", "tập thể", 1]]
    $0["Bỏ phiếu"] = [voteHeader] + rows
  }
}

/// Adds the signed targets of `rows`.
private func covenant(_ rows: [[Input]]) -> @Sendable (inout SampleRegulation) -> Void {
  {
    $0.set("Tiêu chí", "F3", "tỷ lệ")
    $0.set("Tiêu chí", "G3", 98)
    $0["Giao ước"] = [["Đơn vị", "Tiêu chí", "Chỉ tiêu"]] + rows
  }
}

private func titles(_ rows: [[Input]]) -> @Sendable (inout SampleRegulation) -> Void {
  { $0["Danh hiệu"] = [titleHeader] + rows }
}

private func classes(_ rows: [[Input]]) -> @Sendable (inout SampleRegulation) -> Void {
  { $0["Xếp loại"] = [["Mức", "Từ điểm", "Tỷ lệ tối đa", "Điều kiện"]] + rows }
}

/// Gives the first unit a password.
private func password(_ sample: inout SampleRegulation, _ input: Input) {
  sample.set("Đơn vị", "J1", "Mật khẩu")
  sample.set("Đơn vị", "J2", input)
}

private let sheetFaults: [FaultCase] = [
  FaultCase(.missingSheet, "Khối") { $0.sheets.remove(at: 0) },
  FaultCase(.missingSheet, "Đơn vị") { $0.sheets.remove(at: 1) },
  FaultCase(.missingSheet, "Tiêu chí") { $0.sheets.remove(at: 2) },
  FaultCase(.repeatedSheet, "units") { $0["units"] = $0["Đơn vị"] },
  FaultCase(.missingHeader, "Đơn vị") { $0["Đơn vị"] = [["CA", "Công an tỉnh"]] },
  FaultCase(.missingHeader, "Danh hiệu") { $0["Danh hiệu"] = [] },
  FaultCase(.missingColumn, "Tiêu chí!K1") { $0.set("Tiêu chí", "B1", "Chữ") },
  FaultCase(.repeatedColumn, "Đơn vị!J1") { $0.set("Đơn vị", "J1", "Code") },
  FaultCase(.noUnits, "Đơn vị") { $0["Đơn vị"] = [$0["Đơn vị"][0]] },
  FaultCase(.noCriteria, "Tiêu chí") { $0["Tiêu chí"] = [$0["Tiêu chí"][0]] },
]

private let blockFaults: [FaultCase] = [
  FaultCase(.missingItem, "Khối") { $0["Khối"].remove(at: 1) },
  FaultCase(.missingValue, "Khối", "B3", nil),
  FaultCase(.repeatedItem, "Khối!A4") { $0.item("YEAR", 2020) },
  FaultCase(.invalidNumber, "Khối", "B3", "hai nghìn"),
  FaultCase(.invalidNumber, "Khối", "B3", 2019.5),
  FaultCase(.invalidDate, item: "Hạn nộp", "cuối tháng 11"),
  FaultCase(.invalidDate, item: "Hạn nộp", "31/11/2019"),
  FaultCase(.invalidDate, item: "Hạn nộp", "20/11/2019 25:00"),
  FaultCase(.invalidDate, item: "Hạn nộp", "20/x/11/2019"),
  FaultCase(.invalidDate, item: "Hạn nộp", "9223372036854775807-01-01"),
  FaultCase(.invalidDate, item: "Hạn nộp", 43_789),
  FaultCase(.invalidChoice, item: "Nộp muộn", "tùy"),
  FaultCase(.invalidChoice, item: "Nộp muộn", "trừ điểm/ngày"),
  FaultCase(.invalidChoice, item: "Nộp muộn", "trừ 1 điểm / 2 ngày"),
  FaultCase(.outOfRange, item: "Số lẻ", 5),
  FaultCase(.outOfRange, item: "Số lẻ", "hai"),
  FaultCase(.invalidChoice, item: "Vượt điểm", "tính 0"),
  FaultCase(.invalidChoice, item: "Thiếu điểm", "không tính"),
  FaultCase(.invalidChoice, item: "Thiếu minh chứng", "bỏ"),
  FaultCase(.invalidChoice, item: "Không phát sinh", "bỏ"),
  FaultCase(.invalidChoice, item: "Điểm xét", "bình quân"),
  FaultCase(.invalidChoice, item: "Điểm xét", "tự chấm 40%, thẩm định 50%"),
  FaultCase(.unknownTieKey, item: "Bằng điểm", "9.9"),
  // With accents lost it is one of two.
  FaultCase(.unknownTieKey, item: "Bằng điểm", "đột xuất; thuong"),
  FaultCase(.invalidNumber, item: "Trần điểm thưởng", "năm"),
  FaultCase(.invalidNumber, item: "Tổng tối đa", -1),
  FaultCase(.invalidNumber, item: "Tổng tối đa", 1e14),
  FaultCase(.invalidPercent, item: "Ngưỡng chênh lệch", 0.1),
  FaultCase(.invalidPercent, item: "Ngưỡng chênh lệch", "101%"),
  FaultCase(.invalidDate, item: "Hạn chỉnh sửa", "cuối tháng"),
  FaultCase(.invalidChoice, item: "Công khai điểm", "một phần"),
  FaultCase(.formulaNotCalculated, "Khối", "B3", .formula("2018+1")),
  FaultCase(.cellError, item: "Số lẻ", .value(.error("#REF!"))),
]

private let unitFaults: [FaultCase] = [
  FaultCase(.missingValue, "Đơn vị", "A3", nil),
  FaultCase(.missingValue, "Đơn vị", "B3", "  "),
  FaultCase(.repeatedCode, "Đơn vị", "A3", "CA"),
  FaultCase(.codeIsDate, "Đơn vị", "A3", .date(2019, 1, 1)),
  FaultCase(.repeatedName, "Đơn vị", "B3", "CÔNG  AN TỈNH"),
  FaultCase(.repeatedName, "Đơn vị", "C3", "TAND; công an tỉnh"),
  FaultCase(.repeatedEmail, "Đơn vị!D3") {
    $0.set("Đơn vị", "D2", "a@tinh.vn")
    $0.set("Đơn vị", "D3", "b@tinh.vn; A@tinh.vn")
  },
  FaultCase(.invalidDate, "Đơn vị", "F2", "chưa"),
  FaultCase(.invalidNumber, "Đơn vị", "H2", "chín mươi"),
  FaultCase(.cellError, "Đơn vị", "A2", .value(.error("#N/A"))),
  FaultCase(.formulaNotCalculated, "Đơn vị", "H2", .formula("90+1")),
  FaultCase(.invalidPassword, "Đơn vị!J2") { password(&$0, .date(2019, 2, 1)) },
]

private let criterionFaults: [FaultCase] = [
  FaultCase(.missingValue, "Tiêu chí", "A4", nil),
  FaultCase(.missingValue, "Tiêu chí", "B4", nil),
  FaultCase(.repeatedCode, "Tiêu chí", "A4", 1.1),
  FaultCase(.codeIsDate, "Tiêu chí", "A4", .date(2019, 2, 1)),
  FaultCase(.missingMaximum, "Tiêu chí", "C4", nil),
  FaultCase(.invalidNumber, "Tiêu chí", "C4", "mười"),
  FaultCase(.invalidNumber, "Tiêu chí", "C4", -5),
  FaultCase(.invalidNumber, "Tiêu chí", "C2", "8-9"),
  FaultCase(.invalidChoice, "Tiêu chí", "D4", "thuong"),
  FaultCase(.invalidChoice, "Tiêu chí", "E4", "khác"),
  FaultCase(.invalidMethod, "Tiêu chí", "F4", "tùy ý"),
  FaultCase(.invalidMethod, "Tiêu chí", "F4", "mỗi lần"),
  FaultCase(.invalidMethod, "Tiêu chí", "F4", "mỗi lần 2 lượt"),
  FaultCase(.invalidMethod, "Tiêu chí", "F4", "bậc thang 95"),
  FaultCase(.invalidMethod, "Tiêu chí", "F4", "bậc thang 95:120%"),
  FaultCase(.missingTarget, "Tiêu chí!G4") { $0.set("Tiêu chí", "F4", "tỷ lệ") },
  FaultCase(.missingTarget, "Tiêu chí!G4") { $0.set("Tiêu chí", "F4", "tỷ lệ nghịch") },
  FaultCase(.missingTarget, "Tiêu chí!G4") { $0.set("Tiêu chí", "F4", "so với dẫn đầu") },
  FaultCase(.zeroTarget, "Tiêu chí!G4") {
    $0.set("Tiêu chí", "F4", "tỷ lệ")
    $0.set("Tiêu chí", "G4", 0)
  },
  FaultCase(.zeroTarget, "Tiêu chí!G4") {
    $0.set("Tiêu chí", "F4", "bậc thang 95:100%")
    $0.set("Tiêu chí", "G4", 0)
  },
  FaultCase(.zeroTarget, "Tiêu chí!G4") {
    $0.set("Tiêu chí", "F4", "tỷ lệ nghịch")
    $0.set("Tiêu chí", "G4", -1)
  },
  FaultCase(.invalidNumber, "Tiêu chí", "G4", "cao"),
  FaultCase(.invalidChoice, "Tiêu chí", "H4", "không"),
  FaultCase(.unknownGroup, "Tiêu chí", "I4", "Nhóm 9"),
  FaultCase(.unknownParent, "Tiêu chí", "J4", "IX"),
  FaultCase(.parentCycle, "Tiêu chí!J4") { $0.set("Tiêu chí", "J4", "1.2") },
  FaultCase(.formulaNotCalculated, "Tiêu chí", "C2", .formula("SUM(C3:C4)")),
  FaultCase(.formulaNotCalculated, "Tiêu chí", "C4", .formula("5*3")),
  FaultCase(.cellError, "Tiêu chí", "C4", .value(.error("#REF!"))),
]

private let rewardFaults: [FaultCase] = [
  FaultCase(.missingValue, "Xếp loại!A2", classes([[nil, 90]])),
  FaultCase(.missingValue, "Xếp loại!B2", classes([["Tốt"]])),
  FaultCase(.invalidNumber, "Xếp loại!B2", classes([["Tốt", "cao"]])),
  FaultCase(.invalidPercent, "Xếp loại!C2", classes([["Tốt", 90, "một phần năm"]])),
  FaultCase(.invalidPercent, "Xếp loại!C2", classes([["Tốt", 90, 0.2]])),
  FaultCase(.invalidChoice, "Xếp loại!D2", classes([["Tốt", 90, nil, "đoàn kết"]])),
  FaultCase(.repeatedClass, "Xếp loại!A3", classes([["Tốt", 90], ["TỐT", 80]])),
  FaultCase(.missingValue, "Danh hiệu!A2", titles([[nil, "tập thể"]])),
  FaultCase(.missingValue, "Danh hiệu!B2", titles([["Cờ"]])),
  FaultCase(.invalidChoice, "Danh hiệu!B2", titles([["Cờ", "nhóm"]])),
  FaultCase(.invalidNumber, "Danh hiệu!C2", titles([["Cờ", "tập thể", 1.5]])),
  FaultCase(.unknownClass, "Danh hiệu!D2", titles([["Cờ", "tập thể", 1, "Tốt"]])),
  FaultCase(.invalidChoice, "Danh hiệu!E2", titles([["Cờ", "tập thể", 1, nil, "bốc thăm"]])),
  FaultCase(.invalidChoice, "Danh hiệu!E2", titles([["Cờ", "tập thể", 1, nil, "điểm rồi phiếu"]])),
  FaultCase(.repeatedTitle, "Danh hiệu!A3", titles([["Cờ", "tập thể"], ["cờ", "tập thể"]])),
  FaultCase(.unknownUnit, "Giao ước!A2", covenant([["XX", "1.1", 99]])),
  FaultCase(.unknownCriterion, "Giao ước!B2", covenant([["CA", "9.9", 99]])),
  FaultCase(.missingValue, "Giao ước!C2", covenant([["CA", "1.1"]])),
  FaultCase(.invalidNumber, "Giao ước!C2", covenant([["CA", "1.1", "cao"]])),
  FaultCase(.zeroTarget, "Giao ước!C2", covenant([["CA", "1.1", 0]])),
  FaultCase(.repeatedTarget, "Giao ước!A3", covenant([["CA", "1.1", 99], ["CA", "1.1", 98]])),
  FaultCase(.invalidNumber, "Danh hiệu!C2", titles([["Cờ", "tập thể", "15% biên chế"]])),
  FaultCase(.invalidNumber, "Danh hiệu!C2", titles([["LĐTT", "cá nhân", "15% khác"]])),
  FaultCase(.invalidChoice, "Danh hiệu!F2") {
    $0["Danh hiệu"] = [titleHeader + ["Điều kiện"], ["LĐTT", "cá nhân", 1, nil, nil, "có tâm"]]
  },
  FaultCase(.unknownUnit, "Bỏ phiếu!A2", vote([["XX", "Cờ thi đua", 9, 9]])),
  FaultCase(.missingValue, "Bỏ phiếu!A2", vote([[nil, "Cờ thi đua", 9, 9]])),
  FaultCase(.unknownTitle, "Bỏ phiếu!B2", vote([["CA", "Bằng khen", 9, 9]])),
  FaultCase(.missingValue, "Bỏ phiếu!D2", vote([["CA", "Cờ thi đua", 9]])),
  FaultCase(.missingValue, "Bỏ phiếu!C2", vote([["CA", "Cờ thi đua", nil, 9]])),
  FaultCase(.outOfRange, "Bỏ phiếu!D2", vote([["CA", "Cờ thi đua", 8, 9]])),
  FaultCase(.invalidNumber, "Bỏ phiếu!C2", vote([["CA", "Cờ thi đua", "chín", 9]])),
  FaultCase(
    .repeatedVote, "Bỏ phiếu!A3", vote([["CA", "Cờ thi đua", 9, 9], ["ca", "Cờ thi đua", 9, 8]])),
]

@Suite("A fault in a regulation")
struct RegulationFaultTests {
  static let cases = sheetFaults + blockFaults + unitFaults + criterionFaults + rewardFaults

  @Test("is reported once, with its sheet and cell, and nothing with it", arguments: cases)
  func single(_ fault: FaultCase) throws {
    var sample = SampleRegulation()
    fault.change(&sample)
    let faults = try sample.faults()
    #expect(faults.map(\.problem) == [fault.problem])
    #expect(faults.map(place) == [fault.place])
    for language in Language.allCases {
      let message = faults.first?.message(in: language) ?? "—"
      #expect(message.hasPrefix("\(fault.place): "))
      #expect(!message.contains("—") && !message.contains("{"))
    }
  }

  @Test("of every kind is in the table above")
  func everyProblem() {
    let tested = Set(Self.cases.map(\.problem))
    #expect(RegulationProblem.allCases.filter { !tested.contains($0) } == [])
  }

  @Test("shows no password")
  func hiddenPassword() throws {
    for input in [Input.date(2019, 2, 1), .formula("\"bi2019\"&\"mat\"")] {
      var sample = SampleRegulation()
      password(&sample, input)
      let fault = try #require(try sample.faults().first)
      for language in Language.allCases { #expect(!fault.message(in: language).contains("2019")) }
    }
  }

  @Test("does not hide the others: all are reported at once, in reading order")
  func allAtOnce() throws {
    var sample = SampleRegulation()
    sample.item("Số lẻ", 9)
    sample.item("Bằng điểm", "đột xuất; 7.7")
    sample["Đơn vị"].append([nil, "Hải đoàn 18", nil, nil, "Nhóm 2", "chưa", nil, "cao"])
    sample["Đơn vị"].append(["CA", nil, nil, nil, nil, nil, nil, "cao"])
    sample["Tiêu chí"].append([nil, nil, "mười", "lạ", "lạ", "lạ", "lạ", "lạ", "lạ", nil])
    sample["Tiêu chí"].append(["1.3", "Khác", 5, nil, nil, nil, nil, nil, "Nhóm 2", "IX"])
    sample["Xếp loại"] = [["Mức", "Từ điểm"], ["Tốt", "cao"], [nil, nil]]
    sample["Danh hiệu"] = [titleHeader, ["Cờ", "nhóm", "ít", "Tốt", "bốc thăm"]]
    let faults = try sample.faults()
    #expect(
      faults.map { "\(place($0)) \($0.problem)" } == [
        "Khối!B4 outOfRange", "Khối!B5 unknownTieKey", "Đơn vị!A4 missingValue",
        "Đơn vị!F4 invalidDate", "Đơn vị!H4 invalidNumber", "Đơn vị!A5 repeatedCode",
        "Đơn vị!B5 missingValue", "Đơn vị!H5 invalidNumber", "Tiêu chí!A5 missingValue",
        "Tiêu chí!B5 missingValue", "Tiêu chí!C5 invalidNumber", "Tiêu chí!D5 invalidChoice",
        "Tiêu chí!E5 invalidChoice", "Tiêu chí!F5 invalidMethod", "Tiêu chí!G5 invalidNumber",
        "Tiêu chí!H5 invalidChoice", "Tiêu chí!I5 unknownGroup", "Tiêu chí!J6 unknownParent",
        "Xếp loại!B2 invalidNumber", "Danh hiệu!B2 invalidChoice", "Danh hiệu!C2 invalidNumber",
        "Danh hiệu!E2 invalidChoice",
      ])
  }

  @Test("of a whole sheet brings no faults of those that refer to it")
  func unreadableSheets() throws {
    var sample = SampleRegulation()
    sample["Đơn vị"] = [["CA", "Công an tỉnh"]]
    sample.set("Tiêu chí", "I3", "Nhóm 1")
    sample["Xếp loại"] = [["Tốt", 80]]
    sample["Danh hiệu"] = [titleHeader, ["Cờ", "tập thể", 1, "Tốt"]]
    sample["Bỏ phiếu"] = [voteHeader, ["CA", "Cờ", 9, 9]]
    #expect(
      try sample.faults().map { "\(place($0)) \($0.problem)" } == [
        "Đơn vị missingHeader", "Xếp loại missingHeader",
      ])
  }
}
