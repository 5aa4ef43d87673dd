import Language
import Regulation
import Spreadsheet

/// The first sheet of a form: the criteria with room for results, points, evidence and notes.
struct FormScoreSheet {
  private let form: UnitForm
  private let layout: FormLayout
  private let formulas: FormFormulas
  private let rules: FormRules

  init(_ form: UnitForm) {
    self.form = form
    layout = FormLayout(form.regulation, unit: form.unit)
    formulas = FormFormulas(form, layout: layout)
    rules = FormRules(form: form)
  }

  private static let widths = FormColumn.allCases.map(\.width)

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(form.text(.scoreSheet))
    let widths = Self.widths
    try sheet.setLook(tab: 0x2E75B6)
    try sheet.setWidths(widths)
    let block = form.regulation.block
    _ = try sheet.writeHead(
      block, form.language, title: form.title(.title), subtitle: block.name, widths: widths,
      split: 2)
    let columns = 1...widths.count
    try sheet.mergeRow(6, columns, form.unitLine, FormStyle.unit, widths: widths)
    try sheet.mergeRow(7, columns, form.text(.guidance), FormStyle.guidance, widths: widths)
    let header = FormLayout.headerRow
    try sheet.writeRow(
      header,
      FormColumn.allCases.map { (.text($0.text(in: form.language)), ReportStyle.header) },
      widths: widths)
    for line in layout.lines { try write(line, to: sheet) }
    try writeTotal(sheet)
    let last = try writeFoot(sheet)
    if !layout.lines.isEmpty {
      try sheet.silence(
        codes: CellRange(
          cell(.code, header + 1), cell(.code, layout.totalRow)),
        formulas: CellRange(
          cell(.selfScore, header + 1), cell(.selfScore, layout.totalRow)))
    }
    try sheet.freeze(at: CellReference(row: header + 1, column: 3))
    try sheet.setPage(form.page(columns: widths.count, rows: last, header: header))
    try sheet.protect()
  }

  private func cell(_ column: FormColumn, _ row: Int) -> CellReference {
    CellReference(row: row, column: column.number)
  }

  // MARK: - Rows

  /// Writes a row; its height is left to the program, which makes room as evidence is typed.
  private func write(_ line: FormLayout.Line, to sheet: SheetWriter) throws {
    let criterion = line.criterion
    let isEvidenceRequired = !line.isGroup && criterion.requiresEvidence
    func put(
      _ column: FormColumn, _ content: SheetWriter.Content, _ style: CellStyle
    ) throws {
      try sheet.write(
        content, at: cell(column, line.row),
        line.isGroup
          ? style.with {
            $0.isBold = true
            $0.fill = ReportStyle.band.fill
          } : style)
    }
    try put(
      .code, .text(criterion.code),
      ReportStyle.centered.with { $0.numberFormat = NumberFormat.text }
    )
    try put(
      .content, .text(criterion.content + (isEvidenceRequired ? " (*)" : "")),
      ReportStyle.text.with { $0.indent = UInt8(clamping: min(line.depth, 6)) })
    try put(
      .maximum, formulas.maximum(of: line).map { .number($0.doubleValue) } ?? .blank,
      FormStyle.fixed)
    if line.isGroup {
      try put(.target, .blank, FormStyle.fixed)
      try put(.result, .blank, FormStyle.fixed)
      try put(
        .selfScore, formulas.subtotal(line).map { .formula($0, cached: 0) } ?? .blank,
        FormStyle.fixed)
      try put(.evidence, .blank, ReportStyle.text)
      try put(.note, .blank, ReportStyle.text)
      return
    }
    try put(
      .target, criterion.target.flatMap { Double("\($0)") }.map { .number($0) } ?? .blank,
      FormStyle.fixed)
    if criterion.method.takesResult {
      try put(
        .result, .blank,
        criterion.method == .passFail
          ? FormStyle.number.with { $0.horizontal = .center } : FormStyle.number)
      try validate(sheet, .result, line, rules.result(criterion, cell: cell(.result, line.row)))
      try put(
        .selfScore, formulas.points(line).map { .formula($0, cached: 0) } ?? .blank,
        formulas.points(line) == nil ? FormStyle.void : FormStyle.computed)
    } else {
      try put(.result, .blank, FormStyle.void)
      try put(.selfScore, .blank, FormStyle.number)
      try validate(
        sheet, .selfScore, line, rules.points(criterion, cell: cell(.selfScore, line.row)))
    }
    if criterion.method.isRelative {
      try validate(sheet, .selfScore, line, (.anything, form.text(.relative)))
    }
    try put(.evidence, .blank, isEvidenceRequired ? FormStyle.required : FormStyle.input)
    if isEvidenceRequired { try requireEvidence(sheet, line) }
    try put(.note, .blank, FormStyle.input)
  }

  private func validate(
    _ sheet: SheetWriter, _ column: FormColumn, _ line: FormLayout.Line,
    _ rule: (CellRule, String)
  ) throws {
    let title = "\(line.criterion.code) · \(column.text(in: form.language))"
    try sheet.validate(
      CellRange(cell(column, line.row), cell(column, line.row)), rule.0,
      hint: CellHint(title: title, text: rule.1))
  }

  private func requireEvidence(_ sheet: SheetWriter, _ line: FormLayout.Line) throws {
    let place = CellRange(cell(.evidence, line.row), cell(.evidence, line.row))
    try sheet.validate(
      place, .anything,
      hint: CellHint(title: form.text(.evidenceTitle), text: form.text(.evidenceHint)))
    guard line.criterion.kind != .deduction else { return }
    // Points of another method show in their own cell; those that the block computes, by the result.
    let source: FormColumn = line.criterion.method.isRelative ? .result : .selfScore
    let points = "$\(source.letters)\(line.row)"
    try sheet.highlight(
      place,
      where: "AND(ISNUMBER(\(points)),\(points)>0,$\(FormColumn.evidence.letters)\(line.row)=\"\")",
      fill: FormStyle.missing)
  }

  private func writeTotal(_ sheet: SheetWriter) throws {
    let row = layout.totalRow
    let style = ReportStyle.header.with { $0.horizontal = .right }
    try sheet.write(.blank, at: cell(.code, row), style)
    try sheet.write(
      .text(form.text(.total)), at: cell(.content, row), style.with { $0.horizontal = .left })
    try sheet.write(
      .number(formulas.highestTotal.doubleValue), at: cell(.maximum, row), style)
    try sheet.write(.blank, at: cell(.target, row), style)
    try sheet.write(.blank, at: cell(.result, row), style)
    try sheet.write(.formula(formulas.total, cached: 0), at: cell(.selfScore, row), style)
    try sheet.write(.blank, at: cell(.evidence, row), style)
    try sheet.write(.blank, at: cell(.note, row), style)
  }

  /// Writes what stands below the table: the legend and the place for a signature.
  ///
  /// - Returns: the last row.
  private func writeFoot(_ sheet: SheetWriter) throws -> Int {
    let widths = Self.widths
    var row = layout.totalRow + 1
    if layout.lines.contains(where: { !$0.isGroup && $0.criterion.requiresEvidence }) {
      try sheet.mergeRow(
        row, 1...widths.count, form.text(.evidenceLegend), FormStyle.guidance, widths: widths)
      row += 1
    }
    let columns = FormColumn.evidence.number...widths.count
    let plain = CellStyle(size: 12, horizontal: .center)
    let block = form.regulation.block
    let place = block.place.isEmpty ? form.text(.place) : block.place
    try sheet.mergeRow(
      row + 1, columns, form.text(.dateLine, ["place": place]),
      plain.with {
        $0.isItalic = true
        $0.isUnlocked = true
      }, widths: widths)
    try sheet.mergeRow(
      row + 2, columns, form.text(.head), plain.with { $0.isBold = true }, widths: widths)
    try sheet.mergeRow(
      row + 3, columns, form.text(.signHere), plain.with { $0.isItalic = true }, widths: widths)
    try sheet.setRow(row + 4, height: 54)
    try sheet.mergeRow(
      row + 5, columns, "",
      plain.with {
        $0.isBold = true
        $0.isUnlocked = true
      }, widths: widths)
    return row + 5
  }
}
