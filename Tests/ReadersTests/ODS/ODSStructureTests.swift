import Readers
import Spreadsheet
import Testing

@Suite("Rows, columns and tables of OpenDocument")
struct ODSStructureTests {
  private let one = #"<table:table-cell office:value-type="float" office:value="1"/>"#

  private func row(_ cells: String, _ attributes: String = "") -> String {
    "<table:table-row \(attributes)>\(cells)</table:table-row>"
  }

  @Test("blank cells and rows that are repeated keep the place of what follows")
  func repeatedBlanks() throws {
    let blank = #"<table:table-cell table:number-columns-repeated="3"/>"#
    let sheet = try ODSFixture(
      table: row(blank, #"table:number-rows-repeated="9""#) + row(blank + one)
    ).sheet()
    #expect(sheet.rows.map(\.number) == [10])
    #expect(sheet.rows.first?.cells.map(\.column) == [4])
  }

  @Test("a sheet of formatted blanks holds nothing and costs nothing")
  func blankSheet() throws {
    let blank = #"<table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/>"#
    let fixture = ODSFixture(
      table: row(one)
        + String(repeating: row(blank, #"table:number-rows-repeated="1048576""#), count: 50))
    #expect(try fixture.sheet(limits: Limits(cells: 1)).rows.count == 1)
  }

  @Test("a cell that is repeated stands in every column")
  func repeatedCells() throws {
    let cell =
      #"<table:table-cell office:value-type="percentage" office:value="0.5" table:number-columns-repeated="3"/>"#
    let cells = try ODSFixture(cells: cell + one).sheet().rows.first?.cells
    #expect(cells?.map(\.column) == [1, 2, 3, 4])
    #expect(cells?.map(\.isPercentage) == [true, true, true, false])
  }

  @Test("a row with content that is repeated is handed out each time")
  func repeatedRows() throws {
    let sheet = try ODSFixture(
      table: row(one, #"table:number-rows-repeated="3" table:visibility="filter""#) + row(one)
    ).sheet()
    #expect(sheet.rows.map(\.number) == [1, 2, 3, 4])
    #expect(sheet.rows.map(\.isHidden) == [true, true, true, false])
  }

  @Test("repetition is counted against the limits")
  func limits() throws {
    let full =
      #"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>"#
    let fixture = ODSFixture(table: row(full, #"table:number-rows-repeated="1048576""#))
    for limits in [Limits(cells: 20_000), Limits()] {
      let error = try #require(throws: ReadingError.self) {
        try fixture.open(limits: limits).sheets.first?.read { _ in }
      }
      #expect(error.kind == .limitExceeded)
      #expect(error.sheet == "Sheet1")
    }
  }

  @Test("a limit of blanks keeps a text from growing without bound")
  func blanks() throws {
    let cell =
      #"<table:table-cell><text:p><text:s text:c="999999999"/></text:p></table:table-cell>"#
    let error = try #require(throws: ReadingError.self) { try ODSFixture(cells: cell).sheet() }
    #expect(error.kind == .limitExceeded)
  }

  @Test(
    "content outside any sheet and counts that are none are named with their place",
    arguments: [
      (#"<table:table-cell table:number-columns-repeated="16384"/>"#, "XFE1"),
      (#"<table:table-cell table:number-columns-repeated="nhiều"/>"#, "A1"),
    ])
  func outside(cells: String, place: String) throws {
    let error = try #require(throws: ReadingError.self) {
      try ODSFixture(cells: cells + one).sheet()
    }
    #expect(error.kind == .unreadable)
    #expect(error.part == "content.xml")
    #expect(error.cell == place)
  }

  @Test("spans are merges, and a value under one is handed out")
  func merges() throws {
    let merged =
      #"<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3" office:value-type="string"><text:p>gộp</text:p></table:table-cell>"#
    let covered = #"<table:covered-table-cell office:value-type="float" office:value="7"/>"#
    let sheet = try ODSFixture(table: row(one + merged + covered)).sheet()
    #expect(sheet.layout.mergedRanges.map(\.description) == ["B1:C3"])
    #expect(sheet.rows.first?.cells.last == Cell(column: 3, value: .number(7)))
  }

  @Test("a row with a merge that is repeated has the merge each time")
  func repeatedMerges() throws {
    let merged =
      #"<table:table-cell table:number-columns-spanned="2"><text:p>x</text:p></table:table-cell>"#
    let sheet = try ODSFixture(table: row(merged, #"table:number-rows-repeated="2""#)).sheet()
    #expect(sheet.layout.mergedRanges.map(\.description) == ["A1:B1", "A2:B2"])
  }

  @Test("hidden columns are counted with those that are repeated")
  func hiddenColumns() throws {
    let columns = """
      <table:table-column table:number-columns-repeated="2"/>\
      <table:table-column-group table:display="false"><table:table-column/></table:table-column-group>\
      <table:table-column table:visibility="collapse" table:number-columns-repeated="20000"/>
      """
    let layout = try ODSFixture(table: columns + row(one)).sheet().layout
    #expect(layout.hiddenColumns == [3...3, 4...16_384])
  }

  @Test("rows in headers and groups count on; those of a folded group are hidden")
  func groups() throws {
    let table =
      "<table:table-header-rows>\(row(one))</table:table-header-rows>"
      + "<table:table-row-group table:display=\"false\"><table:table-row-group>\(row(one))"
      + "</table:table-row-group></table:table-row-group><text:soft-page-break/>"
      + row(one, #"table:visibility="collapse""#) + row(one)
    let sheet = try ODSFixture(table: table).sheet()
    #expect(sheet.rows.map(\.number) == [1, 2, 3, 4])
    #expect(sheet.rows.map(\.isHidden) == [false, true, true, false])
  }

  @Test("every table is a sheet, hidden where its style says so, and each is read by itself")
  func tables() throws {
    func table(_ name: String, _ style: String, _ value: Int) -> String {
      """
      <table:table table:name="\(name)" table:style-name="\(style)">\(
        row(#"<table:table-cell office:value-type="float" office:value="\#(value)"/>"#))</table:table>
      """
    }
    var fixture = ODSFixture(
      body: table("A &amp; B", "ta1", 1) + table("Ẩn", "ta2", 2)
        + "<table:table table:name=\"Trống\"/>"
        + table("'file:///x.ods'#$Sheet1", "ta1", 9) + table("Cuối", "ta1", 3))
    fixture.styles = """
      <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/>\
      </style:style><style:style style:name="ta2" style:family="table">\
      <style:table-properties table:display="false"/></style:style>
      """
    let workbook = try WorkbookGrid(reading: fixture.open())
    #expect(workbook.sheets.map(\.name) == ["A & B", "Ẩn", "Trống", "Cuối"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, .visible, .visible])
    #expect(
      workbook.sheets.map { $0.rows.first?.cells.first?.value } == [
        .number(1), .number(2), nil, .number(3),
      ])
    #expect(workbook.isTyped)
  }

  @Test("tables are found in an encoding that the parser converts")
  func otherEncoding() throws {
    let fixture = ODSFixture(
      body: "<table:table table:name=\"A\">\(row(one))</table:table><table:table table:name=\"B\">"
        + row(one + one) + "</table:table>")
    let text = fixture.content(
      root: "office:document", attributes: " office:mimetype=\"\(ODSFixture.mediaType)\"")
    let bytes = Array(text.replacing("UTF-8", with: "ISO-8859-1").utf8)
    let workbook = try WorkbookGrid(reading: Workbook.open(bytes: bytes, name: "test.fods"))
    #expect(workbook.sheets.map { $0.rows.first?.cells.count } == [1, 2])
  }

  @Test("what is deleted but tracked is no table")
  func trackedChanges() throws {
    var fixture = ODSFixture(table: row(one))
    fixture.body =
      "<table:tracked-changes><table:deletion><table:table><table:table-row><table:table-cell><text:p>x</text:p>"
      + "</table:table-cell></table:table-row></table:table></table:deletion></table:tracked-changes>"
      + fixture.body
    let workbook = try fixture.open()
    #expect(workbook.sheets.map(\.name) == ["Sheet1"])
    #expect(try fixture.cell()?.value == .number(1))
  }

  @Test("a flat document is read like a package")
  func flat() throws {
    let text = ODSFixture(cells: one).content(
      root: "office:document", attributes: " office:mimetype=\"\(ODSFixture.mediaType)\"")
    let workbook = try Workbook.open(bytes: Array(text.utf8), name: "test.xml")
    #expect(try workbook.sheets.map { try SheetGrid(reading: $0).rows.count } == [1])
  }

  @Test("a template is read, and a package without its first entry by its manifest")
  func mediaTypes() throws {
    var template = ODSFixture(cells: one)
    template.mediaType = ODSFixture.mediaType + "-template"
    #expect(try template.cell()?.value == .number(1))
    var bare = ODSFixture(cells: one)
    bare.mediaType = nil
    bare.manifest =
      #"<manifest:file-entry manifest:full-path="/" manifest:media-type="\#(ODSFixture.mediaType)"/>"#
    #expect(try bare.cell()?.value == .number(1))
  }

  @Test("a text document is named, not read")
  func otherDocument() throws {
    var fixture = ODSFixture(cells: one)
    fixture.mediaType = "application/vnd.oasis.opendocument.text"
    let error = try #require(throws: ReadingError.self) { try fixture.open() }
    #expect(error.kind == .unsupported)
    #expect(error.detail.contains("OpenDocument text"))
  }

  @Test("a document with encrypted files is encrypted")
  func encrypted() throws {
    var fixture = ODSFixture(cells: one)
    fixture.manifest = """
      <manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>\
      </manifest:file-entry>
      """
    let error = try #require(throws: ReadingError.self) { try fixture.open() }
    #expect(error.kind == .encrypted)
  }

  @Test("macros are noted")
  func macros() throws {
    var fixture = ODSFixture(cells: one)
    fixture.otherParts = ["Basic/script-lc.xml"]
    #expect(try fixture.open().notes == [.macros])
    #expect(try ODSFixture(cells: one).open().notes.isEmpty)
  }

  @Test("a manifest that names its document type, as OpenOffice.org 2 wrote it, is read")
  func manifestWithDocumentType() throws {
    var zip = ZipWriter()
    zip.add("mimetype", Array(ODSFixture.mediaType.utf8), .stored)
    zip.add("content.xml", Array(ODSFixture(cells: one).content().utf8))
    let manifest = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>
      """
    zip.add("META-INF/manifest.xml", Array(manifest.utf8))
    let sheet = try #require(try Workbook.open(bytes: zip.bytes, name: "test.ods").sheets.first)
    #expect(try SheetGrid(reading: sheet).rows.count == 1)
  }

  @Test("content that is cut short or declares entities is damaged")
  func damaged() throws {
    for content in ["<office:document-content><office:body>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"]
    {
      var zip = ZipWriter()
      zip.add("mimetype", Array(ODSFixture.mediaType.utf8), .stored)
      zip.add("content.xml", Array(content.utf8))
      let error = try #require(throws: ReadingError.self) {
        try Workbook.open(bytes: zip.bytes, name: "test.ods")
      }
      #expect(error.kind == .unreadable)
      #expect(error.part == "content.xml")
    }
  }
}
