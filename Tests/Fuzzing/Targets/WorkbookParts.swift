import Spreadsheet

@testable import Readers

extension FuzzTarget {
  /// Worksheet parts.
  ///
  /// Where rows can be handed on at once they must be those that gathering them gives; where the
  /// scanner knows the sheet, its rows are those of libxml2.
  static let sheet = FuzzTarget(name: "sheet") { input in
    let document = XMLDocument(input)
    let scanned = try scannedRows(of: document)
    let isAscending = try RowOrder.isAscending(.whole(document))
    let gathered: [Row]
    do {
      gathered = try rows(of: document, gathering: true)
    } catch let error as ReadingError {
      try expect(scanned == nil, "scanned, but \(error)")
      throw error
    }
    for row in gathered { try row.keepsPromises() }
    if let scanned {
      try expect(scanned == gathered, "\(scanned) scanned, \(gathered) gathered")
    }
    guard isAscending else { return }
    let streamed = try rows(of: document, gathering: false)
    try expect(streamed == gathered, "\(streamed) streamed, \(gathered) gathered")
  }

  /// The decoder of a workbook with three shared strings and every built-in format.
  private static var decoder: CellDecoder {
    let formats = (0...60).map { NumberFormat(builtIn: $0) }
    var sharedStrings = SharedStrings()
    for text in ["", "a", "điểm"] { sharedStrings.append(Array(text.utf8)) }
    return CellDecoder(
      sharedStrings: sharedStrings, styles: Styles(formats: formats), dateSystem: .from1900)
  }

  private static func parser(
    gathering: Bool, _ deliver: @escaping (RowView) throws -> Void
  ) -> SheetParser {
    let decoder = decoder
    return SheetParser(
      decoder: decoder, allowance: CellAllowance(limit: fuzzLimits.cells),
      textLimit: fuzzLimits.cellText,
      rows: RowSink(
        gathering: gathering, sharedText: decoder.sharedStrings.text, deliver: deliver))
  }

  /// The rows that the scanner finds; nil where it does not know the sheet.
  private static func scannedRows(of document: XMLDocument) throws -> [Row]? {
    var rows: [Row] = []
    var scanned = ScannedSheet(
      decoder: decoder, allowance: CellAllowance(limit: fuzzLimits.cells), limits: fuzzLimits,
      parser: parser(gathering: false) { _ in }
    ) { view in
      try view.keepsPromises()
      rows.append(Row(view))
    }
    return try scanned.read(.whole(document)) ? rows : nil
  }

  private static func rows(of document: XMLDocument, gathering: Bool) throws -> [Row] {
    var rows: [Row] = []
    let parser = parser(gathering: gathering) { view in
      try view.keepsPromises()
      rows.append(Row(view))
    }
    try located {
      try XMLPushParser.parse(document, with: parser)
      try parser.finish()
    }
    return rows
  }

  /// The shared string table.
  static let strings = FuzzTarget(name: "strings") { input in
    try located {
      try XMLPushParser.parse(XMLDocument(input), with: SharedStringsHandler(limits: fuzzLimits))
    }
  }

  /// The styles part, every format of it applied to numbers of all sorts.
  static let styles = FuzzTarget(name: "styles") { input in
    let handler = Styles.Handler()
    try located { try XMLPushParser.parse(XMLDocument(input), with: handler) }
    let styles = handler.styles
    for index in -1...styles.formats.count {
      for value in [0, -0.0, 1, -1, 0.5, 59.99999999, 60, 43_000.25, 2_958_466, 1e300, -1e300] {
        _ = styles.format(index).kind(of: value)
      }
    }
  }

  /// Gives a fault of a part the place that a reader would give it.
  static func located(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let fault as PartFault {
      throw fault.error(file: "input")
    }
  }
}
