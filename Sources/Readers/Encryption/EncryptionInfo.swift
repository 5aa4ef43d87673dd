import Spreadsheet

/// The stream EncryptionInfo: how the package of a workbook is encrypted ([MS-OFFCRYPTO] §2.3.4).
enum EncryptionInfo {
  /// A scheme that a password opens.
  case supported(any PackageEncryption)
  /// A scheme that is not opened, in words.
  case unsupported(String)

  /// Far above any real description, which has about a thousand bytes.
  private static let largestSize = 1 << 20

  /// Reads the stream.
  ///
  /// - Throws: `PartFault` when it is damaged.
  init(_ stream: [UInt8]) throws {
    guard stream.count <= Self.largestSize else {
      throw PartFault(
        .limitExceeded,
        "\(stream.count) bytes describe the encryption, at most \(Self.largestSize) are read")
    }
    var header = HeaderReader(stream)
    switch (try header.uint16(), try header.uint16()) {
    case (4, 4):
      _ = try header.bytes(4)
      self = try AgileDescriptor(header.remainder).encryption()
    case (2...4, 2):
      _ = try header.bytes(4)
      self = try StandardEncryption.read(&header)
    case (3...4, 3): self = .unsupported("extensible encryption by another program")
    case (let major, let minor):
      throw PartFault("unknown encryption, version \(major).\(minor)")
    }
  }
}
