import Regulation
import Spreadsheet

/// The head of official sheets (Nghị định 30/2020/NĐ-CP, Phụ lục I): whose it is, the State and its
/// motto, the annex's number and title.
struct OfficialHead {
  let context: ReportContext
  /// The widths of the sheet's columns.
  let widths: [Double]

  /// Writes the head of an annex; the table begins in `annex.firstRow`.
  func write(_ annex: Annex, title: String, to sheet: SheetWriter) throws {
    var row = 1
    if annex.isSigned {
      try writeIssuer(to: sheet)
      row = 4
    }
    let all = 1...widths.count
    try sheet.mergeRow(
      row, all, annex.text(in: context.language), ReportStyle.annex, widths: widths)
    try sheet.mergeRow(row + 1, all, title, ReportStyle.title, widths: widths)
    try sheet.mergeRow(row + 2, all, context.subtitle, ReportStyle.titleLine, widths: widths)
    try sheet.mergeRow(
      row + 3, all, context.text(AnnexPhrase.attachedTo, ["office": context.officeName]),
      ReportStyle.subtitle, widths: widths)
    try sheet.setRow(row + 4, height: 6)
  }

  /// Writes rows 1 to 3: whose the sheet is, the State and its motto.
  func writeIssuer(to sheet: SheetWriter) throws {
    try IssuerHead(block: context.block, language: context.language, widths: widths)
      .write(to: sheet)
  }
}
