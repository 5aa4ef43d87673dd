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
    var bytes: [UInt8] = []
    write(consolidation, language: language) { bytes += $0 }
    return bytes
  }

  /// Hands the file's bytes to `take`, piece by piece, so that it is never in memory as a whole.
  ///
  /// - Throws: what `take` throws.
  public static func write<Failure: Error>(
    _ consolidation: Consolidation, language: Language, to take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var json = JSONText()
    json.raw("{\"block\":{")
    json.member("name", .string(consolidation.regulation.block.name))
    json.member("year", .number(consolidation.regulation.block.year))
    json.raw("},\n\"units\":[")
    var writer = StandingJSON(consolidation.regulation, language)
    for standing in consolidation.standings.units {
      json.next("\n")
      writer.append(standing, to: &json)
      try json.flush(atLeast: DataPiece.size, to: take)
    }
    json.raw("],\n\"findings\":[")
    for finding in consolidation.findings {
      json.next("\n")
      append(finding, language, to: &json)
      try json.flush(atLeast: DataPiece.size, to: take)
    }
    json.raw("]")
    ProposalsJSON.append(consolidation.proposals, to: &json)
    json.raw("}\n")
    try json.flush(to: take)
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
