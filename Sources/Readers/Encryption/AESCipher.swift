import Crypto
import CryptoExtras

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// AES (FIPS 197) under one key, in the two modes that Office encrypts with.
struct AESCipher {
  /// The size of a block and of an initialization vector, in bytes.
  static let blockSize = 16
  /// The sizes of key that there are, in bits.
  static let keySizes = [128, 192, 256]

  private let key: SymmetricKey

  /// The cipher under `key`, which must have 16, 24 or 32 bytes.
  init(key: some Sequence<UInt8>) {
    self.key = SymmetricKey(data: Array(key))
  }

  /// What `bytes`, a whole number of blocks, are the encryption of in cipher block chaining.
  ///
  /// - Parameter vector: The initialization vector, 16 bytes.
  /// - Throws: `PartFault` when the sizes do not fit.
  func decryptChained(_ bytes: ArraySlice<UInt8>, vector: [UInt8]) throws -> [UInt8] {
    guard !bytes.isEmpty else { return [] }
    do {
      return Array(
        try AES._CBC.decrypt(
          bytes, using: key, iv: AES._CBC.IV(ivBytes: vector), noPadding: true))
    } catch {
      throw PartFault("damaged encryption: \(bytes.count) bytes are no whole number of blocks")
    }
  }

  /// What `bytes`, a whole number of blocks, are the encryption of block by block (electronic
  /// codebook).
  ///
  /// The library offers the mode with chaining only; the chaining, an exclusive or with the
  /// encrypted block before, is undone again.
  ///
  /// - Throws: `PartFault` when the size does not fit.
  func decryptBlocks(_ bytes: ArraySlice<UInt8>) throws -> [UInt8] {
    var plain = try decryptChained(bytes, vector: [UInt8](repeating: 0, count: Self.blockSize))
    bytes.withUnsafeBufferPointer { encrypted in
      plain.withUnsafeMutableBufferPointer { plain in
        for index in Self.blockSize..<max(Self.blockSize, plain.count) {
          plain[index] ^= encrypted[index - Self.blockSize]
        }
      }
    }
    return plain
  }
}
