import Crypto

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The hash algorithms that Office derives keys with ([MS-OFFCRYPTO] §2.3.4.10).
enum OfficeHash: String, CaseIterable {
  case md5 = "MD5"
  case sha1 = "SHA-1"
  case sha256 = "SHA-256"
  case sha384 = "SHA-384"
  case sha512 = "SHA-512"

  /// The algorithm of this name, written `SHA512` or `SHA-512`.
  init?(name: String) {
    let name = name.uppercased().filter { $0 != "-" }
    guard let match = Self.allCases.first(where: { $0.rawValue.filter { $0 != "-" } == name })
    else { return nil }
    self = match
  }

  /// The size of a hash in bytes.
  var size: Int {
    switch self {
    case .md5: Insecure.MD5.byteCount
    case .sha1: Insecure.SHA1.byteCount
    case .sha256: SHA256.byteCount
    case .sha384: SHA384.byteCount
    case .sha512: SHA512.byteCount
    }
  }

  /// The hash of `bytes`.
  func hash(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .md5: Array(Insecure.MD5.hash(data: bytes))
    case .sha1: Array(Insecure.SHA1.hash(data: bytes))
    case .sha256: Array(SHA256.hash(data: bytes))
    case .sha384: Array(SHA384.hash(data: bytes))
    case .sha512: Array(SHA512.hash(data: bytes))
    }
  }

  /// Whether `code` is the keyed hash (HMAC, RFC 2104) of `bytes`, compared in constant time.
  func authenticates(_ bytes: [UInt8], code: [UInt8], key: [UInt8]) -> Bool {
    func isValid<Hash: HashFunction>(_: Hash.Type) -> Bool {
      HMAC<Hash>.isValidAuthenticationCode(
        code, authenticating: bytes, using: SymmetricKey(data: key))
    }
    return switch self {
    case .md5: isValid(Insecure.MD5.self)
    case .sha1: isValid(Insecure.SHA1.self)
    case .sha256: isValid(SHA256.self)
    case .sha384: isValid(SHA384.self)
    case .sha512: isValid(SHA512.self)
    }
  }

  /// The hash of salt and password, hashed again behind its round's number `rounds` times
  /// ([MS-OFFCRYPTO] §2.3.4.7, §2.3.4.11).
  ///
  /// - Throws: `CancellationError` when the task is cancelled: ten million rounds take seconds.
  func stretched(salt: [UInt8], password: [UInt8], rounds: Int) throws -> [UInt8] {
    switch self {
    case .md5: try Self.stretched(Insecure.MD5.self, salt + password, rounds)
    case .sha1: try Self.stretched(Insecure.SHA1.self, salt + password, rounds)
    case .sha256: try Self.stretched(SHA256.self, salt + password, rounds)
    case .sha384: try Self.stretched(SHA384.self, salt + password, rounds)
    case .sha512: try Self.stretched(SHA512.self, salt + password, rounds)
    }
  }

  private static func stretched<Hash: HashFunction>(
    _: Hash.Type, _ start: [UInt8], _ rounds: Int
  ) throws -> [UInt8] {
    var digest = Hash.hash(data: start)
    var message = [UInt8](repeating: 0, count: 4 + Hash.Digest.byteCount)
    for round in 0..<rounds {
      if round & 0xFFFF == 0 { try Task.checkCancellation() }
      for byte in 0..<4 { message[byte] = UInt8(truncatingIfNeeded: round >> (8 * byte)) }
      message.withUnsafeMutableBytes { message in
        digest.withUnsafeBytes { message[4...].copyBytes(from: $0) }
        var hash = Hash()
        hash.update(bufferPointer: UnsafeRawBufferPointer(message))
        digest = hash.finalize()
      }
    }
    return Array(digest)
  }
}
