import Spreadsheet
import Testing

@testable import Readers

@Suite("Custom document properties")
struct CustomPropertyTests {
  static let relationshipBases: [(base: String, kind: String)] = [
    (WorkbookFixture.documentRelationships, "custom-properties"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "customProperties"),
  ]

  private func fixture(
    _ properties: String?, base: String = WorkbookFixture.documentRelationships,
    kind: String = "custom-properties"
  ) -> WorkbookFixture {
    var fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    let workbook = WorkbookFixture.relationships([("rId1", "officeDocument", "xl/workbook.xml")])
    let custom = WorkbookFixture.relationships([("rId2", kind, "docProps/any.xml")], base: base)
    fixture.set(
      "_rels/.rels",
      workbook.replacing("</Relationships>", with: "")
        + (custom.split(separator: ">", maxSplits: 1).last ?? ""))
    if let properties { fixture.set("docProps/any.xml", properties) }
    return fixture
  }

  private static func part(_ body: String) -> String {
    """
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
      xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">\(body)</Properties>
    """
  }

  @Test(
    "are found through the package's relationships, values as text", arguments: relationshipBases)
  func read(_ item: (base: String, kind: String)) throws {
    let body = """
      <property fmtid="{0}" pid="2" name="Đơn vị"><vt:lpwstr>Công an &amp; Tòa án</vt:lpwstr></property>
      <property fmtid="{0}" pid="3" name="Năm"><vt:i4>2019</vt:i4></property>
      <property fmtid="{0}" pid="4" name="Nhiều"><vt:vector size="1" baseType="lpwstr"><vt:lpwstr>a</vt:lpwstr></vt:vector></property>
      <property fmtid="{0}" pid="5" name="Trống"><vt:lpwstr/></property>
      """
    let source = try fixture(Self.part(body), base: item.base, kind: item.kind).open()
    #expect(
      source.properties == ["Đơn vị": "Công an & Tòa án", "Năm": "2019", "Trống": ""])
    #expect(try WorkbookGrid(reading: source).properties["Năm"] == "2019")
  }

  @Test("that are absent or damaged leave the sheets as they are")
  func absent() throws {
    for part in [nil, "<Properties>", ""] {
      let source = try fixture(part).open()
      #expect(source.properties.isEmpty)
      #expect(source.sheets.count == 1)
    }
  }
}
