import Testing

/// Random tables such as units send, written in every way, read back exactly.
@Suite struct CSVRoundTripTests {
  @Test(
    "Tables read back as they were written, whatever the delimiter, encoding and line break",
    arguments: VietnameseEncoder.allCases, [",", ";", "\t", "|"])
  func readsBack(encoder: VietnameseEncoder, delimiter: String) throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      for newline in ["\n", "\r\n", "\r"] {
        var random = SeededGenerator(seed: seed)
        let rows = ScoreTableText.random(using: &random)
        let text = csv(
          rows, delimiter: delimiter, newline: newline, enclosingAll: seed.isMultiple(of: 3))
        let expected = trimmed(rows).map { $0.map(encoder.surviving) }
        let read = try texts(ofCSV: encoder.encode(text))
        #expect(read == expected, "seed \(seed), line break \(newline.debugDescription)")
      }
    }
  }
}

/// Numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Tables with titles above and signatures below, as people type them.
enum ScoreTableText {
  static func random(using random: inout SeededGenerator) -> Texts {
    var rows = Texts()
    let width = Int.random(in: 3...7, using: &random)
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      rows.append([pick(titles, &random)])
    }
    if Bool.random(using: &random) { rows.append([""]) }
    rows.append(Array(headings[..<width]))
    for number in 1...Int.random(in: 3...25, using: &random) {
      var row = [String(number), pick(contents, &random)]
      while row.count < width {
        row.append(pick(Bool.random(using: &random) ? numbers : contents + [""], &random))
      }
      rows.append(row)
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      rows.append(["", pick(signatures, &random)])
    }
    guard Bool.random(using: &random) else { return rows }
    return rows.map { $0 + Array(repeating: "", count: max(0, width - $0.count)) }
  }

  private static func pick(_ list: [String], _ random: inout SeededGenerator) -> String {
    list[Int.random(in: list.indices, using: &random)]
  }

  private static let titles = [
    "CÔNG AN TỈNH", "BẢNG TỰ CHẤM ĐIỂM THI ĐUA", "Độc lập - Tự do - Hạnh phúc",
    "Đơn vị: Phòng Tham mưu", "Hà Nội, ngày 15 tháng 12 năm 2025",
    "(Kèm theo Công văn số 12/CV-TĐ; ngày 01/12/2025)",
  ]
  private static let headings = [
    "STT", "Nội dung", "Điểm tối đa", "Tự chấm", "Kết quả", "Ghi chú", "Minh chứng",
  ]
  private static let numbers = ["9,5", "10", "8,25", "0", "100", "0,5", "1.000", "98,5%"]
  private static let signatures = ["NGƯỜI LẬP BẢNG", "THỦ TRƯỞNG ĐƠN VỊ", "(Ký, ghi rõ họ tên)"]
  private static let contents = [
    "Chấp hành pháp luật, kỷ luật, điều lệnh", "Không có vi phạm; 3 tập thể, 5 cá nhân được khen",
    "Đạt 98,5%; vượt 3,2% so với cùng kỳ", "Báo cáo số 12/BC, ngày 5/6/2025",
    "Phong trào \"Ba nhất\"", "\"Dân vận khéo\"", "Trừ 0,5 điểm/lần chậm", "Không phát sinh",
    "1.1", "a)", "đ) Nộp đúng hạn, đầy đủ", "Tổng cộng", "Dòng một\nDòng hai, ba", " Thụt đầu dòng",
    "R'lấp", "A & B", "I.",
  ]
}
