import Foundation

/// Mails and files that lie in the file system: `.eml`, mbox, Maildir, folders, archives.
public struct MailFiles: Sendable {
  private let limits: IntakeLimits

  /// Files within limits.
  public init(limits: IntakeLimits = IntakeLimits()) {
    self.limits = limits
  }

  /// What lies at one place.
  public struct Delivery: Sendable {
    /// The file's path; of a mailbox file's message with its number: `thu.mbox#3`.
    public var source: String
    /// The bytes, untouched; of what is too large its beginning alone.
    public var bytes: [UInt8]
    /// How many bytes there are.
    public var size: Int
    /// The file's name.
    public var name: String
    /// Whether the bytes are a mail message.
    public var isMessage: Bool

    /// Whether there is more of it than is taken in.
    public var isExcerpt: Bool { bytes.count < size }
  }

  /// Why a file was passed over.
  public enum Failure: Error, Sendable, Hashable {
    /// There is nothing at this path.
    case missing(String)
    /// It cannot be read, for the reason that the system gives.
    case unreadable(String, String)
  }

  /// Hands on everything at a path, one after the other, in the order of the paths.
  ///
  /// One message or file is in memory at a time.
  ///
  /// - Parameter progress: told how many files are done, of how many.
  /// - Throws: `Failure.missing`, and what `receive` throws. A file that cannot be read is handed to
  ///   `fail` instead.
  public func read(
    _ path: String, progress: (Int, Int) -> Void = { _, _ in },
    _ receive: (Delivery) throws -> Void, fail: (Failure) throws -> Void
  ) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure.missing(path)
    }
    let files = isFolder.boolValue ? Self.files(below: path) : [path]
    for (index, place) in files.enumerated() {
      progress(index, files.count)
      let file: IncomingFile
      let pieces: [Piece]
      do throws(IncomingFile.Failure) {
        file = try IncomingFile(place)
        pieces = try self.pieces(of: file, at: place)
      } catch {
        try fail(.unreadable(place, error.reason))
        continue
      }
      for piece in pieces {
        let bytes: [UInt8]
        do throws(IncomingFile.Failure) {
          let limit = piece.isMessage ? limits.messageBytes : limits.fileBytes
          let isWhole = piece.range.count <= limit
          bytes = try file.bytes(
            in: isWhole ? piece.range : piece.range.prefix(Self.excerptBytes))
        } catch {
          try fail(.unreadable(piece.source, error.reason))
          continue
        }
        try receive(
          Delivery(
            source: piece.source, bytes: bytes, size: piece.range.count,
            name: (place as NSString).lastPathComponent, isMessage: piece.isMessage))
      }
    }
    progress(files.count, files.count)
  }

  /// How much is kept of what is too large, in bytes: the head of a mail is in it.
  private static let excerptBytes = 64 << 10

  /// A file, or one message of a mailbox file.
  private struct Piece {
    var source: String
    var range: Range<Int>
    var isMessage: Bool
  }

  private func pieces(
    of file: IncomingFile, at path: String
  ) throws(IncomingFile.Failure) -> [Piece] {
    let whole = 0..<file.size
    if Self.isInMaildir(path) { return [Piece(source: path, range: whole, isMessage: true)] }
    let head = try file.bytes(in: whole.prefix(8192))
    switch MailFileKind(head, name: (path as NSString).lastPathComponent) {
    case .message: return [Piece(source: path, range: whole, isMessage: true)]
    case .mailbox:
      return file.messages().enumerated().map { index, range in
        Piece(source: "\(path)#\(index + 1)", range: range, isMessage: true)
      }
    case .other: return [Piece(source: path, range: whole, isMessage: false)]
    }
  }

  /// Every file below a folder in the order of the paths; hidden ones and links to folders are
  /// left out, and so is what a Maildir has in `tmp/`, which is not whole yet.
  private static func files(below folder: String) -> [String] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { !$0.hasPrefix("~$") }.sorted()
    let isMaildir = names.contains("cur") && names.contains("new")
    return names.flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard attributes?[.type] as? FileAttributeType == .typeDirectory else {
        // Of a Maildir's own files, indexes and the like, none is a mail.
        return isMaildir || name.hasPrefix(".") ? [] : [path]
      }
      // The folders of Maildir++ begin with a dot.
      let isHidden = name.hasPrefix(".") && !isMaildirFolder(path)
      return isHidden || (isMaildir && name == "tmp") ? [] : files(below: path)
    }
  }

  private static func isMaildirFolder(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/cur")
  }

  private static func isInMaildir(_ file: String) -> Bool {
    let folder = (file as NSString).deletingLastPathComponent as NSString
    return ["cur", "new"].contains(folder.lastPathComponent)
      && isMaildirFolder(folder.deletingLastPathComponent)
  }
}

/// What a file is to somebody who looks for mail.
enum MailFileKind {
  /// One message (RFC 5322).
  case message
  /// Messages one behind the other (RFC 4155).
  case mailbox
  /// No mail.
  case other

  /// Looks at the first lines of a file.
  init(_ bytes: [UInt8], name: String) {
    let head = bytes.prefix(8192)
    let lines = head.split(separator: 0x0A, maxSplits: 60, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if let first = lines.first, first.hasPrefix("From "),
      lines.dropFirst().contains(where: Self.isField)
    {
      self = .mailbox
    } else if name.lowercased().hasSuffix(".eml") || Self.beginsWithFields(lines) {
      self = .message
    } else {
      self = .other
    }
  }

  /// Whether lines begin as a message does: fields without a break, one of them From, Received or
  /// Return-Path.
  private static func beginsWithFields(_ lines: [String]) -> Bool {
    var known = false
    for line in lines {
      if line.isEmpty || line == "\r" { return known }
      if line.hasPrefix(" ") || line.hasPrefix("\t") { continue }
      guard isField(line) else { return false }
      let name = line.prefix { $0 != ":" }.lowercased()
      known = known || ["from", "received", "return-path"].contains(name)
    }
    return known
  }

  private static func isField(_ line: String) -> Bool {
    guard let colon = line.utf8.firstIndex(of: 0x3A), colon != line.startIndex else { return false }
    return line.utf8[..<colon].allSatisfy { (33...126).contains($0) }
  }
}
