import Language
import Regulation

/// The regulation's titles for individuals by the names that clerks write.
///
/// A name matches without case, accents and punctuation, with `i` for `y` (`chiến sỹ`), by its
/// initials where they are one title's alone (`CSTĐCS`), and inside a longer text (`Danh hiệu Lao động
/// tiên tiến năm 2019`). A near miss is suggested, never assumed.
struct TitleCatalog: Sendable {
  private struct Entry: Sendable {
    var name: String
    var key: String
    var initials: String
  }

  private let individual: [Entry]
  private let collective: [Entry]

  init(_ titles: [TitleRule]) {
    func entries(_ subject: TitleSubject) -> [Entry] {
      titles.filter { $0.subject == subject }.map { rule in
        let key = Self.key(rule.name)
        return Entry(
          name: rule.name, key: key,
          initials: String(key.split(separator: " ").compactMap(\.first)))
      }
    }
    individual = entries(.individual)
    collective = entries(.collective)
  }

  /// Whether the regulation names any title for individuals; without one, every title is taken.
  var isEmpty: Bool { individual.isEmpty }

  /// The title that a text names, as the regulation writes it; nil where none or several do.
  func title(named text: String) -> String? {
    let key = Self.key(text)
    guard !key.isEmpty else { return nil }
    if let whole = individual.first(where: { $0.key == key }) { return whole.name }
    let compact = key.filter { $0 != " " }
    let short = individual.filter { $0.initials == compact && $0.initials.utf8.count > 1 }
    if short.count == 1 { return short[0].name }
    return mentioned(in: key, besideRemarksOnly: true)
  }

  /// The one title that a caption or heading names: `DANH SÁCH ĐỀ NGHỊ TẶNG DANH HIỆU …`.
  func title(inHeading text: String) -> String? {
    if let title = title(named: text) { return title }
    let key = Self.key(text)
    if let title = mentioned(in: key, besideRemarksOnly: false) { return title }
    let words = Set(key.split(separator: " ").map(String.init))
    let short = individual.filter { $0.initials.utf8.count > 2 && words.contains($0.initials) }
    return short.count == 1 ? short[0].name : nil
  }

  /// The one title whose name stands in a longer text.
  private func mentioned(in text: String, besideRemarksOnly: Bool) -> String? {
    // A collective's title that holds the words of a person's, as «Tập thể lao động tiên tiến», is
    // taken out first, and of two names the longer.
    let all =
      individual.map { (entry: $0, isPerson: true) }
      + collective.map { (entry: $0, isPerson: false) }
    var rest = text
    var found: Set<String> = []
    for (entry, isPerson) in all.sorted(by: { $0.entry.key.utf8.count > $1.entry.key.utf8.count }) {
      guard entry.key.utf8.count >= 6,
        let range = VietnameseText.range(of: entry.key, in: rest)
      else { continue }
      if isPerson { found.insert(entry.name) }
      var bytes = Array(rest.utf8)
      for index in range { bytes[index] = UInt8(ascii: "|") }
      rest = String(decoding: bytes, as: UTF8.self)
    }
    // `Chiến sĩ thi đua` inside «chiến sĩ thi đua toàn quốc» would be another title's beginning.
    return found.count == 1 && (!besideRemarksOnly || isRemark(rest)) ? found.first : nil
  }

  /// Whether what a text says beside a title's name leaves the title as it is.
  private func isRemark(_ rest: String) -> Bool {
    rest.split(separator: " ").allSatisfy { word in
      word.allSatisfy { $0 == "|" } || word.allSatisfy(\.isNumber)
        || Self.remarks.contains(String(word))
    }
  }

  /// The titles that a cell with several names: `LĐTT; CSTĐCS`; nil where any part is unknown.
  func titles(listedIn text: String) -> [String]? {
    let parts = text.split { ";,\n\r+".contains($0) }
      .map { String($0) }.filter { !VietnameseText.fold($0).isEmpty }
    guard parts.count > 1 else { return nil }
    let names = parts.compactMap { title(named: $0) }
    return names.count == parts.count ? names : nil
  }

  /// The title that is nearest to a text, to be suggested, never assumed; of a collective's title the
  /// name is known, but it is not for people.
  func suggestion(for text: String) -> String? {
    let key = Self.key(text)
    let limit = max(2, key.utf8.count / 4)
    var best: (distance: Int, name: String)?
    for entry in individual {
      let isPart =
        key.utf8.count >= 6
        && (VietnameseText.contains(entry.key, phrase: key)
          || VietnameseText.contains(key, phrase: entry.key))
      let distance =
        isPart ? 1 : VietnameseText.editDistance(key, entry.key, limit: limit)
      if distance <= limit, distance < (best?.distance ?? .max) { best = (distance, entry.name) }
    }
    return best?.name
  }

  /// The words without case and accents, `y` at the end of a syllable as `i` where both are written.
  private static func key(_ text: String) -> String {
    let words = VietnameseText.fold(text).split(separator: " ").map { word -> String in
      guard word.count == 2, word.last == "y", let first = word.first,
        "hklmst".contains(first)
      else { return String(word) }
      return "\(first)i"
    }
    return words.joined(separator: " ")
  }

  private static let remarks: Set<String> = [
    "danh", "hieu", "thi", "dua", "de", "nghi", "tang", "nam", "lan", "thu", "cong", "nhan", "dat",
    "xet", "khen", "thuong", "sach", "ca", "can", "bo", "chien", "si", "i", "ii", "iii", "iv", "v",
    "a", "b", "c", "phan", "muc", "cac", "duoc", "cua", "don", "vi", "nguoi", "dong", "chi", "so",
    "luong", "hinh", "thuc", "cho", "va", "proposed", "for", "title", "the",
  ]
}
