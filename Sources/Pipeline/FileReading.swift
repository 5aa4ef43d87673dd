import Foundation
import Ledger
import Normalizer
import Readers
import Spreadsheet

/// Submitted files from their bytes to their score tables.
enum FileReading {
  /// Reads and normalises files of the same bytes; what cannot be read becomes a finding.
  ///
  /// Whose they are may differ, for their names may say so; what stands in them is parsed once, but
  /// where the sheet is named after the file.
  ///
  /// - Parameters:
  ///   - passwords: what to try, in this order, where they are encrypted.
  ///   - provenance: how they came.
  ///   - keeper: takes their bytes into the archive.
  ///   - cache: what earlier runs found.
  static func normalized(
    _ items: [SubmissionFiles.Item], with normalizer: FileNormalizer, passwords: [Password],
    limits: Limits, provenance: Provenance = Provenance(), keeper: OriginalKeeper? = nil,
    cache: ReadingCache? = nil
  ) -> [Reading] {
    var parsed: (workbook: WorkbookGrid, sha256: String)?
    // What took a password to read is not kept, under none of its names.
    var tookPassword = false
    return items.map { item in
      var sha256: String?
      var origin = Provenance.Origin()
      var identity: ReadingCache.Identity?
      do {
        try checkKind(of: item.path)
        let bytes = try FileBytes.read(item.path, limit: limits.partBytes)
        let hash = ContentHash(of: bytes)
        sha256 = hash.hexadecimal
        keeper?.keep(bytes, as: hash)
        origin = provenance.origin(path: item.shownPath, sha256: hash.hexadecimal)
        let own = ReadingCache.Identity(
          sha256: hash.hexadecimal, name: item.name, purpose: item.purpose,
          received: origin.received, sender: origin.sender)
        if let known = cache?.file(item, own) { return Reading(file: known, identity: own) }
        identity = own
        var file = try submitted(
          item, bytes, hash, parsed: parsed, passwords: passwords, limits: limits
        ) { tookPassword = true }
        if tookPassword { identity = nil }
        parsed = (file.workbook, file.sha256)
        file.received = origin.received
        file.sender = origin.sender
        return Reading(file: normalizer.normalize(file, as: item.purpose), identity: identity)
      } catch let error as ReadingError {
        return Reading(
          file: normalizer.unusable(
            path: item.shownPath, name: item.name, sha256: sha256, error: error,
            received: origin.received, sender: origin.sender))
      } catch {
        return Reading(
          file: normalizer.unusable(
            path: item.shownPath, name: item.name, sha256: sha256,
            error: ReadingError(.unreadable, file: item.path, detail: "\(error)"),
            received: origin.received, sender: origin.sender))
      }
    }
  }

  /// What was found in a file.
  struct Reading {
    var file: NormalizedFile
    /// By what the next run may know it again; nil where it must be read each time.
    var identity: ReadingCache.Identity?
  }

  /// Reads a file with all its cells.
  ///
  /// - Throws: `ReadingError`.
  static func submitted(
    _ item: SubmissionFiles.Item, passwords: [Password], limits: Limits
  ) throws -> SubmittedFile {
    try checkKind(of: item.path)
    let bytes = try FileBytes.read(item.path, limit: limits.partBytes)
    return try submitted(
      item, bytes, ContentHash(of: bytes), passwords: passwords, limits: limits)
  }

  /// The cells of a file whose bytes are there.
  ///
  /// - Parameters:
  ///   - parsed: what a file of these bytes holds, where that is known; of no use where the file was
  ///     replaced meanwhile.
  ///   - decrypted: called where it takes a password to read it.
  private static func submitted(
    _ item: SubmissionFiles.Item, _ bytes: [UInt8], _ hash: ContentHash,
    parsed: (workbook: WorkbookGrid, sha256: String)? = nil, passwords: [Password], limits: Limits,
    decrypted: () -> Void = {}
  ) throws -> SubmittedFile {
    func parse(_ passwords: [Password]) throws -> WorkbookGrid {
      try WorkbookGrid(
        reading: Workbook.open(
          bytes: bytes, name: item.path, limits: limits, passwords: passwords))
    }
    // The sheet of a text is named after the file.
    var workbook = parsed.flatMap {
      $0.workbook.isTyped && $0.sha256 == hash.hexadecimal ? $0.workbook : nil
    }
    if workbook == nil {
      do {
        workbook = try parse([])
      } catch let error as ReadingError where error.kind == .encrypted && !passwords.isEmpty {
        decrypted()
        workbook = try parse(passwords)
      }
    }
    return SubmittedFile(
      path: item.shownPath, name: item.name, sha256: hash.hexadecimal,
      workbook: try workbook ?? parse(passwords))
  }

  /// Pipes and devices would be waited for without end: only files and links to files are read.
  private static func checkKind(of path: String) throws {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    switch attributes?[.type] as? FileAttributeType {
    case .typeRegular?: break
    case .typeDirectory?:
      throw ReadingError(.unreadable, file: path, detail: "the folder cannot be opened")
    case nil: throw ReadingError(.unreadable, file: path, detail: "the file cannot be opened")
    default: throw ReadingError(.unsupported, file: path, detail: "a pipe or device, no file")
    }
  }
}
