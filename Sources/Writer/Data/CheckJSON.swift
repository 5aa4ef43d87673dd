public import Language
public import Normalizer

/// The findings on single files for other programs, as `thidua check --json` prints them.
public enum CheckJSON {
  /// `{"files":[{"file":…,"unit":…,"findings":[…]}]}`, UTF-8; files in the order in which they are
  /// given, the findings of each with the keys of `ket-qua.json`, the gravest first; messages are in
  /// `language`, everything else is not.
  public static func bytes(_ files: [NormalizedFile], language: Language) -> [UInt8] {
    var json = JSONText()
    json.raw("{\"files\":[")
    for file in files {
      json.next("\n")
      json.raw("{")
      json.member("file", .string(file.path))
      json.member("unit", .string(file.unit))
      json.key("findings")
      json.raw("[")
      for severity in Severity.allCases {
        for finding in file.findings where finding.severity == severity {
          json.next("\n ")
          ResultJSON.append(finding, language, to: &json)
        }
      }
      json.raw("]}")
    }
    json.raw("]}\n")
    return json.bytes
  }
}
