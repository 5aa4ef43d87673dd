import Spreadsheet
import Testing

@Suite struct CellReferenceTests {
  @Test(
    "A1 references are read and written",
    arguments: [
      ("A1", 1, 1), ("D12", 12, 4), ("Z9", 9, 26), ("AA1", 1, 27), ("AZ3", 3, 52), ("BA3", 3, 53),
      ("ZZ10", 10, 702), ("AAA10", 10, 703), ("XFD1048576", 1_048_576, 16_384),
    ])
  func readsAndWrites(text: String, row: Int, column: Int) {
    #expect(CellReference(text) == CellReference(row: row, column: column))
    #expect(CellReference(row: row, column: column).description == text)
  }

  @Test(
    "Absolute references and small letters name the same cell",
    arguments: ["$D$12", "D$12", "$D12", "d12", "$d$12"])
  func readsVariants(text: String) {
    #expect(CellReference(text) == CellReference(row: 12, column: 4))
  }

  @Test(
    "What is no reference is refused",
    arguments: [
      "", "A", "12", "A0", "1A", "A1B", "A-1", "A 1", "Á1", "A1:B2", "$", "$$A1", "A$$1", "A$B1",
      "A01", "A1$",
      "A$",
      "ZZZZZZZZZZZZZZZZZZ1", "A99999999999999999999",
    ])
  func refuses(text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test("Every column's letters name that column")
  func roundTripsColumns() {
    for column in 1...20_000 {
      let letters = CellReference.letters(ofColumn: column)
      #expect(CellReference(letters + "1")?.column == column)
    }
  }

  @Test("Cells sort in reading order")
  func sorts() {
    let cells = ["A2", "B1", "A1", "C1", "B2"].compactMap { CellReference($0) }
    #expect(cells.sorted().map(\.description) == ["A1", "B1", "C1", "A2", "B2"])
  }
}

@Suite struct CellRangeTests {
  @Test(
    "Ranges are read in any order of corners and written from the upper left one",
    arguments: [
      ("B2:D5", "B2:D5"), ("D5:B2", "B2:D5"), ("D2:B5", "B2:D5"), ("$B$2:$D$5", "B2:D5"),
      ("B2", "B2"),
      ("B2:B2", "B2"),
    ])
  func readsAndWrites(text: String, written: String) {
    #expect(CellRange(text)?.description == written)
  }

  @Test(
    "What is no range is refused", arguments: ["", ":", "A1:", ":A1", "A1:B2:C3", "A:B", "1:2"])
  func refuses(text: String) {
    #expect(CellRange(text) == nil)
  }

  @Test(
    "A range contains its corners and nothing beyond its edges",
    arguments: [
      ("B2", true), ("D5", true), ("B5", true), ("C3", true), ("A2", false), ("E5", false),
      ("B1", false), ("D6", false),
    ])
  func contains(cell: String, isInside: Bool) throws {
    let range = try #require(CellRange("B2:D5"))
    #expect(range.contains(try #require(CellReference(cell))) == isInside)
  }
}
