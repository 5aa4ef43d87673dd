import Spreadsheet

/// Encryption with RC4, a new key for each stretch of the stream ([MS-OFFCRYPTO] §2.3.5, §2.3.6).
struct RC4Encryption {
  /// How keys are derived from the password.
  enum Derivation {
    /// That of Excel 97 (§2.3.6.2).
    case md5
    /// That of Excel 2002 and later, with keys of some bits (§2.3.5.2).
    case sha1(bits: Int)
  }

  let derivation: Derivation
  let salt: [UInt8]
  let encryptedVerifier: [UInt8]
  let encryptedVerifierHash: [UInt8]

  /// The keys of the stretches by their number.
  typealias Keys = (Int) -> [UInt8]

  /// The scheme in words.
  var name: String {
    switch derivation {
    case .md5: "RC4 encryption (40 bits, MD5)"
    case .sha1(let bits): "RC4 encryption (\(bits) bits, SHA-1)"
    }
  }

  /// The encryption under the header that CryptoAPI writes, behind version and flags (§2.3.5.1).
  ///
  /// - Throws: `PartFault` when it is damaged.
  static func readCryptoAPI(_ stream: inout HeaderReader) throws -> RC4Encryption {
    var header = HeaderReader(try stream.bytes(try stream.uint32()))
    _ = try header.bytes(16)
    let keySize = try header.uint32()
    let bits = keySize == 0 ? 40 : keySize
    guard (40...128).contains(bits), bits % 8 == 0 else {
      throw PartFault("damaged encryption: an RC4 key of \(keySize) bits")
    }
    let saltSize = try stream.uint32()
    guard saltSize == 16 else { throw PartFault("damaged encryption: a salt of \(saltSize) bytes") }
    let salt = try stream.bytes(16)
    let verifier = try stream.bytes(16)
    _ = try stream.bytes(4)
    return RC4Encryption(
      derivation: .sha1(bits: bits), salt: salt, encryptedVerifier: verifier,
      encryptedVerifierHash: try stream.bytes(20))
  }

  /// The keys; nil when the password is wrong.
  func keys(for password: Password) -> Keys? {
    let keys: Keys
    let hash: OfficeHash
    switch derivation {
    case .md5:
      hash = .md5
      let short = hash.hash(password.utf16Bytes).prefix(5)
      let mixed = hash.hash(Array(repeatElement(short + salt, count: 16).joined())).prefix(5)
      keys = { OfficeHash.md5.hash(mixed + [UInt8](littleEndian: $0)) }
    case .sha1(let bits):
      hash = .sha1
      let start = hash.hash(salt + password.utf16Bytes)
      keys = { stretch in
        let key = OfficeHash.sha1.hash(start + [UInt8](littleEndian: stretch)).prefix(bits / 8)
        // 40 bits are filled up with zeros to 128; no other size is.
        return key + [UInt8](repeating: 0, count: bits == 40 ? 11 : 0)
      }
    }
    var plain = encryptedVerifier + encryptedVerifierHash
    var cipher = RC4(key: keys(0))
    cipher.apply(to: &plain, in: plain.indices)
    let verifier = Array(plain.prefix(encryptedVerifier.count))
    return hash.hash(verifier).elementsEqual(plain.dropFirst(verifier.count)) ? keys : nil
  }
}
