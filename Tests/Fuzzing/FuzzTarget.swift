import Spreadsheet

/// One kind of input that is thrown at one part of the program.
///
/// A target is a file in `Targets/`, its name in `all`, and a folder of seeds under
/// `fixtures/fuzz/` that is called like it.
struct FuzzTarget: Sendable {
  /// The name by which `make fuzz` knows it.
  let name: String
  /// Which mutation suits its inputs.
  var mutation = Mutation.bytes
  /// Takes in one input.
  ///
  /// A `ReadingError` is a proper answer to any input; every other error is a finding, as is a
  /// trap, a broken promise (`expect`), or memory or time beyond what the driver allows.
  let run: @Sendable (_ input: [UInt8]) throws -> Void

  /// How inputs are changed.
  enum Mutation {
    /// As bytes, by libFuzzer alone.
    case bytes
    /// As a ZIP container: a part is changed and the container put together again around it, so
    /// that directory and checksums stay sound.
    case zip
  }

  /// Every target.
  static let all: [FuzzTarget] = [
    .xlsx, .sheet, .strings, .styles, .ods, .compound, .decrypted, .html, .markup, .csv, .csvBlocks,
    .formulas, .numbers,
  ]
}

/// A promise that an input broke.
struct BrokenPromise: Error {
  let text: String
}

/// Makes a finding of the input where `holds` is false.
func expect(_ holds: Bool, _ promise: @autoclosure () -> String) throws {
  guard holds else { throw BrokenPromise(text: promise()) }
}

/// Bounds that keep one input within what the driver allows.
let fuzzLimits = Limits(
  partBytes: 16 << 20, totalBytes: 32 << 20, cells: 200_000, entries: 1000,
  hashRounds: 1000)

extension WorkbookSource {
  /// Reads every sheet, and holds the reader to what it promises of rows and cells.
  func exhaust() throws {
    for sheet in sheets { try sheet.exhaust() }
  }
}

extension SheetSource {
  /// Reads every row, and holds the reader to what it promises of rows and cells.
  func exhaust() throws {
    var last = 0
    _ = try read { row in
      try expect(row.number > last, "row \(row.number) follows row \(last)")
      last = row.number
      try row.keepsPromises()
    }
    _ = try forEachRow { try $0.keepsPromises() }
  }
}

extension RowView {
  /// Holds the texts of the row to what its documentation says.
  func keepsPromises() throws {
    for cell in cells {
      try withText(of: cell) { try $0.span.isPromisedUTF8() }
      try withFormula(of: cell) { try $0.span.isPromisedUTF8() }
    }
  }
}

extension Span<UInt8> {
  fileprivate func isPromisedUTF8() throws {
    try expect((try? UTF8Span(validating: self)) != nil, "a text that is not UTF-8")
  }
}

extension Row {
  /// Holds the row to what its documentation says.
  func keepsPromises() throws {
    try expect(number >= 1, "row \(number)")
    try expect(!cells.isEmpty, "row \(number) is blank")
    var last = 0
    for cell in cells {
      try expect(cell.column > last, "column \(cell.column) follows column \(last)")
      last = cell.column
      try expect(cell.value != .empty || cell.formula != nil, "blank cell in row \(number)")
      switch cell.value {
      case .number(let number): try expect(number.isFinite, "number \(number)")
      case .date(let date): try expect(date.isValid, "day \(date)")
      case .time(let time):
        try expect((0..<86_400_000).contains(time.milliseconds), "time \(time.milliseconds)")
      case .empty, .text, .boolean, .error: break
      }
      _ = cell.value.text
    }
  }
}
