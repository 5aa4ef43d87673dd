import Language
import Ranking
import Regulation
import Spreadsheet

/// Writes the workings below the matrix: what rank and class follow from, row by row.
struct MatrixWorkingsSheet {
  let context: ReportContext
  private var layout: MatrixLayout { context.matrix }
  private var workings: MatrixWorkings { context.matrix.workings }

  private static let label = ReportStyle.text.with {
    $0.size = 10
    $0.wraps = false
  }
  private static let number = CellStyle(
    size: 10, isBordered: true, horizontal: .right, numberFormat: "#,##0.####")
  /// Numbers that stand for what is not known show as a dash.
  private static let lastYear = number.with {
    $0.numberFormat = "[>-1000000]#,##0.####;\"–\""
  }
  private static let signed = number.with {
    $0.numberFormat = "[<1000000]dd/mm/yyyy;\"–\""
  }

  func write(to sheet: SheetWriter) throws {
    try sheet.write(
      .text(context.text(.workings)),
      at: CellReference(row: workings.headingRow, column: MatrixLayout.codeColumn),
      ReportStyle.section)
    try sheet.write(
      .text(context.text(MatrixPhrase.hint)),
      at: CellReference(row: workings.headingRow, column: MatrixLayout.labelColumns + 1),
      ReportStyle.note.with { $0.wraps = false })
    try writeLabels(sheet)
    for (offset, standing) in context.units.enumerated() where standing.total != nil {
      try writeSums(sheet, standing, column: MatrixLayout.labelColumns + 1 + offset)
    }
    for group in context.regulation.groups {
      guard let ranks = MatrixRanks(context.consolidation, layout: layout, group: group) else {
        continue
      }
      try writeSteps(sheet, ranks)
    }
  }

  // MARK: - Labels

  private func writeLabel(
    _ sheet: SheetWriter, row: Int, _ text: String, constant: Points? = nil
  ) throws {
    let cells: [(Int, SheetWriter.Content, CellStyle)] = [
      (MatrixLayout.codeColumn, .blank, Self.label),
      (MatrixLayout.contentColumn, .text(text), Self.label),
      (MatrixLayout.kindColumn, .blank, Self.label),
      (MatrixLayout.maximumColumn, constant.map { .number($0.doubleValue) } ?? .blank, Self.number),
    ]
    for (column, content, style) in cells {
      try sheet.write(content, at: CellReference(row: row, column: column), style)
    }
  }

  private func writeLabels(_ sheet: SheetWriter) throws {
    if let rows = workings.rescaling {
      try writeLabel(sheet, row: rows.sumRow, context.text(.unscaledBase))
      try writeLabel(sheet, row: rows.allRow, context.text(.allMaxima))
      try writeLabel(sheet, row: rows.leftOutRow, context.text(.leftOutMaxima))
    }
    if let row = workings.latenessRow {
      try writeLabel(sheet, row: row, context.text(.lateness))
    }
    for run in workings.runs {
      let first = layout.lines[run.rows.lowerBound - layout.firstRow].criterion.code
      let last = layout.lines[run.rows.upperBound - layout.firstRow].criterion.code
      try writeLabel(
        sheet, row: run.row,
        context.text(.excess, ["criteria": first == last ? first : "\(first) … \(last)"]))
    }
    for tie in workings.ties {
      let key = ["key": context.words(for: tie.key)]
      try writeLabel(sheet, row: tie.rankBefore, context.text(.rankBefore, key))
      try writeLabel(sheet, row: tie.row, context.text(.tieKey, key))
    }
    for grade in workings.grades {
      if let row = grade.admittedRow {
        try writeLabel(
          sheet, row: row,
          context.text(
            .admitted,
            ["class": grade.rule.name, "quota": grade.rule.quotaPercent.map { "\($0)" } ?? ""]))
      }
      try writeLabel(sheet, row: grade.row, grade.rule.name, constant: grade.rule.floor)
    }
  }

  // MARK: - Values

  private func writeSums(_ sheet: SheetWriter, _ standing: UnitStanding, column: Int) throws {
    let formulas = MatrixFormulas(
      context.consolidation, layout: layout, standing: standing, column: column)
    func write(_ row: Int, _ sum: (formula: String, value: Points)) throws {
      try sheet.write(
        .formula(sum.formula, cached: sum.value.doubleValue),
        at: CellReference(row: row, column: column), Self.number)
    }
    if let rows = workings.rescaling {
      try write(rows.sumRow, formulas.unscaledBase)
      try write(rows.allRow, formulas.allMaxima)
      try write(
        rows.leftOutRow,
        formulas.leftOutMaxima(
          mark: context.text(MatrixPhrase.notApplicable),
          kind: CriterionKind.base.text(in: context.language)))
    }
    if let row = workings.latenessRow {
      try sheet.write(
        .number(standing.lateness.doubleValue), at: CellReference(row: row, column: column),
        Self.number)
    }
    for run in workings.runs {
      guard let formula = formulas.excess(run) else {
        try sheet.write(
          .blank, at: CellReference(row: run.row, column: column), ReportStyle.void)
        continue
      }
      try write(run.row, (formula, .zero))
    }
  }

  private func writeSteps(_ sheet: SheetWriter, _ ranks: MatrixRanks) throws {
    for (column, position) in ranks.positions {
      func write(_ row: Int, _ content: SheetWriter.Content, _ style: CellStyle) throws {
        try sheet.write(content, at: CellReference(row: row, column: column), style)
      }
      let formulas = MatrixFormulas(
        context.consolidation, layout: layout, standing: ranks.standing(position), column: column)
      for (index, tie) in workings.ties.enumerated() {
        try write(
          tie.rankBefore,
          .formula(
            ranks.rankFormula(position, keys: index),
            cached: Double(ranks.rank(position, keys: index))), Self.number)
        let number = ranks.number(index, position)
        switch tie.key {
        case .lastYear: try write(tie.row, .number(number), Self.lastYear)
        case .signedEarlier: try write(tie.row, .number(number), Self.signed)
        default:
          try write(
            tie.row, .formula(formulas.tieKey(tie.key), cached: number), Self.number)
        }
      }
      for (index, grade) in workings.grades.enumerated() {
        if let row = grade.admittedRow {
          try write(
            row,
            .formula(
              ranks.admittedFormula(index, position),
              cached: ranks.isAdmitted(index, position) ? 1 : 0), Self.number)
        }
        try write(
          grade.row,
          .formula(
            ranks.bestFormula(index, position), cached: Double(ranks.best(index, position))),
          Self.number)
      }
    }
  }
}

extension ReportContext {
  func text(_ phrase: MatrixPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  /// A key of the tie chain as people read it.
  func words(for key: TieKey) -> String {
    switch key {
    case .criterion(let code): code
    case .aspect(.unexpectedTask): text(.unexpectedTask)
    case .aspect(.hardship): text(.hardship)
    case .aspect(.newFactor): text(MatrixPhrase.newFactor)
    case .base: text(ReportPhrase.base)
    case .bonus: text(ReportPhrase.bonus)
    case .fewerDeductions: text(MatrixPhrase.fewerDeductions)
    case .lastYear: text(MatrixPhrase.lastYear)
    case .signedEarlier: text(MatrixPhrase.signedOn)
    }
  }
}
