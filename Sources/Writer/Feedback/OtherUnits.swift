import Language
import Normalizer
import Regulation

/// Keeps the names of the other units out of what one unit gets to read.
///
/// Its own cells stay as it wrote them.
struct OtherUnits {
  private let names: Set<String>
  private let codes: Set<String>
  private let own: String
  private let language: Language

  /// The units of a block other than `unit`.
  init(_ units: [MemberUnit], than unit: MemberUnit, language: Language) {
    let ownNames = Set(([unit.name] + unit.aliases).map { VietnameseText.fold($0) })
    let others = units.filter { $0.code != unit.code }
    names = Set(others.flatMap { [$0.name] + $0.aliases }.map { VietnameseText.fold($0) })
      .subtracting(ownNames)
    // A code of digits alone is any number.
    codes = Set(others.map(\.code).filter { $0.contains(where: \.isLetter) && $0 != unit.code })
    self.own = unit.code
    self.language = language
  }

  /// What a finding says without the other units: their names, alone or in a list, become `another
  /// unit`, and the names of files lose them.
  func hidden(in finding: Finding) -> Finding {
    var finding = finding
    finding.file = finding.file.map(hidden(inPath:))
    let isAboutFiles = Self.namesFiles.contains(finding.code)
    func hide(_ text: String) -> String {
      isAboutFiles
        ? text.split(separator: "; ").map { hidden(inPath: String($0)) }.joined(separator: "; ")
        : hidden(inList: text)
    }
    finding.value = finding.value.map(hidden(inList:))
    finding.action = finding.action.map(hide)
    finding.arguments = finding.arguments.mapValues(hide)
    return finding
  }

  /// The findings that name other files of the unit.
  private static let namesFiles: Set<FindingCode> = [
    .duplicateSubmission, .supersededSubmission, .versionConflict,
  ]

  /// The regulation with the other units' names taken away, for sentences that speak of units.
  func unnamed(_ regulation: Regulation) -> Regulation {
    var regulation = regulation
    for index in regulation.units.indices where regulation.units[index].code != own {
      regulation.units[index].name = FeedbackPhrase.anotherUnit.text(in: language)
    }
    return regulation
  }

  /// A list of names with `; ` between them, those of other units counted instead.
  private func hidden(inList text: String) -> String {
    let parts = text.split(separator: "; ").map(String.init)
    let kept = parts.filter { !names.contains(VietnameseText.fold($0)) }
    guard kept.count < parts.count else { return text }
    let count = parts.count - kept.count
    let others = (count == 1 ? FeedbackPhrase.anotherUnit : .otherUnits)
      .text(in: language, ["count": "\(count)"])
    return (kept + [others]).joined(separator: "; ")
  }

  /// A path, each of its parts that names another unit replaced; the extension stays.
  func hidden(inPath path: String) -> String {
    path.split(separator: "/").map { part -> String in
      let suffix = part.lastIndex(of: ".").map { part[$0...] } ?? ""
      let isExtension = (2...5).contains(suffix.count)
      let stem = String(isExtension ? part.dropLast(suffix.count) : part)
      guard namesOther(stem) else { return String(part) }
      return FeedbackPhrase.hiddenName.text(in: language) + (isExtension ? suffix : "")
    }.joined(separator: "/")
  }

  /// Whether the name of a file or folder holds another unit's name, or its code as it is written.
  private func namesOther(_ stem: String) -> Bool {
    let words = stem.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    let key = VietnameseText.fold(stem)
    return codes.contains { code in
      // In small letters a short code may be any word.
      key == VietnameseText.fold(code) || words.contains(code) && code != code.lowercased()
    } || names.contains { VietnameseText.contains(key, phrase: $0) }
  }
}
