/// Names that a worksheet's tab can have (ECMA-376 Part 1, §18.2.19; Excel allows 31 characters and
/// none of `[ ] : * ? / \`).
enum SheetName {
  static let limit = 31

  /// The names made fit, no two the same without case, and none of those `besides`.
  static func unique(_ names: [String], besides taken: [String] = []) -> [String] {
    // Excel keeps this name for itself.
    var taken = Set(taken.map { $0.lowercased() } + ["history"])
    return names.map { name in
      let wanted = fit(name)
      var candidate = wanted
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        let suffix = " (\(number))"
        candidate = cut(wanted, to: limit - suffix.utf16.count) + suffix
        number += 1
      }
      return candidate
    }
  }

  private static func fit(_ name: String) -> String {
    let safe = String(
      name.map { character in
        "[]:*?/\\".contains(character) || character.isNewline ? "-" : character
      })
    var text = cut(CellText.fit(safe), to: limit)
    // An apostrophe at either end would quote the name.
    while text.hasPrefix("'") { text.removeFirst() }
    while text.hasSuffix("'") { text.removeLast() }
    return text.allSatisfy(\.isWhitespace) ? "Sheet" : text
  }

  private static func cut(_ text: String, to length: Int) -> String {
    var result = ""
    for character in text {
      guard result.utf16.count + character.utf16.count <= length else { break }
      result.append(character)
    }
    return result
  }
}
