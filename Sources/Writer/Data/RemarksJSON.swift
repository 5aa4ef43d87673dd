import Language
import Ranking
import Regulation

/// The array `remarks` of a unit in `ket-qua.json`, behind its scores: what decided about rank, class
/// and titles beside the points.
///
/// Each: `kind` (`tie-above`, `tie-below`, `condition-failed`, `quota-full`, `title-forgone`,
/// `title-passed-on`), `subject` (the class or title; of a tie null), `units` (the codes of the units
/// concerned: those of the same total, the one that has the place now, the one that had it before),
/// `text` (as the reports say it).
struct RemarksJSON {
  private let regulation: Regulation
  private let language: Language
  private let names: [String: String]

  init(_ regulation: Regulation, _ language: Language) {
    self.regulation = regulation
    self.language = language
    names = Dictionary(
      regulation.units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func append(_ standing: UnitStanding, to json: inout JSONText) {
    json.key("remarks")
    json.raw("[")
    for remark in standing.remarks {
      json.next()
      json.raw("{")
      json.member("kind", .string(remark.kind))
      json.member("subject", .string(remark.subject))
      json.member("units", .strings(remark.units))
      let text = remark.text(in: language, regulation) { names[$0] ?? $0 }
      json.member("text", .string(text))
      json.raw("}")
    }
    json.raw("]")
  }
}

extension OutcomeRemark {
  fileprivate var kind: String {
    switch self {
    case .tieDecided(_, let isAbove, _): isAbove ? "tie-above" : "tie-below"
    case .conditionFailed: "condition-failed"
    case .quotaFull: "quota-full"
    case .titleForgone: "title-forgone"
    case .titlePassedOn: "title-passed-on"
    }
  }

  fileprivate var subject: String? {
    switch self {
    case .tieDecided: nil
    case .conditionFailed(let className, _), .quotaFull(let className, _): className
    case .titleForgone(let title, _, _), .titlePassedOn(let title, _): title
    }
  }

  fileprivate var units: [String] {
    switch self {
    case .tieDecided(_, _, let units): units
    case .conditionFailed, .quotaFull: []
    case .titleForgone(_, _, let heir): heir.map { [$0] } ?? []
    case .titlePassedOn(_, let unit): [unit]
    }
  }
}
