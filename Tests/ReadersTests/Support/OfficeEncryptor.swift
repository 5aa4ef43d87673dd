import Crypto
import CryptoExtras
import Foundation

/// Encrypts packages as Office does, for tests ([MS-OFFCRYPTO] §2.3.4).
enum OfficeEncryptor {
  /// A hash algorithm under the name that Office gives it.
  struct Hash: Sendable, CustomStringConvertible {
    let name: String
    let size: Int
    let hash: @Sendable ([UInt8]) -> [UInt8]
    let keyedHash: @Sendable (_ bytes: [UInt8], _ key: [UInt8]) -> [UInt8]

    var description: String { name }

    private init<Function: HashFunction>(_ name: String, _: Function.Type) {
      self.name = name
      size = Function.Digest.byteCount
      hash = { Array(Function.hash(data: $0)) }
      keyedHash = {
        Array(HMAC<Function>.authenticationCode(for: $0, using: SymmetricKey(data: $1)))
      }
    }

    static let sha1 = Hash("SHA1", Insecure.SHA1.self)
    static let sha256 = Hash("SHA256", SHA256.self)
    static let sha384 = Hash("SHA384", SHA384.self)
    static let sha512 = Hash("SHA512", SHA512.self)

    func stretched(_ salt: [UInt8], _ password: String, rounds: Int) -> [UInt8] {
      var value = hash(salt + password.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      for round in 0..<rounds { value = hash(OfficeEncryptor.number(round) + value) }
      return value
    }
  }

  static func number(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  static func padded(_ bytes: [UInt8], to size: Int = 16) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (size - bytes.count % size) % size)
  }

  /// AES with chaining, over whole blocks.
  static func chained(
    _ bytes: some Collection<UInt8>, key: [UInt8], vector: [UInt8]
  ) -> [UInt8] {
    let encrypted = try? AES._CBC.encrypt(
      Array(bytes), using: SymmetricKey(data: key), iv: AES._CBC.IV(ivBytes: vector),
      noPadding: true)
    return Array(encrypted ?? Data())
  }

  /// AES block by block.
  static func blocks(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: 16).flatMap { start in
      var block = Array(bytes[start..<start + 16])
      try? AES.permute(&block, key: SymmetricKey(data: key))
      return block
    }
  }
}

/// Agile encryption, every value of its description open to change.
struct AgileEncryptor {
  var hash = OfficeEncryptor.Hash.sha512
  /// The hash of the password's key, where it is another than that of the package.
  var passwordHash: OfficeEncryptor.Hash?
  var keyBits = 256
  var rounds = 100
  var salt: [UInt8] = Array(0..<16)
  var hasIntegrity = true
  /// Changes the stream EncryptedPackage after its keyed hash was taken.
  var tamper: (inout [UInt8]) -> Void = { _ in }
  /// Changes the description after everything was worked out.
  var edit: (String) -> String = { $0 }

  func streams(_ package: [UInt8], password: String) -> [(name: String, content: [UInt8])] {
    let passwordHash = passwordHash ?? hash
    let passwordSalt: [UInt8] = (0..<16).map { 200 - $0 }
    let packageKey = (0..<keyBits / 8).map { UInt8($0 * 7 & 0xFF) }
    let stretched = passwordHash.stretched(passwordSalt, password, rounds: rounds)
    func underPassword(_ bytes: [UInt8], _ use: [UInt8]) -> String {
      let key = fitted(passwordHash.hash(stretched + use), keyBits / 8)
      let encrypted = OfficeEncryptor.chained(
        OfficeEncryptor.padded(bytes), key: key, vector: passwordSalt)
      return Data(encrypted).base64EncodedString()
    }
    func underPackageKey(_ bytes: [UInt8], _ use: [UInt8]) -> [UInt8] {
      OfficeEncryptor.chained(
        OfficeEncryptor.padded(bytes), key: packageKey,
        vector: fitted(hash.hash(salt + use), 16))
    }
    var stream = OfficeEncryptor.number(package.count) + [0, 0, 0, 0]
    for (segment, start) in stride(from: 0, to: package.count, by: 4096).enumerated() {
      stream += underPackageKey(
        Array(package[start..<min(start + 4096, package.count)]), OfficeEncryptor.number(segment))
    }
    let integrityKey = (0..<hash.size).map { UInt8($0 * 3 & 0xFF) }
    let code = hash.keyedHash(stream, integrityKey)
    let integrity =
      """
      <dataIntegrity encryptedHmacKey="\(
        Data(underPackageKey(integrityKey, [0x5F, 0xB2, 0xAD, 0x01, 0x0C, 0xB9, 0xE1, 0xF6]))
          .base64EncodedString())" encryptedHmacValue="\(
        Data(underPackageKey(code, [0xA0, 0x67, 0x7F, 0x02, 0xB2, 0x2C, 0x84, 0x33]))
          .base64EncodedString())"/>
      """
    tamper(&stream)
    let verifier: [UInt8] = Array(50..<66)
    let description = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" \
      xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">\
      <keyData saltSize="\(salt.count)" blockSize="16" keyBits="\(keyBits)" \
      hashSize="\(hash.size)" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" \
      hashAlgorithm="\(hash.name)" saltValue="\(Data(salt).base64EncodedString())"/>\
      \(hasIntegrity ? integrity : "")<keyEncryptors><keyEncryptor \
      uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey \
      spinCount="\(rounds)" saltSize="16" blockSize="16" keyBits="\(keyBits)" \
      hashSize="\(passwordHash.size)" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" \
      hashAlgorithm="\(passwordHash.name)" \
      saltValue="\(Data(passwordSalt).base64EncodedString())" encryptedVerifierHashInput="\(
        underPassword(verifier, [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79]))" \
      encryptedVerifierHashValue="\(
        underPassword(
          passwordHash.hash(verifier), [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E]))" \
      encryptedKeyValue="\(
        underPassword(packageKey, [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6]))"/>\
      </keyEncryptor></keyEncryptors></encryption>
      """
    return [
      ("EncryptionInfo", [4, 0, 4, 0, 0x40, 0, 0, 0] + Array(edit(description).utf8)),
      ("EncryptedPackage", stream),
    ]
  }

  /// The package as an encrypted file.
  func file(_ package: [UInt8], password: String) -> [UInt8] {
    CompoundFileWriter(streams: streams(package, password: password)).bytes
  }

  private func fitted(_ bytes: [UInt8], _ size: Int) -> [UInt8] {
    bytes.prefix(size) + [UInt8](repeating: 0x36, count: max(0, size - bytes.count))
  }
}

/// Standard encryption, the fields of its header open to change.
struct StandardEncryptor {
  var keyBits = 128
  var version: (major: UInt8, minor: UInt8) = (3, 2)
  var flags = 0x24
  /// The cipher as the header names it; by default that of `keyBits`.
  var cipher: Int?
  var hash = 0x8004
  /// The size of the key as the header has it; by default `keyBits`.
  var keySize: Int?
  var saltSize = 16
  var rounds = 50_000

  func streams(_ package: [UInt8], password: String) -> [(name: String, content: [UInt8])] {
    let sha1 = OfficeEncryptor.Hash.sha1
    let salt: [UInt8] = Array(100..<116)
    let last = sha1.hash(
      sha1.stretched(salt, password, rounds: rounds) + OfficeEncryptor.number(0))
    func half(_ filler: UInt8) -> [UInt8] {
      sha1.hash((0..<64).map { $0 < 20 ? last[$0] ^ filler : filler })
    }
    let key = Array((half(0x36) + half(0x5C)).prefix(keyBits / 8))
    let verifier: [UInt8] = Array(10..<26)
    let provider = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".utf16
      .flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let sizes = [128: 0x660E, 192: 0x660F, 256: 0x6610]
    var header: [UInt8] = []
    for field in [flags, 0, cipher ?? sizes[keyBits] ?? 0, hash, keySize ?? keyBits, 0x18, 0, 0] {
      header += OfficeEncryptor.number(field)
    }
    header += provider
    var info = [version.major, 0, version.minor, 0] + OfficeEncryptor.number(flags)
    info += OfficeEncryptor.number(header.count) + header
    info += OfficeEncryptor.number(saltSize) + salt
    info += OfficeEncryptor.blocks(verifier, key: key)
    info += OfficeEncryptor.number(20)
    info += OfficeEncryptor.blocks(OfficeEncryptor.padded(sha1.hash(verifier)), key: key)
    let stream =
      OfficeEncryptor.number(package.count) + [0, 0, 0, 0]
      + OfficeEncryptor.blocks(OfficeEncryptor.padded(package), key: key)
    return [("EncryptionInfo", info), ("EncryptedPackage", stream)]
  }

  /// The package as an encrypted file.
  func file(_ package: [UInt8], password: String) -> [UInt8] {
    CompoundFileWriter(streams: streams(package, password: password)).bytes
  }
}
