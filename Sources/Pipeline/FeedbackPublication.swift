import Foundation
public import Language
import Normalizer
import Ranking
import Regulation
public import Spreadsheet
public import Writer

/// Writes the feedback to the units of a block: all of it, or none.
public struct FeedbackPublication: Sendable {
  private let folder: ReportFolder

  /// Workbooks into `folder`, which is made when it does not exist.
  ///
  /// - Parameter interruption: takes the drafts away when a signal ends the run.
  public init(folder: String, interruption: Interruption = Interruption()) {
    self.folder = ReportFolder(path: folder, interruption: interruption)
  }

  /// Completes the feedback of a run that died while it appeared, and removes its drafts.
  ///
  /// - Throws: `PipelineError.cannotWrite`.
  public func recover() throws { try folder.recover() }

  /// One workbook with the unit that it is for.
  public struct Feedback: Sendable {
    /// What the workbook says.
    public var feedback: UnitFeedback
    /// Where it lies.
    public var path: String
  }

  /// Writes one workbook a unit, in the order of the regulation; earlier ones are replaced.
  ///
  /// - Parameters:
  ///   - units: the codes of the units to write to; nil for all.
  ///   - run: the consolidation with the submissions that it was made of.
  ///   - deadline: until when the units may correct; by default what the regulation says.
  /// - Throws: `PipelineError.cannotCreate` or `.cannotWrite`; earlier workbooks then stay as they
  ///   were.
  public func publish(
    _ run: FeedbackRun, units: Set<String>? = nil, correctionsBy deadline: CivilDateTime? = nil,
    language: Language
  ) throws -> [Feedback] {
    let consolidation = run.consolidation
    let maker = FeedbackMaker(consolidation, correctionsBy: deadline, language: language)
    let standings = Dictionary(
      consolidation.standings.units.map { ($0.unit.code, $0) }, uniquingKeysWith: { one, _ in one })
    let all = consolidation.regulation.units
    var written: [Feedback] = []
    try folder.replace { drafts in
      var names: [String] = []
      // Names are told apart over all units, so that one unit's stays the same whoever else is asked
      // for.
      for (unit, stem) in zip(all, UnitFileName.byCode(all)) {
        guard units?.contains(unit.code) ?? true, let standing = standings[unit.code] else {
          continue
        }
        let name = "\(stem).xlsx"
        let path = "\(folder.path)/\(name)"
        let feedback = maker.feedback(to: standing)
        let (sheets, unshown) = run.copies.sheets(for: feedback)
        do {
          try FeedbackWorkbook.write(
            feedback, submitted: sheets, unshown: unshown, to: "\(drafts)/\(name)")
        } catch {
          throw PipelineError.cannotWrite(path: path, detail: Publication.reason(error))
        }
        names.append(name)
        written.append(Feedback(feedback: feedback, path: path))
      }
      return names
    }
    return written
  }
}

/// A consolidation together with the files that it was made of.
public struct FeedbackRun: Sendable {
  /// What came out.
  public let consolidation: Consolidation
  let copies: SubmissionCopies
}

extension Consolidator {
  /// Consolidates a block, and keeps hold of its submissions to show them again.
  ///
  /// How files came is taken from the block's ledger, where there is one, and nothing written down.
  ///
  /// - Parameters:
  ///   - places: files and folders to read in place of `bai-nop/`.
  ///   - ledger: the block's ledger where it is open already.
  ///   - progress: called after each file, one call at a time.
  ///
  /// - Throws: `PipelineError.inputMissing` when there is nothing to read, `LedgerError`.
  public func feedbackRun(
    submissions places: [String] = [], ledger: BlockLedger? = nil,
    progress: (Progress) -> Void = { _ in }
  ) async throws -> FeedbackRun {
    var consolidator = self
    consolidator.provenance = try ledger?.provenance ?? Provenance(ofBlock: block)
    let consolidation = try await consolidator.consolidate(
      submissions: places, progress: progress)
    return FeedbackRun(
      consolidation: consolidation,
      copies: SubmissionCopies(
        try submissionFiles(at: places), normalizer: normalizer, passwords: passwords,
        limits: limits, provenance: consolidator.provenance))
  }
}
