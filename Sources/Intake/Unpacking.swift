import Foundation
import Readers

/// Takes what came in apart: messages into their parts, archives into their files, to any depth
/// that the limits allow.
///
/// What holds others comes before what it holds.
public struct Unpacking: Sendable {
  private let limits: IntakeLimits

  /// Unpacking within limits.
  public init(limits: IntakeLimits = IntakeLimits()) {
    self.limits = limits
  }

  /// A message, and everything in it.
  public func message(_ bytes: [UInt8], name: String) -> [IncomingItem] {
    message(bytes, name: name, role: nil, depth: 0)
  }

  /// A file, and everything in it where it is an archive or a message.
  public func file(_ bytes: [UInt8], name: String) -> [IncomingItem] {
    file(bytes, name: name, role: nil, depth: 0)
  }

  private func message(
    _ bytes: [UInt8], name: String, role: MailPart.Role?, depth: Int
  ) -> [IncomingItem] {
    if bytes.count > limits.messageBytes {
      return [refused(bytes, .tooLarge, name, role, depth)]
    }
    guard depth <= limits.depth else { return [refused(bytes, .tooDeep, name, role, depth)] }
    guard let message = MIMEParser.message(in: bytes) else {
      return [IncomingItem(content: .file(bytes), name: name, role: role, depth: depth)]
    }
    var shell = message
    shell.parts = []
    let head = IncomingItem(
      content: .message(bytes, shell), name: name, role: role, depth: depth)
    return [head]
      + message.parts.flatMap { part in
        let name = part.name ?? ""
        return part.role == .message
          ? self.message(part.bytes, name: name, role: .message, depth: depth + 1)
          : file(part.bytes, name: name, role: part.role, depth: depth + 1)
      }
  }

  private func file(
    _ bytes: [UInt8], name: String, role: MailPart.Role?, depth: Int
  ) -> [IncomingItem] {
    if bytes.count > limits.fileBytes { return [refused(bytes, .tooLarge, name, role, depth)] }
    if TNEFAttachments.areIn(bytes) {
      guard depth < limits.depth else { return [refused(bytes, .tooDeep, name, role, depth)] }
      guard let files = TNEFAttachments.files(in: bytes) else {
        return [refused(bytes, .damaged, name, role, depth)]
      }
      return [IncomingItem(content: .archive(bytes), name: name, role: role, depth: depth)]
        + files.flatMap { file($0.bytes, name: $0.name ?? "", role: role, depth: depth + 1) }
    }
    if name.lowercased().hasSuffix(".eml"), role != .body {
      return message(bytes, name: name, role: role, depth: depth)
    }
    switch ArchiveKind(bytes) {
    case nil: return [IncomingItem(content: .file(bytes), name: name, role: role, depth: depth)]
    case .other?: return [refused(bytes, .unsupported, name, role, depth)]
    case .zip?:
      guard depth < limits.depth else { return [refused(bytes, .tooDeep, name, role, depth)] }
      switch ZipFiles.files(in: bytes, limits: limits) {
      case .failure(let refusal): return [refused(bytes, refusal.reason, name, role, depth)]
      case .success(let files):
        return [IncomingItem(content: .archive(bytes), name: name, role: role, depth: depth)]
          + files.flatMap { file($0.bytes, name: $0.name, role: role, depth: depth + 1) }
      }
    }
  }

  private func refused(
    _ bytes: [UInt8], _ reason: IncomingItem.Refusal, _ name: String, _ role: MailPart.Role?,
    _ depth: Int
  ) -> IncomingItem {
    IncomingItem(content: .refused(bytes, reason), name: name, role: role, depth: depth)
  }
}
