import Normalizer
import Regulation

/// Classifies the ranked units of one group: the highest class whose floor, condition and quota hold.
struct Classification {
  private let classes: [ClassRule]

  init(_ regulation: Regulation) {
    classes = regulation.classes
  }

  /// Gives every ranked unit, given by rank, its class; says where more than the points decided.
  func classify(
    _ ranked: [Int], in units: inout [UnitStanding], _ findings: inout [Finding]
  ) {
    var open = ranked
    var movedDown: [Int: (rule: ClassRule, quota: UnitQuota)] = [:]
    for rule in classes {
      let high = open.filter { rule.isReached(by: units[$0]) }
      let fit = high.filter { rule.admits(units[$0]) }
      if let condition = rule.condition {
        let admitted = Set(fit)
        for index in high where !admitted.contains(index) {
          units[index].remarks.append(
            .conditionFailed(className: rule.name, condition: condition))
        }
      }
      var taken = fit
      if let percent = rule.quotaPercent {
        let quota = UnitQuota(percent: percent, of: ranked.count)
        taken = QuotaCut.within(fit, places: quota.places, rank: { units[$0].rank ?? 0 })
        // What is taken are the first.
        for index in fit.dropFirst(taken.count) {
          units[index].remarks.append(.quotaFull(className: rule.name, quota: quota))
          if movedDown[index] == nil { movedDown[index] = (rule, quota) }
        }
      }
      for index in taken { units[index].className = rule.name }
      let gone = Set(taken)
      open.removeAll { gone.contains($0) }
    }
    for index in ranked {
      guard let (rule, quota) = movedDown[index] else { continue }
      findings.append(
        quota.exceeded(by: units[index].unit, for: rule.name, action: units[index].className))
    }
  }
}
