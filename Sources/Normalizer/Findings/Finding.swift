public import Language

/// Something that a person should know about a submission or about the block.
public struct Finding: Sendable, Hashable {
  /// What kind of finding it is.
  public var code: FindingCode
  /// How grave it is.
  public var severity: Severity
  /// The unit's code, where it is known.
  public var unit: String?
  /// The file, relative to the block folder where it lies inside.
  public var file: String?
  /// The sheet's name.
  public var sheet: String?
  /// The cell in A1 notation, a range for merged cells.
  public var cell: String?
  /// The value as submitted.
  public var value: String?
  /// What was done: the points that count, or one of a few words; nil where nothing was changed.
  public var action: String?
  /// What the message names besides: `criterion`, `expected`, `other`, `detail`, and the `place` in the
  /// file that a detail is about.
  public var arguments: [String: String]

  /// A finding with its place and what was done about it.
  public init(
    _ code: FindingCode, _ severity: Severity, unit: String? = nil, file: String? = nil,
    sheet: String? = nil, cell: String? = nil, value: String? = nil, action: String? = nil,
    arguments: [String: String] = [:]
  ) {
    self.code = code
    self.severity = severity
    self.unit = unit
    self.file = file
    self.sheet = sheet
    self.cell = cell
    self.value = value
    self.action = action
    self.arguments = arguments
  }

  /// What is wrong, what was done and what to do next, as one text.
  public func message(in language: Language) -> String {
    text(of: code.translation, in: language) { $0.translation }
  }

  /// What is wrong and what was done, without what the office should do next: for the unit itself.
  public func statement(in language: Language) -> String {
    text(of: code.translation.firstSentence, in: language) { $0.translation.firstSentence }
  }

  /// What was done, as people read it: words in the language, amounts as it writes them.
  public func action(in language: Language) -> String? {
    guard let action else { return nil }
    if let word = FindingWord(rawValue: action) { return word.text(in: language) }
    return language == .vi ? Self.withDecimalCommas(action) : action
  }

  /// Fills the places of a template, and of the sentence that `detail` names.
  private func text(
    of template: Translation, in language: Language,
    sentence: (FindingSentence) -> Translation
  ) -> String {
    func filled(_ template: Translation, detail: String?) -> String {
      template.text(in: language) { name in
        switch name {
        case "value": value
        case "cell": cell
        case "sheet": sheet
        case "file": file
        case "unit": unit
        case "detail": detail
        default: argument(String(name), in: language)
        }
      }
    }
    // A sentence speaks of the finding's arguments alone.
    let word = argument("detail", in: language)
    guard let word else { return filled(template, detail: nil) }
    if let detail = FindingSentence(rawValue: word) {
      let text = sentence(detail).text(in: language) { argument(String($0), in: language) }
      return filled(template, detail: text)
    }
    guard code.speaksOfReading else { return filled(template, detail: word) }
    let text = ReadingDetail.text(word, in: language)
    let place = argument("place", in: language)
    return filled(template, detail: place.map { "\(text) (\($0))" } ?? text)
  }

  /// What stands in a place of a template: words of the closed list in the language, amounts as it
  /// writes them; nil where there is nothing of this name.
  private func argument(_ name: String, in language: Language) -> String? {
    guard let text = name == "action" ? action : arguments[name] else { return nil }
    let shown = FindingWord(rawValue: text)?.text(in: language) ?? text
    // Amounts of points, not codes that look like them.
    return language == .vi && Self.amounts.contains(name) ? Self.withDecimalCommas(shown) : shown
  }

  /// The arguments that are numbers.
  private static let amounts = [
    "action", "expected", "maximum", "share", "spread", "median", "low", "high", "points",
    "given",
  ]

  /// One amount, or several with `; ` between, as Vietnamese texts write them.
  private static func withDecimalCommas(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    guard text.utf8.contains(UInt8(ascii: ";")) else { return withDecimalComma(text[...]) }
    return text.split(separator: "; ").map(withDecimalComma).joined(separator: "; ")
  }

  /// An amount as Vietnamese texts write it, `9,5`; any other text as it is.
  private static func withDecimalComma(_ text: Substring) -> String {
    let bytes = text.utf8
    guard let mark = bytes.firstIndex(of: UInt8(ascii: ".")) else { return String(text) }
    let whole = bytes[..<mark].drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let decimals = bytes[bytes.index(after: mark)...]
    guard !whole.isEmpty, !decimals.isEmpty,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(all: whole),
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(all: decimals)
    else { return String(text) }
    return "\(text[..<mark]),\(Substring(decimals))"
  }
}

extension ClosedRange<UInt8> {
  /// Whether all of some bytes lie in the range.
  fileprivate func contains(all bytes: Substring.UTF8View.SubSequence) -> Bool {
    bytes.allSatisfy { contains($0) }
  }
}

extension FindingCode {
  /// Whether its detail is what a reader says of a file.
  fileprivate var speaksOfReading: Bool {
    switch self {
    case .unreadableFile, .encryptedFile, .unsupportedFormat, .limitExceeded: true
    default: false
    }
  }
}

/// How grave a finding is.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Something was not counted.
  case error
  /// Counted, but a person should look.
  case warning
  /// For the record.
  case info

  /// Graver before less grave.
  public static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    }
  }
}

/// Actions and reasons that are words, not points: the same in every language where programs read
/// them, and words of the language where people do.
public enum FindingWord: String, Phrase {
  /// The unit waits for its missing scores.
  case pending
  /// The unit did not sign the covenant, and others did.
  case covenantNotSigned = "covenant-not-signed"
  /// The units of a block that has one ranking.
  case wholeBlock = "whole-block"
  /// A nomination that does not count.
  case notCounted = "not-counted"
  /// A nomination that counts, though a person should look.
  case counted
  /// Họ tên of a nomination.
  case personName = "person-name"
  /// Danh hiệu đề nghị of a nomination.
  case personTitle = "person-title"
  /// Thành tích of a nomination.
  case achievement = "person-achievement"
  /// Sáng kiến of a nomination.
  case initiative = "person-initiative"
  /// Văn bản công nhận of a nomination.
  case document = "person-document"
  /// Tên mô hình of a good practice.
  case practiceName = "practice-name"
  /// Nội dung of a good practice.
  case practiceContent = "practice-content"
  /// The staff that the unit states.
  case staff = "base-staff"
  /// The people whom the unit nominates.
  case nominees = "base-nominees"
  /// The people whom the units of the group nominate.
  case group = "base-group"

  /// The word in every language.
  public var translation: Translation {
    switch self {
    case .pending: Translation(vi: "chờ bổ sung", en: "waiting for it")
    case .covenantNotSigned:
      Translation(vi: "chưa ký giao ước thi đua", en: "the covenant is not signed")
    case .wholeBlock: Translation(vi: "cả khối", en: "whole block")
    case .notCounted: Translation(vi: "không tính", en: "not counted")
    case .counted: Translation(vi: "vẫn tính", en: "counted")
    case .personName: Translation(vi: "họ tên", en: "the name")
    case .personTitle: Translation(vi: "danh hiệu đề nghị", en: "the title")
    case .achievement: Translation(vi: "thành tích", en: "an achievement")
    case .initiative: Translation(vi: "sáng kiến", en: "an initiative")
    case .document: Translation(vi: "văn bản công nhận", en: "a recognising document")
    case .practiceName: Translation(vi: "tên mô hình", en: "its name")
    case .practiceContent: Translation(vi: "nội dung", en: "its content")
    case .staff: Translation(vi: "biên chế", en: "the staff")
    case .nominees: Translation(vi: "số người được đề nghị", en: "the people nominated")
    case .group:
      Translation(vi: "số người được đề nghị của cả nhóm", en: "the people nominated in the group")
    }
  }
}
