import Spreadsheet

/// What one thread makes of a block of records: where the texts of its fields are.
///
/// It is filled again and again, so that its memory is allotted once.
struct RecordBlock {
  /// One record.
  struct Record {
    /// Where its fields end in `places`.
    var end: Int
    /// Whether all its texts stand in the file as they are.
    var isVerbatim: Bool
  }

  /// Where the first record starts.
  private(set) var start = 0
  /// Where the last record ends.
  private(set) var end = 0
  /// The records, blank ones included.
  private(set) var records: [Record] = []
  /// The fields that are not empty; behind `start` or, where `escaped` has an entry, in `unescaped`.
  private(set) var places: [TextPlace] = []
  /// Which fields are not in the file as they are, by index in `places`.
  private(set) var escaped: Set<Int> = []
  /// The texts of those.
  private(set) var unescaped: [UInt8] = []

  /// Reads records of `text` from `start` on, until one starts at `target` or behind it.
  ///
  /// - Parameters:
  ///   - lastColumn: the last column that may hold a value.
  ///   - reach: how far behind the target the last record may go on.
  /// - Returns: false where the block is not to be used: its end was not found within reach, or a
  ///   limit was met, which is to be said at its place.
  mutating func fill(
    from start: Int, to target: Int, of text: [UInt8], _ dialect: CSVDialect, lastColumn: Int,
    reach: Int
  ) -> Bool {
    self.start = start
    records.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    escaped.removeAll(keepingCapacity: true)
    unescaped.removeAll(keepingCapacity: true)
    var tokenizer = CSVTokenizer(
      text, from: start, dialect: dialect, horizon: target + reach)
    var column = 1
    var isVerbatim = true
    while tokenizer.position < target || column > 1, let field = tokenizer.next() {
      if !field.isEmpty {
        guard column <= lastColumn else { return false }
        if let stretch = field.stretch {
          append(column, stretch.lowerBound - start, stretch.count)
        } else {
          isVerbatim = false
          escaped.insert(places.count)
          let first = unescaped.count
          tokenizer.appendContent(of: field, to: &unescaped)
          append(column, first, unescaped.count - first)
        }
      }
      column += 1
      guard !tokenizer.isAtHorizon else { return false }
      guard field.endsRecord else { continue }
      records.append(Record(end: places.count, isVerbatim: isVerbatim))
      column = 1
      isVerbatim = true
    }
    end = tokenizer.position
    return true
  }

  private mutating func append(_ column: Int, _ start: Int, _ count: Int) {
    places.append(
      TextPlace(
        column: UInt32(truncatingIfNeeded: column), start: UInt32(truncatingIfNeeded: start),
        count: UInt32(truncatingIfNeeded: count)))
  }
}
