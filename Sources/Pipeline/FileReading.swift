import Foundation
import Ledger
import Normalizer
import Readers
import Spreadsheet

/// Submitted files from their bytes to their score tables.
struct FileReading: Sendable {
  /// What turns a file into score tables.
  let normalizer: FileNormalizer
  /// What to try, in this order, where a file is encrypted.
  let passwords: [Password]
  let limits: Limits
  /// How files came.
  var provenance = Provenance()
  /// What takes their bytes into the archive.
  var keeper: OriginalKeeper?
  /// What earlier runs found.
  var cache: ReadingCache?
  private let repeated = RepeatedContent()

  /// A reading under `limits`.
  init(_ normalizer: FileNormalizer, passwords: [Password], limits: Limits) {
    self.normalizer = normalizer
    self.passwords = passwords
    self.limits = limits
  }

  /// What was found in a file.
  struct Reading {
    var file: NormalizedFile
    /// By what the next run may know it again; nil where it must be read each time.
    var identity: ReadingCache.Identity?
  }

  /// Reads and normalises files one after the other; what cannot be read becomes a finding.
  func readings(of items: some Sequence<SubmissionFiles.Item>) -> [Reading] {
    let memory = ReadingMemory()
    return items.map { reading(of: $0, memory) }
  }

  private func reading(of item: SubmissionFiles.Item, _ memory: ReadingMemory) -> Reading {
    var sha256: String?
    var origin = Provenance.Origin()
    func unusable(_ error: ReadingError) -> Reading {
      Reading(
        file: normalizer.unusable(
          path: item.shownPath, name: item.name, sha256: sha256, error: error,
          received: origin.received, sender: origin.sender))
    }
    do {
      let bytes = try Self.bytes(of: item, limits: limits)
      let hash = ContentHash(of: bytes)
      sha256 = hash.hexadecimal
      keeper?.keep(bytes, as: hash)
      origin = provenance.origin(path: item.shownPath, sha256: hash.hexadecimal)
      let identity = ReadingCache.Identity(
        sha256: hash.hexadecimal, name: item.name, purpose: item.purpose,
        received: origin.received, sender: origin.sender)
      if let known = cache?.file(item, identity) {
        return Reading(file: known, identity: identity)
      }
      let content: RepeatedContent.Content
      if let known = repeated.content(of: hash) {
        content = known
      } else {
        content = try Self.content(
          of: item, bytes, passwords: passwords, limits: limits, memory: memory)
        repeated.note(content, of: hash)
      }
      let file = SubmittedFile(
        path: item.shownPath, name: item.name, sha256: hash.hexadecimal,
        workbook: content.workbook, received: origin.received, sender: origin.sender)
      return Reading(
        file: normalizer.normalize(file, as: item.purpose),
        // What took a password to read is not kept.
        identity: content.tookPassword ? nil : identity)
    } catch let error as ReadingError {
      return unusable(error)
    } catch {
      return unusable(ReadingError(.unreadable, file: item.path, detail: "\(error)"))
    }
  }

  /// Reads a file with all its cells.
  ///
  /// - Throws: `ReadingError`.
  static func submitted(
    _ item: SubmissionFiles.Item, passwords: [Password], limits: Limits
  ) throws -> SubmittedFile {
    let bytes = try bytes(of: item, limits: limits)
    return SubmittedFile(
      path: item.shownPath, name: item.name, sha256: ContentHash(of: bytes).hexadecimal,
      workbook: try content(of: item, bytes, passwords: passwords, limits: limits).workbook)
  }

  /// The cells of a file whose bytes are there.
  private static func content(
    of item: SubmissionFiles.Item, _ bytes: [UInt8], passwords: [Password], limits: Limits,
    memory: ReadingMemory? = nil
  ) throws -> RepeatedContent.Content {
    func parsed(_ passwords: [Password]) throws -> WorkbookGrid {
      try WorkbookGrid(
        reading: Workbook.open(
          bytes: bytes, name: item.path, limits: limits, passwords: passwords, memory: memory))
    }
    do {
      return RepeatedContent.Content(workbook: try parsed([]), tookPassword: false)
    } catch let error as ReadingError where error.kind == .encrypted && !passwords.isEmpty {
      return RepeatedContent.Content(workbook: try parsed(passwords), tookPassword: true)
    }
  }

  /// The bytes of a file: of a file or of a link to one, for pipes and devices would be waited for
  /// without end.
  private static func bytes(of item: SubmissionFiles.Item, limits: Limits) throws -> [UInt8] {
    var status = stat()
    guard stat(item.path, &status) == 0 else {
      throw ReadingError(.unreadable, file: item.path, detail: "the file cannot be opened")
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return try FileBytes.read(item.path, limit: limits.partBytes)
    case S_IFDIR:
      throw ReadingError(.unreadable, file: item.path, detail: "the folder cannot be opened")
    default:
      throw ReadingError(.unsupported, file: item.path, detail: "a pipe or device, no file")
    }
  }
}
