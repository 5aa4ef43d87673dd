import Language

/// What the name of a submitted file says: whose it is, and which version.
struct FileName {
  /// The name without folders and extension.
  let stem: String
  /// The folders above it, the nearest first.
  let folders: [String]

  /// Reads a path, relative to the folder of the submissions.
  init(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    let last = parts.last ?? ""
    stem = last.lastIndex(of: ".").map { $0 > last.startIndex ? String(last[..<$0]) : last } ?? last
    folders = parts.dropLast().reversed()
  }

  /// How one file of a unit is known to come after another.
  enum Version: Hashable {
    /// `v2`, `lần 2`, `(2)`.
    case number(Int)
    /// A day, as year × 10 000 + month × 100 + day.
    case date(Int)
    /// Nothing in the name says.
    case none
  }

  /// The version that the name states.
  var version: Version {
    let words = Self.words(stem)
    if let number = Self.versionNumber(stem, words) { return .number(number) }
    if let date = Self.date(stem) { return .date(date) }
    return .none
  }

  /// The name's words without what states a version, for comparing with a unit's code.
  var core: String {
    var words = Self.words(stem)
    words.removeAll { word in
      (word.first == "v" && Int(word.dropFirst()) != nil) || Int(word) != nil
        || ["lan", "ver", "version", "ban", "final", "chot", "ky"].contains(word)
    }
    return words.joined(separator: " ")
  }

  private static func words(_ text: String) -> [String] {
    VietnameseText.fold(text).split(separator: " ").map(String.init)
  }

  private static func versionNumber(_ stem: String, _ words: [String]) -> Int? {
    for (index, word) in words.enumerated() {
      for prefix in ["version", "ver", "lan", "v"] where word.hasPrefix(prefix) {
        if let number = Int(word.dropFirst(prefix.count)), number < 1000 { return number }
      }
      if ["v", "ver", "version", "lan"].contains(word), index + 1 < words.count,
        let number = Int(words[index + 1]), number < 1000
      {
        return number
      }
    }
    // (2), as mail programs and browsers number copies.
    var rest = stem[...]
    while let open = rest.firstIndex(of: "(") {
      let inside = rest[rest.index(after: open)...].prefix { $0 != ")" }
      if let number = Int(inside), number < 1000 { return number }
      rest = rest[rest.index(after: open)...]
    }
    return nil
  }

  /// A day in the name: `20191120`, `2019-11-20`, `20-11-2019`, `20.11.2019`.
  private static func date(_ stem: String) -> Int? {
    var runs: [[Character]] = [[]]
    for character in stem {
      if character.isASCII, character.isNumber {
        runs[runs.count - 1].append(character)
      } else if runs[runs.count - 1].isEmpty == false {
        runs.append([])
      }
    }
    let numbers = runs.filter { !$0.isEmpty }.map { String($0) }
    func stamp(_ year: Int?, _ month: Int?, _ day: Int?) -> Int? {
      guard let year, let month, let day, (1990...2100).contains(year), (1...12).contains(month),
        (1...31).contains(day)
      else { return nil }
      return year * 10_000 + month * 100 + day
    }
    for number in numbers where number.count == 8 {
      let first = stamp(
        Int(number.prefix(4)), Int(number.dropFirst(4).prefix(2)), Int(number.suffix(2)))
      let second = stamp(
        Int(number.suffix(4)), Int(number.dropFirst(2).prefix(2)), Int(number.prefix(2)))
      if let found = first ?? second { return found }
    }
    for index in numbers.indices.dropLast(2) {
      let three = numbers[index...(index + 2)].map { Int($0) }
      if let found = stamp(three[0], three[1], three[2]) ?? stamp(three[2], three[1], three[0]) {
        return found
      }
    }
    return nil
  }
}
