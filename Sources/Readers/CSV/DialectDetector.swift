/// Finds the dialect in which a text makes the most of a table.
///
/// Characters are not counted: the start of the text is read in each dialect, and the reading is
/// judged as a table, by how many of the rows that are divided at all have the same number of
/// fields, and by how much the fields look like whole cells. Titles, signatures and prose full of
/// commas above, below and inside the table so have no say.
enum DialectDetector {
  /// The dialect of `text` from `start` on.
  static func dialect(of text: [UInt8], from start: Int) -> CSVDialect {
    let sample = sample(of: text, from: start)
    var best = TableReading(sample, CSVDialect(delimiter: nil))
    var bestScore = best.score
    for delimiter in TableReading.delimiters where sample.contains(delimiter) {
      let plain = TableReading(sample, CSVDialect(delimiter: delimiter))
      let quoted = TableReading(
        sample, CSVDialect(delimiter: delimiter, quote: Separator.apostrophe))
      let reading = quoted.provesApostrophes(against: plain) ? quoted : plain
      let score = reading.score
      if score > bestScore {
        best = reading
        bestScore = score
      }
    }
    return withEscapes(best, in: sample)
  }

  /// The dialect with escaping by backslash, where that mends fields which are broken without it.
  private static func withEscapes(_ reading: TableReading, in sample: [UInt8]) -> CSVDialect {
    guard sample.contains(Separator.backslash) else { return reading.dialect }
    var dialect = reading.dialect
    dialect.escapesWithBackslash = true
    return TableReading(sample, dialect).brokenFields < reading.brokenFields
      ? dialect : reading.dialect
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
