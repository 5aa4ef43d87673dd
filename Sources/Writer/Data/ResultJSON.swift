public import Language
import Normalizer
import Ranking
import Regulation

/// `ket-qua.json`: the outcome for other programs.
///
/// Points are strings with a decimal point, exact; keys stand in a fixed order, units by group, rank
/// and code, and what is not there is null. The same consolidation gives the same bytes.
public enum ResultJSON {
  /// The file's bytes, UTF-8; messages and reasons are in `language`, everything else is not.
  public static func bytes(_ consolidation: Consolidation, language: Language) -> [UInt8] {
    var json = JSONText()
    json.raw("{\"block\":{")
    json.member("name", .string(consolidation.regulation.block.name))
    json.member("year", .number(consolidation.regulation.block.year))
    json.raw("},\n\"units\":[")
    for standing in consolidation.standings.units {
      json.next("\n")
      append(standing, language, consolidation.regulation, to: &json)
    }
    json.raw("],\n\"findings\":[")
    for finding in consolidation.findings {
      json.next("\n")
      append(finding, language, to: &json)
    }
    json.raw("]")
    ProposalsJSON.append(consolidation.proposals, to: &json)
    json.raw("}\n")
    return json.bytes
  }

  private static func append(
    _ standing: UnitStanding, _ language: Language, _ regulation: Regulation,
    to json: inout JSONText
  ) {
    json.raw("{")
    json.member("code", .string(standing.unit.code))
    json.member("name", .string(standing.unit.name))
    json.member("group", .string(standing.unit.group))
    json.member("status", .string(standing.status.rawValue))
    json.member("rank", standing.rank.map { .number($0) } ?? .string(nil))
    json.member("tied", .boolean(standing.isTied))
    json.member("total", .string(standing.total?.description))
    json.member("base", .string(standing.base?.description))
    json.member("bonus", .string(standing.bonus?.description))
    json.member("deduction", .string(standing.deduction?.description))
    json.member("class", .string(standing.className))
    json.member("titles", .strings(standing.titles))
    json.member("reason", .string(standing.reason?.text(in: language)))
    json.key("source")
    if let source = standing.source {
      json.raw("{")
      json.member("file", .string(source.file))
      json.member("sha256", .string(source.sha256))
      json.member("sheet", .string(source.sheet))
      json.member("received", .string(source.received))
      json.raw("}")
    } else {
      json.raw("null")
    }
    json.key("scores")
    json.raw("[")
    for score in standing.scores {
      json.next("\n ")
      json.raw("{")
      json.member("criterion", .string(score.criterion))
      json.member("self", .string(score.enteredPoints?.description))
      json.member("appraised", .string(score.appraisedPoints?.description))
      json.member("counted", .string(score.counted.description))
      json.member("cell", .string(score.cell))
      json.raw("}")
    }
    json.raw("]")
    RemarksJSON.append(standing, language, regulation, to: &json)
    json.raw("}")
  }

  static func append(_ finding: Finding, _ language: Language, to json: inout JSONText) {
    json.raw("{")
    json.member("code", .string(finding.code.rawValue))
    json.member("severity", .string(finding.severity.rawValue))
    json.member("unit", .string(finding.unit))
    json.member("file", .string(finding.file))
    json.member("sheet", .string(finding.sheet))
    json.member("cell", .string(finding.cell))
    json.member("value", .string(finding.value))
    json.member("action", .string(finding.action))
    json.member("message", .string(finding.message(in: language)))
    json.raw("}")
  }
}
