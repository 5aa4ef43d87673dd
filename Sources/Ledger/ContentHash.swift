public import Crypto

/// The SHA-256 of some bytes, by which the archive knows them (FIPS 180-4).
public struct ContentHash: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 64 small hexadecimal digits.
  public let hexadecimal: String

  /// The hash of `bytes`.
  public init(of bytes: some Sequence<UInt8>) {
    let digest = bytes.withContiguousStorageIfAvailable {
      SHA256.hash(data: UnsafeRawBufferPointer($0))
    }
    self.init(digest ?? SHA256.hash(data: Array(bytes)))
  }

  /// The hash that a digest holds.
  public init(_ digest: SHA256Digest) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
    hexadecimal = String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { text in
      var count = 0
      for byte in digest {
        text[count] = digit(byte >> 4)
        text[count + 1] = digit(byte & 15)
        count += 2
      }
      return count
    }
  }

  /// The hash written as `text`; nil where that is not 64 small hexadecimal digits.
  public init?(_ text: String) {
    let digits = text.utf8
    guard digits.count == 64,
      digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    hexadecimal = text
  }

  /// The 64 digits.
  public var description: String { hexadecimal }

  /// Orders hashes by their digits.
  public static func < (one: ContentHash, other: ContentHash) -> Bool {
    one.hexadecimal < other.hexadecimal
  }
}

extension ContentHash: Codable {
  /// Reads the digits.
  ///
  /// - Throws: `DecodingError` where the text is no hash.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let hash = ContentHash(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no SHA-256: \(text)")
    }
    self = hash
  }

  /// Writes the digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal)
  }
}
