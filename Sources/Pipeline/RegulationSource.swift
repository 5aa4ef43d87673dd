import Normalizer
import Readers
public import Regulation
public import Spreadsheet

/// The files of a regulation as a run found them: what it reads, and what the ledger keeps, though
/// somebody saves another regulation meanwhile.
public struct RegulationSource: Sendable {
  /// One file.
  struct File: Sendable {
    /// Its path.
    var path: String
    /// All of it.
    var bytes: [UInt8]
  }

  /// The workbook, or the CSV files in the order of their names.
  let files: [File]
  /// Whether it is a workbook.
  private let isTyped: Bool

  /// Reads files.
  ///
  /// - Throws: `PipelineError.regulationUnreadable`.
  init(reading paths: [String], isTyped: Bool) throws {
    self.isTyped = isTyped
    do {
      files = try paths.map {
        File(path: $0, bytes: try FileBytes.read($0, limit: Limits().totalBytes))
      }
    } catch let error as ReadingError {
      throw PipelineError.regulationUnreadable(error)
    }
  }

  /// What the files say.
  ///
  /// - Parameter passwords: What to try where the workbook is encrypted.
  /// - Throws: `PipelineError.regulationUnreadable` when a file cannot be read, `RegulationError` with
  ///   every fault.
  public func regulation(passwords: [Password] = []) throws -> Regulation {
    do {
      let grids = try files.map { file in
        let grid = try WorkbookGrid(
          reading: Workbook.open(bytes: file.bytes, name: file.path, passwords: passwords))
        // What is left of a damaged workbook may still read as text: it is no regulation without
        // sheets.
        guard grid.isTyped || !isTyped else {
          throw ReadingError(
            .unreadable, file: file.path, detail: "text or a damaged file, no workbook")
        }
        return grid
      }
      return try Regulation(
        grids.count == 1 && isTyped
          ? grids[0] : WorkbookGrid(sheets: grids.flatMap(\.sheets), isTyped: false))
    } catch let error as ReadingError {
      throw PipelineError.regulationUnreadable(error)
    }
  }
}
