#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The XML that describes agile encryption ([MS-OFFCRYPTO] §2.3.4.10).
struct AgileDescriptor {
  /// The attributes of an element, by their names.
  typealias Attributes = [String: String]

  private let keyData: Attributes
  private let integrity: Attributes?
  private let passwordKey: Attributes?

  /// Reads the description.
  ///
  /// - Throws: `PartFault` when it is not well formed or says nothing of the package's key.
  init(_ bytes: [UInt8]) throws {
    let handler = Handler()
    try XMLPushParser.parse(XMLDocument(bytes), with: handler)
    guard let keyData = handler.keyData else {
      throw PartFault("damaged encryption: it has no keyData")
    }
    self.keyData = keyData
    integrity = handler.integrity
    passwordKey = handler.passwordKey
  }

  /// The encryption that is described.
  ///
  /// - Throws: `PartFault` when a value is missing or senseless.
  func encryption() throws -> EncryptionInfo {
    guard let passwordKey else {
      return .unsupported("agile encryption under a certificate, without a password")
    }
    for attributes in [keyData, passwordKey] {
      let cipher = try Self.value(attributes, "cipherAlgorithm")
      let chaining = try Self.value(attributes, "cipherChaining")
      let hash = try Self.value(attributes, "hashAlgorithm")
      guard cipher == "AES", chaining == "ChainingModeCBC", OfficeHash(name: hash) != nil else {
        return .unsupported("agile encryption with \(cipher), \(chaining), \(hash)")
      }
    }
    let rounds = try Self.number(passwordKey, "spinCount")
    return .supported(
      AgileEncryption(
        package: try Self.key(keyData),
        integrity: try integrity.map { attributes in
          AgileEncryption.Integrity(
            key: try Self.bytes(attributes, "encryptedHmacKey"),
            code: try Self.bytes(attributes, "encryptedHmacValue"))
        },
        password: try Self.key(passwordKey), rounds: rounds,
        verifier: try Self.bytes(passwordKey, "encryptedVerifierHashInput"),
        verifierHash: try Self.bytes(passwordKey, "encryptedVerifierHashValue"),
        packageKey: try Self.bytes(passwordKey, "encryptedKeyValue")))
  }

  private static func key(_ attributes: Attributes) throws -> AgileEncryption.Key {
    guard let hash = OfficeHash(name: try value(attributes, "hashAlgorithm")) else {
      throw PartFault("damaged encryption: its hash is unknown")
    }
    let bits = try number(attributes, "keyBits")
    guard AESCipher.keySizes.contains(bits) else {
      throw PartFault("damaged encryption: an AES key of \(bits) bits")
    }
    let blockSize = try number(attributes, "blockSize")
    guard blockSize == AESCipher.blockSize else {
      throw PartFault("damaged encryption: AES blocks of \(blockSize) bytes")
    }
    return AgileEncryption.Key(hash: hash, bits: bits, salt: try bytes(attributes, "saltValue"))
  }

  private static func value(_ attributes: Attributes, _ name: String) throws -> String {
    guard let value = attributes[name] else {
      throw PartFault("damaged encryption: \(name) is missing")
    }
    return value
  }

  private static func number(_ attributes: Attributes, _ name: String) throws -> Int {
    guard let number = Int(try value(attributes, name)), number >= 0 else {
      throw PartFault("damaged encryption: \(name) is no number")
    }
    return number
  }

  private static func bytes(_ attributes: Attributes, _ name: String) throws -> [UInt8] {
    guard
      let data = Data(
        base64Encoded: try value(attributes, name), options: .ignoreUnknownCharacters),
      !data.isEmpty
    else { throw PartFault("damaged encryption: \(name) is no Base64") }
    return Array(data)
  }

  /// Collects the elements that matter.
  private final class Handler: XMLHandler {
    private(set) var keyData: Attributes?
    private(set) var integrity: Attributes?
    private(set) var passwordKey: Attributes?

    func start(_ element: XMLElement) {
      switch element.name {
      case "keyData": keyData = keyData ?? attributes(element)
      case "dataIntegrity": integrity = integrity ?? attributes(element)
      case "encryptedKey" where passwordKey == nil && element["spinCount"] != nil:
        // The element of this name under a certificate has no rounds.
        passwordKey = attributes(element)
      default: break
      }
    }

    func characters(_ text: XMLText) {}
    func end(_ name: XMLText) {}

    private func attributes(_ element: XMLElement) -> Attributes {
      var attributes: Attributes = [:]
      element.forEachAttribute { attributes[$0.string] = $1.string }
      return attributes
    }
  }
}
