/// Something that came in, before anybody decided what it is.
public struct IncomingItem: Sendable {
  /// What it was taken as.
  public enum Content: Sendable {
    /// A file.
    case file([UInt8])
    /// A mail message, whose parts follow as items of their own.
    case message([UInt8], MailMessage)
    /// An archive, whose files follow as items of their own.
    case archive([UInt8])
    /// Something that was not opened.
    case refused([UInt8], Refusal)
  }

  /// Why something was not opened.
  public enum Refusal: String, Sendable, CaseIterable {
    /// It is larger than the limit, or would be once unpacked.
    case tooLarge = "too-large"
    /// Archives or messages lie inside each other deeper than is looked at.
    case tooDeep = "too-deep"
    /// It is an archive, and damaged.
    case damaged
    /// It is an archive that needs a password.
    case encrypted
    /// It is an archive of a kind that is not opened (RAR, 7z).
    case unsupported
  }

  /// What came in.
  public var content: Content
  /// What its sender called it; empty for a part without a name.
  public var name: String
  /// What it is to the message that held it; nil outside messages.
  public var role: MailPart.Role?
  /// How far inside other items it was, 0 for what was at the source itself.
  public var depth: Int

  /// The bytes as they came.
  public var bytes: [UInt8] {
    switch content {
    case .file(let bytes), .message(let bytes, _), .archive(let bytes), .refused(let bytes, _):
      bytes
    }
  }
}

/// How much of one source is taken in.
public struct IntakeLimits: Sendable, Hashable {
  /// The largest mail, in bytes.
  public var messageBytes = 256 << 20
  /// The largest attachment or file of an archive, in bytes.
  public var fileBytes = 128 << 20
  /// The most that one archive may hold once unpacked, in bytes.
  public var archiveBytes = 512 << 20
  /// The most files in one archive.
  public var archiveFiles = 10_000
  /// How deep messages and archives may lie inside each other.
  public var depth = 8

  /// The usual limits.
  public init() {}

  /// The limits by the names that people give them.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    /// `messageBytes`
    case mailBytes = "mail-bytes"
    /// `fileBytes`
    case attachmentBytes = "attachment-bytes"
    /// `archiveBytes`
    case archiveBytes = "archive-bytes"
    /// `archiveFiles`
    case archiveFiles = "archive-files"
    /// `depth`
    case depth
  }

  /// The limit of a name.
  public subscript(name: Name) -> Int {
    get { self[keyPath: Self.path(of: name)] }
    set { self[keyPath: Self.path(of: name)] = newValue }
  }

  private static func path(of name: Name) -> WritableKeyPath<IntakeLimits, Int> {
    switch name {
    case .mailBytes: \.messageBytes
    case .attachmentBytes: \.fileBytes
    case .archiveBytes: \.archiveBytes
    case .archiveFiles: \.archiveFiles
    case .depth: \.depth
    }
  }
}
