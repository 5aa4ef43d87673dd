import Regulation
import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// What a score cell says (spec §2, Numbers).
@Suite struct ScoreTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var value: CellValue
    var maximum: Int = 10
    var reading: ScoreReading
    var testDescription: String { "\(value) of \(maximum)" }
  }

  static func number(_ coefficient: Int64, _ scale: Int = 0) -> ScoreReading {
    .number(Quantity(coefficient: coefficient, scale: scale))
  }

  static let cases: [Case] = [
    Case(value: 9.5, reading: number(95, 1)),
    Case(value: 9.0999999999999996, reading: number(91, 1)),
    Case(value: 9.499999999999998, reading: number(95, 1)),
    Case(value: "9,5", reading: number(95, 1)),
    Case(value: "9.5", reading: number(95, 1)),
    Case(value: " 9,5\u{A0}", reading: number(95, 1)),
    Case(value: "９，５", reading: number(95, 1)),
    Case(value: "9,5đ", reading: number(95, 1)),
    Case(value: "9.5 điểm", reading: number(95, 1)),
    Case(value: "9.5 ĐIỂM", reading: number(95, 1)),
    Case(value: "+5", reading: number(5)),
    Case(value: "−3", reading: number(-3)),
    Case(value: "- 2", reading: number(-2)),
    Case(value: "9/10", reading: number(9)),
    Case(value: "9,5/10", reading: number(95, 1)),
    Case(value: "9 / 10đ", reading: number(9)),
    Case(value: "9/10", maximum: 20, reading: .notANumber),
    Case(value: "1.000", maximum: 1000, reading: number(1000)),
    Case(value: "1,000", maximum: 1000, reading: number(1000)),
    Case(value: "1.000", maximum: 10, reading: .ambiguous),
    Case(value: "1.234,5", maximum: 2000, reading: number(12345, 1)),
    Case(value: "0.500", reading: number(5, 1)),
    Case(value: "8-9", reading: .notANumber),
    Case(value: "khoảng 8", reading: .notANumber),
    Case(value: "8 9", reading: .notANumber),
    Case(value: "1.2.3", reading: .notANumber),
    Case(value: "không phát sinh", reading: .notApplicable),
    Case(value: "KPS", reading: .notApplicable),
    Case(value: "-", reading: .notApplicable),
    Case(value: "–", reading: .notApplicable),
    Case(value: "", reading: .blank),
    Case(value: "  ", reading: .blank),
    Case(value: nil, reading: .blank),
    Case(value: "Có", reading: .yes),
    Case(value: "x", reading: .yes),
    Case(value: "✓", reading: .yes),
    Case(value: "Đạt", reading: .yes),
    Case(value: true, reading: .yes),
    Case(value: "Không", reading: .no),
    Case(value: false, reading: .no),
    Case(value: .day(2026, 5, 9), reading: .date(dayMonth: Quantity(coefficient: 95, scale: 1))),
    Case(
      value: .day(2026, 10, 9), reading: .date(dayMonth: Quantity(coefficient: 910, scale: 2))),
    Case(value: .day(1900, 1, 9), reading: .date(dayMonth: Quantity(9))),
    Case(value: .day(1904, 1, 10), reading: .date(dayMonth: Quantity(9))),
    Case(
      value: .time(CivilTime(hour: 12, minute: 0)),
      reading: .date(dayMonth: Quantity(coefficient: 5, scale: 1))),
    Case(value: .time(CivilTime(hour: 7, minute: 31)), reading: .date(dayMonth: nil)),
    Case(value: "2026-05-09", reading: .date(dayMonth: Quantity(coefficient: 95, scale: 1))),
    Case(
      value: "2026-05-09 00:00:00", reading: .date(dayMonth: Quantity(coefficient: 95, scale: 1))),
    Case(value: "09/05/2026", reading: .date(dayMonth: Quantity(coefficient: 95, scale: 1))),
    Case(value: "9-May", reading: .date(dayMonth: Quantity(coefficient: 95, scale: 1))),
    Case(value: .error("#REF!"), reading: .notANumber),
  ]

  @Test("A score cell is read as what it says", arguments: cases)
  func reading(_ item: Case) {
    #expect(ScoreText.read(item.value, maximum: Quantity(item.maximum)) == item.reading)
  }

  @Test("A result may be a percentage, points may not")
  func percentages() {
    #expect(
      ScoreText.read(0.978, isPercentage: true, maximum: nil, allowsPercent: true)
        == Self.number(978, 1))
    #expect(ScoreText.read("97,8%", maximum: nil, allowsPercent: true) == Self.number(978, 1))
    #expect(ScoreText.read(0.95, isPercentage: true, maximum: Quantity(10)) == .ambiguous)
    #expect(ScoreText.read("97,8%", maximum: Quantity(100)) == .notANumber)
  }
}
