import Language
import Regulation

/// The block's units by the names that they go by.
///
/// Names match without case, extra spaces, punctuation and the accents' placement. A text typed
/// without any accents matches by its letters alone where only one unit fits; a text with other
/// accents does not, for Phú and Phù may be two communes.
struct UnitDirectory: Sendable {
  private let byAccentKey: [String: String]
  private let byFold: [String: Set<String>]
  private let codes: [String: String]
  /// The names as they are accented, and without accents.
  private let accented: NameIndex
  private let plain: NameIndex
  /// The names to suggest from, with their letters.
  private let spellings: [(text: String, fold: String)]
  /// The words of the block's place and name, which may follow a unit's name.
  private let surroundings: [[String]]

  init(_ units: [MemberUnit], block: Block) {
    let names = units.flatMap { unit in
      ([unit.name] + unit.aliases).map { (unit: unit.code, text: $0) }
    }
    byAccentKey = Dictionary(
      names.map { (VietnameseText.accentKey($0.text), $0.unit) },
      uniquingKeysWith: { first, _ in first })
    byFold = Dictionary(
      names.map { (VietnameseText.fold($0.text), [$0.unit]) }, uniquingKeysWith: { $0.union($1) })
    codes = Dictionary(
      units.map { ($0.code.lowercased(), $0.code) }, uniquingKeysWith: { first, _ in first })
    accented = NameIndex(byAccentKey.map { ($0, [$1]) })
    plain = NameIndex(byFold.map { ($0, $1) })
    spellings = names.map { ($0.text, VietnameseText.fold($0.text)) }
    surroundings = [block.place, "tỉnh \(block.place)", "thành phố \(block.place)", block.name]
      .map { Self.words(VietnameseText.fold($0)) }
      .filter { !$0.isEmpty && $0 != ["tinh"] && $0 != ["thanh", "pho"] }
  }

  private static func words(_ key: String) -> [String] {
    key.split(separator: " ").map(String.init)
  }

  /// The unit whose name or alias the whole text is.
  func unit(named text: String) -> String? {
    if let unit = byAccentKey[VietnameseText.accentKey(text)] { return unit }
    guard VietnameseText.isUnaccented(text), let units = byFold[VietnameseText.fold(text)] else {
      return nil
    }
    return units.count == 1 ? units.first : nil
  }

  /// The unit whose name or alias the text begins with, where what follows does not make it
  /// another's: `Công an tỉnh (khối Nội chính)`, not `Công an tỉnh Bình Dương`.
  func unit(atBeginningOf text: String) -> String? {
    let text = Text(text)
    guard let mention = mentions(in: text).first,
      text.folded[..<mention.words.lowerBound].allSatisfy({ Self.council.contains($0) }),
      follows(mention, in: text, isFileName: false)
    else { return nil }
    return mention.units.count == 1 ? mention.units.first : nil
  }

  /// The units that a text names, each by the longest of its names.
  ///
  /// A name inside a longer one is another's: `Trung tâm Kiểm soát bệnh tật thuộc Sở Y tế`, `Xã Hòa
  /// Bình Tây`, `Phòng PC06 - Công an tỉnh`.
  func units(mentionedIn text: String, isFileName: Bool = false) -> Set<String> {
    let text = Text(text)
    var found: Set<String> = []
    var end = 0
    for mention in mentions(in: text) {
      let before = text.folded[end..<mention.words.lowerBound].joined(separator: " ")
      let isPart = Self.parts.contains { VietnameseText.contains(before, phrase: $0) }
      if !isPart, follows(mention, in: text, isFileName: isFileName) {
        found.formUnion(mention.units)
      }
      end = mention.words.upperBound
    }
    return found
  }

  /// The unit whose code the text is.
  func unit(withCode text: String) -> String? { codes[text.lowercased()] }

  /// The name that is nearest to a text, to be suggested, never assumed.
  func suggestion(for text: String) -> String? {
    let key = VietnameseText.fold(text)
    let limit = max(2, key.utf8.count / 4)
    var best: (distance: Int, text: String)?
    for name in spellings {
      let distance = VietnameseText.editDistance(key, name.fold, limit: limit)
      if distance <= limit, distance < (best?.distance ?? .max) { best = (distance, name.text) }
    }
    if let best { return best.text }
    return spellings.filter { VietnameseText.contains(key, phrase: $0.fold) }
      .max { $0.fold.utf8.count < $1.fold.utf8.count }?.text
  }

  // MARK: - Mentions

  /// A text as words.
  private struct Text {
    var keys: [String]
    var folded: [String]
    var isPlain: Bool

    init(_ text: String) {
      isPlain = VietnameseText.isUnaccented(text)
      folded = UnitDirectory.words(VietnameseText.fold(text))
      keys = isPlain ? folded : UnitDirectory.words(VietnameseText.accentKey(text))
    }
  }

  /// A name in a text, by the positions of its words.
  private struct Mention {
    var units: Set<String>
    var words: Range<Int>
  }

  private func mentions(in text: Text) -> [Mention] {
    let index = text.isPlain ? plain : accented
    var found: [Mention] = []
    var position = 0
    while position < text.keys.count {
      if let name = index.longestName(in: text.keys, at: position) {
        let words = position..<position + name.count
        found.append(Mention(units: name.units, words: words))
        position = words.upperBound
      } else {
        position += 1
      }
    }
    return found
  }

  /// Whether what stands behind a name leaves it that name.
  private func follows(_ mention: Mention, in text: Text, isFileName: Bool) -> Bool {
    let rest = Array(text.folded[mention.words.upperBound...])
    guard let next = rest.first else { return true }
    if surroundings.contains(where: { rest.starts(with: $0) }) { return true }
    if let number = Int(next) { return isFileName || (1900...2100).contains(number) }
    if next.first == "v", Int(next.dropFirst()) != nil { return isFileName }
    if next.count == 1, isFileName { return true }
    if isFileName, Self.isYearOfEmulation(next) { return true }
    let index = text.isPlain ? plain : accented
    let position = mention.words.upperBound
    if index.longestName(in: text.keys, at: position) != nil { return true }
    return Self.continuations.contains(next) || isFileName && Self.fileWords.contains(next)
  }

  /// `TĐ2019`, `TDKT2019`: thi đua (khen thưởng) and a year in one word, as file names write it.
  private static func isYearOfEmulation(_ word: String) -> Bool {
    ["tdkt", "td"].contains { word.hasPrefix($0) && word.dropFirst($0.count).count == 4 }
      && Int(word.suffix(4)).map { (1900...2100).contains($0) } ?? false
  }

  /// What a people's committee puts before the name of its commune.
  private static let council: Set<String> = ["ubnd", "uy", "ban", "nhan", "dan"]

  /// Words before a name that make it a part of the unit, or one under it.
  private static let parts = [
    "phong", "trung tam", "chi cuc", "chi nhanh", "doi", "tram", "truong", "benh vien", "van phong",
    "ban quan ly", "to", "thuoc",
  ]

  /// Words that go on behind a name without being part of one.
  private static let continuations: Set<String> = [
    "nam", "thang", "quy", "ky", "ngay", "khoi", "cum", "bang", "bao", "bieu", "tu", "cham", "thi",
    "diem", "gui", "kem", "nop", "ve", "da", "de", "va", "theo", "dot", "lan", "ket", "tong",
    "thuc",
    "la", "co", "cua", "xin", "kinh", "phieu", "don", "so", "tham", "the", "cong", "doc",
  ]

  /// Words that file names carry besides.
  private static let fileWords: Set<String> = [
    "bc", "ban", "file", "tep", "final", "chot", "chinh", "sua", "bo", "moi", "cu", "copy", "scan",
    "mau", "phu", "pl", "ver", "version", "hoan", "dieu", "sau", "truoc", "td", "tdkt",
    "xlsx", "xls", "csv", "signed", "form", "excel", "mot", "hai", "ba", "duyet", "trinh", "in",
  ]
}
