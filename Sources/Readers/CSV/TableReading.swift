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
  /// Whether there are fields that begin with a space and a quote.
  private(set) var hasSpacedQuotes = false
  /// Fields that are enclosed because they hold the delimiter.
  private(set) var shieldedFields = 0
  /// Rows that are, as a whole, one number with a decimal comma.
  private var decimals = 0
  /// Rows of numbers that cannot be one with a decimal comma: `-10,-1000`, `1.5,2.5`, `38,1,27`.
  private var numberRows = 0
  /// Cells that are numbers, in the first row and below it; a row begins with its first field.
  private(set) var numbers = (heading: 0, below: 0)
  /// Fields below the first row.
  private(set) var fieldsBelow = 0

  /// Cells with the sum of what `CellJudge` makes of them.
  private struct Worth {
    var count = 0
    var sum = 0.0
    /// What there is to add where a space behind each delimiter is the file's habit.
    var spaced = 0.0

    var mean: Double { count == 0 ? 0 : sum / Double(count) }

    static func += (left: inout Worth, right: Worth) {
      left.count += right.count
      left.sum += right.sum
      left.spaced += right.spaced
    }
  }

  /// Reads all of `text`.
  init(_ text: [UInt8], _ dialect: CSVDialect) {
    self.dialect = dialect
    var tokenizer = CSVTokenizer(text, dialect: dialect)
    let judge = CellJudge(dialect: dialect)
    var fields = 0
    var rowStart = 0
    var numbersAbove = 0
    var row = Worth()
    while let field = tokenizer.next() {
      fields += 1
      if fields == 1 {
        rowStart = field.start
        numbersAbove = numbers.heading + numbers.below
      }
      if let worth = note(field, in: text, by: judge, isFirst: fields == 1) {
        row += worth
      }
      guard field.endsRecord else { continue }
      if fields > 1 || !field.isEmpty {
        rows[fields, default: 0] += 1
        if rowCount > 1 { fieldsBelow += fields }
      }
      if fields == 2 {
        if CellJudge.isDecimal(text[rowStart..<field.end]) {
          decimals += 1
        } else if CellJudge.isSecondNumber(text[field.start..<field.end]) {
          numberRows += 1
        }
      } else if fields > 2, numbers.heading + numbers.below - numbersAbove == fields,
        !CellJudge.isNumber(text[rowStart..<field.end])
      {
        numberRows += 1
      }
      cells += row
      if fields > 1 { dividedCells += row }
      fields = 0
      row = Worth()
    }
  }

  /// What a field is worth; nil where it is blank.
  private mutating func note(
    _ field: CSVTokenizer.Field, in text: [UInt8], by judge: CellJudge, isFirst: Bool
  ) -> Worth? {
    let content = text[field.start..<field.contentEnd]
    switch field.form {
    case .plain, .announced:
      if content.first == dialect.quote { brokenFields += 1 }
      if content.first == Separator.space,
        content.first(where: { $0 != Separator.space }) == dialect.quote
      {
        hasSpacedQuotes = true
      }
      guard let worth = judge.worth(of: content, isFirst: isFirst) else { return nil }
      if CellJudge.isNumber(content) {
        if rows.isEmpty { numbers.heading += 1 } else { numbers.below += 1 }
      }
      let spaced = worth < 0.9 && content.first == Separator.space ? 0.9 - worth : 0
      return Worth(count: 1, sum: worth, spaced: spaced)
    case .enclosed, .escaped:
      guard !field.isEmpty else { return nil }
      enclosedFields += 1
      if let delimiter = dialect.delimiter, content.contains(delimiter),
        !content.contains(where: { $0 == Separator.lineFeed || $0 == Separator.carriageReturn })
      {
        shieldedFields += 1
      }
      return Worth(count: 1, sum: 1)
    case .trailed:
      brokenFields += 1
      return Worth(count: 1, sum: 0.3)
    }
  }

  /// The rows that are not blank.
  var rowCount: Int { rows.values.reduce(0, +) }

  /// The number of fields where all rows have the same, more than one; nil else.
  var width: Int? {
    guard rows.count == 1, let width = rows.keys.first, width > 1 else { return nil }
    return width
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
    var all = cells
    var table = dividedCells
    // Prose has not the same number of commas in line after line.
    if let width, width > 2, dividedRows > 1 {
      all.sum += all.spaced
      table.sum += table.spaced
    }
    table.sum -= decimalsInDoubt
    return regularity * coverage * all.mean * table.mean
  }

  /// What to take off for rows such as `9,5`, which may be one number or two fields: the former
  /// where other rows are not divided, the latter where some row can only be two.
  private var decimalsInDoubt: Double {
    guard numberRows == 0 else { return 0 }
    let undivided = rows[1] ?? 0
    return Double(2 * decimals) * (undivided > 0 ? 0.7 : 0.25)
  }

  /// Whether apostrophes enclose fields in this reading beyond doubt, where `other` takes them for
  /// letters: many of them, or some that keep a delimiter from dividing, each with its fellow, in a
  /// text that encloses nothing in quotes.
  func provesApostrophes(against other: TableReading) -> Bool {
    guard brokenFields == 0, other.enclosedFields == 0 else { return false }
    return shieldedFields > 0
      || enclosedFields >= 3
        && (enclosedFields * 2 >= cells.count || score > other.score * 1.1)
  }
}
