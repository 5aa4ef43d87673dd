import Spreadsheet
import TestSupport
import Testing

@testable import Normalizer

/// Workbooks typed in `.VnTime` fonts (TCVN3): the cells hold Latin letters.
@Suite struct LegacyTextTests {
  /// What a cell holds that shows `text` in a `.VnTime` font.
  static func typed(_ text: String) -> String {
    var bytes: [Unicode.Scalar: Unicode.Scalar] = [:]
    for byte in UInt8(0xA1)...0xFF {
      let shown = TCVN3.scalar(for: byte)
      if shown.value != UInt32(byte) { bytes[shown] = Unicode.Scalar(byte) }
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(bytes[scalar] ?? scalar) }
    return String(result)
  }

  static func typed(_ rows: [[CellValue]]) -> [[CellValue]] {
    rows.map { row in
      row.map { value in
        if case .text(let text) = value { .text(typed(text)) } else { value }
      }
    }
  }

  /// Small letters, as the fonts have them in the cells.
  static let rows = SmallBlock.table().map { row in
    row.map { value -> CellValue in
      if case .text(let text) = value, text.count > 3 { .text(text.lowercased()) } else { value }
    }
  }

  @Test("A table in a TCVN3 font is read like any other, with a warning")
  func table() {
    let file = FileNormalizer(SmallBlock.regulation())
      .normalize(SheetGrid(Self.typed(Self.rows)))
    #expect(Self.typed("đơn vị: công an tỉnh") == "®¬n vÞ: c«ng an tØnh")
    #expect(file.unit == "CA")
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
    #expect(file.findings.map(\.code) == [.legacyEncoding])
  }

  @Test("Short cells follow the others, which leave no doubt")
  func shortCells() {
    var criteria = SmallBlock.criteria
    criteria[1].method = .passFail
    var rows = Self.rows
    rows[4][3] = "Có"
    rows.append([nil, "cộng", nil, 29.5])
    let file = FileNormalizer(SmallBlock.regulation(criteria: criteria))
      .normalize(SheetGrid(Self.typed(rows)))
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
    #expect(file.findings.map(\.code) == [.legacyEncoding])
  }

  @Test("A Unicode table with one pasted TCVN3 line keeps its own short cells")
  func mixed() {
    var criteria = SmallBlock.criteria
    criteria[1].method = .passFail
    var rows = SmallBlock.table()
    rows[4][3] = "Có"
    rows.insert([.text(Self.typed("cộng hòa xã hội chủ nghĩa việt nam"))], at: 0)
    let file = FileNormalizer(SmallBlock.regulation(criteria: criteria)).normalize(SheetGrid(rows))
    #expect(LayoutTests.counted(file) == LayoutTests.sound)
  }
}
