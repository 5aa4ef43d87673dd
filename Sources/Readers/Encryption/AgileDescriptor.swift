/// The XML that describes agile encryption ([MS-OFFCRYPTO] §2.3.4.10).
struct AgileDescriptor {
  private let keyData: EncryptionAttributes
  private let integrity: EncryptionAttributes?
  private let passwordKey: EncryptionAttributes?

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
      let cipher = try attributes.text("cipherAlgorithm")
      let chaining = try attributes.text("cipherChaining")
      let hash = try attributes.text("hashAlgorithm")
      guard cipher == "AES", chaining == "ChainingModeCBC", OfficeHash(name: hash) != nil else {
        return .unsupported("agile encryption with \(cipher), \(chaining), \(hash)")
      }
    }
    let rounds = try passwordKey.number("spinCount")
    return .supported(
      AgileEncryption(
        package: try Self.key(keyData),
        integrity: try integrity.map { attributes in
          AgileEncryption.Integrity(
            key: try attributes.bytes("encryptedHmacKey"),
            code: try attributes.bytes("encryptedHmacValue"))
        },
        password: try Self.key(passwordKey), rounds: rounds,
        verifier: try passwordKey.bytes("encryptedVerifierHashInput"),
        verifierHash: try passwordKey.bytes("encryptedVerifierHashValue"),
        packageKey: try passwordKey.bytes("encryptedKeyValue")))
  }

  private static func key(_ attributes: EncryptionAttributes) throws -> AgileEncryption.Key {
    guard let hash = OfficeHash(name: try attributes.text("hashAlgorithm")) else {
      throw PartFault("damaged encryption: its hash is unknown")
    }
    let bits = try attributes.number("keyBits")
    guard AESCipher.keySizes.contains(bits) else {
      throw PartFault("damaged encryption: an AES key of \(bits) bits")
    }
    let blockSize = try attributes.number("blockSize")
    guard blockSize == AESCipher.blockSize else {
      throw PartFault("damaged encryption: AES blocks of \(blockSize) bytes")
    }
    return AgileEncryption.Key(hash: hash, bits: bits, salt: try attributes.bytes("saltValue"))
  }

  /// Collects the elements that matter.
  private final class Handler: XMLHandler {
    private(set) var keyData: EncryptionAttributes?
    private(set) var integrity: EncryptionAttributes?
    private(set) var passwordKey: EncryptionAttributes?

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

    private func attributes(_ element: XMLElement) -> EncryptionAttributes {
      var attributes: EncryptionAttributes = [:]
      element.forEachAttribute { attributes[$0.string] = $1.string }
      return attributes
    }
  }
}
