import Regulation
import Spreadsheet

/// A file that came after the deadline, and what Nộp muộn makes of it.
struct LateSubmission {
  /// How many days of 24 hours had begun since the deadline.
  let days: Int
  private let block: Block
  private let received: String

  /// Nil for a file that came in time, and for one of which nobody knows when it came.
  init?(received: String?, block: Block) {
    guard let received, let time = ReceivedTime(received), let deadline = block.deadline else {
      return nil
    }
    days = time.daysLate(after: ReceivedTime(deadline))
    guard days > 0 else { return nil }
    self.block = block
    self.received = received
  }

  /// Whether the regulation refuses it.
  var isRefused: Bool { block.late == .refuse }

  /// The points that it costs the unit.
  var deduction: Points? {
    guard case .deductPerDay(let points) = block.late else { return nil }
    return Points(rounding: points.fraction * Fraction(days))
  }

  /// What there is to say about it, once it counts or is refused.
  func finding(unit: String, file: String, isCounted: Bool) -> Finding {
    let deduction = isCounted ? deduction : nil
    let sentence: FindingSentence =
      !isCounted ? .lateRefused : deduction == nil ? .lateAccepted : .lateDeducted
    return Finding(
      .lateSubmission, isCounted ? .warning : .error, unit: unit, file: file, value: received,
      action: isCounted ? deduction.map { "-\($0)" } : FindingWord.notCounted.rawValue,
      arguments: [
        "detail": sentence.rawValue, "expected": block.deadline?.description ?? "",
        "points": "\(deduction ?? .zero)", "count": "\(days)",
      ])
  }
}
