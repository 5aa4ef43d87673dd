import Language

/// People's names as tables write them.
enum PersonName {
  /// What two cells with the same person have in common: the words without case and the accents'
  /// placement, and without a title of address before them.
  static func key(_ name: String) -> String {
    var words = VietnameseText.accentKey(name).split(separator: " ").map(String.init)
    let address = addresses.first { words.count >= $0.count + 2 && words.starts(with: $0) }
    if let address { words.removeFirst(address.count) }
    return words.joined(separator: " ")
  }

  /// Whether a text has the shape of a name: two to seven words of letters, each with a capital.
  static func isPlausible(_ text: String) -> Bool {
    let words = VietnameseText.tidy(text).split(separator: " ")
    return (2...7).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isUppercase ?? false
          && word.allSatisfy { $0.isLetter || $0 == "." || $0 == "'" || $0 == "-" }
      }
  }

  private static let addresses: [[String]] = ["Đồng chí", "Đ/c", "Ông", "Bà", "Mr", "Mrs", "Ms"]
    .map { VietnameseText.accentKey($0).split(separator: " ").map(String.init) }
}
