import Language
import Ranking
import Regulation
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `A unit's group in its feedback` {
  private func comparison(_ block: FeedbackBlock) -> GroupComparison {
    GroupComparison(block.regulation, block.consolidation.standings, group: "")
  }

  private func points(_ value: Double) -> Points {
    Points(tenThousandths: Int64((value * 10_000).rounded()))
  }

  static let figures: [(criterion: String, median: Double, best: Double)] = [
    ("1.1", 8, 10), ("1.2", 9, 10), ("1", 17, 20), ("2", 8, 8), ("2.2", 4, 4.5), ("T", 2, 3),
    ("D", 1, 0),
  ]

  @Test(arguments: figures)
  func `shows as median and best of each criterion and group, of deductions the least`(
    criterion: String, median: Double, best: Double
  ) throws {
    let figures = comparison(.three()).figures(of: criterion)
    #expect(
      figures == GroupComparison.Figures(median: points(median), best: points(best)),
      "\(criterion)")
  }

  @Test func `shows as median and best of totals and of their parts`() {
    let comparison = comparison(.three())
    #expect(comparison.rankedUnits == 3)
    #expect(comparison.total == GroupComparison.Figures(median: points(25), best: points(30)))
    #expect(comparison.figures(of: .base)?.median == points(25))
    #expect(comparison.figures(of: .bonus)?.best == points(3))
    #expect(comparison.figures(of: .deduction)?.best == .zero)
  }

  @Test func `has the mean of the two in the middle as its median`() {
    let block = FeedbackBlock([
      ("A", "Một", [10, 0, 0, 0, 0, 0]), ("B", "Hai", [9, 0, 0, 0, 0, 0]),
      ("C", "Ba", [8.5, 0, 0, 0, 0, 0]), ("E", "Bốn", [1, 0, 0, 0, 0, 0]),
    ])
    #expect(comparison(block).figures(of: "1.1")?.median == points(8.75))
  }

  @Test func `is not told where two units alone are ranked, or have a score`() throws {
    let two = FeedbackBlock([
      ("ZQX", "Ban Quản lý Hồ Tràm", [10, 10, 4, 4, 2, 0]),
      ("WVK", "Chi cục Kiểm ngư", [8, 9, 4, 4, 1, 1]), ("JPY", "Đội Cảnh vệ Sông Dinh", []),
    ])
    let comparison = comparison(two)
    #expect(comparison.isTooSmall && comparison.rankedUnits == 2)
    #expect(comparison.figures(of: "1.1") == nil && comparison.figures(of: .base) == nil)
    #expect(try two.feedback(to: "ZQX").lines.allSatisfy { $0.group == nil })

    let partly = FeedbackBlock([
      ("ZQX", "Ban Quản lý Hồ Tràm", [10, 10, 4, 4, 2, 0]),
      ("WVK", "Chi cục Kiểm ngư", [8, 9, 4, 4, 1, 1]),
      ("JPY", "Đội Cảnh vệ Sông Dinh", [nil, 6, 3, 4, 3, 2]),
    ])
    let other = self.comparison(partly)
    #expect(other.figures(of: "1.1") == nil, "it arose for two units only")
    #expect(other.figures(of: "1.2") != nil && other.total != nil)
  }

  @Test func `is told in any case where the block makes its scores public`() {
    let block = FeedbackBlock(
      [
        ("ZQX", "Ban Quản lý Hồ Tràm", [10, 10, 4, 4, 2, 0]),
        ("WVK", "Chi cục Kiểm ngư", [8, 9, 4, 4, 1, 1]),
      ]
    ) { $0.block.publishesScores = true }
    #expect(comparison(block).figures(of: "1.1")?.best == points(10))
  }
}
