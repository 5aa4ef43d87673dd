import Ranking
import Spreadsheet

/// The counts of people and good practices on the sheet Tóm tắt, each leading to its sheet.
struct SummaryProposals {
  let context: ReportContext

  /// Writes three rows of a label and a count; nothing where the units name neither.
  func write(to sheet: SheetWriter, row: Int, column: Int) throws {
    let proposals = context.consolidation.proposals
    guard !proposals.isEmpty else { return }
    let nominees = proposals.nominees
    let counts: [(ProposalPhrase, Int, target: ProposalPhrase?)] = [
      (.peopleNominated, nominees.count, nominees.isEmpty ? nil : .people),
      (
        .peopleProposed, nominees.filter { $0.status == .proposed }.count,
        nominees.isEmpty ? nil : .people
      ),
      (
        .practiceCount, proposals.practices.count, proposals.practices.isEmpty ? nil : .practices
      ),
    ]
    for (offset, (phrase, number, target)) in counts.enumerated() {
      let label = context.text(phrase)
      let head = CellReference(row: 1, column: 1)
      try sheet.write(
        target.map { .link(label, to: CellLink(sheet: context.text($0), cell: head)) }
          ?? .text(label),
        at: CellReference(row: row + offset, column: column),
        target == nil ? ReportStyle.text : ReportStyle.link(ReportStyle.text))
      try sheet.write(
        .number(Double(number)), at: CellReference(row: row + offset, column: column + 1),
        ReportStyle.count.with { $0.isBold = true })
    }
  }
}
