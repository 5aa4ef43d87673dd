import Language
import Ranking
import Regulation
import Spreadsheet

/// What all sheets of a report draw on: the consolidation, its language, and the places of things.
struct ReportContext {
  let consolidation: Consolidation
  let language: Language
  let matrix: MatrixLayout
  let sources: SourcesLayout
  let rankingRows: RankingLayout
  let findings: FindingsLayout
  let totals: TotalsLayout
  let gaps: AppraisalDifferences
  private let unitNames: [String: String]

  init(_ consolidation: Consolidation, _ language: Language) {
    self.consolidation = consolidation
    self.language = language
    matrix = MatrixLayout(consolidation)
    sources = SourcesLayout(consolidation)
    rankingRows = RankingLayout(consolidation)
    findings = FindingsLayout(consolidation)
    totals = TotalsLayout(consolidation)
    gaps = AppraisalDifferences(consolidation)
    unitNames = Dictionary(
      consolidation.regulation.units.map { ($0.code, $0.name) },
      uniquingKeysWith: { first, _ in first })
  }

  var regulation: Regulation { consolidation.regulation }
  var block: Block { consolidation.regulation.block }
  var units: [UnitStanding] { consolidation.standings.units }

  func text(_ phrase: ReportPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  func text(_ title: ColumnTitle) -> String { title.text(in: language) }

  /// A text of any other table.
  func text(_ phrase: some Phrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  /// An amount of points with the decimal mark of the language.
  func shown(_ points: Points) -> String {
    language == .vi ? "\(points)".replacing(".", with: ",") : "\(points)"
  }

  /// A moment of the ledger as people write it, days and months in two digits.
  ///
  /// The ledger writes `2019-11-20T09:00:00+07:00`; anything else stays as it is.
  func shownTime(_ moment: String) -> String {
    ShownTime.text(moment, in: language)
  }

  /// A short text that leads to a cell; blank where there is none.
  ///
  /// Links stand in cells of their own: not every program wraps the text of one.
  func pointer(
    to cell: CellReference?, on sheet: ReportPhrase
  ) -> (SheetWriter.Content, CellStyle) {
    guard let cell else { return (.blank, ReportStyle.centered) }
    return (
      .link("→ \(cell)", to: CellLink(sheet: text(sheet), cell: cell)),
      ReportStyle.link(ReportStyle.centered)
    )
  }

  /// A unit's name by its code; the code where the regulation does not know it.
  func name(ofUnit code: String) -> String { unitNames[code] ?? code }

  /// The name of a group of units; the whole block's where it has no groups.
  func title(ofGroup group: String) -> String {
    group.isEmpty ? text(.wholeBlock) : text(.groupNamed, ["group": group])
  }

  /// The ground of a class's cells; nil for a class that the regulation does not name.
  func fill(ofClass name: String?) -> UInt32? {
    let classes = regulation.classes
    guard let index = classes.firstIndex(where: { $0.name == name }) else { return nil }
    return ReportStyle.fill(ofClass: index, of: classes.count)
  }

  /// The colour of a class's column in charts; grey for a class that the regulation does not name.
  func strongFill(ofClass name: String) -> UInt32 {
    let classes = regulation.classes
    guard let index = classes.firstIndex(where: { $0.name == name }) else { return 0xA6A6A6 }
    return ReportStyle.strongFill(ofClass: index, of: classes.count)
  }

  /// The block and its year, as the line under a title.
  var subtitle: String {
    text(.forYear, ["block": block.name, "year": "\(block.year)"])
  }

  /// The office that issues the reports; the block where the regulation names none.
  var officeName: String { block.office.isEmpty ? block.name : block.office }

  /// `Khối …, năm 2019` on the left and the page's number on the right.
  var footer: String {
    // An ampersand begins a code; Excel takes 255 characters at most.
    let name = String(subtitle.prefix(100)).replacing("&", with: "&&")
    let font = "&\"\(CellStyle.font),Regular\"&9"
    return "&L\(font)\(CellText.fit(name))&R\(font)\(text(.page))"
  }

  /// How a sheet of the reports prints: with the margins and page numbers of official documents.
  func page(
    columns: Int, rows: Int, repeatedRows: ClosedRange<Int>? = nil,
    repeatedColumns: ClosedRange<Int>? = nil, pagesWide: Int = 1, pagesTall: Int? = nil,
    orientation: PageSetup.Orientation = .landscape, pageBreaks: [Int] = []
  ) -> PageSetup {
    PageSetup(
      area: CellRange(CellReference(row: 1, column: 1), CellReference(row: rows, column: columns)),
      repeatedRows: repeatedRows, repeatedColumns: repeatedColumns, pagesWide: pagesWide,
      pagesTall: pagesTall, orientation: orientation, margins: .official, pageBreaks: pageBreaks,
      isNumbered: true, footer: footer)
  }
}

extension SheetWriter {
  /// Writes one row from its first column on, as high as its texts need in columns of `widths`.
  func writeRow(_ row: Int, _ cells: [(Content, CellStyle)], widths: [Double]) throws {
    var height = 0.0
    for (offset, (content, style)) in cells.enumerated() {
      try write(content, at: CellReference(row: row, column: 1 + offset), style)
      let measure = TextMeasure(size: style.size, isBold: style.isBold)
      var lines = 1
      if case .text(let text) = content, style.wraps {
        let width = TextMeasure.pixels(ofColumns: [widths[offset]]) - Double(style.indent) * 9
        lines = measure.lines(text, width: width)
      }
      height = max(height, measure.height(lines: lines))
    }
    try setRow(row, height: height)
  }

  /// Merges part of a row, and makes the row as high as the text needs where it wraps.
  func mergeRow(
    _ row: Int, _ columns: ClosedRange<Int>, _ text: String, _ style: CellStyle,
    widths: [Double]
  ) throws {
    try merge(
      CellRange(
        CellReference(row: row, column: columns.lowerBound),
        CellReference(row: row, column: columns.upperBound)), text, style)
    let measure = TextMeasure(size: style.size, isBold: style.isBold)
    let inside = Array(widths[(columns.lowerBound - 1)..<columns.upperBound])
    let lines =
      style.wraps ? measure.lines(text, width: TextMeasure.pixels(ofColumns: inside)) : 1
    try setRow(row, height: measure.height(lines: lines))
  }

  /// Writes the heading of a section, in a row of its own.
  func writeSection(_ row: Int, _ text: String) throws {
    try write(.text(text), at: CellReference(row: row, column: 1), ReportStyle.section)
    try setRow(row, height: 20)
  }

  /// Makes room for a chart that is so many pixels high.
  ///
  /// - Parameter rowsBelow: how many rows are kept free below it.
  /// - Returns: the rows that it covers, with those below.
  func makeRoom(
    forChartOf height: Double, from row: Int, rowsBelow: Int = 0
  ) throws -> ClosedRange<Int> {
    // In points; a pixel is a ninety-sixth of an inch.
    let rowHeight = 20.0
    let count = Int((height * 72 / 96 / rowHeight).rounded(.up)) + rowsBelow
    for offset in 0..<count { try setRow(row + offset, height: rowHeight) }
    return row...row + count - 1
  }

  /// Sets the widths of the columns from the first on.
  func setWidths(_ widths: [Double]) throws {
    for (index, width) in widths.enumerated() {
      try setColumns(index + 1...index + 1, width: width)
    }
  }

  /// Writes the head of a form: office and motto side by side, title and block below.
  ///
  /// - Returns: the first free row.
  func writeHead(
    _ block: Block, _ language: Language, title: String, subtitle: String, widths: [Double],
    split: Int
  ) throws -> Int {
    let office = block.office.isEmpty ? block.name : block.office
    let last = widths.count
    let inside = TextMeasure.pixels(ofColumns: Array(widths[..<split]))
    let lines = TextMeasure(size: 12, isBold: true).lines(office.uppercased(), width: inside)
    // The office may take both lines of the motto, and more where its name is long.
    try merge(
      CellRange(CellReference(row: 1, column: 1), CellReference(row: 2, column: split)),
      office.uppercased(), ReportStyle.office)
    try merge(
      CellRange(CellReference(row: 1, column: split + 1), CellReference(row: 1, column: last)),
      ReportPhrase.motto.text(in: language), ReportStyle.motto)
    try merge(
      CellRange(CellReference(row: 2, column: split + 1), CellReference(row: 2, column: last)),
      ReportPhrase.mottoLine.text(in: language), ReportStyle.mottoLine)
    let height = TextMeasure(size: 12).height(lines: max(2, lines)) / 2
    try setRow(1, height: height)
    try setRow(2, height: height)
    try setRow(3, height: 6)
    try mergeRow(4, 1...last, title, ReportStyle.title, widths: widths)
    try mergeRow(5, 1...last, subtitle, ReportStyle.subtitle, widths: widths)
    try setRow(6, height: 6)
    return 7
  }

  /// Writes the head of a working sheet: its title, and the block below.
  ///
  /// - Returns: the first free row.
  func writeTitle(_ context: ReportContext, _ title: ReportPhrase, widths: [Double]) throws -> Int {
    try mergeRow(1, 1...widths.count, context.text(title), ReportStyle.title, widths: widths)
    try mergeRow(2, 1...widths.count, context.subtitle, ReportStyle.subtitle, widths: widths)
    return 3
  }
}
