import Crypto
import CryptoExtras
import Foundation
import Spreadsheet

@testable import Readers

extension FuzzTarget {
  /// What lies behind a right password: an input is encrypted and opened again.
  ///
  /// The first byte says what the rest is: an XLS stream behind XOR obfuscation, a package behind
  /// agile encryption, the content of an OpenDocument spreadsheet behind AES, as a deflate stream of
  /// its own or stored.
  static let decrypted = FuzzTarget(name: "decrypted") { input in
    guard let kind = input.first else { return }
    let content = Array(input.dropFirst())
    switch kind & 3 {
    case 0: try openXLS(content)
    case 1: try openPackage(content)
    case 2: try openContent(compressed: content, size: content.count * 3)
    default: try openContent(compressed: storedBlocks(content), size: content.count)
    }
  }

  private static let password: Password = "Abc12"
  private static let protection = PasswordProtection(passwords: [password], limits: fuzzLimits)

  // MARK: XLS

  /// FilePass with the key and the verifier of the password.
  private static let filePass: [UInt8] = [0x2F, 0, 6, 0, 0, 0, 0x01, 0xFC, 0x0C, 0xC9]

  private static func openXLS(_ stream: [UInt8]) throws {
    guard stream.count >= 4 else { return }
    let first = min(stream.count, 4 + Int(stream.uint16(at: 2)))
    let records: [UInt8]
    do {
      records = try XLSDecryption(protection: protection).records(
        stream[..<first] + filePass + stream[first...])
    } catch let fault as PartFault {
      throw fault.error(file: "input")
    }
    try expect(records.count == stream.count + filePass.count, "\(records.count) bytes")
    try Workbook.open(bytes: records, name: "input", limits: fuzzLimits).exhaust()
  }

  // MARK: Packages

  private static let key = [UInt8](repeating: 7, count: 16)

  private static func encrypted(_ bytes: [UInt8], vector: [UInt8]) throws -> [UInt8] {
    Array(
      try AES._CBC.encrypt(
        bytes, using: SymmetricKey(data: key), iv: AES._CBC.IV(ivBytes: vector), noPadding: true))
  }

  private static func openPackage(_ package: [UInt8]) throws {
    let packageKey = AgileEncryption.Key(hash: .sha1, bits: 128, salt: key)
    let encryption = AgileEncryption(
      package: packageKey, integrity: nil, password: packageKey, rounds: 0, verifier: [],
      verifierHash: [], packageKey: [])
    var stream = [UInt8](littleEndian: package.count) + [0, 0, 0, 0]
    for (segment, start) in stride(from: 0, to: package.count, by: 4096).enumerated() {
      var plain = Array(package[start..<min(start + 4096, package.count)])
      plain += [UInt8](repeating: 0, count: -plain.count & 15)
      stream += try encrypted(
        plain, vector: packageKey.vector([UInt8](littleEndian: segment)))
    }
    do {
      let decrypted = try encryption.package(in: stream, cipher: AESCipher(key: key))
      try expect(decrypted == package, "\(decrypted.count) of \(package.count) bytes")
    } catch let fault as PartFault {
      throw fault.error(file: "input")
    }
    try Workbook.open(bytes: package, name: "input", limits: fuzzLimits).exhaust()
  }

  // MARK: OpenDocument

  /// A raw deflate stream of blocks that are not compressed (RFC 1951, §3.2.4).
  private static func storedBlocks(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let count = UInt16(block.count)
      stream += [rest.isEmpty ? 1 : 0, UInt8(count & 0xFF), UInt8(count >> 8)]
      stream += [UInt8(~count & 0xFF), UInt8(~count >> 8)] + block
    } while !rest.isEmpty
    return stream
  }

  private static func openContent(compressed: [UInt8], size: Int) throws {
    let vector = [UInt8](repeating: 3, count: AESCipher.blockSize)
    let start = SHA256.hash(data: Array(password.secret.utf8))
    let derived = try KDF.Insecure.PBKDF2.deriveKey(
      from: Array(start), salt: key, using: .insecureSHA1, outputByteCount: 16,
      unsafeUncheckedRounds: 1)
    let padding = 16 - compressed.count % 16
    let encrypted = try AES._CBC.encrypt(
      compressed + [UInt8](repeating: UInt8(padding), count: padding), using: derived,
      iv: AES._CBC.IV(ivBytes: vector), noPadding: true)
    let manifest = """
      <m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
      <m:file-entry m:full-path="content.xml" m:size="\(size)"><m:encryption-data>\
      <m:algorithm m:algorithm-name="#aes128-cbc" \
      m:initialisation-vector="\(Data(vector).base64EncodedString())"/>\
      <m:start-key-generation m:start-key-generation-name="#sha256"/>\
      <m:key-derivation m:key-derivation-name="PBKDF2" m:iteration-count="1" \
      m:salt="\(Data(key).base64EncodedString())"/></m:encryption-data></m:file-entry></m:manifest>
      """
    var zip = StoredZip()
    zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    zip.add("META-INF/manifest.xml", Array(manifest.utf8))
    zip.add("content.xml", Array(encrypted))
    let workbook = try Workbook.open(
      bytes: zip.bytes, name: "input", limits: fuzzLimits, passwords: [password])
    try workbook.exhaust()
  }
}
