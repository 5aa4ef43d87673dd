import Spreadsheet

@testable import Normalizer
@testable import Readers
@testable import Regulation

extension FuzzTarget {
  /// Delimited text in any encoding.
  static let csv = FuzzTarget(name: "csv") { input in
    try CSVWorkbook(bytes: input, name: "input.csv", limits: fuzzLimits).exhaust()
  }

  /// Delimited text in UTF-8 read in small blocks, and from start to end.
  static let csvBlocks = FuzzTarget(name: "csv-blocks") { input in
    guard let first = input.first, UTF8Check.isWhole(input) else { return }
    let text = DecodedText(input)
    let sizes = RecordBlocks.Sizes(text: 0, block: 1 + Int(first) % 64, reach: Int(first) * 2)
    func rows(_ sizes: RecordBlocks.Sizes) -> ([Row], failure: String?) {
      var rows: [Row] = []
      do {
        try CSVSheet(file: "input.csv", text: text, limits: fuzzLimits, blockSizes: sizes)
          .read { rows.append($0) }
        return (rows, nil)
      } catch {
        return (rows, "\(error)")
      }
    }
    try expect(rows(sizes) == rows(RecordBlocks.Sizes(text: .max)), "blocks change the rows")
  }

  /// What stands in score columns: scores, numbers, dates, methods.
  static let numbers = FuzzTarget(name: "numbers") { input in
    let text = String(decoding: input, as: UTF8.self)
    _ = NumberText(text)
    _ = DateText.date(text)
    _ = ISODateTime.value(text)
    _ = DecimalText.double(input)
    _ = DecimalText.integer(input)
    _ = EscapedText.decode(input)
    _ = FileFormat(of: input)
    for maximum in [nil, Quantity(1000), Quantity(9.5)] {
      _ = ScoreText.read(.text(text), maximum: maximum, allowsPercent: true)
      _ = ScoreText.read(.text(text), maximum: maximum, signDoesNotMatter: true)
    }
    guard input.count >= 8 else { return }
    let bits = input.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    let number = Double(bitPattern: bits)
    guard number.isFinite else { return }
    _ = CellValue.shortest(number)
    for system in [DateSystem.from1900, .from1904] {
      guard let date = system.dateTime(ofSerial: number) else { continue }
      try expect(date.isValid, "\(number) is \(date)")
      _ = ScoreText.read(.date(date), maximum: nil)
    }
    for isPercentage in [false, true] {
      _ = ScoreText.read(
        .number(number), isPercentage: isPercentage, maximum: Quantity(10), allowsPercent: true)
    }
  }
}
