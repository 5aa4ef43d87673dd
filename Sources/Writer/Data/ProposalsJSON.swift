import Language
import Normalizer
import Ranking
import Regulation

/// The arrays `people` and `practices` of `ket-qua.json`, behind its findings.
///
/// A person: `unit`, `name`, `position`, `title` (as the regulation writes it where it knows it),
/// `achievement`, `initiative`, `document`, `status` (`Nominee.Status`), `quota`, `file`, `sheet`,
/// `cell`. `quota` is null where the title has none, else `places` (the people allowed), `rule` (Số
/// lượng), `of` (`staff`, `nominees` or `group`) and `base` (that number). A practice: `unit`, `name`,
/// `content`, `effect`, `scope`, `evidence`, `complete` (it has name and content), `file`, `sheet`,
/// `cell`. What is not there is null; the cell is that of the name.
enum ProposalsJSON {
  static func append(_ proposals: IndividualProposals, to json: inout JSONText) {
    let uses = QuotaUses(proposals)
    json.raw(",\n\"people\":[")
    for nominee in proposals.nominees {
      json.next("\n")
      append(nominee, uses.use(of: nominee), to: &json)
    }
    json.raw("],\n\"practices\":[")
    for entry in proposals.practices {
      json.next("\n")
      append(entry, to: &json)
    }
    json.raw("]")
  }

  private static func append(
    _ nominee: Nominee, _ use: TitleQuotaUse?, to json: inout JSONText
  ) {
    let nomination = nominee.nomination
    json.raw("{")
    json.member("unit", .string(nominee.unit))
    json.member("name", .string(nomination.name.nonEmpty))
    json.member("position", .string(nomination.position))
    json.member("title", .string(nomination.title.nonEmpty))
    json.member("achievement", .string(nomination.achievement))
    json.member("initiative", .string(nomination.initiative))
    json.member("document", .string(nomination.document))
    json.member("status", .string(nominee.status.rawValue))
    json.key("quota")
    if let use, let places = use.places, let base = use.base {
      json.raw("{")
      json.member("places", .number(places))
      json.member("rule", .string(use.quota.text))
      json.member("of", .string(base.key))
      json.member("base", .number(base.number))
      json.raw("}")
    } else {
      json.raw("null")
    }
    append(nomination.source, to: &json)
    json.raw("}")
  }

  private static func append(_ entry: UnitPractice, to json: inout JSONText) {
    let practice = entry.practice
    json.raw("{")
    json.member("unit", .string(entry.unit))
    json.member("name", .string(practice.name.nonEmpty))
    json.member("content", .string(practice.content.nonEmpty))
    json.member("effect", .string(practice.effect))
    json.member("scope", .string(practice.scope))
    json.member("evidence", .string(practice.evidence))
    json.member("complete", .boolean(practice.isComplete))
    append(practice.source, to: &json)
    json.raw("}")
  }

  private static func append(_ source: SourceCell, to json: inout JSONText) {
    json.member("file", .string(source.file))
    json.member("sheet", .string(source.sheet))
    json.member("cell", .string(source.cell))
  }
}

extension String {
  /// The text, nil where it is empty.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

/// How the quotas of a block are used, by unit and title.
struct QuotaUses {
  private let byUnit: [String: [TitleQuotaUse]]

  init(_ proposals: IndividualProposals) {
    byUnit = Dictionary(grouping: proposals.quotas, by: \.unit)
  }

  /// How the quota that a nomination falls under is used; nil for one that none can be told of.
  func use(of nominee: Nominee) -> TitleQuotaUse? {
    byUnit[nominee.unit]?.first { $0.title == nominee.nomination.title }
  }
}

extension TitleQuota {
  /// Số lượng as the regulation writes it; nil without limit.
  var text: String? {
    switch self {
    case .count(let count): "\(count)"
    case .percent(let percent): "\(percent)%"
    case .unlimited: nil
    }
  }
}

extension TitleQuotaUse.Base {
  /// The number that the quota is taken of.
  var number: Int {
    switch self {
    case .staff(let number), .nominees(let number), .group(let number): number
    }
  }

  /// The base as programs read it.
  var key: String {
    switch self {
    case .staff: "staff"
    case .nominees: "nominees"
    case .group: "group"
    }
  }

  /// The base as people read it.
  func text(in language: Language) -> String {
    let word: FindingWord =
      switch self {
      case .staff: .staff
      case .nominees: .nominees
      case .group: .group
      }
    return "\(word.text(in: language)): \(number)"
  }
}
