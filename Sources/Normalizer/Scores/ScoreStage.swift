import Language

/// Which round or part of the year a column of scores is of, where its titles say: `6 tháng`, `Quý
/// 3`, `lần 2`, `Cả năm`.
///
/// The whole year comes last.
struct ScoreStage: Comparable {
  private let order: Int

  static let none = ScoreStage(order: -1)

  private init(order: Int) {
    self.order = order
  }

  /// Reads the key of what stands above a column; nil where it names no stage.
  init?(title text: String) {
    if ["ca nam", "cuoi nam", "tong ket", "chinh thuc"].contains(where: {
      VietnameseText.contains(text, phrase: $0)
    }) {
      self.init(order: 1000)
      return
    }
    if ["sau thang", "giua nam", "so ket"].contains(where: {
      VietnameseText.contains(text, phrase: $0)
    }) {
      self.init(order: 6)
      return
    }
    let words = text.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if word == "thang", index > 0, let number = Int(words[index - 1]) {
        self.init(order: number)
        return
      }
      if ["lan", "quy", "dot", "vong", "ky"].contains(word) {
        let numerals = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
        guard let number = Int(next) ?? numerals[next] else { continue }
        self.init(order: number)
        return
      }
    }
    return nil
  }

  static func < (left: ScoreStage, right: ScoreStage) -> Bool { left.order < right.order }
}
