import CLibytnef
import Foundation

/// The files inside a `winmail.dat` ([MS-OXTNEF]), through libytnef; the one file that touches its
/// structures.
enum TNEFAttachments {
  /// Whether bytes begin as TNEF does: the signature 0x223E9F78, least byte first.
  static func areIn(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x78, 0x9F, 0x3E, 0x22])
  }

  /// The attached files, in order.
  ///
  /// - Returns: nil where the stream is damaged.
  static func files(in bytes: [UInt8]) -> [(name: String?, bytes: [UInt8])]? {
    guard areIn(bytes) else { return nil }
    var stream = TNEFStruct()
    TNEFInitialize(&stream)
    defer { TNEFFree(&stream) }
    var input = bytes
    let code = input.withUnsafeMutableBufferPointer {
      TNEFParseMemory($0.baseAddress, $0.count, &stream)
    }
    guard code >= 0 else { return nil }
    var files: [(name: String?, bytes: [UInt8])] = []
    var next = stream.starting_attach.next
    while let attachment = next {
      next = attachment.pointee.next
      if let file = file(attachment) { files.append(file) }
    }
    return files
  }

  private static func file(
    _ attachment: UnsafeMutablePointer<Attachment>
  ) -> (name: String?, bytes: [UInt8])? {
    let properties = withUnsafeMutablePointer(to: &attachment.pointee.MAPI) { $0 }
    let content: [UInt8]
    if let object = thidua_attached_object(properties) {
      // An embedded object begins with the 16 bytes of its interface's identifier.
      content = Array(bytes(of: object.pointee).dropFirst(16))
    } else {
      content = bytes(of: attachment.pointee.FileData)
    }
    guard !content.isEmpty else { return nil }
    let long = thidua_long_name(properties).flatMap { name(bytes(of: $0.pointee)) }
    return (long ?? name(bytes(of: attachment.pointee.Title)), content)
  }

  private static func bytes(of value: variableLength) -> [UInt8] {
    guard let data = value.data, value.size > 0 else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: Int(value.size)))
  }

  /// A name up to its terminator; nil for an empty one.
  private static func name(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    return text.isEmpty ? nil : text.precomposedStringWithCanonicalMapping
  }
}
