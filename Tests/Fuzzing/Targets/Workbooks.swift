import Readers

extension FuzzTarget {
  /// Whole files of Office Open XML: the container, the package, every part.
  static let xlsx = container("xlsx")

  /// OpenDocument spreadsheets.
  static let ods = container("ods")

  /// Compound files and bare workbook streams: XLS, and what is encrypted.
  static let compound = file("compound")

  /// HTML pages.
  static let html = file("html")

  /// SpreadsheetML 2003, and flat OpenDocument.
  static let markup = file("markup")

  private static func container(_ name: String) -> FuzzTarget {
    FuzzTarget(name: name, mutation: .zip, run: read)
  }

  private static func file(_ name: String) -> FuzzTarget {
    FuzzTarget(name: name, run: read)
  }

  @Sendable private static func read(_ input: [UInt8]) throws {
    try Workbook.open(bytes: input, name: "input", limits: fuzzLimits).exhaust()
  }
}
