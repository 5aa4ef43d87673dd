import Language
import Ranking
import Regulation
import Spreadsheet

/// The sheet Ma trận điểm: every criterion with every unit's points, and the sums as live formulas.
struct MatrixSheet {
  let context: ReportContext
  /// The decimals that each row shows: as many as its points need, so that none looks rounded.
  private let places: [Int]
  private var layout: MatrixLayout { context.matrix }

  init(_ context: ReportContext) {
    self.context = context
    var needed: [String: Int] = [:]
    let criteria = context.regulation.criteria
    for score in context.units.flatMap(\.scores) {
      guard let criterion = criteria[score.criterion] else { continue }
      for row in [criterion] + criteria.ancestors(of: criterion) {
        needed[row.code] = max(needed[row.code] ?? 0, score.counted.decimals)
      }
    }
    places = context.matrix.lines.map { line in
      max(
        needed[line.criterion.code] ?? 0, line.isGroup ? line.criterion.maximum?.decimals ?? 0 : 0)
    }
  }

  func write(to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(context.text(.matrix), hasOwnRows: true)
    let widths = self.widths
    try sheet.setLook(tab: 0x548235)
    try sheet.setWidths(widths)
    try writeHead(sheet, widths)
    try writeLabels(sheet)
    for (offset, standing) in context.units.enumerated() {
      try writeColumn(sheet, standing, column: MatrixLayout.labelColumns + 1 + offset)
    }
    try writeOutcomes(sheet)
    try MatrixWorkingsSheet(context: context).write(to: sheet)
    try sheet.mergeRow(
      layout.legendRow, 1...titleWidths.count,
      context.text(.matrixLegend), ReportStyle.note, widths: widths)
    try MatrixHeat(context: context).apply(to: sheet)
    try sheet.silence(
      codes: range(rows: layout.firstRow...layout.baseRow, columns: 1...1),
      formulas: range(
        rows: layout.firstRow...layout.totalRow, columns: 1...max(layout.lastColumn, 2)))
    try sheet.freeze(
      at: CellReference(row: layout.firstRow, column: MatrixLayout.labelColumns + 1))
    try sheet.setPage(page)
  }

  private var pages: MatrixPages {
    MatrixPages(widths: widths, labels: MatrixLayout.labelColumns)
  }

  /// The columns under the title and the legend: where the matrix takes several pages side by side,
  /// those that all pages repeat.
  private var titleWidths: [Double] {
    pages.scale == nil ? widths : Array(widths.prefix(MatrixLayout.labelColumns))
  }

  /// Every page repeats the criteria and the units; where one is not wide enough, each group of
  /// criteria begins a page of its own.
  private var page: PageSetup {
    let pages = pages
    var page = context.page(
      columns: max(layout.lastColumn, MatrixLayout.labelColumns), rows: layout.legendRow,
      repeatedRows: MatrixLayout.groupRow...MatrixLayout.headRows,
      repeatedColumns: 1...MatrixLayout.labelColumns, pagesWide: max(1, pages.columns.count))
    page.scale = pages.scale
    page.columnBreaks = pages.breaks
    let roots = layout.lines.indices.filter { layout.lines[$0].depth == 0 }
    let ends = roots.dropFirst() + [layout.lines.count]
    let sums = layout.baseRow...layout.legendRow
    if pages.scale == nil {
      // The heading of a group stands with its first criterion.
      page.keptTogether =
        layout.lines.indices.dropLast().filter { layout.lines[$0].isGroup }
        .map { layout.firstRow + $0...layout.firstRow + $0 + 1 } + [sums]
    } else {
      // The first group follows the head.
      page.keptTogether =
        zip(roots, ends).dropFirst()
        .map { layout.firstRow + $0...layout.firstRow + $1 - 1 } + [sums]
    }
    return page
  }

  private var isCrowded: Bool { context.units.count > 12 }

  /// The width of a unit's column: narrow where there are many, and never too narrow for a sum.
  private var unitWidth: Double {
    let sums = context.units.flatMap { [$0.base, $0.bonus, $0.deduction, $0.total] }
    let digits = sums.compactMap { points in
      points.map { "\($0.tenThousandths.magnitude / 10_000)".count + $0.decimals }
    }
    let longest = Double(digits.max() ?? 0)
    // With the decimal mark, the thousands' mark and some room for bold figures.
    return isCrowded ? max(7.3, longest * 0.9 + 1.5) : max(12, longest + 3)
  }

  private var widths: [Double] {
    let codes = layout.lines.map { $0.criterion.code.count }.max() ?? 0
    let unit = unitWidth
    return [Double(min(14, max(7, codes + 2))), isCrowded ? 42 : 54, 8, 8]
      + Array(repeating: unit, count: context.units.count)
  }

  private func range(rows: ClosedRange<Int>, columns: ClosedRange<Int>) -> CellRange {
    CellRange(
      CellReference(row: rows.lowerBound, column: columns.lowerBound),
      CellReference(row: rows.upperBound, column: columns.upperBound))
  }

  // MARK: - Head and labels

  private func writeHead(_ sheet: SheetWriter, _ widths: [Double]) throws {
    try OfficialHead(context: context, widths: titleWidths)
      .write(.matrix, title: context.text(.matrixTitle), to: sheet)
    let titles: [(Int, ColumnTitle)] = [
      (MatrixLayout.codeColumn, .criterion), (MatrixLayout.contentColumn, .content),
      (MatrixLayout.kindColumn, .kind), (MatrixLayout.maximumColumn, .maximum),
    ]
    for (column, title) in titles {
      try sheet.merge(
        range(rows: MatrixLayout.groupRow...MatrixLayout.headRows, columns: column...column),
        context.text(title),
        ReportStyle.header)
    }
    for (group, columns) in pages.columns.flatMap(groups(in:)) {
      try sheet.merge(
        range(rows: MatrixLayout.groupRow...MatrixLayout.groupRow, columns: columns),
        context.title(ofGroup: group), ReportStyle.header.with { $0.wraps = columns.count > 1 })
    }
    let name = ReportStyle.header.with {
      $0.isBold = false
      $0.isUpright = isCrowded
    }
    for (offset, standing) in context.units.enumerated() {
      let column = MatrixLayout.labelColumns + 1 + offset
      let code: SheetWriter.Content =
        context.rankingRows.cell(of: standing.unit.code).map {
          .link(standing.unit.code, to: CellLink(sheet: context.text(.ranking), cell: $0))
        } ?? .text(standing.unit.code)
      try sheet.write(
        .text(standing.unit.name), at: CellReference(row: MatrixLayout.nameRow, column: column),
        name)
      try sheet.write(
        code, at: CellReference(row: MatrixLayout.unitCodeRow, column: column),
        ReportStyle.link(ReportStyle.header).with { $0.size = isCrowded ? 9 : 11 })
    }
    try sheet.setRow(MatrixLayout.groupRow, height: 18)
    try sheet.setRow(MatrixLayout.nameRow, height: nameHeight)
    try sheet.setRow(MatrixLayout.unitCodeRow, height: 18)
  }

  /// The groups of the units in some columns, each with its own columns.
  private func groups(in columns: ClosedRange<Int>) -> [(String, ClosedRange<Int>)] {
    var groups: [(String, ClosedRange<Int>)] = []
    for column in columns {
      let group = context.units[column - MatrixLayout.labelColumns - 1].unit.group
      if let last = groups.last, last.0 == group {
        groups[groups.count - 1].1 = last.1.lowerBound...column
      } else {
        groups.append((group, column...column))
      }
    }
    return groups
  }

  private var nameHeight: Double {
    let measure = TextMeasure(size: 11)
    let names = context.units.map(\.unit.name)
    if isCrowded {
      // Upright names break into as many lines as the column is wide.
      let width = 130.0 / 72 * 96
      let lines = names.map { measure.lines($0, width: width) }.max() ?? 1
      return lines > 3 ? 180 : 132
    }
    let inside = TextMeasure.pixels(ofColumns: [unitWidth])
    return measure.height(lines: names.map { measure.lines($0, width: inside) }.max() ?? 1)
  }

  /// The height of the rows that hold words: the longest class or status in a unit's column.
  private var statusHeight: Double {
    let measure = TextMeasure(size: isCrowded ? 9 : 10)
    let inside = TextMeasure.pixels(ofColumns: [unitWidth])
    let words = context.units.flatMap {
      [$0.className ?? "", $0.status.text(in: context.language)]
    }
    return measure.height(lines: words.map { measure.lines($0, width: inside) }.max() ?? 1)
  }

  private func writeLabels(_ sheet: SheetWriter) throws {
    let widths = self.widths
    for (offset, line) in layout.lines.enumerated() {
      let criterion = line.criterion
      let maximum = criterion.maximum
      let kinds = CriterionKind.allCases.filter { line.kinds.contains($0) }
        .map { $0.text(in: context.language) }.joined(separator: ", ")
      try sheet.writeRow(
        layout.firstRow + offset,
        [
          (.text(criterion.code), banded(ReportStyle.text, line).with { $0.wraps = false }),
          (
            .text(criterion.content),
            banded(ReportStyle.text, line).with { $0.indent = UInt8(min(line.depth, 4)) }
          ),
          (.text(kinds), banded(ReportStyle.centered, line).with { $0.size = 10 }),
          (
            maximum.map { .number($0.doubleValue) } ?? .blank,
            banded(ReportStyle.points(maximum?.decimals ?? 0), line)
          ),
        ], widths: widths)
    }
    let block = context.block
    let caps = [nil, block.bonusCap, nil, block.totalCap]
    for (offset, phrase) in [ReportPhrase.base, .bonus, .deduction, .total, .rank, .className]
      .enumerated()
    {
      let row = layout.baseRow + offset
      let cap = offset < caps.count ? caps[offset] : nil
      let isClass = row == layout.classRow || row == layout.rankRow
      try sheet.setRow(row, height: isClass ? statusHeight : 18)
      try sheet.merge(
        range(rows: row...row, columns: 1...3), context.text(phrase),
        summary(ReportStyle.text, row: row))
      try sheet.write(
        cap.map { .number($0.doubleValue) } ?? .blank,
        at: CellReference(row: row, column: MatrixLayout.maximumColumn),
        summary(ReportStyle.points(cap?.decimals ?? 0), row: row))
    }
  }

  /// Group rows stand out, the upper ones more.
  private func banded(_ style: CellStyle, _ line: MatrixLayout.Line) -> CellStyle {
    guard line.isGroup else { return style }
    return style.with {
      $0.isBold = true
      $0.fill = line.depth == 0 ? 0xE4ECF5 : 0xF2F6FA
    }
  }

  private func summary(_ style: CellStyle, row: Int) -> CellStyle {
    style.with {
      $0.isBold = true
      if isCrowded { $0.size = 9 }
      $0.fill = row == layout.totalRow ? 0xDCE6F1 : 0xF2F6FA
    }
  }

  // MARK: - Points

  private func writeColumn(_ sheet: SheetWriter, _ standing: UnitStanding, column: Int) throws {
    let formulas = MatrixFormulas(
      context.consolidation, layout: layout, standing: standing, column: column)
    let scores = Dictionary(
      standing.scores.map { ($0.criterion, $0) }, uniquingKeysWith: { first, _ in first })
    for (offset, line) in layout.lines.enumerated() {
      let cell = CellReference(row: layout.firstRow + offset, column: column)
      if let subtotal = formulas.subtotal(line), !scores.isEmpty {
        try sheet.write(
          .formula(subtotal.formula, cached: subtotal.value.doubleValue), at: cell,
          banded(ReportStyle.points(places[offset]), line))
      } else if let score = scores[line.criterion.code] {
        // A criterion that did not arise says so, but where it counts in full.
        let isMarked = score.isNotApplicable && score.counted == .zero
        let source = CellLink(
          sheet: context.text(.sources),
          cell: CellReference(
            row: context.sources.row(
              ofScore: SourcesLayout.ScoreKey(
                unit: standing.unit.code, criterion: score.criterion)) ?? 1,
            column: SourcesLayout.fileColumn))
        try sheet.write(
          isMarked
            ? .link(context.text(MatrixPhrase.notApplicable), to: source)
            : .linkedNumber(score.counted.doubleValue, to: source),
          at: cell, style(score, places: places[offset]))
      } else if line.isGroup, formulas.applies(line.criterion), !scores.isEmpty {
        try sheet.write(.blank, at: cell, banded(ReportStyle.text, line))
      } else {
        try sheet.write(.blank, at: cell, ReportStyle.void)
      }
    }
    try writeSums(sheet, standing, formulas, column: column)
  }

  private func writeSums(
    _ sheet: SheetWriter, _ standing: UnitStanding, _ formulas: MatrixFormulas, column: Int
  ) throws {
    let decimals = context.block.decimals
    let sums: [(Int, String, Points?)] = [
      (layout.baseRow, formulas.base, standing.base),
      (layout.bonusRow, formulas.bonus, standing.bonus),
      (layout.deductionRow, formulas.deduction, standing.deduction),
      (layout.totalRow, formulas.grandTotal, standing.total),
    ]
    for (row, formula, value) in sums {
      let cell = CellReference(row: row, column: column)
      guard let value else {
        try sheet.write(.blank, at: cell, ReportStyle.void)
        continue
      }
      let style = ReportStyle.points(max(decimals, value.decimals))
      try sheet.write(
        .formula(formula, cached: value.doubleValue), at: cell, summary(style, row: row))
    }
  }

  /// Rank and class: formulas for the ranked units, the status for the others.
  private func writeOutcomes(_ sheet: SheetWriter) throws {
    let status = ReportStyle.centered.with { $0.size = isCrowded ? 9 : 10 }
    func cell(_ row: Int, _ column: Int) -> CellReference {
      CellReference(row: row, column: column)
    }
    for (offset, standing) in context.units.enumerated() where standing.rank == nil {
      let column = MatrixLayout.labelColumns + 1 + offset
      try sheet.write(
        .text(standing.status.text(in: context.language)), at: cell(layout.rankRow, column), status)
      try sheet.write(.blank, at: cell(layout.classRow, column), status)
    }
    for group in context.regulation.groups {
      guard let ranks = MatrixRanks(context.consolidation, layout: layout, group: group) else {
        continue
      }
      let keys = context.block.ties.count
      for (column, position) in ranks.positions {
        try sheet.write(
          .formula(
            ranks.rankFormula(position, keys: keys),
            cached: Double(ranks.rank(position, keys: keys))),
          at: cell(layout.rankRow, column), summary(ReportStyle.centered, row: layout.rankRow))
        let name = ranks.standing(position).className ?? ""
        try sheet.write(
          ranks.classFormula(position).map { .textFormula($0, cached: name) } ?? .blank,
          at: cell(layout.classRow, column), status)
      }
    }
  }

  private func style(_ score: CountedScore, places: Int) -> CellStyle {
    let style = ReportStyle.points(places)
    if score.isNotApplicable {
      return style.with {
        $0.isItalic = true
        $0.color = 0x595959
        if score.counted == .zero { $0.horizontal = .center }
      }
    }
    let isMissing = score.selfPoints == nil && score.appraisedPoints == nil
    guard score.counted == .zero, isMissing else { return style }
    return style.with { $0.color = 0xC00000 }
  }
}
