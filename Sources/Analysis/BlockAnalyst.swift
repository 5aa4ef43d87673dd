public import Normalizer
public import Ranking
public import Regulation

/// Analyses a block: what its scores say about its units, and how firmly its ranks stand.
///
/// The same standings give the same analysis, on every machine: the simulation starts from a fixed
/// seed, and units are taken by rank and code.
public struct BlockAnalyst: Sendable {
  private let regulation: Regulation
  private let simulation: RankSimulation

  /// An analyst of blocks under one regulation.
  public init(_ regulation: Regulation) {
    self.init(regulation, simulation: RankSimulation())
  }

  init(_ regulation: Regulation, simulation: RankSimulation) {
    self.regulation = regulation
    self.simulation = simulation
  }

  /// The figures of the ranked units and the findings that follow from them.
  ///
  /// - Parameter tables: the tables that the standings were made of, by unit code: they say who
  ///   named evidence.
  public func analysis(of standings: Standings, tables: [String: ScoreTable]) -> BlockAnalysis {
    var analysis = BlockAnalysis()
    let members = Dictionary(grouping: standings.units, by: \.unit.group)
    for group in regulation.groups {
      guard let ranked = RankedGroup(regulation, members[group] ?? [], group: group) else {
        continue
      }
      let figures = GroupAnalyst(ranked: ranked, tables: tables, simulation: simulation).analysis()
      analysis.groups.append(figures)
      analysis.findings += AnalysisFindings(ranked: ranked, figures: figures).all
    }
    analysis.findings += AppraiserAnalyst(regulation, standings).findings
    return analysis
  }
}
