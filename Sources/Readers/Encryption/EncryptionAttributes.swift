#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The attributes of an element that describes an encryption, by their names.
typealias EncryptionAttributes = [String: String]

extension EncryptionAttributes {
  /// The text of an attribute.
  ///
  /// - Throws: `PartFault` when it is missing.
  func text(_ name: String) throws -> String {
    guard let text = self[name] else {
      throw PartFault("damaged encryption: \(name) is missing")
    }
    return text
  }

  /// The number that an attribute is, 0 or more.
  ///
  /// - Throws: `PartFault` when it is missing or none.
  func number(_ name: String) throws -> Int {
    guard let number = Int(try text(name)), number >= 0 else {
      throw PartFault("damaged encryption: \(name) is no number")
    }
    return number
  }

  /// The bytes that an attribute holds in Base64.
  ///
  /// - Throws: `PartFault` when it is missing or no Base64, and when there are none unless
  ///   `mayBeEmpty`.
  func bytes(_ name: String, mayBeEmpty: Bool = false) throws -> [UInt8] {
    guard
      let data = Data(base64Encoded: try text(name), options: .ignoreUnknownCharacters),
      mayBeEmpty || !data.isEmpty
    else { throw PartFault("damaged encryption: \(name) is no Base64") }
    return Array(data)
  }
}
