import Foundation
import Normalizer
import Spreadsheet
import TestSupport
import Testing

/// What readers say of a file reaches people in their language.
@Suite struct ReadingDetailTests {
  /// The English texts in the code of the readers, what they put in replaced by a number.
  static let details: [String] = {
    let folders = ["Readers", "Pipeline"].map { "\(Checkout.root)/Sources/\($0)" }
    let files = folders.flatMap { folder in
      (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }
    var found: Set<String> = []
    for file in files {
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { continue }
      for match in text.matches(
        of:
          /(?:PartFault\(\s*(?:\.\w+,\s*)?|detail:\s*|\.foreign\()((?:"(?:[^"\\]|\\.)*"\s*\+?\s*)+)/
      ) {
        let literals = match.1.matches(of: /"((?:[^"\\]|\\.)*)"/).map { String($0.1) }
        found.insert(filled(literals.joined()))
      }
    }
    // Names alone, and what a library says in its own words.
    return found.subtracting(["7", ""]).sorted()
  }()

  /// A literal with its interpolations replaced.
  static func filled(_ literal: String) -> String {
    var result = ""
    var depth = 0
    var previous: Character = " "
    for character in literal {
      if depth > 0 {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
      } else if character == "(", previous == "\\" {
        result.removeLast()
        result += "7"
        depth = 1
      } else {
        result.append(character)
      }
      previous = character
    }
    return result
  }

  @Test("Every text in the readers' code has a Vietnamese one")
  func complete() {
    #expect(Self.details.count > 60)
    for detail in Self.details where detail != "7: 7" {
      #expect(ReadingDetail.text(detail, in: .vi) != detail, "\(detail)")
      #expect(ReadingDetail.text(detail, in: .en) == detail)
    }
  }

  static let examples: [(detail: String, vietnamese: String)] = [
    (
      "damaged ZIP container: Not a zip archive",
      "gói ZIP của tệp bị hỏng hoặc chưa tải hết"
    ),
    ("damaged ZIP entry: its checksum is wrong", "một phần trong gói ZIP sai mã kiểm tra"),
    ("malformed XML, line 12: Opening and ending tag", "nội dung XML bị hỏng ở dòng 12"),
    (
      "agile encryption, AES-256: all 3 passwords given are wrong",
      "agile encryption, AES-256; cả 3 mật khẩu đã cho đều sai"
    ),
    ("Word 97–2003 document (.doc)", "tài liệu Word 97–2003 (.doc)"),
    ("PDF document", "tài liệu PDF"),
    ("cells: 5000001, at most 5000000 are read", "cells: 5000001, nhiều nhất 5000000"),
    ("something never heard of", "something never heard of"),
  ]

  @Test("A detail is said in Vietnamese with its numbers and names", arguments: examples)
  func translated(_ item: (detail: String, vietnamese: String)) {
    #expect(ReadingDetail.text(item.detail, in: .vi) == item.vietnamese)
  }

  @Test("A finding names the place inside the file in both languages")
  func finding() {
    let normalizer = FileNormalizer(SmallBlock.regulation())
    let error = ReadingError(
      .unreadable, file: "bai-nop/ca.xlsx", part: "xl/workbook.xml",
      detail: "malformed XML, line 3: Extra content")
    let file = normalizer.unusable(
      path: "bai-nop/ca.xlsx", name: "ca.xlsx", sha256: nil, error: error)
    let message = file.findings.first?.message(in: .vi) ?? ""
    #expect(message.contains("nội dung XML bị hỏng ở dòng 3 (xl/workbook.xml)"))
    #expect(!message.contains("malformed"))
    #expect(
      file.findings.first?.message(in: .en)
        .contains("malformed XML, line 3: Extra content (xl/workbook.xml)") == true)
  }
}
