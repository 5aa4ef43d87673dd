import Regulation
import Testing

private func quantity(_ text: String) throws -> Quantity {
  guard case .number(let quantity) = try #require(NumberText(text)) else {
    throw NotANumber()
  }
  return quantity
}

private struct NotANumber: Error {}

/// A method with its maximum, target and result, and the points worked out by hand.
struct MethodCase: Sendable, CustomTestStringConvertible {
  var method: ScoringMethod
  var maximum: Points?
  var target: String?
  var result: String
  var points: String?

  init(
    _ method: ScoringMethod, of maximum: Int?, target: String? = nil, _ result: String,
    gives points: String?
  ) {
    self.method = method
    self.maximum = maximum.map { Points($0) }
    self.target = target
    self.result = result
    self.points = points
  }

  var testDescription: String { "\(method) of \(result) against \(target ?? "none")" }
}

private let steps = ScoringMethod.steps([
  .init(threshold: Quantity(95), share: Quantity(100)),
  .init(threshold: Quantity(80), share: Quantity(coefficient: 333, scale: 1)),
])

@Suite("The points of a method")
struct MethodPointsTests {
  @Test(
    "are exact to four decimals, half away from zero",
    arguments: [
      // 10 × 1 ÷ 3 = 3.33333…, 10 × 2 ÷ 3 = 6.66666…
      MethodCase(.proportional, of: 10, target: "3", "1", gives: "3.3333"),
      MethodCase(.proportional, of: 10, target: "3", "2", gives: "6.6667"),
      // 1 × 1 ÷ 20000 = 0.00005, the half
      MethodCase(.proportional, of: 1, target: "20000", "1", gives: "0.0001"),
      MethodCase(.proportional, of: 1, target: "20001", "1", gives: "0"),
      // 15 × 97.8 ÷ 98.5 = 14.893401…
      MethodCase(.proportional, of: 15, target: "98.5", "97.8", gives: "14.8934"),
      MethodCase(.proportional, of: 15, target: "98.5", "98.5", gives: "15"),
      MethodCase(.proportional, of: 15, target: "98.5", "120", gives: "15"),
      MethodCase(.proportional, of: 15, target: "98.5", "0", gives: "0"),
      MethodCase(.proportional, of: 15, target: "98.5", "-3", gives: "0"),
      MethodCase(.proportional, of: 15, "3", gives: nil),
      // 10 × 3 ÷ 7 = 4.285714…
      MethodCase(.inverse, of: 10, target: "3", "7", gives: "4.2857"),
      MethodCase(.inverse, of: 10, target: "3", "3", gives: "10"),
      MethodCase(.inverse, of: 10, target: "3", "1", gives: "10"),
      MethodCase(.inverse, of: 10, target: "3", "0", gives: "10"),
      MethodCase(.inverse, of: 10, target: "0", "2", gives: "0"),
      MethodCase(.perCount(Points(tenThousandths: 2500)), of: 5, "3", gives: "0.75"),
      MethodCase(.perCount(Points(2)), of: 5, "3", gives: "5"),
      MethodCase(.perCount(Points(2)), of: nil, "300", gives: "600"),
      MethodCase(.perCount(Points(tenThousandths: 1)), of: 5, "0.5", gives: "0.0001"),
      MethodCase(steps, of: 10, "95", gives: "10"),
      MethodCase(steps, of: 10, "94.9999", gives: "3.33"),
      MethodCase(steps, of: 10, "79.99", gives: "0"),
      // 57 ÷ 60 = 95 %, 47.9 ÷ 60 = 79.8 %
      MethodCase(steps, of: 10, target: "60", "57", gives: "10"),
      MethodCase(steps, of: 10, target: "60", "47.9", gives: "0"),
      MethodCase(.points, of: 10, "5", gives: nil), MethodCase(.passFail, of: 10, "5", gives: nil),
      MethodCase(.relativeToHighest, of: 10, "5", gives: nil),
      MethodCase(.relativeToLeader, of: 10, target: "2", "5", gives: nil),
    ])
  func points(_ example: MethodCase) throws {
    var criterion = Criterion(code: "1", content: "x", maximum: example.maximum)
    criterion.method = example.method
    criterion.target = try example.target.map { try quantity($0) }
    let points = criterion.points(forResult: try quantity(example.result))
    #expect(points?.description == example.points)
  }
}
