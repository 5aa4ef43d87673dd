import Language
import Normalizer
import Spreadsheet

/// A sheet that the unit sent, cell for cell: values as they were typed, merges, hidden rows and
/// columns in sight, and a note on each cell that something was found at.
///
/// The readers tell neither widths nor borders: columns are as wide as their cells ask, and the rows
/// of the score table have lines.
struct SubmittedCopySheet {
  let layout: FeedbackLayout
  let sheet: SubmittedSheet
  /// The name of the tab.
  let name: String
  private let shape: SubmittedCopyShape
  private let notes: [CellReference: [Finding]]

  /// Notes that only say that a cell is a formula stop here: thousands make a workbook slow.
  private static let formulaNoteLimit = 1000
  /// Days from 1899-12-30 to 1970-01-01 (ECMA-376 Part 1, §18.17.4.1).
  private static let epoch = 25_569

  init(layout: FeedbackLayout, sheet: SubmittedSheet, name: String) {
    self.layout = layout
    self.sheet = sheet
    self.name = name
    shape = SubmittedCopyShape(sheet)
    var notes: [CellReference: [Finding]] = [:]
    for finding in sheet.findings {
      guard let cell = finding.range?.first, cell.row <= CellReference.lastRow,
        cell.column <= CellReference.lastColumn
      else { continue }
      // Of merged cells programs show the note of the first alone.
      let place = sheet.grid.mergedRange(covering: cell)?.first ?? cell
      notes[place, default: []].append(finding)
    }
    self.notes = notes
  }

  private var feedback: UnitFeedback { layout.feedback }

  func write(to workbook: WorkbookWriter) throws {
    let copy = try workbook.addSheet(name)
    try copy.setLook(tab: 0x7F7F7F)
    for (column, width) in shape.widths.sorted(by: { $0.key < $1.key }) {
      try copy.setColumns(column...column, width: width)
    }
    for merge in shape.merges {
      try copy.merge(merge, "", style(at: merge.first, isHidden: false))
    }
    for cell in shape.blankTableCells(of: sheet.grid) {
      try copy.write(.blank, at: cell, style(at: cell, isHidden: false))
    }
    for row in sheet.grid.rows { try write(row, to: copy) }
    // What was found at a blank cell stands there too.
    for cell in notes.keys.sorted() where sheet.grid[cell] == nil {
      try copy.write(.blank, at: cell, style(at: cell, isHidden: false))
    }
    try writeNotes(copy)
    if let used = shape.used {
      let header = sheet.tables.first.map { $0.lowerBound...$0.lowerBound }
      try copy.silence(codes: used)
      var page = feedback.page(
        columns: used.last.column, rows: used.last.row, repeatedRows: header)
      page.area = CellRange(CellReference(row: 1, column: 1), used.last)
      page.footer = footer
      page.margins = .narrow
      page.isNumbered = false
      try copy.setPage(page)
    }
  }

  private var footer: String {
    let legend = feedback.text(.copyLegend, ["file": sheet.file, "sheet": sheet.grid.name])
    let font = "&\"\(CellStyle.font),Regular\"&9"
    let text = CellText.fit(String(legend.prefix(130))).replacing("&", with: "&&")
    return "&L\(font)\(text)&R\(font)\(ReportPhrase.page.text(in: feedback.language))"
  }

  // MARK: - Cells

  private func write(_ row: Row, to copy: SheetWriter) throws {
    for cell in row.cells {
      let place = CellReference(row: row.number, column: cell.column)
      let isHidden = row.isHidden || sheet.grid.layout.isHidden(column: cell.column)
      var style = style(at: place, isHidden: isHidden)
      style.wraps = shape.wraps(cell, in: row)
      switch cell.value {
      case .empty: try copy.write(.blank, at: place, style)
      case .number(let number):
        if cell.isPercentage { style.numberFormat = "0.##%" }
        // A sheet holds finite numbers alone.
        try copy.write(
          number.isFinite ? .number(number) : .text(cell.value.text), at: place, style)
      case .text(let text): try copy.write(.text(text), at: place, style)
      case .boolean(let flag): try copy.write(flag, at: place, style)
      case .error(let token):
        style.horizontal = .center
        try copy.write(.text(token), at: place, style)
      case .date(let date):
        try write(date, at: place, style, to: copy)
      case .time(let time):
        style.numberFormat = "hh:mm:ss"
        try copy.write(.number(Double(time.milliseconds) / 86_400_000), at: place, style)
      }
    }
    if let height = shape.height(of: row) { try copy.setRow(row.number, height: height) }
  }

  private func write(
    _ date: CivilDateTime, at place: CellReference, _ style: CellStyle, to copy: SheetWriter
  ) throws {
    let days = date.daysSince1970 + Self.epoch
    // Before March 1900 the serial numbers of spreadsheets are off by one, or there are none.
    guard days > 60 else {
      return try copy.write(.text(CellValue.date(date).text), at: place, style)
    }
    let hasTime = date.time.milliseconds != 0
    try copy.write(
      .number(Double(days) + Double(date.time.milliseconds) / 86_400_000), at: place,
      style.with { $0.numberFormat = hasTime ? NumberFormat.dateTime : "dd/mm/yyyy" })
  }

  private func style(at place: CellReference, isHidden: Bool) -> CellStyle {
    var style = CellStyle()
    if shape.isInTable(place) { style.isBordered = true }
    if shape.isHeader(place) {
      style.isBold = true
      style.horizontal = .center
    }
    if isHidden {
      style.isItalic = true
      style.color = 0x7F7F7F
    }
    if let grave = severity(at: place) { style.fill = grave.fill }
    return style
  }

  /// The gravest of the findings at a cell, or at the range that covers it.
  private func severity(at place: CellReference) -> Severity? {
    let top = sheet.grid.mergedRange(covering: place)?.first ?? place
    return notes[top]?.map(\.severity).min()
  }

  // MARK: - Notes

  private func writeNotes(_ copy: SheetWriter) throws {
    var texts: [CellReference: [String]] = [:]
    for (cell, findings) in notes { texts[cell] = findings.map { feedback.note($0) } }
    var formulas = 0
    for row in sheet.grid.rows {
      for cell in row.cells {
        guard let formula = cell.formula else { continue }
        let place = CellReference(row: row.number, column: cell.column)
        guard texts[place] != nil || formulas < Self.formulaNoteLimit else { continue }
        formulas += 1
        var text =
          formula.isEmpty
          ? feedback.text(.formulaPlain) : feedback.text(.formula, ["formula": formula])
        if cell.value == .empty { text += "\n" + feedback.text(.uncalculated) }
        texts[place, default: []].append(text)
      }
    }
    for (place, phrase) in shape.hiddenMarks {
      texts[place, default: []].append(feedback.text(phrase))
    }
    if let first = shape.used?.first {
      if sheet.grid.visibility != .visible {
        texts[first, default: []].append(feedback.text(.hiddenSheet))
      }
      if sheet.isExcerpt { texts[first, default: []].append(feedback.text(.excerpt)) }
    }
    for place in texts.keys.sorted() {
      try copy.comment(
        (texts[place] ?? []).joined(separator: "\n\n"), at: place,
        author: feedback.text(.author))
    }
  }
}
