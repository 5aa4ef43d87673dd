import Language
import Regulation
import Spreadsheet

/// The further sheets of a form: persons proposed for titles, good practices, and the hidden list of
/// the titles to choose from.
struct FormExtraSheets {
  let form: UnitForm

  /// The header of the practices; that of the persons stands one row below, under the staff.
  private static let headerRow = 5

  func write(to workbook: WorkbookWriter) throws {
    let people = try table(
      workbook, .peopleSheet, title: .peopleTitle, guidance: .peopleGuidance, tab: 0x70AD47,
      columns: FormPersonColumn.allCases.map { ($0.text(in: form.language), $0.width) },
      header: Self.headerRow + 1)
    try writeStaff(to: people)
    try table(
      workbook, .practiceSheet, title: .practiceTitle, guidance: .practiceGuidance, tab: 0xFFC000,
      columns: FormPracticeColumn.allCases.map { ($0.text(in: form.language), $0.width) })
    let titles = form.individualTitles
    guard !titles.isEmpty, let column = FormPersonColumn.allCases.firstIndex(of: .title) else {
      return
    }
    // A list inside a rule could hold no comma and 255 characters at most.
    let list = try workbook.addSheet(form.text(.listSheet))
    try list.setColumns(1...1, width: 50)
    for (offset, title) in titles.enumerated() {
      try list.write(.text(title), at: CellReference(row: offset + 1, column: 1), ReportStyle.plain)
    }
    try list.protect()
    try list.hide()
    try people.offer(
      CellRange(CellReference(row: 1, column: 1), CellReference(row: titles.count, column: 1)),
      on: list.name,
      in: CellRange(
        CellReference(row: Self.headerRow + 2, column: column + 1),
        CellReference(row: Self.headerRow + 1 + UnitForm.preparedRows, column: column + 1)),
      isStrict: true, hint: form.text(.titleHint))
  }

  /// Writes the line on which the unit states its staff, of which percentages of persons are taken.
  private func writeStaff(to sheet: SheetWriter) throws {
    let place = CellReference(row: Self.headerRow, column: 4)
    try sheet.merge(
      CellRange(
        CellReference(row: Self.headerRow, column: 1),
        CellReference(row: Self.headerRow, column: 3)), form.text(.staff), FormStyle.unit)
    try sheet.write(.blank, at: place, FormStyle.number)
    try sheet.validate(
      CellRange(place, place), .wholeFromZero,
      hint: CellHint(title: form.text(.staffTitle), text: form.text(.staffHint)))
  }

  @discardableResult
  private func table(
    _ workbook: WorkbookWriter, _ name: FormPhrase, title: FormPhrase, guidance: FormPhrase,
    tab: UInt32, columns: [(title: String, width: Double)], header: Int = headerRow
  ) throws -> SheetWriter {
    let sheet = try workbook.addSheet(form.text(name))
    let widths = columns.map(\.width)
    let all = 1...widths.count
    try sheet.setLook(tab: tab)
    try sheet.setWidths(widths)
    try sheet.mergeRow(1, all, form.title(title), ReportStyle.title, widths: widths)
    try sheet.mergeRow(
      2, all, form.regulation.block.name, ReportStyle.subtitle, widths: widths)
    try sheet.mergeRow(3, all, form.unitLine, FormStyle.unit, widths: widths)
    try sheet.mergeRow(4, all, form.text(guidance), FormStyle.guidance, widths: widths)
    try sheet.writeRow(
      header, columns.map { (.text($0.title), ReportStyle.header) }, widths: widths)
    for number in 1...UnitForm.preparedRows {
      let row = header + number
      try sheet.write(
        .number(Double(number)), at: CellReference(row: row, column: 1), ReportStyle.centered)
      for column in all.dropFirst() {
        try sheet.write(.blank, at: CellReference(row: row, column: column), FormStyle.input)
      }
    }
    try sheet.freeze(at: CellReference(row: header + 1, column: 3))
    try sheet.setPage(
      form.page(
        columns: widths.count, rows: header + UnitForm.preparedRows,
        header: header))
    try sheet.protect()
    return sheet
  }
}
