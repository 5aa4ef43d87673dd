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
    var plain = stream
    switch try Self.scheme(Array(stream[filePass.body])) {
    case .rc4(let encryption):
      let keys = try protection.key(named: encryption.name, rounds: 1) { encryption.keys(for: $0) }
      for start in stride(from: 0, to: plain.count, by: Self.stretch) {
        var cipher = RC4(key: keys(start / Self.stretch))
        cipher.apply(to: &plain, in: start..<min(start + Self.stretch, plain.count))
      }
      // The keys run on over what is not encrypted: that is put back.
      for record in Self.records(stream) {
        let kept = record.body.lowerBound - 4..<Self.start(of: record, behind: filePass.body)
        plain.replaceSubrange(kept, with: stream[kept])
      }
    case .xor(let obfuscation):
      let mask = try protection.key(named: obfuscation.name, rounds: 1) {
        obfuscation.mask(for: $0)
      }
      for record in Self.records(stream) {
        let range = Self.start(of: record, behind: filePass.body)..<record.body.upperBound
        mask.apply(to: &plain, in: range, ofRecordWith: record.body)
      }
    }
    // Type 0 means nothing: a reader passes over it, and no place in the stream changes.
    let type = filePass.body.lowerBound - 4
    plain.replaceSubrange(type..<type + 2, with: [0, 0])
    return plain
  }

  /// Where in a record encryption begins: at its end where it is not encrypted.
  private static func start(
    of record: (type: UInt16, body: Range<Int>), behind filePass: Range<Int>
  ) -> Int {
    if record.body.lowerBound <= filePass.upperBound || plainTypes.contains(record.type) {
      return record.body.upperBound
    }
    // The place of the sheet in the stream.
    let plainBytes = record.type == boundSheet ? 4 : 0
    return min(record.body.lowerBound + plainBytes, record.body.upperBound)
  }

  private enum Scheme {
    case xor(XORObfuscation)
    case rc4(RC4Encryption)
  }

  private static func scheme(_ filePass: [UInt8]) throws -> Scheme {
    var header = HeaderReader(filePass)
    // Before BIFF8 there was one way, and no number that names it.
    let kind = filePass.count == 4 ? 0 : try header.uint16()
    switch kind {
    case 0:
      return .xor(
        XORObfuscation(
          key: UInt16(try header.uint16()), verifier: UInt16(try header.uint16())))
    case 1: return .rc4(try rc4(&header))
    default: throw PartFault("damaged encryption: kind \(kind)")
    }
  }

  private static func rc4(_ header: inout HeaderReader) throws -> RC4Encryption {
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
