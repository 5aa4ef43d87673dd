import Spreadsheet

/// Agile encryption, that of Office 2010 and later: a random key encrypts the package in segments,
/// a key that the password yields encrypts that key ([MS-OFFCRYPTO] §2.3.4.10 to §2.3.4.15).
struct AgileEncryption: PackageEncryption {
  /// The parameters of one of the two keys.
  struct Key {
    let hash: OfficeHash
    /// The size of the key in bits.
    let bits: Int
    let salt: [UInt8]

    /// The initialization vector for a use: the salt, hashed with what tells the use where there
    /// is any (§2.3.4.12).
    func vector(_ use: [UInt8]? = nil) -> [UInt8] {
      AgileEncryption.fitted(use.map { hash.hash(salt + $0) } ?? salt, to: AESCipher.blockSize)
    }
  }

  /// The keyed hash of the stream EncryptedPackage, encrypted (§2.3.4.14).
  struct Integrity {
    let key: [UInt8]
    let code: [UInt8]
  }

  /// The key of the package.
  let package: Key
  let integrity: Integrity?
  /// The key that the password yields.
  let password: Key
  let rounds: Int
  /// The encrypted verifier and its encrypted hash, which tell the right password.
  let verifier: [UInt8]
  let verifierHash: [UInt8]
  /// The key of the package, encrypted.
  let packageKey: [UInt8]

  var name: String { "agile encryption (AES-\(package.bits), \(package.hash.rawValue))" }

  /// What is hashed in to make keys and vectors differ by their use (§2.3.4.13, §2.3.4.14).
  private enum Use {
    static let verifier: [UInt8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79]
    static let verifierHash: [UInt8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E]
    static let packageKey: [UInt8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6]
    static let integrityKey: [UInt8] = [0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6]
    static let integrityCode: [UInt8] = [0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33]
  }

  private static let segmentSize = 4096

  func cipher(for password: Password) throws -> AESCipher? {
    let key = self.password
    let stretched = try key.hash.stretched(
      salt: key.salt, password: password.utf16Bytes, rounds: rounds)
    func decrypted(_ bytes: [UInt8], _ use: [UInt8], count: Int) throws -> [UInt8] {
      let cipher = AESCipher(
        key: Self.fitted(key.hash.hash(stretched + use), to: key.bits / 8))
      let plain = try cipher.decryptChained(bytes[...], vector: key.vector())
      guard plain.count >= count else {
        throw PartFault("damaged encryption: \(plain.count) bytes where \(count) are needed")
      }
      return Array(plain.prefix(count))
    }
    // The verifier is as long as the salt; zeros may fill its last block.
    let input = try decrypted(verifier, Use.verifier, count: key.salt.count)
    let expected = try decrypted(verifierHash, Use.verifierHash, count: key.hash.size)
    guard key.hash.hash(input) == expected else { return nil }
    return AESCipher(
      key: try decrypted(packageKey, Use.packageKey, count: package.bits / 8))
  }

  func package(in stream: [UInt8], cipher: AESCipher) throws -> [UInt8] {
    let (size, encrypted) = try sized(stream)
    try authenticate(stream, cipher: cipher)
    var package: [UInt8] = []
    package.reserveCapacity(encrypted.count)
    var start = encrypted.startIndex
    var segment = 0
    while package.count < size {
      let bytes = encrypted[start...].prefix(Self.segmentSize)
      package += try cipher.decryptChained(
        bytes, vector: self.package.vector([UInt8](littleEndian: segment)))
      start += bytes.count
      segment += 1
    }
    package.removeLast(package.count - size)
    return package
  }

  /// Holds the stream against its keyed hash.
  private func authenticate(_ stream: [UInt8], cipher: AESCipher) throws {
    guard let integrity else { return }
    let size = package.hash.size
    let key = try cipher.decryptChained(
      integrity.key[...], vector: package.vector(Use.integrityKey))
    let code = try cipher.decryptChained(
      integrity.code[...], vector: package.vector(Use.integrityCode))
    guard key.count >= size, code.count >= size else {
      throw PartFault("damaged encryption: its integrity value is cut short")
    }
    guard
      package.hash.authenticates(
        stream, code: Array(code.prefix(size)), key: Array(key.prefix(size)))
    else {
      throw PartFault("the encrypted package fails its integrity check: damaged or altered")
    }
  }

  /// The first `size` of `bytes`, filled up with 0x36 where there are fewer.
  private static func fitted(_ bytes: [UInt8], to size: Int) -> [UInt8] {
    bytes.prefix(size) + [UInt8](repeating: 0x36, count: max(0, size - bytes.count))
  }
}
