import Regulation
import Testing

@Suite("Points")
struct PointsTests {
  @Test(
    "show exactly, without zeros at the end",
    arguments: [
      (95_000, "9.5"), (880_000, "88"), (-2500, "-0.25"), (1, "0.0001"), (0, "0"), (-10_000, "-1"),
      (1_000_500, "100.05"),
    ])
  func description(tenThousandths: Int64, text: String) {
    let points = Points(tenThousandths: tenThousandths)
    #expect(points.description == text)
    #expect(points.doubleValue == Double(tenThousandths) / 10_000)
    #expect(points.fraction == Fraction(Int(tenThousandths)) / Fraction(10_000))
  }

  @Test(
    "round half away from zero",
    arguments: [
      (94_950, 2, "9.5"), (94_949, 2, "9.49"), (-94_950, 2, "-9.5"), (5000, 0, "1"), (4999, 0, "0"),
      (-5000, 0, "-1"), (12_345, 4, "1.2345"), (12_345, 3, "1.235"), (999_950, 2, "100"),
      (500, 1, "0.1"),
    ])
  func rounding(tenThousandths: Int64, places: Int, text: String) {
    #expect(Points(tenThousandths: tenThousandths).rounded(places: places).description == text)
  }

  @Test("are taken from quantities at four decimals, within bounds")
  func conversion() {
    #expect(Points(Quantity(coefficient: 95, scale: 1)) == Points(tenThousandths: 95_000))
    #expect(Points(Quantity(coefficient: 123_450_5, scale: 5))?.description == "12.3451")
    #expect(Points(Quantity(coefficient: -5, scale: 5))?.description == "-0.0001")
    #expect(Points(Quantity(coefficient: 100_000_000_000, scale: 0)) != nil)
    #expect(Points(Quantity(coefficient: 100_000_000_001, scale: 0)) == nil)
    let huge = Quantity(coefficient: .max, scale: 0).fraction
    #expect(Points(rounding: huge * huge) == nil)
  }

  @Test("add, subtract and compare")
  func arithmetic() {
    let (a, b) = (Points(3), Points(tenThousandths: 5000))
    #expect((a + b).description == "3.5" && (b - a).description == "-2.5" && -a == Points(-3))
    #expect((b - a).magnitude.description == "2.5" && b < a && Points.zero == Points(0))
  }
}

@Suite("A quantity")
struct QuantityTests {
  @Test(
    "takes a double at 15 significant digits",
    arguments: [
      (9.0999999999999996, "9.1"), (0.1 + 0.2, "0.3"), (97.8, "97.8"),
      (1e14 + 0.5, "100000000000001"),
      (123_456.789_012_345_6, "123456.789012346"), (-2.675, "-2.675"), (4.35 * 100, "435"),
      (1.1 + 0.1, "1.2"), (0, "0"), (-0.0, "0"), (0.000_1, "0.0001"), (1e-13, "0"), (1e-300, "0"),
      (1e3, "1000"), (999_999_999_999_999, "999999999999999"),
    ] as [(Double, String)])
  func double(number: Double, text: String) {
    #expect(Quantity(number)?.description == text)
  }

  @Test(
    "is none for what no table holds", arguments: [Double.nan, .infinity, -.infinity, 1e15, -1e300])
  func out(number: Double) {
    #expect(Quantity(number) == nil)
  }

  @Test("is the same however many zeros it is written with")
  func normalForm() {
    #expect(Quantity(coefficient: 9750, scale: 2) == Quantity(coefficient: 975, scale: 1))
    #expect(Quantity(coefficient: 0, scale: 5) == Quantity(0) && Quantity(0).isZero)
    #expect(Quantity(coefficient: -5, scale: 3).description == "-0.005")
    #expect(Quantity(coefficient: 95, scale: 1) < Quantity(10))
    #expect(Quantity(Points(tenThousandths: 25_000)) == Quantity(coefficient: 25, scale: 1))
    #expect(-Quantity(coefficient: 25, scale: 1) == Quantity(coefficient: -25, scale: 1))
  }
}

@Suite("A fraction")
struct FractionTests {
  @Test("is exact until it is rounded, half away from zero")
  func arithmetic() {
    let third = Fraction(1) / Fraction(3)
    #expect(third + third + third == Fraction(1) && (third - third).isZero)
    #expect(third * Fraction(3) == Fraction(1))
    #expect(Fraction(2) / Fraction(-6) == Fraction(0) - third && Fraction(-1) / Fraction(3) < third)
    #expect(Set([Fraction(2) / Fraction(6), third]).count == 1)
    func rounded(_ fraction: Fraction, _ places: Int) -> String {
      "\(fraction.rounded(places: places))"
    }
    #expect(rounded(third, 4) == "3333" && rounded(third + third, 4) == "6667")
    let half = Fraction(1) / Fraction(2)
    #expect(rounded(half, 0) == "1" && rounded(Fraction(0) - half, 0) == "-1")
    #expect(rounded(Fraction(499) / Fraction(1000), 0) == "0")
  }
}

@Suite("A number as text")
struct NumberTextTests {
  @Test(
    "is read with a decimal comma or point, a sign and digits of any width",
    arguments: [
      ("9,5", "9.5"), ("9.5", "9.5"), ("+5", "5"), ("-0,25", "-0.25"), ("−3", "-3"), ("９，５", "9.5"),
      (" 12\u{A0}", "12"), ("\u{200B}7", "7"), ("- 4", "-4"), ("0,500", "0.5"),
      ("1000,000", "1000"),
      ("1,0000", "1"), (",5", "0.5"), ("1.000.000", "1000000"), ("1,000,000", "1000000"),
      ("1.000,5", "1000.5"), ("1,000.50", "1000.5"), ("12.345.678,90", "12345678.9"), ("007", "7"),
    ])
  func number(text: String, value: String) {
    guard case .number(let quantity) = NumberText(text) else {
      Issue.record("\(text) is \(String(describing: NumberText(text)))")
      return
    }
    #expect(quantity.description == value)
  }

  @Test(
    "has two readings where one separator stands before three digits",
    arguments: [("1.000", "1000", "1"), ("12,345", "12345", "12.345"), ("-1,500", "-1500", "-1.5")])
  func grouped(text: String, thousands: String, decimal: String) {
    guard case .grouped(let whole, let fraction) = NumberText(text) else {
      Issue.record("\(text) is \(String(describing: NumberText(text)))")
      return
    }
    #expect(whole.description == thousands && fraction.description == decimal)
  }

  @Test(
    "is none where it says anything else",
    arguments: [
      "", " ", "8-9", "khoảng 8", "9,5đ", "9/10", "1 000", "5,", "--5", "5-", "1,00,000",
      "1.000,000.5",
      "1.0000.000", "½", "Ⅷ", "1e5", "1234567890123456789", "+", ".", "9..5",
    ])
  func none(text: String) {
    #expect(NumberText(text) == nil)
  }
}
