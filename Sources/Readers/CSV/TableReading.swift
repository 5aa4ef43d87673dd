/// What a text looks like when it is read in one dialect.
struct TableReading {
  /// The delimiters that are looked for; of two that are equally good the first is taken.
  static let delimiters = [
    Separator.tab, Separator.semicolon, Separator.comma, Separator.bar,
  ]

  /// The dialect.
  let dialect: CSVDialect
  /// Rows by their number of fields; blank rows are left out.
  private var rows: [Int: Int] = [:]
  /// The cells of all rows, and those of rows of more than one field.
  private var cells = Worth()
  private var dividedCells = Worth()
  /// Fields that are enclosed in quotes as they should be, and hold something.
  private(set) var enclosedFields = 0
  /// Fields that begin with a quote and do not end with one.
  private(set) var brokenFields = 0
  /// Rows that are, as a whole, one number with a decimal comma.
  private var decimals = 0

  /// Cells with the sum of what `CellJudge` makes of them.
  private struct Worth {
    var count = 0
    var sum = 0.0

    var mean: Double { count == 0 ? 0 : sum / Double(count) }

    static func += (left: inout Worth, right: Worth) {
      left.count += right.count
      left.sum += right.sum
    }
  }

  /// Reads all of `text`.
  init(_ text: [UInt8], _ dialect: CSVDialect) {
    self.dialect = dialect
    var tokenizer = CSVTokenizer(text, dialect: dialect)
    let judge = CellJudge(dialect: dialect)
    var fields = 0
    var rowStart = 0
    var row = Worth()
    while let field = tokenizer.next() {
      fields += 1
      if fields == 1 { rowStart = field.start }
      if let worth = note(field, in: text, by: judge, isFirst: fields == 1) {
        row += Worth(count: 1, sum: worth)
      }
      guard field.endsRecord else { continue }
      if fields > 1 || !field.isEmpty { rows[fields, default: 0] += 1 }
      if fields == 2, CellJudge.isDecimal(text[rowStart..<field.end]) { decimals += 1 }
      cells += row
      if fields > 1 { dividedCells += row }
      fields = 0
      row = Worth()
    }
  }

  /// What a field is worth; nil where it is blank.
  private mutating func note(
    _ field: CSVTokenizer.Field, in text: [UInt8], by judge: CellJudge, isFirst: Bool
  ) -> Double? {
    switch field.form {
    case .plain:
      let content = text[field.start..<field.end]
      if content.first == dialect.quote { brokenFields += 1 }
      return judge.worth(of: content, isFirst: isFirst)
    case .enclosed, .escaped:
      guard !field.isEmpty else { return nil }
      enclosedFields += 1
      return 1
    case .trailed:
      brokenFields += 1
      return 0.3
    }
  }

  /// How good a table the reading gives: 0 for none, towards 1 for a wide and regular one.
  var score: Double {
    guard dialect.delimiter != nil else { return 0.4 * cells.mean }
    let divided = rows.filter { $0.key > 1 }
    let dividedRows = divided.values.reduce(0, +)
    guard dividedRows > 0 else { return 0 }
    let total = dividedRows + (rows[1] ?? 0)
    // Rows of the table's width count in full, ragged ones for less; wide tables are rarer by
    // chance than narrow ones.
    let regular = divided.map { width, count in
      (Double(count) + 0.4 * Double(dividedRows - count)) * (1 - 0.5 / Double(width))
    }
    let regularity = (regular.max() ?? 0) / Double(dividedRows)
    // Titles and signatures are not divided: what share they have matters little.
    let coverage = (Double(dividedRows) / Double(total)).squareRoot().squareRoot()
    // Delimiters with nothing between them are a table still, if a blank one.
    guard cells.count > 0 else { return 0.5 * regularity * coverage }
    var table = dividedCells
    table.sum -= decimalsInDoubt
    return regularity * coverage * cells.mean * table.mean
  }

  /// What to take off for rows such as `9,5`, which may be one number or two fields: the former
  /// where other rows are not divided.
  private var decimalsInDoubt: Double {
    let undivided = rows[1] ?? 0
    return Double(2 * decimals) * (undivided > 0 ? 0.7 : 0.25)
  }

  /// Whether apostrophes enclose fields in this reading beyond doubt, where `other` takes them for
  /// letters: many of them, each with its fellow, in a text that encloses nothing in quotes.
  func provesApostrophes(against other: TableReading) -> Bool {
    enclosedFields >= 3 && brokenFields == 0 && other.enclosedFields == 0
      && (enclosedFields * 2 >= cells.count || score > other.score * 1.1)
  }
}
