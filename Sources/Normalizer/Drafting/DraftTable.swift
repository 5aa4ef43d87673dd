import Language
import Regulation
import Spreadsheet

/// The rows of an existing criteria table as they stand, before any hierarchy is made of them.
struct DraftTable {
  /// One row that says something.
  struct Line {
    var row: Int
    var code: DraftCode?
    /// The code as a number or a date that a program made of it, to be named in a doubt.
    var convertedCode: String?
    var content: String
    var maximum: DraftMaximum?
    var maximumText = ""
    var method: String?
    var target: KnownCell?
    var evidence: String?
    var note: String?
  }

  let sheet: KnownSheet
  let location: TableLocation
  /// Where other tables stand that are not read.
  let others: [String]
  /// The title of the column that stands in for that of the maxima; nil where there is one.
  let substitute: String?
  /// Whether a unit has filled the table in: its evidence and notes are then the unit's own.
  let isFilledIn: Bool
  private(set) var lines: [Line] = []
  /// The sum that a total row states.
  private(set) var statedTotal: Points?
  private let maximumColumn: Int
  private let methodColumn: Int?

  /// Finds the table with the most maxima in a workbook; nil where there is none.
  init?(_ workbook: WorkbookGrid) {
    let memory = TextMemory()
    let visible = workbook.sheets.filter { $0.visibility == .visible }
      .map { KnownSheet($0, memory: memory) }
    let found = visible.flatMap { sheet in
      TableFinder(sheet: sheet, acceptsCriteria: true).locations().compactMap {
        DraftTable(sheet: sheet, location: $0)
      }
    }
    guard
      let best = found.enumerated().max(by: {
        ($0.element.weight, -$0.offset) < ($1.element.weight, -$1.offset)
      })
    else { return nil }
    let rest = found.indices.filter { $0 != best.offset && found[$0].weight >= 3 }
      .filter { !best.element.covers(found[$0].location, on: found[$0].sheet.name) }
      .map { "\(found[$0].sheet.name)!A\(found[$0].location.headerFirst)" }
    self.init(sheet: best.element.sheet, location: best.element.location, others: rest)
  }

  private init?(sheet: KnownSheet, location: TableLocation, others: [String] = []) {
    self.sheet = sheet
    self.location = location
    self.others = others
    guard let column = location.columns[.maximum] ?? location.columns[.selfScore],
      location.columns[.content] != nil
    else { return nil }
    maximumColumn = column
    substitute =
      location.columns[.maximum] == nil
      ? sheet.row(location.headerLast)?[column: column]?.value.text ?? "" : nil
    let scores = [ColumnRole.selfScore, .appraised, .result]
      .compactMap { location.columns[$0] }.filter { $0 != column }
    isFilledIn = sheet.rows.contains { row in
      row.number > location.headerLast
        && scores.contains { scoreColumn in
          guard let value = row[column: scoreColumn]?.value else { return false }
          if case .number = ScoreText.read(value, maximum: nil) { return true }
          return false
        }
    }
    methodColumn = Self.column(
      ["cach cham", "cach cham diem", "cach tinh", "cach tinh diem", "phuong phap cham", "method"],
      sheet, location)
    readRows()
  }

  /// How many maxima the table has.
  private var weight: Int { lines.filter { $0.maximum != nil }.count }

  /// Whether another header is only this one repeated further down.
  private func covers(_ other: TableLocation, on name: String) -> Bool {
    name == sheet.name && other.headerFirst > location.headerLast
      && other.columns == location.columns
  }

  private static func column(
    _ titles: [String], _ sheet: KnownSheet, _ location: TableLocation
  ) -> Int? {
    for row in location.headerRows.reversed() {
      for cell in sheet.row(row)?.cells ?? [] {
        if titles.contains(VietnameseText.fold(cell.value.text)) { return cell.column }
      }
    }
    return nil
  }

  private mutating func readRows() {
    let repeated = TableFinder(sheet: sheet, acceptsCriteria: true).locations()
      .filter { $0.headerFirst > location.headerLast }
    // A table with other columns is another table.
    let end = repeated.first { $0.columns != location.columns }?.headerFirst ?? .max
    var isBehindTotal = false
    var lastCapital: String?
    for row in sheet.rows where row.number > location.headerLast && row.number < end {
      if repeated.contains(where: { $0.headerRows.contains(row.number) })
        || TableBody.isNumbering(row, of: location)
      {
        continue
      }
      guard var line = line(row, afterCapital: lastCapital) else { continue }
      if let total = TotalRow(label: line.content),
        line.code == nil || line.content.isEmpty || total.closesTable
      {
        if total.closesTable {
          isBehindTotal = true
          statedTotal = statedTotal ?? line.maximum?.points
        }
        continue
      }
      // Behind the total stand bonus and deductions, or notes and signatures.
      if isBehindTotal, line.maximum == nil, DraftKind(heading: line.content) == nil {
        guard let code = line.code, !lines.isEmpty,
          lines.last.map({ $0.row >= row.number - 1 }) ?? false,
          code.style != .bullet("-")
        else { continue }
      }
      if line.content.isEmpty { line.content = line.code?.text ?? "" }
      if line.code?.style == .capital { lastCapital = line.code?.text }
      lines.append(line)
    }
    // Signatures and notes below the last row that carries anything of a criterion.
    while let last = lines.last, last.maximum == nil, last.code == nil { lines.removeLast() }
  }

  private func line(_ row: KnownRow, afterCapital previous: String?) -> Line? {
    func cell(_ column: Int?) -> KnownCell? {
      guard let column else { return nil }
      let reference = CellReference(row: row.number, column: column)
      if let range = sheet.mergedRange(covering: reference) {
        // Below the first row of a merge there is nothing new.
        return range.first.row == row.number && range.first.column == column
          ? sheet[range.first] : nil
      }
      return row[column: column]
    }
    func text(_ role: ColumnRole) -> String? {
      guard let text = cell(location.columns[role])?.value.text else { return nil }
      let tidy = VietnameseText.tidy(text)
      return tidy.isEmpty ? nil : tidy
    }
    var line = Line(row: row.number, content: text(.content) ?? "")
    switch cell(location.columns[.code])?.value {
    case .text(let text):
      line.code = DraftCode(text, afterCapital: previous)
      // A heading that is merged over the columns begins in the first.
      if line.code == nil, line.content.isEmpty { line.content = VietnameseText.tidy(text) }
    case .number(let number):
      let text = CellValue.shortest(number)
      line.code = DraftCode(text)
      if text.contains(".") { line.convertedCode = text }
    case .date(let date):
      line.convertedCode = CellValue.date(date).text
      line.code = DraftCode("\(date.day).\(date.month)")
    default: break
    }
    if line.code == nil, let split = DraftCode.split(line.content) {
      line.code = split.code
      line.content = split.rest
    }
    if let maximum = cell(maximumColumn) {
      line.maximum = DraftMaximum(maximum.value)
      line.maximumText = VietnameseText.tidy(maximum.value.text)
    }
    line.method = cell(methodColumn).map { VietnameseText.tidy($0.value.text) }
    line.target = cell(location.columns[.target])
    if !isFilledIn {
      line.evidence = text(.evidence)
      line.note = text(.note)
    }
    return line.content.isEmpty && (line.code == nil || line.maximum == nil) ? nil : line
  }
}

/// The kind of criteria that a heading speaks of.
struct DraftKind {
  var kind: CriterionKind

  /// Reads a heading such as `Điểm thưởng` or `Các trường hợp trừ điểm`; nil where it says nothing of
  /// a kind, or speaks of both.
  init?(heading text: String) {
    // `thường` and `thưởng` differ by a tone alone: where there are accents they decide.
    let isPlain = VietnameseText.isUnaccented(text)
    let key = isPlain ? VietnameseText.fold(text) : VietnameseText.accentKey(text)
    func says(_ phrases: [String]) -> Bool {
      phrases.contains { phrase in
        VietnameseText.contains(
          key, phrase: isPlain ? VietnameseText.fold(phrase) : VietnameseText.accentKey(phrase))
      }
    }
    switch (
      says(["điểm thưởng", "thưởng điểm", "điểm cộng", "cộng điểm"]),
      says(["điểm trừ", "trừ điểm"])
    ) {
    case (true, false): kind = .bonus
    case (false, true): kind = .deduction
    default: return nil
    }
  }
}
