import Normalizer
import Regulation
import Spreadsheet
import TestSupport
import Testing

@Suite("Where score tables stand")
struct TablePlaceTests {
  private let normalizer = FileNormalizer(SmallBlock.regulation())

  @Test("is told for each table, from its header to its last row")
  func oneTable() {
    let file = normalizer.normalize(SheetGrid(SmallBlock.table(), top: 3))
    #expect(file.places == [TablePlace(unit: "CA", sheet: "Chấm điểm", rows: 5...13)])
  }

  @Test("is told by unit where a file holds tables of several")
  func severalUnits() {
    let file = normalizer.normalize(
      SheetGrid(SmallBlock.table(), name: "A"),
      SheetGrid(SmallBlock.table(unit: "VKSND tỉnh", scores: ["1.1": 3]), name: "B"),
      SheetGrid(
        SmallBlock.table(unit: "VKSND tỉnh") + [[]]
          + SmallBlock.table(unit: "Tòa án nhân dân tỉnh", scores: ["1.1": 2]),
        name: "C"))
    #expect(
      file.places.map { "\($0.unit ?? "-") \($0.sheet) \($0.rows)" }.sorted() == [
        "CA A 3...11", "TA C 15...23", "VKS B 3...11", "VKS C 3...11",
      ])
  }

  @Test("is nobody's where the table names no known unit")
  func unknownUnit() {
    let file = normalizer.normalize(SheetGrid(SmallBlock.table(unit: "Sở Mới thành lập")))
    #expect(file.places.map(\.unit) == [nil])
    #expect(file.unit == nil)
  }
}
