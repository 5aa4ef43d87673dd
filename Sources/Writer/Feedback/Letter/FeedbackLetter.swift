import Language
import Normalizer
import Ranking
import Regulation

/// The letter that goes with a unit's workbook: its result in short, what was counted, and what to
/// correct, each with file, sheet and cell.
///
/// What it says of other units is what the workbook says: nothing, unless the regulation makes the
/// scores public.
public struct FeedbackLetter: Sendable, Hashable {
  /// The subject where there is no mail to answer.
  public let subject: String
  /// The workbook's name as the unit gets it.
  public let attachmentName: String
  let blocks: [LetterBlock]
  let language: Language

  /// How many places of one kind are listed; the workbook has them all.
  private static let mostPlaces = 20

  /// The letter about a feedback.
  public init(_ feedback: UnitFeedback) {
    language = feedback.language
    let arguments = [
      "unit": feedback.unit.name, "code": feedback.unit.code, "year": "\(feedback.block.year)",
      "block": feedback.block.name,
    ]
    subject = LetterPhrase.subject.text(in: language, arguments)
    attachmentName = LetterPhrase.attachment.text(in: language, arguments)
    var blocks: [LetterBlock] = [
      .paragraph(feedback.text(.salutation, arguments)),
      .paragraph(LetterPhrase.opening.text(in: language, arguments)),
      .list(feedback.summary),
    ]
    blocks += Self.files(of: feedback) + Self.corrections(of: feedback)
    blocks += Self.ranking(of: feedback)
    blocks.append(.paragraph(LetterPhrase.closing.text(in: language, ["file": attachmentName])))
    if !feedback.block.office.isEmpty { blocks.append(.paragraph(feedback.block.office)) }
    self.blocks = blocks
  }

  private static func files(of feedback: UnitFeedback) -> [LetterBlock] {
    let title = LetterBlock.heading(feedback.text(.filesSection))
    guard !feedback.files.isEmpty else {
      return [title, .paragraph(feedback.text(.nothingSent))]
    }
    let language = feedback.language
    let lines = feedback.files.map { file in
      let received = file.received.map { " (\(ShownTime.text($0, in: language)))" } ?? ""
      return "\(file.shownPath)\(received): \(file.verdict.text(in: language))"
    }
    return [title, .list(lines)]
  }

  private static func corrections(of feedback: UnitFeedback) -> [LetterBlock] {
    let corrections = feedback.corrections
    guard !corrections.isEmpty else { return [] }
    let language = feedback.language
    var blocks: [LetterBlock] = [
      .heading(
        feedback.deadlineText.map { feedback.text(.correctionSectionBy, ["deadline": $0]) }
          ?? feedback.text(.correctionSection))
    ]
    for (offset, correction) in corrections.enumerated() {
      let task = correction.code.unitTask?.text(in: language) ?? ""
      blocks.append(.paragraph("\(offset + 1). \(task)"))
      var lines = correction.findings.prefix(mostPlaces).map { line($0, feedback) }
      let rest = correction.findings.count - lines.count
      if rest > 0 { lines.append(LetterPhrase.more.text(in: language, ["count": "\(rest)"])) }
      blocks.append(.list(lines))
    }
    return blocks
  }

  /// `bai-nop/ca.xlsx, trang “Chấm điểm”, ô D8: …`.
  private static func line(_ finding: Finding, _ feedback: UnitFeedback) -> String {
    let language = feedback.language
    let place = [
      finding.file,
      finding.sheet.map { LetterPhrase.sheet.text(in: language, ["sheet": $0]) },
      finding.cell.map { LetterPhrase.cell.text(in: language, ["cell": $0]) },
    ].compactMap(\.self).joined(separator: ", ")
    let statement = finding.statement(in: language)
    return place.isEmpty ? statement : "\(place): \(statement)"
  }

  private static func ranking(of feedback: UnitFeedback) -> [LetterBlock] {
    guard !feedback.ranking.isEmpty else { return [] }
    let language = feedback.language
    let titles: [ColumnTitle] = [.rank, .unit, .total, .className]
    return [
      .heading(feedback.text(.rankingSheet)),
      .table(
        header: titles.map { $0.text(in: language) },
        rows: feedback.ranking.map { place in
          [
            place.rank.map(String.init) ?? "–", place.name,
            place.total?.text(in: language) ?? "–", place.className ?? "–",
          ]
        }),
    ]
  }
}

/// The wording of letters.
enum LetterPhrase: Phrase {
  case subject, attachment, opening, closing, sheet, cell, more

  var translation: Translation {
    switch self {
    case .subject:
      Translation(
        vi: "Phản hồi kết quả chấm điểm thi đua năm {year}: {unit}",
        en: "Feedback on the emulation scores of {year}: {unit}")
    case .attachment:
      Translation(vi: "Phản hồi {code} {year}.xlsx", en: "Feedback {code} {year}.xlsx")
    case .opening:
      Translation(
        vi: "Phản hồi về kết quả chấm điểm thi đua của đơn vị ({block}, năm {year}):",
        en: "Feedback on the unit's emulation scores ({block}, {year}):")
    case .closing:
      Translation(
        vi: "Chi tiết từng điểm, từng ô và bảng đã nộp kèm ghi chú có trong tệp đính kèm “{file}”.",
        en: "Every score, every cell and the table as submitted, with notes, are in the attached "
          + "file “{file}”.")
    case .sheet: Translation(vi: "trang “{sheet}”", en: "sheet “{sheet}”")
    case .cell: Translation(vi: "ô {cell}", en: "cell {cell}")
    case .more:
      Translation(
        vi: "và {count} chỗ khác, ghi trong tệp đính kèm",
        en: "and {count} more, listed in the attached file")
    }
  }
}
