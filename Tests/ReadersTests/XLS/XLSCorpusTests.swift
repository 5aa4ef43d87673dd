import Foundation
import Readers
import Spreadsheet
import Testing

@Suite("Public XLS files", .enabled(if: Corpus.folder != nil))
struct XLSCorpusTests {
  static let files = Corpus.files("other") { $0.pathExtension == "xls" }

  /// Protected by a password; damaged beyond the first cells.
  static let refused = [
    "password.xls": ReadingError.Kind.encrypted, "OOM_alloc3.xls": .unreadable,
  ]

  @Test("every workbook that other readers read is read to its end")
  func readsAll() throws {
    #expect(!Self.files.isEmpty)
    for file in Self.files {
      var kind: ReadingError.Kind?
      do {
        _ = try WorkbookGrid(reading: Workbook.open(path: file.path))
      } catch let error as ReadingError {
        kind = error.kind
      }
      #expect(kind == Self.refused[file.lastPathComponent], "\(file.path)")
    }
  }

  @Test(
    "a table that is there as XLS and as XLSX reads the same from both",
    arguments: [
      ("datasets", "datasets"), ("deaths", "deaths"), ("geometry", "geometry"),
      ("blanks", "blanks"), ("types", "types"), ("list_type", "list_type"),
      ("empty-named-column", "empty-named-column"), ("skipping", "skipping"),
      ("missing-values-xls", "missing-values-xlsx"), ("iris-excel-xls", "iris-excel-xlsx"),
      ("dates-leap-year-1900-xls", "dates-leap-year-1900-xlsx"),
      ("datetime-rounding", "datetime-rounding"),
      ("date_1904", "date_1904"), ("merge_cells", "merge_cells"),
      ("unnamed-duplicated-columns", "unnamed-duplicated-columns"),
      ("style-only-cells", "style-only-cells"), ("any_sheets", "any_sheets"),
    ])
  func sameAsXLSX(xls: String, xlsx: String) throws {
    let old = try #require(Self.files.first { $0.lastPathComponent == xls + ".xls" })
    let new = try #require(
      Corpus.files("xlsx") { $0.lastPathComponent == xlsx + ".xlsx" }.first)
    let left = try WorkbookGrid(reading: Workbook.open(path: old.path))
    let right = try WorkbookGrid(reading: Workbook.open(path: new.path))
    #expect(left.sheets.map(\.name) == right.sheets.map(\.name))
    #expect(left.sheets.map(\.visibility) == right.sheets.map(\.visibility))
    for (one, other) in zip(left.sheets, right.sheets) {
      #expect(values(one) == values(other), "\(one.name)")
      #expect(Set(one.layout.mergedRanges) == Set(other.layout.mergedRanges))
    }
  }

  private func values(_ sheet: SheetGrid) -> [CellReference: String] {
    var values: [CellReference: String] = [:]
    for row in sheet.rows {
      for cell in row.cells where !cell.value.text.isEmpty {
        var text = "\(cell.value)"
        // Fifteen digits are what XLSX is sure to keep.
        if case .number(let number) = cell.value { text = String(format: "%.13g", number) }
        values[CellReference(row: row.number, column: cell.column)] = text
      }
    }
    return values
  }
}
