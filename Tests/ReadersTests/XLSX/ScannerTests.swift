import Foundation
import Spreadsheet
import Testing

@testable import Readers

@Suite("The scanner of worksheets against libxml2")
struct ScannerTests {
  /// What one way of reading makes of a workbook's first sheet.
  private struct Outcome: Equatable {
    var rows: [Row] = []
    var layout: SheetLayout?
    var error: ReadingError?

    init(_ fixture: WorkbookFixture, usesScanner: Bool, wholePartBytes: Int) {
      do {
        let package = try OPCPackage(
          bytes: fixture.bytes, file: "a.xlsx", limits: Limits(), wholePartBytes: wholePartBytes)
        let workbook = try XLSXWorkbook(
          package: package, workbookPart: "xl/workbook.xml", limits: Limits(),
          usesScanner: usesScanner)
        layout = try workbook.sheets[0].read { rows.append($0) }
      } catch {
        self.error = error as? ReadingError
      }
    }
  }

  /// Whether the scanner alone reads the sheet, without libxml2's help in its rows.
  private static func isKnown(_ fixture: WorkbookFixture) throws -> Bool {
    let package = try OPCPackage(bytes: fixture.bytes, file: "a.xlsx", limits: Limits())
    let content = try #require(try package.content(of: "xl/worksheets/sheet1.xml", forSheet: 0))
    let decoder = CellDecoder(
      sharedStrings: SharedStrings(), styles: Styles(), dateSystem: .from1900)
    var scanned = ScannedSheet(
      decoder: decoder, allowance: CellAllowance(limit: 1000), limits: Limits(),
      parser: SheetParser(
        decoder: decoder, allowance: CellAllowance(limit: 1000), textLimit: 1000,
        rows: RowSink(gathering: false) { _ in })
    ) { _ in }
    return try scanned.read(content)
  }

  /// Rows as programs write them, for each what is special about them.
  private static let commonRows: [(String, String)] = [
    (
      "XlsxWriter and Excel",
      """
      <row r="1" spans="1:3" ht="18.75" customHeight="1" x14ac:dyDescent="0.25">\
      <c r="A1" s="2" t="n"><v>1</v></c><c r="B1" s="1"/><c r="C1"><f>A1*2</f><v>2.5</v></c></row>
      """
    ),
    (
      "openpyxl",
      "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>điểm</t></is></c>"
        + "<c r=\"B2\"><f>SUM(A1:A9)</f><v /></c><c r=\"C2\" t=\"b\"><v>1</v></c></row>"
    ),
    (
      "LibreOffice",
      """
      <row r="3" customFormat="false" ht="12.8" hidden="true" customHeight="false" outlineLevel="0" collapsed="false">\
      <c r="A3" s="0" t="str"><f aca="false">"a"&amp;"b"</f><v>ab</v></c>\
      <c r="B3" s="0" t="e"><f aca="false">1/0</f><v>#DIV/0!</v></c></row>
      """
    ),
    ("blanks between elements", "\n  <row r=\"4\">\r\n\t<c r=\"A4\"> <v>7</v> </c>\n</row>\n"),
    ("a row without cells", "<row r=\"5\" hidden=\"1\"/><row r=\"6\"></row>"),
    (
      "texts with references and escapes",
      "<row r=\"7\"><c r=\"A7\" t=\"str\"><v xml:space=\"preserve\"> &lt;b&gt; &#233;&#x1EC7; _x000D_\r\n</v></c></row>"
    ),
    (
      "a shared formula",
      "<row r=\"8\"><c r=\"A8\"><f t=\"shared\" ref=\"A8:A9\" si=\"0\">B8+$B$1</f><v>3</v></c></row>"
        + "<row r=\"9\"><c r=\"A9\"><f t=\"shared\" si=\"0\"/><v>4</v></c></row>"
    ),
    (
      "numbers in every form",
      "<row r=\"10\">"
        + [
          "-0", "1e3", "1.0000000000000002E-2", "123456789012345678901", "0.30000000000000004", "",
          " 5 ", "abc", "-12.50",
        ]
        .enumerated().map {
          "<c r=\"\(CellReference.letters(ofColumn: $0 + 1))10\"><v>\($1)</v></c>"
        }
        .joined() + "</row>"
    ),
    (
      "dates, percentages and times",
      "<row r=\"11\"><c r=\"A11\" s=\"1\"><v>43500.5</v></c><c r=\"B11\" s=\"2\"><v>0.5</v></c>"
        + "<c r=\"C11\" s=\"3\"><v>1.25</v></c><c r=\"D11\" s=\"9\"><v>3</v></c>"
        + "<c r=\"E11\" t=\"d\"><v>2026-11-25</v></c></row>"
    ),
  ]

  /// Rows that are no concern of the scanner's, or no XML at all.
  private static let otherRows = [
    "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><!-- x --><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v><![CDATA[a]]></v></c></row>",
    "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>1</v></c></row>",
    "<row><c><v>1</v></c><c><v>2</v></c></row>",
    "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
    "<row r=\"1\"><c t=\"str\" r=\"A1\"><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r></is></c></row>",
    "<row r=\"1\"><c r=\"A1\"><v>1</v><v>2</v></c></row>",
    "<row r=\"1\"><c r=\"A1\"><v>1</v><x/></c></row>",
    "<row r=\"1\"><c r='A1'><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" s=\"1\" s=\"2\"><v>7</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a]]>b</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a&nbsp;b</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\u{1}</v></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>\u{FFFE}</v></c></row>",
    "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"A1\"><v>1</v></c>",
    "<row r=\"1\"><c r=\"A1\"><v>1</c></row>",
    "<row r=\"1\"><c r=\"A1\"><v>1</v></row>",
    "<row r=\"1\" r=\"2\"><c r=\"A1\"><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><sheetData><row r=\"2\"/>",
    "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row></x>",
    "<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>", "<row r=\"1048577\"/>", "",
  ]

  private static func fixture(_ rows: String) -> WorkbookFixture {
    WorkbookFixture(
      rows: rows, before: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>",
      after: "<mergeCells count=\"1\"><mergeCell ref=\"A1:B2\"/></mergeCells>",
      strings: ["<si><t>x</t></si>"], formats: ["14", "9", "46"])
  }

  @Test(
    "both read the same rows, layout and errors, from memory and from a stream",
    arguments: commonRows.map(\.1) + otherRows + [commonRows.map(\.1).joined()])
  func agree(rows: String) {
    let fixture = Self.fixture(rows)
    let expected = Outcome(fixture, usesScanner: false, wholePartBytes: .max)
    #expect(Outcome(fixture, usesScanner: true, wholePartBytes: .max) == expected)
    #expect(Outcome(fixture, usesScanner: true, wholePartBytes: 0) == expected)
  }

  @Test("the scanner knows the rows that programs write", arguments: commonRows)
  func knowsCommonRows(row: (String, String)) throws {
    #expect(try Self.isKnown(Self.fixture(row.1)), "\(row.0)")
  }

  @Test(
    "rows that were handed on before something unknown are not handed on twice",
    arguments: [0, Int.max])
  func fallsBackInTheMiddle(wholePartBytes: Int) {
    let plain = (1...30_000).map { "<row r=\"\($0)\"><c r=\"B\($0)\"><v>\($0)</v></c></row>" }
    let odd = "<row r=\"30001\"><c r=\"A30001\" t=\"str\"><v>a</v><extLst/></c></row>"
    let damaged = "<row r=\"30001\"><c r=\"A30001\" t=\"str\"><v>\u{1}</v></c></row>"
    for last in [odd, damaged] {
      let fixture = Self.fixture(plain.joined() + last)
      let expected = Outcome(fixture, usesScanner: false, wholePartBytes: wholePartBytes)
      #expect(expected.rows.count >= 30_000)
      #expect(
        Outcome(fixture, usesScanner: true, wholePartBytes: wholePartBytes) == expected)
    }
  }

  @Test("who throws while rows are handed on gets the error back", arguments: [0, Int.max])
  func receiverThrows(wholePartBytes: Int) throws {
    struct Enough: Error {}
    let rows = (1...30_000).map { "<row r=\"\($0)\"><c r=\"B\($0)\"><v>\($0)</v></c></row>" }
    let package = try OPCPackage(
      bytes: Self.fixture(rows.joined()).bytes, file: "a.xlsx", limits: Limits(),
      wholePartBytes: wholePartBytes)
    let workbook = try XLSXWorkbook(
      package: package, workbookPart: "xl/workbook.xml", limits: Limits(), usesScanner: true)
    var count = 0
    #expect(throws: Enough.self) {
      try workbook.sheets[0].read { _ in
        count += 1
        if count == 12_345 { throw Enough() }
      }
    }
    #expect(count == 12_345)
  }

  @Test("rows that were kept stay as they were while others are read")
  func keptViews() throws {
    let rows = (1...20_000).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"str\"><v>số \($0)</v></c></row>"
    }
    let package = try OPCPackage(
      bytes: Self.fixture(rows.joined()).bytes, file: "a.xlsx", limits: Limits(),
      wholePartBytes: 0)
    let workbook = try XLSXWorkbook(
      package: package, workbookPart: "xl/workbook.xml", limits: Limits(), usesScanner: true)
    var kept: [RowView] = []
    _ = try workbook.sheets[0].forEachRow { if $0.number % 1000 == 1 { kept.append($0) } }
    #expect(kept.map { $0.text(of: $0.cells[0]) } == (0..<20).map { "số \($0 * 1000 + 1)" })
  }

  @Test(
    "both read public workbooks the same", .enabled(if: Corpus.folder != nil))
  func publicWorkbooks() throws {
    var known = 0
    for file in Corpus.files("xlsx", { $0.pathExtension == "xlsx" }) {
      let bytes = try Array(Data(contentsOf: file))
      guard let package = try? OPCPackage(bytes: bytes, file: file.path, limits: Limits()),
        case .workbook(let part)? = try? PackageFormat(of: package)
      else { continue }
      let outcomes = [false, true].map { usesScanner -> [String] in
        do {
          let workbook = try XLSXWorkbook(
            package: package, workbookPart: part, limits: Limits(), usesScanner: usesScanner)
          return try workbook.sheets.map { sheet in
            var rows: [Row] = []
            do {
              let layout = try sheet.read { rows.append($0) }
              return "\(rows)\(layout)"
            } catch {
              return "\(rows)\(error)"
            }
          }
        } catch {
          return ["\(error)"]
        }
      }
      #expect(outcomes[0] == outcomes[1], "\(file.lastPathComponent)")
      known += 1
    }
    #expect(known > 100)
  }
}
