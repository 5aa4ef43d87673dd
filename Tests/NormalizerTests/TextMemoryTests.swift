import Language
import Regulation
import Spreadsheet
import Testing

@testable import Normalizer

@Suite struct TextMemoryTests {
  @Test func aTextIsKnownOnce() {
    let memory = TextMemory()
    let first = memory.known("Điểm tự chấm")
    #expect(memory.known("Điểm " + "tự chấm") === first)
    #expect(first.column?.role == .selfScore)
    #expect(first.traits.contains([.column, .score, .heading]))
  }

  @Test func textsOfOtherBytesAreOthers() {
    let memory = TextMemory()
    let composed = memory.known("Cộng")
    let decomposed = memory.known("Co\u{323}\u{302}ng")
    #expect(composed !== decomposed)
    #expect(composed.total == .sum)
    #expect(decomposed.total == .sum)
  }

  static let pairs: [(String, String)] = [
    ("", "a"), ("12345678", "12345679"), ("123456781", "123456782"), ("1234567", "1234567\u{0}"),
    ("Nội dung tiêu chí 1.1", "Nội dung tiêu chí 1.2"), ("X2345678", "Y2345678"),
  ]

  @Test(arguments: pairs)
  func textsThatDifferInOneByteAreOthers(_ pair: (String, String)) {
    #expect(ExactText(pair.0) != ExactText(pair.1))
    #expect(ExactText(pair.0) == ExactText(String(decoding: Array(pair.0.utf8), as: UTF8.self)))
  }

  @Test func aFullMemoryBeginsAnewAndAnswersAsBefore() {
    let memory = TextMemory()
    let first = memory.known("Minh chứng")
    for number in 0..<5000 { _ = memory.known("Báo cáo số \(number)") }
    let again = memory.known("Minh chứng")
    #expect(again !== first)
    #expect(again.column?.role == .evidence)
  }

  @Test func aTextThatNamesATitleOfTheRegulationMayHeadAColumn() {
    let rule = TitleRule(
      name: "Lao động tiên tiến", subject: .individual, quota: .count(3))
    let memory = TextMemory(catalog: TitleCatalog([rule]))
    #expect(memory.known("Lao động tiên tiến").namesTitle)
    #expect(memory.known("Lao động tiên tiến").traits.contains(.nomination))
    #expect(!TextMemory().known("Lao động tiên tiến").namesTitle)
  }

  @Test func aRowIsWhatAnyOfItsTextsIs() {
    let row = Row(
      number: 3,
      cells: [
        Cell(column: 1, value: .text("STT")), Cell(column: 3, value: .text("Điểm chuẩn")),
        Cell(column: 20, value: .number(4)),
      ])
    let known = KnownRow(row, memory: TextMemory())
    #expect(known.traits.contains([.column, .maximum]))
    #expect(!known.traits.contains(.score))
    #expect(known[column: 3]?.known?.text == "Điểm chuẩn")
    #expect(known[column: 20]?.value == .number(4))
    #expect(known[column: 2] == nil)
  }
}
