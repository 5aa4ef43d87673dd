import Foundation
import Ledger
public import Normalizer
import Readers
public import Regulation
public import Spreadsheet
import Writer

/// A block's folder: where its regulation and its submissions lie.
public struct BlockFolder: Sendable {
  /// The folder's path, as it was given.
  public let path: String

  /// The folder at `path`.
  ///
  /// - Throws: `PipelineError.inputMissing` when there is no such folder.
  public init(path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw PipelineError.inputMissing(.blockFolder, path: path) }
    self.path = path
  }

  /// Makes sure that the block has a ledger.
  ///
  /// - Throws: `PipelineError.inputMissing` where it has none.
  public func checkLedger() throws {
    guard Ledger.exists(inBlock: path) else {
      throw PipelineError.inputMissing(.ledger, path: Ledger.folder(ofBlock: path))
    }
  }

  /// Where reports are written unless another folder is asked for.
  public var outputFolder: String { "\(path)/ket-qua" }

  /// Where the units' feedback is written unless another folder is asked for.
  public var feedbackFolder: String { "\(outputFolder)/phan-hoi" }

  /// Where the appraisal tables of the office and of peer units lie; they are optional.
  var appraisalsFolder: String { "\(path)/tham-dinh" }

  /// Where the units' forms are written unless another folder is asked for.
  public var formsFolder: String { "\(path)/mau-cham" }

  /// Where submissions are looked for unless other places are given.
  public var submissionsFolder: String { "\(path)/bai-nop" }

  /// The submissions' folder where there is one: only the regulation is required.
  var existingSubmissions: [String] {
    FileManager.default.fileExists(atPath: submissionsFolder) ? [submissionsFolder] : []
  }

  /// Reads the regulation: `quy-che.xlsx`, else the CSV files in `quy-che/`.
  ///
  /// - Parameter passwords: What to try where the workbook is encrypted.
  /// - Throws: `PipelineError.inputMissing` when there is neither, `.regulationUnreadable` when a
  ///   file of it cannot be read, `RegulationError` with every fault.
  public func regulation(passwords: [Password] = []) throws -> Regulation {
    try regulationSource().regulation(passwords: passwords)
  }

  /// The regulation's files as they are now.
  ///
  /// - Throws: `PipelineError.inputMissing` when there is none, `.regulationUnreadable`.
  public func regulationSource() throws -> RegulationSource {
    let workbook = "\(path)/quy-che.xlsx"
    if FileManager.default.fileExists(atPath: workbook) {
      return try RegulationSource(reading: [workbook], isTyped: true)
    }
    let folder = "\(path)/quy-che"
    guard FileManager.default.fileExists(atPath: folder) else {
      throw PipelineError.inputMissing(.regulation, path: workbook)
    }
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }.sorted()
      .map { "\(folder)/\($0)" }
    guard !files.isEmpty else { throw PipelineError.inputMissing(.regulation, path: folder) }
    return try RegulationSource(reading: files, isTyped: false)
  }

  /// Makes a folder with a regulation to fill in and an empty place for submissions.
  ///
  /// - Returns: the path of the regulation.
  /// - Throws: `PipelineError.exists` when there is a regulation already, `.cannotCreate`.
  public static func create(at path: String, name: String, year: Int) throws -> String {
    try create(at: path) { try RegulationTemplate.write(blockName: name, year: year, to: $0) }
  }

  /// Makes a folder with a regulation whose criteria are those of a draft.
  ///
  /// - Returns: the path of the regulation.
  /// - Throws: `PipelineError.exists` when there is a regulation already, `.cannotCreate`.
  public static func create(
    at path: String, name: String, year: Int, draft: CriteriaDraft
  ) throws -> String {
    try create(at: path) {
      try RegulationTemplate.write(draft, blockName: name, year: year, to: $0)
    }
  }

  /// Reads a block's existing criteria table into a draft.
  ///
  /// - Throws: `ReadingError`; `PipelineError.inputMissing` where no table of criteria is found.
  public static func draft(from path: String) throws -> CriteriaDraft {
    let workbook = try WorkbookGrid(reading: Workbook.open(path: path, limits: .submission))
    guard let draft = CriteriaDraft(workbook) else {
      throw PipelineError.inputMissing(.criteriaTable, path: path)
    }
    return draft
  }

  private static func create(
    at path: String, _ write: (String) throws -> Void
  ) throws -> String {
    let regulation = "\(path)/quy-che.xlsx"
    for taken in [regulation, "\(path)/quy-che"]
    where FileManager.default.fileExists(atPath: taken) {
      throw PipelineError.exists(path: taken)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: "\(path)/bai-nop", withIntermediateDirectories: true)
      try write(regulation)
    } catch {
      throw PipelineError.cannotCreate(path: regulation, detail: Publication.reason(error))
    }
    return regulation
  }
}
