import Regulation

/// A regulation as tables are read under it, with what follows from it alone.
final class Rulebook: Sendable {
  let regulation: Regulation
  let matcher: CriterionMatcher
  let catalog: TitleCatalog
  /// Whether each row of the criteria applies to the units of a group.
  private let applying: [String: [Bool]]

  init(_ regulation: Regulation) {
    self.regulation = regulation
    matcher = CriterionMatcher(regulation.criteria)
    catalog = TitleCatalog(regulation.titles)
    applying = Dictionary(
      uniqueKeysWithValues: regulation.groups.map { group in
        let sums = CappedSums(criteria: regulation.criteria, group: group)
        return (group, regulation.criteria.all.map { sums.applies($0) })
      })
  }

  /// The criteria as they hold for a unit.
  func criteria(of unit: MemberUnit) -> UnitCriteria {
    let all = regulation.criteria.all
    return UnitCriteria(
      all: regulation.covenant.isEmpty
        ? all : all.map { regulation.criterion($0, for: unit.code) },
      applies: applying[unit.group] ?? [])
  }
}

/// The criteria as they hold for a unit, by their places in the table.
struct UnitCriteria {
  /// The criteria with the targets that the unit signed.
  let all: [Criterion]
  private let applies: [Bool]

  fileprivate init(all: [Criterion], applies: [Bool]) {
    self.all = all
    self.applies = applies
  }

  /// Whether a criterion and all groups above it apply to the unit.
  func applies(_ criterion: Int) -> Bool { applies[criterion] }
}
