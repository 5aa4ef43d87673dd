public import Normalizer
import Regulation
import Spreadsheet

/// `quy-che.xlsx`: a regulation to fill in, with examples, comments and lists to choose from.
///
/// It loads as it is.
public enum RegulationTemplate {
  /// The rows below the header that are laid out for filling in.
  private static let preparedRows = 300
  /// The sheet that holds the lists to choose from; a regulation's reader passes over it.
  private static let listSheet = "Danh mục"

  /// Writes a regulation for a block and year to `path`; the same arguments give the same bytes.
  ///
  /// - Throws: `WritingError` with the place that failed; the file is then not whole.
  public static func write(blockName: String, year: Int, to path: String) throws {
    try write(TemplateContents.sheets(blockName: blockName, year: year), title: blockName, to: path)
  }

  /// Writes a regulation whose criteria are those of a draft, to be confirmed where it is unsure.
  ///
  /// - Throws: `WritingError` with the place that failed; the file is then not whole.
  public static func write(
    _ draft: CriteriaDraft, blockName: String, year: Int, to path: String
  ) throws {
    try write(
      TemplateContents.sheets(of: draft, blockName: blockName, year: year), title: blockName,
      to: path)
  }

  private static func write(_ sheets: [TemplateSheet], title: String, to path: String) throws {
    let lists = ChoiceLists(sheets)
    try WorkbookWriter.write(to: path, title: title) { workbook in
      for sheet in sheets { try write(sheet, lists, to: workbook) }
      try write(lists, to: workbook)
    }
  }

  private static func write(
    _ template: TemplateSheet, _ lists: ChoiceLists, to workbook: WorkbookWriter
  ) throws {
    let sheet = try workbook.addSheet(template.name)
    let widths = template.columns.map(\.width)
    for (index, column) in template.columns.enumerated() {
      try sheet.setColumns(index + 1...index + 1, width: column.width, style(of: column))
    }
    try sheet.writeRow(
      1, template.columns.map { (.text($0.title), ReportStyle.header) }, widths: widths)
    for (index, column) in template.columns.enumerated() {
      try sheet.comment(column.hint, at: CellReference(row: 1, column: index + 1))
      try offer(
        column.choices, hint: column.hint, rows: 2...preparedRows + 1, column: index + 1, lists,
        on: sheet)
      if column.isText {
        try sheet.silence(codes: range(2...preparedRows + 1, column: index + 1))
      }
    }
    for (offset, values) in template.rows.enumerated() {
      let isGroup =
        template.groupRows.contains(offset)
        || template.kind == .criteria && values.count < template.columns.count
      let fill: UInt32? =
        template.doubtfulRows.contains(offset) ? 0xFFF2CC : isGroup ? 0xEEF3F8 : nil
      let cells = template.columns.enumerated().map { index, column in
        cell(
          index < values.count ? values[index] : .none, column, isGroup: isGroup, fill: fill)
      }
      try sheet.writeRow(offset + 2, cells, widths: widths)
    }
    for (row, choices) in template.choicesOfRow.sorted(by: { $0.key < $1.key }) {
      try offer(
        choices, hint: template.columns[1].hint, rows: row + 2...row + 2, column: 2, lists,
        on: sheet)
    }
    try sheet.freeze(at: CellReference(row: 2, column: 1))
    try sheet.setPage(
      PageSetup(
        area: CellRange(
          CellReference(row: 1, column: 1),
          CellReference(row: template.rows.count + 1, column: template.columns.count)),
        repeatedRows: 1...1, footer: ""))
  }

  private static func style(of column: TemplateSheet.Column) -> CellStyle {
    CellStyle(wraps: true, numberFormat: column.isText ? NumberFormat.text : nil)
  }

  private static func cell(
    _ value: TemplateSheet.Value, _ column: TemplateSheet.Column, isGroup: Bool, fill: UInt32?
  ) -> (SheetWriter.Content, CellStyle) {
    let style = ReportStyle.text.with {
      $0.numberFormat = column.isText ? NumberFormat.text : nil
      $0.isBold = isGroup
      $0.fill = fill
    }
    switch value {
    case .text(let text): return (.text(text), style)
    case .number(let number, let format):
      return (
        .number(number),
        style.with {
          $0.numberFormat = format
          $0.horizontal = .left
        }
      )
    case .none: return (.blank, style)
    }
  }

  private static func range(_ rows: ClosedRange<Int>, column: Int) -> CellRange {
    CellRange(
      CellReference(row: rows.lowerBound, column: column),
      CellReference(row: rows.upperBound, column: column))
  }

  private static func offer(
    _ choices: TemplateSheet.Choices, hint: String, rows: ClosedRange<Int>, column: Int,
    _ lists: ChoiceLists, on sheet: SheetWriter
  ) throws {
    let cells = range(rows, column: column)
    switch choices {
    case .any: return
    case .closed(let texts), .open(let texts):
      guard let source = lists.range(of: texts) else { return }
      let isClosed = if case .closed = choices { true } else { false }
      try sheet.offer(source, on: listSheet, in: cells, isStrict: isClosed, hint: hint)
    case .column(let kind):
      try sheet.offer(
        range(2...preparedRows + 1, column: 1), on: kind.titles[0], in: cells, isStrict: true,
        hint: hint)
    }
  }

  private static func write(_ lists: ChoiceLists, to workbook: WorkbookWriter) throws {
    let sheet = try workbook.addSheet(listSheet)
    for (index, list) in lists.all.enumerated() {
      let column = index + 1
      let width = list.texts.map { Double($0.count) + 3 }.max() ?? 10
      try sheet.setColumns(
        column...column, width: max(width, 12), CellStyle(numberFormat: NumberFormat.text))
      try sheet.write(
        .text(list.title), at: CellReference(row: 1, column: column), ReportStyle.header)
      for (offset, text) in list.texts.enumerated() {
        // A number in a list is one that the cell would hold.
        let content = Double(text).map { SheetWriter.Content.number($0) } ?? .text(text)
        try sheet.write(
          content, at: CellReference(row: offset + 2, column: column),
          ReportStyle.text.with { $0.wraps = false })
      }
    }
  }
}

/// The lists that a template's cells offer, each in a column of one sheet: a list inside a rule
/// could hold no comma and 255 characters at most.
private struct ChoiceLists {
  let all: [(title: String, texts: [String])]
  private let columnOfList: [[String]: Int]

  init(_ sheets: [TemplateSheet]) {
    var all: [(title: String, texts: [String])] = []
    var columnOfList: [[String]: Int] = [:]
    func add(_ choices: TemplateSheet.Choices, _ title: String) {
      switch choices {
      case .closed(let texts), .open(let texts):
        guard columnOfList[texts] == nil else { return }
        all.append((title, texts))
        columnOfList[texts] = all.count
      case .any, .column: return
      }
    }
    for sheet in sheets {
      for column in sheet.columns { add(column.choices, column.title) }
      for (row, choices) in sheet.choicesOfRow.sorted(by: { $0.key < $1.key }) {
        if case .text(let item)? = sheet.rows[row].first { add(choices, item) }
      }
    }
    self.all = all
    self.columnOfList = columnOfList
  }

  /// Where a list stands.
  func range(of texts: [String]) -> CellRange? {
    columnOfList[texts].map { column in
      CellRange(
        CellReference(row: 2, column: column), CellReference(row: texts.count + 1, column: column))
    }
  }
}
