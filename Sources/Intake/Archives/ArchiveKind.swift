import Readers

/// What kind of archive some bytes are, by their content.
enum ArchiveKind {
  /// A ZIP container of files that is no document of an office program.
  case zip
  /// An archive that is known and not opened: RAR, 7z, gzip, tar.
  case other

  /// Looks at bytes.
  ///
  /// - Returns: nil for what is no archive.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      // A damaged one is left to the readers: it may be a workbook, of which they say more.
      guard let names = try? ZipArchive(bytes: bytes).entries().map(\.name),
        !names.contains(where: Self.isOfDocument)
      else { return nil }
      self = .zip
    } else if Self.signatures.contains(where: { bytes.starts(with: $0) }) {
      self = .other
    } else {
      return nil
    }
  }

  /// Whether a ZIP entry is one that only documents have: Open Packaging Conventions,
  /// OpenDocument, iWork.
  private static func isOfDocument(_ name: String) -> Bool {
    ["[content_types].xml", "mimetype", "meta-inf/manifest.xml", "index/document.iwa"]
      .contains(name.lowercased().replacing("\\", with: "/"))
  }

  private static let signatures: [[UInt8]] = [
    Array("Rar!\u{1A}\u{07}".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B],
  ]
}
