import Language

/// The label of a unit's name, `Đơn vị: …`.
struct UnitLabel {
  /// The name that stands behind it in the same cell; nil where another cell has it.
  var name: String?

  /// Nil for a text that is no such label.
  init?(_ text: String) {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      guard Self.labels.contains(VietnameseText.fold(text)) else { return nil }
      return
    }
    guard Self.labels.contains(VietnameseText.fold(text[..<colon])) else { return nil }
    let rest = VietnameseText.tidy(text[text.index(after: colon)...])
    if rest.contains(where: \.isLetter) { name = rest }
  }

  private static let labels: Set<String> = [
    "don vi", "ten don vi", "don vi tu cham", "don vi tu cham diem", "don vi bao cao",
    "ten co quan", "co quan", "co quan don vi", "ten co quan don vi", "ten don vi tu cham diem",
    "don vi duoc cham", "don vi duoc cham diem", "don vi duoc tham dinh", "don vi duoc danh gia",
    "unit",
  ]
}
