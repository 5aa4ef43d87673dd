/// Finds the dialect in which a text makes the most of a table.
///
/// Characters are not counted: the start of the text is read in each dialect, and the reading is
/// judged as a table, by how many of the rows that are divided at all have the same number of
/// fields, and by how much the fields look like whole cells. Titles, signatures and prose full of
/// commas above, below and inside the table so have no say. Delimiters that few files use are looked
/// for where the others divide no row or not all rows alike.
enum DialectDetector {
  /// The dialect of `text` from `start` on.
  static func dialect(of text: [UInt8], from start: Int) -> CSVDialect {
    let sample = sample(of: text, from: start)
    var best = TableReading(sample, CSVDialect(delimiter: nil))
    var bestScore = best.score
    for delimiter in TableReading.delimiters where sample.contains(delimiter) {
      let reading = reading(of: sample, delimiter)
      let score = reading.score
      if score > bestScore {
        best = reading
        bestScore = score
      }
    }
    return (best.width == nil ? rareReading(of: sample) ?? best : best).dialect
  }

  /// The best reading by a delimiter that few files use, where it makes a table beyond doubt.
  private static func rareReading(of sample: [UInt8]) -> TableReading? {
    RareDelimiter.allCases.lazy
      .filter { sample.contains($0.rawValue) }
      .map { ($0, reading(of: sample, $0.rawValue)) }
      .first { delimiter, reading in delimiter.makesTable(of: sample, reading) }?.1
  }

  /// The text divided by `delimiter`, in the way of quoting and escaping that suits it.
  private static func reading(of sample: [UInt8], _ delimiter: UInt8) -> TableReading {
    var dialect = CSVDialect(delimiter: delimiter)
    let plain = spaced(TableReading(sample, dialect), in: sample)
    dialect.quote = Separator.apostrophe
    let quoted = spaced(TableReading(sample, dialect), in: sample)
    return withEscapes(quoted.provesApostrophes(against: plain) ? quoted : plain, in: sample)
  }

  /// The reading that passes over spaces before quotes, where that encloses more fields.
  private static func spaced(_ reading: TableReading, in sample: [UInt8]) -> TableReading {
    guard reading.hasSpacedQuotes else { return reading }
    var dialect = reading.dialect
    dialect.skipsSpaceBeforeQuote = true
    let spaced = TableReading(sample, dialect)
    let isBetter =
      spaced.enclosedFields > reading.enclosedFields
      && spaced.brokenFields <= reading.brokenFields
    return isBetter ? spaced : reading
  }

  /// The reading with escapes by backslash, where that mends fields which are broken without it, or
  /// makes a better table.
  private static func withEscapes(_ reading: TableReading, in sample: [UInt8]) -> TableReading {
    guard sample.contains(Separator.backslash) else { return reading }
    var dialect = reading.dialect
    dialect.escapesWithBackslash = true
    let escaped = TableReading(sample, dialect)
    if escaped.brokenFields != reading.brokenFields {
      return escaped.brokenFields < reading.brokenFields ? escaped : reading
    }
    return escaped.score > reading.score ? escaped : reading
  }

  /// The start of the text, up to the end of a line.
  private static func sample(of text: [UInt8], from start: Int) -> [UInt8] {
    let enough = 1 << 18
    guard text.count - start > enough else { return Array(text[start...]) }
    let sample = text[start..<start + enough]
    let end = sample.lastIndex { $0 == Separator.lineFeed || $0 == Separator.carriageReturn }
    return Array(sample[..<(end ?? sample.endIndex)])
  }
}
