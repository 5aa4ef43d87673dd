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
  static func normalized(
    _ items: [SubmissionFiles.Item], with normalizer: FileNormalizer, passwords: [Password],
    limits: Limits, provenance: Provenance = Provenance(), keeper: OriginalKeeper? = nil
  ) -> [NormalizedFile] {
    var parsed: (workbook: WorkbookGrid, sha256: String)?
    return items.map { item in
      var sha256: String?
      var origin = Provenance.Origin()
      do {
        var file = try submitted(item, parsed: parsed, passwords: passwords, limits: limits) {
          bytes, hash in
          sha256 = hash.hexadecimal
          keeper?.keep(bytes, as: hash)
          origin = provenance.origin(path: item.shownPath, sha256: hash.hexadecimal)
        }
        parsed = (file.workbook, file.sha256)
        file.received = origin.received
        file.sender = origin.sender
        return normalizer.normalize(file, as: item.purpose)
      } catch let error as ReadingError {
        return normalizer.unusable(
          path: item.shownPath, name: item.name, sha256: sha256, error: error,
          received: origin.received, sender: origin.sender)
      } catch {
        return normalizer.unusable(
          path: item.shownPath, name: item.name, sha256: sha256,
          error: ReadingError(.unreadable, file: item.path, detail: "\(error)"),
          received: origin.received, sender: origin.sender)
      }
    }
  }

  /// Reads a file with all its cells.
  ///
  /// - Parameters:
  ///   - parsed: what a file of these bytes holds, where that is known; of no use where the file was
  ///     replaced meanwhile.
  ///   - digested: told the bytes and their SHA-256 before anything in them can fail.
  /// - Throws: `ReadingError`.
  static func submitted(
    _ item: SubmissionFiles.Item, parsed: (workbook: WorkbookGrid, sha256: String)? = nil,
    passwords: [Password],
    limits: Limits, digested: ([UInt8], ContentHash) -> Void = { _, _ in }
  ) throws -> SubmittedFile {
    try checkKind(of: item.path)
    let bytes = try FileBytes.read(item.path, limit: limits.partBytes)
    let hash = ContentHash(of: bytes)
    digested(bytes, hash)
    func parse() throws -> WorkbookGrid {
      try WorkbookGrid(
        reading: Workbook.open(
          bytes: bytes, name: item.path, limits: limits, passwords: passwords))
    }
    // The sheet of a text is named after the file.
    let known = parsed.flatMap {
      $0.workbook.isTyped && $0.sha256 == hash.hexadecimal ? $0.workbook : nil
    }
    return SubmittedFile(
      path: item.shownPath, name: item.name, sha256: hash.hexadecimal,
      workbook: try known ?? parse())
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
