/// The units that a title names.
struct UnitNaming {
  /// The unit whose name it is as a whole.
  private(set) var whole: String?
  /// The units that it mentions, where it is no unit's name.
  private(set) var mentioned: Set<String> = []

  init(_ text: KnownText, _ directory: UnitDirectory) {
    let key = text.key
    if Self.others.contains(where: { key.hasPrefix($0) }) { return }
    whole = directory.unit(named: text.text)
    if whole == nil { mentioned = directory.units(mentionedIn: text.text) }
  }

  /// Whether it names none.
  var isEmpty: Bool { whole == nil && mentioned.isEmpty }

  /// How titles begin that name somebody else: whom a letter goes to, who appraises.
  private static let others = ["kinh gui", "noi nhan", "don vi cham", "don vi tham dinh"]
}
