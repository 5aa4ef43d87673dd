import Foundation
import OfficeSupport
import Readers
import Spreadsheet
import Testing

@testable import Writer

@Suite(
  .enabled(
    if: OfficeRun.isPossible, "left out: LibreOffice or poppler is not installed (make office)"))
struct `A workbook that LibreOffice opens` {
  @Test func `has the stored value in every cell that it calculates anew`() async throws {
    for book in try await OfficeRun.shared.value.books {
      let written = try WorkbookGrid(reading: Workbook.open(path: book.written.path))
      let recalculated = try WorkbookGrid(reading: Workbook.open(path: book.recalculated.path))
      #expect(written.sheets.map(\.name) == recalculated.sheets.map(\.name))
      var formulas = 0
      var differences: [String] = []
      for (sheet, other) in zip(written.sheets, recalculated.sheets) {
        for row in sheet.rows {
          for cell in row.cells where cell.formula != nil {
            formulas += 1
            let place = CellReference(row: row.number, column: cell.column)
            let value = other[place]?.value ?? .text("")
            if !isSame(cell.value, value) {
              differences.append("\(sheet.name)!\(place): \(cell.value), not \(value)")
            }
          }
        }
      }
      #expect(formulas > 20, "\(book.name)")
      #expect(differences.isEmpty, "\(book.name): \(differences.prefix(5))")
    }
  }

  private func isSame(_ stored: CellValue, _ value: CellValue) -> Bool {
    switch (stored, value) {
    // A workbook keeps 15 digits.
    case (.number(let stored), .number(let value)): abs(stored - value) < 1e-9
    case (.empty, .text("")), (.text(""), .empty): true
    default: stored == value
    }
  }

  @Test(.enabled(if: OfficeRun.python != nil, "left out: openpyxl is not installed (make readers)"))
  func `follows changed scores to the rank and class that the ranking gives`() async throws {
    let edits = try await OfficeRun.shared.value.edits
    #expect(edits.count == 16)
    var moved = 0
    for edit in edits {
      let block = edit.block
      let layout = MatrixLayout(block.before)
      let workbook = try WorkbookGrid(reading: Workbook.open(path: edit.recalculated.path))
      let sheet = try #require(workbook.sheet(ReportContext(block.before, .vi).text(.matrix)))
      for standing in block.after.standings.units where standing.rank != nil {
        let unit = standing.unit.code
        let column = try #require(layout.column(of: unit))
        func value(_ row: Int) -> CellValue? {
          sheet[CellReference(row: row, column: column)]?.value
        }
        let total = try #require(standing.total)
        let rank = try #require(standing.rank)
        #expect(isSame(value(layout.totalRow) ?? .empty, .number(total.doubleValue)), "\(unit)")
        #expect(value(layout.rankRow) == .number(Double(rank)), "\(unit)")
        #expect(
          isSame(value(layout.classRow) ?? .empty, .text(standing.className ?? "")), "\(unit)")
        if block.before.standings.units.first(where: { $0.unit.code == unit })?.rank != rank {
          moved += 1
        }
      }
    }
    #expect(moved > 10)
  }

  @Test func `prints every sheet, no page blank, no number cut off`() async throws {
    for book in try await OfficeRun.shared.value.books {
      guard let pages = book.pages else { continue }
      let workbook = try WorkbookGrid(reading: Workbook.open(path: book.written.path))
      #expect(pages.count >= workbook.sheets.count, "\(book.name)")
      for (index, page) in pages.enumerated() {
        #expect(!page.contains("###"), "\(book.name), page \(index + 1)")
        // Beside the number of the page and the footer.
        let words = page.split(whereSeparator: \.isWhitespace)
        #expect(words.count > 20, "\(book.name), page \(index + 1) is blank")
        #expect(page.contains("\(index + 1)/\(pages.count)"), "\(book.name), page \(index + 1)")
      }
      let printed = Set(pages.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map(String.init))
      for sheet in workbook.sheets {
        let missing = sheet.rows.prefix(12).flatMap(\.cells).prefix(40).compactMap { cell in
          if case .text(let text) = cell.value { text } else { nil }
        }
        .flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        .filter { !printed.contains($0) }
        // Upright text and words that are broken inside come in pieces.
        #expect(missing.count < 12, "\(book.name), \(sheet.name): \(missing)")
      }
    }
  }

  private struct Description: Decodable {
    struct Sheet: Decodable {
      let name: String
      let printArea: String
      let paper: Int
      let footer: String
      let formulas: Int
      let texts: Int
      let numbers: Int
      let links: Int
      let brokenLinks: [String]
    }
    let sheets: [Sheet]
  }

  @Test(.enabled(if: OfficeRun.python != nil, "left out: openpyxl is not installed (make readers)"))
  func `is the same to openpyxl as to the program's own reader`() async throws {
    let books = try await OfficeRun.shared.value.books
    let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: output) }
    let status = try await Tool.run(
      OfficeRun.python ?? "",
      ["-B", OfficeRun.script, "describe"] + books.map(\.written.path), output: output)
    #expect(status == 0)
    let descriptions = try JSONDecoder().decode([Description].self, from: Data(contentsOf: output))
    #expect(descriptions.count == books.count)
    for (book, description) in zip(books, descriptions) {
      let workbook = try WorkbookGrid(reading: Workbook.open(path: book.written.path))
      #expect(workbook.sheets.map(\.name) == description.sheets.map(\.name))
      for (sheet, known) in zip(workbook.sheets, description.sheets) {
        let place: Comment = "\(book.name), \(sheet.name)"
        let cells = sheet.rows.flatMap(\.cells)
        #expect(cells.count { $0.formula != nil } == known.formulas, place)
        let constants = cells.filter { $0.formula == nil }
        #expect(
          constants.count {
            if case .text = $0.value { true } else { false }
          } == known.texts, place)
        #expect(known.brokenLinks.isEmpty, place)
        #expect(!known.printArea.isEmpty && known.paper == 9, place)
        #expect(known.footer.contains("&P/&N"), place)
      }
      #expect(description.sheets.reduce(0) { $0 + $1.links } > 20, "\(book.name)")
    }
  }
}
