import Foundation
import Normalizer
import Readers
import Regulation
import Spreadsheet
import Writer

/// The submitted files once more, for what units get back: read one at a time, so that no more than
/// one is in memory.
struct SubmissionCopies {
  private let items: [String: SubmissionFiles.Item]
  private let normalizer: FileNormalizer
  private let passwords: [Password]
  private let limits: Limits
  private let provenance: Provenance

  /// - Parameter items: the files among which those of the consolidation are.
  init(
    _ items: [SubmissionFiles.Item], normalizer: FileNormalizer, passwords: [Password],
    limits: Limits, provenance: Provenance
  ) {
    self.items = Dictionary(items.map { ($0.shownPath, $0) }, uniquingKeysWith: { one, _ in one })
    self.normalizer = normalizer
    self.passwords = passwords
    self.limits = limits
    self.provenance = provenance
  }

  /// The sheets that a unit gets back, and its files of which there are none.
  func sheets(for feedback: UnitFeedback) -> (sheets: [SubmittedSheet], unshown: [UnshownFile]) {
    var sheets: [SubmittedSheet] = []
    var unshown: [UnshownFile] = []
    for file in feedback.shownFiles {
      switch read(file, for: feedback) {
      case .success(let found): sheets += found
      case .failure(let failure):
        unshown.append(UnshownFile(file: file.shownPath, reason: failure.reason))
      }
    }
    return (sheets, unshown)
  }

  private struct Failure: Error {
    var reason: UnshownFile.Reason
  }

  private func read(
    _ file: UnitFeedback.File, for feedback: UnitFeedback
  ) -> Result<[SubmittedSheet], Failure> {
    guard let item = items[file.path],
      var submitted = try? FileReading.submitted(item, passwords: passwords, limits: limits)
    else { return .failure(Failure(reason: .unreadable)) }
    guard submitted.sha256 == file.sha256 else { return .failure(Failure(reason: .changed)) }
    // Who sent a file may be all that tells whose it is.
    submitted.sender = provenance.origin(path: item.shownPath, sha256: submitted.sha256).sender
    let places = normalizer.normalize(submitted).places
    let sheets = SubmittedSheet.sheets(
      of: LegacyText.readable(submitted.workbook), places: places, unit: feedback.unit.code,
      file: file.shownPath, findings: feedback.findings(in: file.path))
    return sheets.isEmpty ? .failure(Failure(reason: .nothingOwn)) : .success(sheets)
  }
}
