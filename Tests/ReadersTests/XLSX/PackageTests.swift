import Spreadsheet
import Testing

@testable import Readers

@Suite("Packages of XLSX")
struct PackageTests {
  /// A workbook whose A1 is text from the shared strings and whose B1 is a date.
  private var sound: WorkbookFixture {
    WorkbookFixture(
      rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43542</v></c></row>"#,
      strings: ["<si><t>Điểm</t></si>"], formats: ["14"])
  }

  private func expectSound(
    _ fixture: WorkbookFixture, _ location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      try fixture.sheet().rows == [
        Row(
          number: 1,
          cells: [
            Cell(column: 1, value: .text("Điểm")),
            Cell(column: 2, value: .date(CivilDateTime(year: 2019, month: 3, day: 18))),
          ])
      ], sourceLocation: location)
  }

  @Test(
    "entries may be stored, streamed, in ZIP64",
    arguments: [[], .stored, .dataDescriptor, .zip64, [.stored, .dataDescriptor]]
      as [ZipWriter.Options])
  func entryForms(options: ZipWriter.Options) throws {
    var fixture = sound
    fixture.write(options)
    try expectSound(fixture)
  }

  @Test(
    "targets are relative or absolute, in any form",
    arguments: [
      "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml",
      "./worksheets/sheet1.xml", "worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml",
      "Worksheets/Sheet1.XML", "worksheets/sheet%31.xml", "worksheets/sheet1.xml#top",
    ])
  func targets(target: String) throws {
    var fixture = sound
    fixture.set(
      "xl/_rels/workbook.xml.rels",
      fixture.text("xl/_rels/workbook.xml.rels").replacing("worksheets/sheet1.xml", with: target))
    try expectSound(fixture)
  }

  @Test("part names match in another case, with backslashes and with a leading slash")
  func partNames() throws {
    var fixture = sound
    fixture.rename("xl/sharedStrings.xml", to: "xl/SharedStrings.xml")
    fixture.rename("xl/worksheets/sheet1.xml", to: "XL\\Worksheets\\Sheet1.xml")
    fixture.rename("_rels/.rels", to: "/_rels/.rels")
    try expectSound(fixture)
  }

  @Test("parts are found through relationships, whatever they are called")
  func relationshipsOnly() throws {
    var fixture = sound
    fixture.set(
      "_rels/.rels", WorkbookFixture.relationships([("a", "officeDocument", "/b/main.xml")]))
    fixture.rename("xl/workbook.xml", to: "b/main.xml")
    fixture.set(
      "b/_rels/main.xml.rels",
      WorkbookFixture.relationships([
        ("rId1", "worksheet", "one"), ("s", "styles", "../two"),
        ("t", "sharedStrings", "three.dat"),
      ]))
    fixture.rename("xl/worksheets/sheet1.xml", to: "b/one")
    fixture.rename("xl/styles.xml", to: "two")
    fixture.rename("xl/sharedStrings.xml", to: "b/three.dat")
    try expectSound(fixture)
  }

  @Test("the strict form is read")
  func strict() throws {
    var fixture = sound
    let base = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    for part in fixture.parts {
      let text = String(decoding: part.content, as: UTF8.self)
        .replacing(WorkbookFixture.documentRelationships, with: base)
        .replacing(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
      fixture.set(part.name, text)
    }
    try expectSound(fixture)
  }

  @Test("any namespace prefix is read")
  func prefixes() throws {
    var fixture = sound
    fixture.set(
      "xl/worksheets/sheet1.xml",
      """
      <x:worksheet \(WorkbookFixture.main.replacing("xmlns", with: "xmlns:x"))><x:sheetData>
      <x:row r="1"><x:c r="B1" s="1"><x:v>43542</x:v></x:c></x:row>
      <x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>
      """)
    fixture.set(
      "xl/workbook.xml",
      """
      <w:workbook xmlns:w="urn:x" xmlns:q="\(WorkbookFixture.documentRelationships)">
      <w:sheets><w:sheet name="Sheet1" sheetId="1" q:id="rId1"/></w:sheets></w:workbook>
      """)
    try expectSound(fixture)
  }

  @Test("parts in UTF-16 and with a byte order mark are read", arguments: [0, 1, 2, 3, 4])
  func encodings(form: Int) throws {
    var fixture = sound
    for part in fixture.parts {
      let text =
        "<?xml version=\"1.0\" encoding=\"\(form < 4 ? "UTF-16" : "UTF-8")\"?>"
        + String(decoding: part.content, as: UTF8.self)
        .replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
      let isBig = form & 1 == 1
      let units = text.utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBig ? [high, low] : [low, high]
      }
      let mark: [UInt8] = form > 1 ? [] : isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
      fixture.set(part.name, form < 4 ? mark + units : [0xEF, 0xBB, 0xBF, 0x0A] + text.utf8)
    }
    try expectSound(fixture)
  }

  @Test("styles and shared strings may be missing, named or not")
  func missingParts() throws {
    var fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1" s="4"><v>9.5</v></c></row>"#)
    #expect(try fixture.cell("A1")?.value == .number(9.5))
    fixture.set(
      "xl/_rels/workbook.xml.rels",
      WorkbookFixture.relationships([("rId1", "worksheet", "worksheets/sheet1.xml")]))
    fixture.remove("[Content_Types].xml")
    #expect(try fixture.cell("A1")?.value == .number(9.5))
  }

  @Test("relationships to things outside the package are not followed")
  func externalTargets() throws {
    var fixture = sound
    fixture.set(
      "xl/_rels/workbook.xml.rels",
      fixture.text("xl/_rels/workbook.xml.rels").replacing(
        "<Relationship Id=\"rId2\"",
        with:
          "<Relationship Id=\"e\" TargetMode=\"External\" Type=\"x/styles\" Target=\"file:///a\"/>"
          + "<Relationship Id=\"rId2\""))
    try expectSound(fixture)
  }

  @Test("sheets come in workbook order with their visibility; other sheets are left out")
  func sheets() throws {
    var fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    let kinds = [
      ("rId9", "worksheet", "worksheets/z.xml"), ("rId1", "worksheet", "worksheets/sheet1.xml"),
      ("rId3", "chartsheet", "c.xml"), ("rId4", "dialogsheet", "d.xml"),
      ("rId5", "xlMacrosheet", "m.xml"), ("rId6", "worksheet", "worksheets/v.xml"),
    ]
    fixture.set("xl/_rels/workbook.xml.rels", WorkbookFixture.relationships(kinds))
    fixture.set("xl/worksheets/z.xml", fixture.text("xl/worksheets/sheet1.xml"))
    fixture.set("xl/worksheets/v.xml", fixture.text("xl/worksheets/sheet1.xml"))
    let entries = [
      ("Z &amp; A", "rId9", "hidden"), ("Biểu đồ", "rId3", "visible"), ("Hộp", "rId4", "visible"),
      ("Lệnh", "rId5", "visible"), ("Chấm điểm", "rId1", "visible"), ("Ẩn", "rId6", "veryHidden"),
    ]
    fixture.set(
      "xl/workbook.xml",
      """
      <workbook \(WorkbookFixture.main) xmlns:r="\(WorkbookFixture.documentRelationships)"><sheets>
      \(entries.map { "<sheet name=\"\($0.0)\" state=\"\($0.2)\" r:id=\"\($0.1)\"/>" }.joined())
      </sheets></workbook>
      """)
    let workbook = try fixture.open()
    #expect(workbook.sheets.map(\.name) == ["Z & A", "Chấm điểm", "Ẩn"])
    #expect(workbook.sheets.map(\.visibility) == [.hidden, .visible, .veryHidden])
    #expect(workbook.notes == [.macros])
  }

  @Test("a module of Excel 95, which has no part, is noted as a macro and is no sheet")
  func modules() throws {
    var fixture = sound
    fixture.set(
      "xl/workbook.xml",
      fixture.text("xl/workbook.xml").replacing(
        "</sheets>", with: "<sheet name=\"Module1\" sheetId=\"2\" r:id=\"\"/></sheets>"))
    #expect(try fixture.open().notes == [.macros])
    try expectSound(fixture)
  }

  @Test("a sheet for which no relationship is named costs an error of that sheet alone")
  func unnamedRelationship() throws {
    var fixture = sound
    fixture.set(
      "xl/workbook.xml",
      fixture.text("xl/workbook.xml").replacing(
        "</sheets>", with: "<sheet name=\"Hai\" sheetId=\"2\"/></sheets>"))
    let sheet = try #require(try fixture.open().sheets.last)
    #expect(sheet.name == "Hai")
    #expect(throws: ReadingError.self) { _ = try sheet.read { _ in } }
  }

  @Test("a chart sheet is left out by its content type too")
  func chartSheetByContentType() throws {
    var fixture = sound
    fixture.set(
      "[Content_Types].xml",
      fixture.text("[Content_Types].xml").replacing("ml.worksheet+xml", with: "ml.chartsheet+xml"))
    #expect(try fixture.open().sheets.isEmpty)
  }

  @Test("a sheet without its part costs an error of that sheet alone")
  func missingSheetPart() throws {
    var fixture = sound
    fixture.remove("xl/worksheets/sheet1.xml")
    let sheet = try #require(try fixture.open().sheets.first)
    let error = try #require(throws: ReadingError.self) { _ = try sheet.read { _ in } }
    #expect(error.kind == .unreadable)
    #expect(error.sheet == "Sheet1")
  }

  @Test("macros are noted, and calculation on load")
  func notes() throws {
    var fixture = sound
    #expect(try fixture.open().notes == [])
    #expect(try fixture.open().recalculatesOnLoad == false)
    #expect(try fixture.open().isTyped)
    fixture.set(
      "xl/_rels/workbook.xml.rels",
      fixture.text("xl/_rels/workbook.xml.rels").replacing(
        "</Relationships>",
        with: "<Relationship Id=\"v\" Target=\"vbaProject.bin\" "
          + "Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\"/></Relationships>"
      ))
    fixture.set(
      "xl/workbook.xml",
      fixture.text("xl/workbook.xml").replacing(
        "</sheets>", with: "</sheets><calcPr fullCalcOnLoad=\"1\"/>"))
    #expect(try fixture.open().notes == [.macros])
    #expect(try fixture.open().recalculatesOnLoad)
    try expectSound(fixture)
  }

  @Test(
    "a part whose checksum or size does not fit is damaged",
    arguments: [
      ZipWriter.Options.wrongChecksum, .wrongSize, [.wrongChecksum, .stored],
    ])
  func damagedPart(options: ZipWriter.Options) throws {
    var fixture = sound
    fixture.write(options, only: "xl/worksheets/sheet1.xml")
    let error = try #require(throws: ReadingError.self) { try fixture.sheet() }
    #expect(error.kind == .unreadable)
    #expect(error.part == "xl/worksheets/sheet1.xml")
    #expect(error.sheet == "Sheet1")
  }

  @Test(
    "damaged styles and strings are errors of their parts",
    arguments: [
      "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "_rels/.rels",
    ])
  func malformedPart(name: String) throws {
    var fixture = sound
    fixture.set(name, "<a><b></a>")
    let error = try #require(throws: ReadingError.self) { try fixture.open() }
    #expect(error.kind == .unreadable)
    #expect(error.part == name)
  }

  @Test("no prefix of a workbook is read as one, and none crashes")
  func truncation() throws {
    let bytes = sound.bytes
    for length in 4..<bytes.count {
      let error = try #require(throws: ReadingError.self) {
        try Workbook.open(bytes: Array(bytes.prefix(length)), name: "cut.xlsx")
      }
      #expect(error.kind == .unreadable, "\(length) bytes")
    }
  }

  @Test("a workbook with flipped bits is read or refused, never a crash")
  func flippedBits() throws {
    let bytes = sound.bytes
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var damaged = bytes
      damaged[index] ^= UInt8(1 << (index % 8))
      do {
        for sheet in try Workbook.open(bytes: damaged, name: "flipped.xlsx").sheets {
          _ = try sheet.read { _ in }
        }
      } catch is ReadingError {
        continue
      }
    }
  }
}
