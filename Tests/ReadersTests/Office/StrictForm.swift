@testable import Readers

/// Turns a workbook into the strict form of ECMA-376, which LibreOffice opens but does not save.
enum StrictForm {
  private static let replacements = [
    (
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    (
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    ("<workbook ", "<workbook conformance=\"strict\" "),
    // Excel writes dates in ISO 8601 then.
    ("t=\"n\"><v>43542</v>", "t=\"d\"><v>2019-03-18</v>"),
    ("t=\"n\"><v>43542.3125</v>", "t=\"d\"><v>2019-03-18T07:30:00</v>"),
  ]

  /// What there was nothing of to replace.
  struct NotConverted: Error {
    let names: Set<String>
  }

  /// The package `bytes` with the names and dates of the strict form.
  ///
  /// - Throws: `NotConverted`, and `PartFault` where the package is damaged.
  @Sendable static func of(_ bytes: [UInt8]) throws -> [UInt8] {
    let archive = try ZipArchive(bytes: bytes)
    var strict = ZipWriter()
    var unused = Set(replacements.map(\.0))
    for entry in try archive.entries() {
      var text = String(decoding: try archive.bytes(of: entry), as: UTF8.self)
      for (transitional, form) in replacements where text.contains(transitional) {
        text = text.replacing(transitional, with: form)
        unused.remove(transitional)
      }
      strict.add(entry.name, Array(text.utf8))
    }
    guard unused.isEmpty else { throw NotConverted(names: unused) }
    return strict.bytes
  }
}
