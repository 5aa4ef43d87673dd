import Normalizer
import Regulation

/// Proposes the titles for collectives in one group of units: the best by rank, under each title's
/// class, votes, withdrawals and number.
struct CollectiveTitles {
  private let regulation: Regulation
  private let classOrder: [String: Int]
  /// What the sheet Bỏ phiếu says of a unit as a whole, the first row that does, by title and unit.
  private let votes: [String: [String: TitleVote]]

  init(_ regulation: Regulation) {
    self.regulation = regulation
    classOrder = Dictionary(
      regulation.classes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first }
    )
    votes = regulation.votes.reduce(into: [:]) { votes, vote in
      guard vote.person == nil, votes[vote.title]?[vote.unit] == nil else { return }
      votes[vote.title, default: [:]][vote.unit] = vote
    }
  }

  /// Gives every title of the regulation to ranked units, given by rank.
  func propose(
    _ ranked: [Int], in units: inout [UnitStanding], _ findings: inout [Finding]
  ) {
    for title in regulation.titles where title.subject == .collective {
      propose(title, ranked, in: &units, &findings)
    }
  }

  private func propose(
    _ title: TitleRule, _ ranked: [Int], in units: inout [UnitStanding],
    _ findings: inout [Finding]
  ) {
    func rank(_ index: Int) -> Int { units[index].rank ?? 0 }
    let fit = ranked.filter { isFit(units[$0], for: title) }
    let causes = fit.map { cause(title, units[$0].unit) }
    let open = zip(fit, causes).filter { $0.1 == nil }.map(\.0)
    let quota = UnitQuota(title.quota, of: ranked.count)
    let places = quota?.places ?? fit.count
    let taken = QuotaCut.within(open, places: places, rank: rank)

    let passings = passings(
      of: zip(fit, causes).map { ($0, $1 != nil) }, places: places, taken: Set(taken), rank: rank)
    let causeOf = Dictionary(uniqueKeysWithValues: zip(fit, causes))
    for passing in passings {
      for index in passing.passers {
        guard let cause = causeOf[index] ?? nil else { continue }
        units[index].remarks.append(
          .titleForgone(
            title: title.name, cause: cause, passedTo: passing.heir.map { units[$0].unit.code }))
      }
      if let heir = passing.heir, let first = passing.passers.first {
        units[heir].remarks.append(
          .titlePassedOn(title: title.name, from: units[first].unit.code))
      }
    }

    for index in taken { units[index].titles.append(title.name) }
    // Units that tie for the last place are left to the meeting, and named.
    for index in QuotaCut.tiedAtEdge(open, places: places, rank: rank) {
      if let quota { findings.append(quota.exceeded(by: units[index].unit, for: title.name)) }
    }
  }

  /// A place that passed on: whom it passed by, one after the other, and who has it now.
  private struct Passing {
    var passers: [Int]
    var heir: Int?
  }

  /// Which places passed on, and to whom.
  ///
  /// - Parameters:
  ///   - fit: the units of the minimum class by rank, each with whether the place passes it by.
  ///   - taken: the units that have a place now.
  private func passings(
    of fit: [(index: Int, isPassedBy: Bool)], places: Int, taken: Set<Int>, rank: (Int) -> Int
  ) -> [Passing] {
    let first = Set(QuotaCut.within(fit.map(\.index), places: places, rank: rank))
    var done: [Passing] = []
    var open: ArraySlice<Passing> = []
    // Of one rank, those that the place passes by come first.
    let order = fit.enumerated().sorted { one, other in
      (rank(one.element.index), one.element.isPassedBy ? 0 : 1, one.offset)
        < (rank(other.element.index), other.element.isPassedBy ? 0 : 1, other.offset)
    }.map(\.element)
    // How many of a better rank no place passes by: all that were met before a unit that one does.
    var better = 0
    for (index, isPassedBy) in order {
      if isPassedBy {
        if !first.contains(index), !open.isEmpty {
          open[open.startIndex].passers.append(index)
        } else if first.contains(index) || better < places {
          open.append(Passing(passers: [index]))
        }
        continue
      }
      better += 1
      if taken.contains(index), !first.contains(index), var passing = open.popFirst() {
        passing.heir = index
        done.append(passing)
      }
    }
    return done + open
  }

  private func isFit(_ standing: UnitStanding, for title: TitleRule) -> Bool {
    guard let minimum = title.minimumClass else { return true }
    guard let own = standing.className.flatMap({ classOrder[$0] }),
      let lowest = classOrder[minimum]
    else { return false }
    return own <= lowest
  }

  /// Why a title's place passes a unit by: it withdrew, or a vote spoke against it.
  private func cause(_ title: TitleRule, _ unit: MemberUnit) -> ForgoneCause? {
    guard let vote = votes[title.name]?[unit.code] else { return nil }
    if vote.isWithdrawn { return .withdrawn }
    guard case .scoreThenVote(let percent) = title.decision, let ballots = vote.ballots,
      !ballots.confirm(percent: percent)
    else { return nil }
    return .notConfirmed(inFavour: ballots.inFavour, cast: ballots.cast, percent: percent)
  }
}
