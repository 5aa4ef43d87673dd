import Language
public import Regulation

/// Names of the files that are written for units, without an extension.
///
/// ASCII letters, digits, hyphens and underscores: safe on every file system and in mail. No two are
/// equal without case.
public enum UnitFileName {
  /// The unit's code: `CA`.
  public static func byCode(_ units: [MemberUnit]) -> [String] {
    unique(units.map { safe($0.code) })
  }

  /// The unit's code and name: `CA_cong-an-tinh`.
  static func byCodeAndName(_ units: [MemberUnit]) -> [String] {
    unique(
      units.map { unit in
        [safe(unit.code), String(safe(VietnameseText.fold(unit.name)).prefix(60))]
          .filter { !$0.isEmpty }.joined(separator: "_")
      })
  }

  private static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let wanted =
        isUsable(name) ? name : ["don-vi", name].filter { !$0.isEmpty }.joined(separator: "-")
      var candidate = wanted
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = "\(wanted)-\(number)"
        number += 1
      }
      return candidate
    }
  }

  /// Whether a name says something and is no device of Windows.
  private static func isUsable(_ name: String) -> Bool {
    let device = name.lowercased()
    return !name.isEmpty
      && !["con", "prn", "aux", "nul"].contains(device)
      && !(device.count == 4 && ["com", "lpt"].contains(device.prefix(3)) && device.last != "0")
  }

  /// The text's ASCII letters and digits, a hyphen between its words; letters with marks lose them.
  private static func safe(_ text: String) -> String {
    let plain = VietnameseText.isUnaccented(text) ? text : VietnameseText.fold(text).uppercased()
    return plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }
}
