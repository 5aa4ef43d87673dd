import Spreadsheet

/// One way in which Office encrypts the package of a workbook under a password.
protocol PackageEncryption {
  /// The scheme in words, such as `agile encryption (AES-256, SHA-512)`.
  var name: String { get }
  /// How many hash rounds the trial of one password costs.
  var rounds: Int { get }

  /// The cipher of the package; nil when the password is wrong.
  ///
  /// - Throws: `PartFault` when the header is damaged.
  func cipher(for password: Password) throws -> AESCipher?

  /// The package that the stream EncryptedPackage holds.
  ///
  /// - Throws: `PartFault` when the stream is damaged.
  func package(in stream: [UInt8], cipher: AESCipher) throws -> [UInt8]
}

extension PackageEncryption {
  /// Splits the stream EncryptedPackage into the size of the package, its first eight bytes, and
  /// the encrypted bytes ([MS-OFFCRYPTO] §2.3.4.4).
  ///
  /// - Throws: `PartFault` when there are fewer bytes than the size says.
  func sized(_ stream: [UInt8]) throws -> (size: Int, encrypted: ArraySlice<UInt8>) {
    guard stream.count >= 8 else { throw PartFault("the encrypted package is cut short") }
    let size = stream.uint64(at: 0)
    // What lies behind the last whole block belongs to nothing.
    let encrypted = stream[8...].prefix((stream.count - 8) & ~(AESCipher.blockSize - 1))
    guard size <= UInt64(encrypted.count) else {
      throw PartFault(
        "the encrypted package is cut short: \(encrypted.count) of \(size) bytes are there")
    }
    return (Int(size), encrypted)
  }
}

extension Password {
  /// The password as Office hashes it: UTF-16, low byte first, without an end.
  var utf16Bytes: [UInt8] {
    secret.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }
}
