import Language

/// Điều kiện of a title for individuals: what a nomination must name (sheet Danh hiệu).
public enum TitleCondition: String, Sendable, Hashable, CaseIterable {
  /// `có thành tích`
  case achievement
  /// `có sáng kiến`
  case initiative
  /// `có văn bản công nhận`
  case document

  /// Reads a list written with `;` or `,`; nil where a part is none of the values in use.
  static func list(_ text: String) -> [TitleCondition]? {
    var found: [TitleCondition] = []
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let key = VietnameseText.fold(part)
      guard !key.isEmpty else { continue }
      let name = key.hasPrefix("co ") ? String(key.dropFirst(3)) : key
      guard let conditions = names[name] else { return nil }
      found += conditions.filter { !found.contains($0) }
    }
    return found
  }

  private static let names: [String: [TitleCondition]] = [
    "thanh tich": [.achievement], "achievement": [.achievement],
    "sang kien": [.initiative], "initiative": [.initiative],
    "van ban cong nhan": [.document], "document": [.document],
    "sang kien duoc cong nhan": [.initiative, .document],
  ]

  /// The values in use, as a fault names them.
  static let choices =
    "có thành tích · có sáng kiến · có văn bản công nhận · có sáng kiến được công nhận"
}

/// What a percentage in Số lượng of a title for individuals is taken of.
public enum TitleQuotaBase: Sendable, Hashable {
  /// `10% biên chế`: the staff that the unit states.
  case staff
  /// `10% người được đề nghị`: the people whom the unit nominates.
  case nominees

  /// Reads the words behind a percentage: `15% biên chế` is 15 and the staff.
  static func quota(_ text: String) -> (percent: Quantity, base: TitleQuotaBase)? {
    guard let sign = text.firstIndex(of: "%"),
      let percent = RegulationText.percent(text[...sign]), percent <= Quantity(100)
    else { return nil }
    let words = VietnameseText.fold(text[text.index(after: sign)...])
    guard let base = names.first(where: { words.contains($0.words) })?.base else { return nil }
    return (percent, base)
  }

  private static let names: [(words: String, base: TitleQuotaBase)] = [
    ("de nghi", .nominees), ("nominee", .nominees), ("bien che", .staff), ("quan so", .staff),
    ("can bo", .staff), ("staff", .staff),
  ]
}
