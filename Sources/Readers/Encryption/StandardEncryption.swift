import Spreadsheet

/// Standard encryption, that of Office 2007: AES block by block under a key that the password
/// yields ([MS-OFFCRYPTO] §2.3.4.5 to §2.3.4.9).
struct StandardEncryption: PackageEncryption {
  private let keyBits: Int
  private let salt: [UInt8]
  private let encryptedVerifier: [UInt8]
  private let encryptedVerifierHash: [UInt8]

  let rounds = 50_000
  var name: String { "standard encryption (AES-\(keyBits), SHA-1)" }

  /// Reads the header and the verifier that follow version and flags.
  ///
  /// - Throws: `PartFault` when they are damaged.
  static func read(_ stream: inout HeaderReader) throws -> EncryptionInfo {
    let headerSize = try stream.uint32()
    var header = HeaderReader(try stream.bytes(headerSize))
    let flags = try header.uint32()
    _ = try header.bytes(4)
    let cipher = try header.uint32()
    let hash = try header.uint32()
    let keySize = try header.uint32()
    // An algorithm of 0 leaves it to the flags: fAES (bit 5), else RC4.
    let isAES = (0x660E...0x6610).contains(cipher) || cipher == 0 && flags & 0x20 != 0
    guard isAES else {
      return .unsupported(
        cipher == 0x6801 || cipher == 0
          ? "standard encryption with RC4"
          : "standard encryption with the algorithm 0x\(String(cipher, radix: 16))")
    }
    guard hash == 0 || hash == 0x8004 else {
      return .unsupported("standard encryption with the hash 0x\(String(hash, radix: 16))")
    }
    let keyBits = keySize == 0 ? 128 : keySize
    guard AESCipher.keySizes.contains(keyBits) else {
      throw PartFault("damaged encryption: an AES key of \(keySize) bits")
    }
    let saltSize = try stream.uint32()
    guard saltSize == 16 else { throw PartFault("damaged encryption: a salt of \(saltSize) bytes") }
    let salt = try stream.bytes(16)
    let verifier = try stream.bytes(16)
    _ = try stream.uint32()
    return .supported(
      StandardEncryption(
        keyBits: keyBits, salt: salt, encryptedVerifier: verifier,
        encryptedVerifierHash: try stream.bytes(32)))
  }

  func cipher(for password: Password) throws -> AESCipher? {
    let stretched = try OfficeHash.sha1.stretched(
      salt: salt, password: password.utf16Bytes, rounds: rounds)
    let hash = OfficeHash.sha1.hash(stretched + [UInt8](littleEndian: 0))
    let halves = [UInt8(0x36), 0x5C].map { filler in
      let masked = (0..<64).map { $0 < hash.count ? hash[$0] ^ filler : filler }
      return OfficeHash.sha1.hash(masked)
    }
    let cipher = AESCipher(key: (halves[0] + halves[1]).prefix(keyBits / 8))
    let verifier = try cipher.decryptBlocks(encryptedVerifier[...])
    let expected = try cipher.decryptBlocks(encryptedVerifierHash[...])
    return expected.starts(with: OfficeHash.sha1.hash(verifier)) ? cipher : nil
  }

  func package(in stream: [UInt8], cipher: AESCipher) throws -> [UInt8] {
    let (size, encrypted) = try sized(stream)
    var package = try cipher.decryptBlocks(encrypted)
    package.removeLast(package.count - size)
    return package
  }
}
