import Crypto
import CryptoExtras
import Spreadsheet

/// How one file of an OpenDocument package is encrypted (ODF 1.3 Part 2, §3.4 and §4.8).
struct ODFEncryption {
  /// The size of the file before it was compressed and encrypted, in bytes.
  let size: Int
  private let vector: [UInt8]
  private let keySize: Int
  private let salt: [UInt8]
  private let iterations: Int
  private let startHash: OfficeHash
  /// The hash of the first bytes of the compressed file, which tells the right password.
  private let checksum: (hash: OfficeHash, value: [UInt8])?

  /// The scheme in words.
  var name: String { "OpenDocument encryption (AES-\(keySize * 8))" }

  /// How many hashes the trial of a password costs.
  var rounds: Int { iterations * ((keySize + 19) / 20) }

  /// Checksums are of so many bytes at most (§4.8.3).
  private static let checkedBytes = 1024

  /// Reads what the manifest says.
  ///
  /// - Parameters:
  ///   - entry: The attributes of `file-entry`.
  ///   - data: Those of `encryption-data` and its children, all together.
  /// - Throws: `PartFault`: `.encrypted` where no password opens it here, `.unreadable` where a value
  ///   is missing or senseless.
  init(entry: EncryptionAttributes, data: EncryptionAttributes) throws {
    let algorithm = Self.local(data["algorithm-name"] ?? "no algorithm")
    let derivation = Self.local(data["key-derivation-name"] ?? "no derivation of keys")
    let known = ["aes128-cbc": 16, "aes192-cbc": 24, "aes256-cbc": 32]
    guard let keySize = known[algorithm], derivation == "pbkdf2" else {
      throw PartFault(
        .encrypted,
        "OpenDocument encryption with \(algorithm) and \(derivation), which is not opened")
    }
    self.keySize = keySize
    size = try entry.number("size")
    vector = try data.bytes("initialisation-vector", mayBeEmpty: true)
    salt = try data.bytes("salt", mayBeEmpty: true)
    iterations = try data.number("iteration-count")
    guard vector.count == AESCipher.blockSize, iterations > 0, iterations <= Int32.max else {
      throw PartFault("damaged encryption: its vector or its rounds make no sense")
    }
    startHash =
      data["start-key-generation-name"].flatMap { OfficeHash(name: Self.local($0)) } ?? .sha1
    let kind = data["checksum-type"].map(Self.local) ?? ""
    let hash: OfficeHash? =
      kind.contains("sha256") ? .sha256 : kind.contains("sha1") ? .sha1 : nil
    checksum = try hash.map { ($0, try data.bytes("checksum", mayBeEmpty: true)) }
  }

  /// The compressed file, a raw deflate stream, that `encrypted` holds; nil when the password is
  /// wrong.
  ///
  /// - Throws: `PartFault` when the sizes do not fit.
  func compressed(_ encrypted: [UInt8], password: Password) throws -> [UInt8]? {
    let start = startHash.hash(Array(password.secret.utf8))
    let key: SymmetricKey
    do {
      key = try KDF.Insecure.PBKDF2.deriveKey(
        from: start, salt: salt, using: .insecureSHA1, outputByteCount: keySize,
        unsafeUncheckedRounds: iterations)
    } catch {
      throw PartFault("damaged encryption: no key can be derived")
    }
    let cipher = AESCipher(key: key.withUnsafeBytes { Array($0) })
    var plain = try cipher.decryptChained(encrypted[...], vector: vector)
    // The last byte says how many were added to fill the last block (XML Encryption, §5.2).
    guard let padding = plain.last, (1...AESCipher.blockSize).contains(Int(padding)) else {
      return nil
    }
    plain.removeLast(Int(padding))
    if let checksum,
      checksum.hash.hash(Array(plain.prefix(Self.checkedBytes))) != checksum.value
    {
      return nil
    }
    return plain
  }

  /// A name without the address of the standard that it is of, in lower case.
  private static func local(_ name: String) -> String {
    String(name.split { "#:".contains($0) }.last ?? "").lowercased()
      .replacing("sha1/1k", with: "sha1-1k")
  }
}
