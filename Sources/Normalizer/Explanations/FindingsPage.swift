public import Language

/// The page of the documentation that explains every finding.
///
/// It is written from the same table that `thidua explain` prints, so that the two cannot drift.
public enum FindingsPage {
  /// The page in Markdown, in both languages.
  public static var markdown: String {
    var lines = [
      "# Findings", "",
      "What each finding means, what is done about it, and which setting changes that.", "",
      "## Overview", "",
      "`thidua explain CODE` prints one of these entries, `thidua explain` the list of codes. An",
      "`error` was not counted, a `warning` was counted and a person should look, `info` is for the",
      "record. This page is generated from `Sources/Normalizer/Explanations`: change the texts there",
      "and run `make findings`.", "",
    ]
    for subject in FindingCode.Subject.allCases {
      lines += ["## \(title(of: subject))", ""]
      for code in FindingCode.allCases where code.subject == subject {
        lines += ["### \(code.rawValue)", ""]
        for (label, text) in code.explanation.parts {
          lines.append("- **\(label.text(in: .en))**: \(text.en)")
          lines.append("  *\(label.text(in: .vi)): \(text.vi)*")
        }
        lines.append("")
      }
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private static func title(of subject: FindingCode.Subject) -> String {
    switch subject {
    case .file: "On a file"
    case .table: "On a table"
    case .cell: "On a cell"
    case .block: "On the block"
    }
  }
}

/// The headings of an explanation's parts.
public enum ExplanationLabel: Phrase {
  case meaning, treatment, setting, remedy, example

  /// The heading in every language.
  public var translation: Translation {
    switch self {
    case .meaning: Translation(vi: "Ý nghĩa", en: "Meaning")
    case .treatment: Translation(vi: "Xử lý mặc định", en: "By default")
    case .setting: Translation(vi: "Thay đổi ở", en: "To change it")
    case .remedy: Translation(vi: "Cách khắc phục", en: "What to do")
    case .example: Translation(vi: "Ví dụ", en: "Example")
    }
  }
}

extension FindingExplanation {
  /// The parts with their headings, in the order in which they are read.
  public var parts: [(label: ExplanationLabel, text: Translation)] {
    ExplanationLabel.allCases.map { label in
      switch label {
      case .meaning: (label, meaning)
      case .treatment: (label, treatment)
      case .setting: (label, setting)
      case .remedy: (label, remedy)
      case .example: (label, example)
      }
    }
  }
}

extension FindingCode {
  /// The code that is nearest to a text: what somebody may have meant; nil where none is near.
  public static func nearest(to text: String) -> FindingCode? {
    func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
    let key = letters(text)
    guard !key.isEmpty else { return nil }
    let near = allCases.map { code in
      let name = letters(code.rawValue)
      return (code, VietnameseText.editDistance(key, name, limit: name.utf8.count))
    }
    if let best = near.min(by: { $0.1 < $1.1 }), best.1 <= max(2, key.utf8.count / 3) {
      return best.0
    }
    // Part of a code is a good guess too: `evidence` for missing-evidence.
    return allCases.first { letters($0.rawValue).contains(key) }
  }
}
