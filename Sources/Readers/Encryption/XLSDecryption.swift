import Spreadsheet

/// Takes the password protection off the records of an XLS workbook ([MS-XLS] §2.2.10).
struct XLSDecryption {
  /// What the passwords are, and what trying them may cost.
  let protection: PasswordProtection

  /// RC4 begins anew with another key each time so many bytes are through.
  private static let stretch = 1024
  private static let filePass: UInt16 = 0x002F
  private static let boundSheet: UInt16 = 0x0085
  /// The records that are not encrypted: BOF of each version, FilePass, UsrExcl, FileLock,
  /// InterfaceHdr, RRDInfo, RRDHead.
  private static let plainTypes: Set<UInt16> = [
    0x0809, 0x0409, 0x0209, 0x0009, 0x002F, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138,
  ]

  /// The records as they were before they were encrypted, each in its place; `stream` itself where
  /// it is not encrypted.
  ///
  /// - Throws: `PartFault`: `.encrypted` when no password opens it, `.unreadable` when the record
  ///   FilePass is damaged.
  func records(_ stream: [UInt8]) throws -> [UInt8] {
    guard let filePass = Self.records(stream).prefix(16).first(where: { $0.type == Self.filePass })
    else { return stream }
    let encryption = try Self.encryption(Array(stream[filePass.body]))
    let keys = try protection.key(named: encryption.name, rounds: 1) { encryption.keys(for: $0) }
    var plain = stream
    for start in stride(from: 0, to: plain.count, by: Self.stretch) {
      var cipher = RC4(key: keys(start / Self.stretch))
      cipher.apply(to: &plain, in: start..<min(start + Self.stretch, plain.count))
    }
    // The keys run on over what is not encrypted: that is put back.
    for record in Self.records(stream) {
      var kept = record.body.lowerBound - 4..<record.body.lowerBound
      if record.body.lowerBound <= filePass.body.upperBound
        || Self.plainTypes.contains(record.type)
      {
        kept = kept.lowerBound..<record.body.upperBound
      } else if record.type == Self.boundSheet {
        // The place of the sheet in the stream.
        kept = kept.lowerBound..<min(kept.upperBound + 4, record.body.upperBound)
      }
      plain.replaceSubrange(kept, with: stream[kept])
    }
    // Type 0 means nothing: a reader passes over it, and no place in the stream changes.
    let type = filePass.body.lowerBound - 4
    plain.replaceSubrange(type..<type + 2, with: [0, 0])
    return plain
  }

  private static func encryption(_ filePass: [UInt8]) throws -> RC4Encryption {
    var header = HeaderReader(filePass)
    let kind = try header.uint16()
    // Before BIFF8 there was no other way, and no number that names it.
    guard kind != 0, filePass.count > 4 else {
      throw PartFault(.encrypted, "XOR obfuscation, which is not opened")
    }
    guard kind == 1 else { throw PartFault("damaged encryption: kind \(kind)") }
    switch (try header.uint16(), try header.uint16()) {
    case (1, 1):
      return RC4Encryption(
        derivation: .md5, salt: try header.bytes(16), encryptedVerifier: try header.bytes(16),
        encryptedVerifierHash: try header.bytes(16))
    case (2...4, 2):
      _ = try header.bytes(4)
      return try RC4Encryption.readCryptoAPI(&header)
    case (let major, let minor):
      throw PartFault("unknown encryption, version \(major).\(minor)")
    }
  }

  /// The records of a stream, up to its end or where a record leads out of it.
  private static func records(
    _ stream: [UInt8]
  ) -> some Sequence<(type: UInt16, body: Range<Int>)> {
    sequence(state: 0) { place in
      guard place + 4 <= stream.count else { return nil }
      let end = place + 4 + Int(stream.uint16(at: place + 2))
      guard end <= stream.count else { return nil }
      defer { place = end }
      return (stream.uint16(at: place), place + 4..<end)
    }
  }
}
