import Foundation
import Language
import Normalizer
import TestSupport
import Testing

@Suite struct ExplanationTests {
  @Test("Every code is explained in both languages, in sentences", arguments: FindingCode.allCases)
  func complete(_ code: FindingCode) {
    for (label, text) in code.explanation.parts {
      for language in Language.allCases {
        #expect(text.text(in: language).count >= 6, "\(code.rawValue): \(label)")
      }
    }
  }

  static let slips: [(text: String, code: FindingCode?)] = [
    ("over-maximun", .overMaximum), ("Missing-Score", .missingScore), ("overmax", .overMaximum),
    ("evidence", .missingEvidence), ("unit_unknown", .unitUnknown), ("zzzzzzzzzzzz", nil),
    ("", nil),
  ]

  @Test("A slip of the pen leads to the nearest code", arguments: slips)
  func nearest(_ item: (text: String, code: FindingCode?)) {
    #expect(FindingCode.nearest(to: item.text) == item.code)
  }

  /// `RECORD=1 swift test --filter ExplanationTests` writes the page anew.
  @Test("The page of the documentation says what the program says")
  func page() throws {
    let path = "\(Checkout.root)/Sources/thidua/Documentation.docc/Findings.md"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(FindingsPage.markdown.utf8).write(to: URL(fileURLWithPath: path))
    }
    let stored = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      stored == FindingsPage.markdown, "the page differs from the table; run “make findings”")
    for code in FindingCode.allCases { #expect(stored.contains("### \(code.rawValue)\n")) }
  }
}
