import Foundation
import OfficeSupport
import Testing

@testable import Readers

/// One table, saved by LibreOffice in each format that it writes and that is read here.
///
/// LibreOffice 7.4 saves neither Excel 95 (it only opens it) nor XML spreadsheets (its own
/// transformation fails on tables of 16,384 columns); `OldBIFFTests` and `SpreadsheetMLTests` have
/// those.
@Suite(
  "One table in every format that LibreOffice saves",
  .enabled(if: LibreOffice.program != nil, "left out: LibreOffice is not installed (make office)"))
struct OfficeTableTests {
  /// A format, and what becomes of the table in it.
  struct Format: Sendable {
    let suffix: String
    let filter: String
    /// What LibreOffice loses, or this reader cannot tell.
    var change: @Sendable (inout [Row]) -> Void = { _ in }
    /// What is done to the file before it is read.
    var rewrite: @Sendable ([UInt8]) throws -> [UInt8] = { $0 }
    var isTyped = true
    var isNamed = true
    var hidesColumns = true
    var merges = true
  }

  private static let formats = [
    Format(suffix: "xlsx", filter: "Calc MS Excel 2007 XML", change: numbersForTruth),
    Format(
      suffix: "xlsx", filter: "Calc MS Excel 2007 XML", change: numbersForTruth,
      rewrite: StrictForm.of),
    Format(suffix: "xls", filter: "MS Excel 97", change: numbersForTruth),
    Format(suffix: "ods", filter: "calc8"),
    Format(suffix: "fods", filter: "OpenDocument Spreadsheet Flat XML"),
    Format(
      suffix: "html", filter: "HTML (StarCalc)", change: asPage, isNamed: false,
      hidesColumns: false),
    text("44,34,76"), text("9,34,65535"), text("59,34,40"),
    text("59,34,1") { $0.unicodeScalars.map { $0.value < 0x100 ? "\($0)" : "?" }.joined() },
  ]

  /// Delimiter, quote and encoding as LibreOffice numbers them; English numbers, cells as shown.
  private static func text(
    _ options: String, _ encoded: @escaping @Sendable (String) -> String = { $0 }
  ) -> Format {
    Format(
      suffix: "csv", filter: "Text - txt - csv (StarCalc):\(options),1,,1033,false,true",
      change: { rows in
        rows = OfficeTable.rows.map { Row(number: $0.number) }
        for (number, column, cell) in OfficeTable.cells where !cell.shown.isEmpty {
          let row = rows.firstIndex { $0.number == number } ?? 0
          rows[row].cells.append(Cell(column: column, value: .text(encoded(cell.shown))))
        }
      }, isTyped: false, isNamed: false, hidesColumns: false, merges: false)
  }

  /// LibreOffice saves the truth value that a formula results in as a number.
  @Sendable private static func numbersForTruth(_ rows: inout [Row]) {
    for row in rows.indices {
      for cell in rows[row].cells.indices where rows[row].cells[cell].formula != nil {
        guard case .boolean(let flag) = rows[row].cells[cell].value else { continue }
        rows[row].cells[cell].value = .number(flag ? 1 : 0)
      }
    }
  }

  /// A page has neither formulas nor what is hidden, and the rows below move up; blanks are shown
  /// as a browser shows them.
  @Sendable private static func asPage(_ rows: inout [Row]) {
    rows.removeAll(where: \.isHidden)
    for row in rows.indices {
      if rows[row].number > OfficeTable.hiddenRow { rows[row].number -= 1 }
      rows[row].cells.removeAll {
        $0.column == OfficeTable.hiddenColumn || $0.value == .text("")
      }
      for cell in rows[row].cells.indices {
        rows[row].cells[cell].formula = nil
        guard case .text(let text) = rows[row].cells[cell].value else { continue }
        let shown = text.split(separator: " ").joined(separator: " ")
        rows[row].cells[cell].value = .text(shown)
      }
    }
  }

  @Test("every format gives the values, formulas, merges and hidden rows of the table")
  func everyFormat() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "bang.fods")
    try Data(OfficeTable.document.utf8).write(to: file)
    let office = LibreOffice(program: try #require(LibreOffice.program), folder: folder)
    var saved: [String: [UInt8]] = [:]
    for format in Self.formats {
      let bytes: [UInt8]
      if let known = saved[format.filter] {
        bytes = known
      } else {
        bytes = try await office.convert(file, to: format.suffix, by: format.filter)
        saved[format.filter] = bytes
      }
      try compare(format.rewrite(bytes), format)
    }
  }

  private func compare(_ bytes: [UInt8], _ format: Format) throws {
    let workbook = try WorkbookGrid(
      reading: Workbook.open(bytes: bytes, name: "bang.\(format.suffix)"))
    let sheet = try #require(workbook.sheets.first)
    var expected = OfficeTable.rows
    format.change(&expected)
    #expect(workbook.isTyped == format.isTyped, "\(format.filter)")
    #expect(sheet.name == (format.isNamed ? OfficeTable.name : "bang"), "\(format.filter)")
    #expect(
      sheet.layout.isHidden(column: OfficeTable.hiddenColumn) == format.hidesColumns,
      "\(format.filter)")
    #expect(
      sheet.layout.mergedRanges.map(\.description)
        == (format.merges ? [OfficeTable.mergedRange] : []), "\(format.filter)")
    #expect(sheet.rows.map(\.number) == expected.map(\.number), "\(format.filter)")
    for (row, expected) in zip(sheet.rows, expected) {
      #expect(row == expected, "\(format.filter)")
    }
  }
}
