import Normalizer
import Pipeline
import TestSupport
import Testing
import Writer

/// The analysis as part of a run over a block.
@Suite struct BlockAnalysisTests {
  @Test("A consolidation carries the analysis and lists its findings, none of them an error")
  func fixture() async throws {
    let consolidation = try await FixtureBlockTests.consolidation()
    let ranked = consolidation.standings.units.filter { $0.rank != nil }
    #expect(consolidation.analysis.groups.map(\.units.count) == [ranked.count])
    let found = consolidation.findings.filter { $0.code == .levelling || $0.code == .outlier }
    #expect(Set(found) == Set(consolidation.analysis.findings))
    #expect(found.allSatisfy { $0.severity != .error })
    // All seven units gave themselves the 3 points of 4.1.
    let criterion = try #require(found.first { $0.arguments["criterion"] == "4.1" })
    #expect(criterion.value == "7/7")
    #expect(criterion.severity == .warning)
    #expect(criterion.unit == nil && criterion.cell == nil)
  }
}
