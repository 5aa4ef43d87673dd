import Normalizer
import Ranking
import Regulation
import Spreadsheet
import Testing

@testable import Writer

@Suite struct `The line of a score among the sources` {
  private func context(
    _ change: (inout Regulation) -> Void = { _ in }
  ) -> (ReportContext, UnitStanding, CountedScore) {
    var consolidation = SampleBlock(units: 8, criteriaPerGroup: 6).consolidation
    change(&consolidation.regulation)
    let standing = consolidation.standings.units.first { $0.unit.code == "CA" }
    return (
      ReportContext(consolidation, .vi), standing ?? consolidation.standings.units[0],
      CountedScore(criterion: "1.4", counted: Points(2), sheet: "Chấm điểm", cell: "D12")
    )
  }

  @Test func `quotes what was submitted and says what the finding says`() throws {
    let (context, standing, _) = context()
    let changes = ScoreChanges(context)
    let finding = try #require(
      context.consolidation.findings.first { $0.code == .overMaximum })
    let score = try #require(standing.scores.first { $0.criterion == "1.1" })
    let change = changes.text(score, unit: standing.unit.code)
    #expect(change.text.contains(finding.message(in: .vi)))
    #expect(change.severity == .warning)
    guard case .text("12") = changes.submitted(score, unit: standing.unit.code) else {
      Issue.record("the value of the finding is not quoted")
      return
    }
  }

  @Test func `says which rule made the points where no finding does`() {
    let cases: [(SourcePhrase, (inout CountedScore) -> Void, NotApplicablePolicy)] = [
      (.notApplicableFull, { $0.isNotApplicable = true }, .full),
      (.notApplicableZero, { $0.isNotApplicable = true }, .zero),
      (.notApplicableRescaled, { $0.isNotApplicable = true }, .rescale),
      (.missing, { _ in }, .zero), (.methodCounts, { $0.result = Quantity(3) }, .zero),
      (.appraisedCounts, { $0.appraisedPoints = Points(2) }, .zero),
      (.weightedCounts, { $0.appraisedPoints = Points(1) }, .zero),
    ]
    for (phrase, change, policy) in cases {
      let (context, _, original) = context { $0.block.notApplicable = policy }
      var score = original
      change(&score)
      // No finding is about this unit.
      let text = ScoreChanges(context).text(score, unit: "HD").text
      #expect(text == context.text(phrase), "\(phrase)")
    }
  }

  @Test func `says nothing where the points that were entered count`() {
    let (context, _, _) = context()
    let score = CountedScore(criterion: "1.4", selfPoints: Points(2), counted: Points(2))
    #expect(ScoreChanges(context).text(score, unit: "HD").text.isEmpty)
  }
}
