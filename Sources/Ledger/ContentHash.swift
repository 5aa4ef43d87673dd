public import Crypto

/// The SHA-256 of some bytes, by which the archive knows them (FIPS 180-4).
public struct ContentHash: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 64 small hexadecimal digits.
  public let hexadecimal: String

  /// The hash of `bytes`.
  public init(of bytes: some Sequence<UInt8>) {
    self.init(SHA256.hash(data: Array(bytes)))
  }

  /// The hash that a digest holds.
  public init(_ digest: SHA256Digest) {
    let digits = Array("0123456789abcdef".utf8)
    hexadecimal = String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
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
