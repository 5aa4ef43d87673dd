import Spreadsheet
import Testing

@testable import Readers

@Suite("The scanner of shared strings against libxml2")
struct SharedStringScannerTests {
  /// The strings of a table, as text; nil where `read` reads none.
  private static func texts(_ strings: SharedStrings) -> [String] {
    (0..<strings.count).map { index in
      strings[index].map {
        String(decoding: strings.text[$0.start..<$0.start + $0.count], as: UTF8.self)
      } ?? ""
    }
  }

  private static func content(_ items: String, isStreamed: Bool) throws -> PartContent {
    var fixture = WorkbookFixture(rows: "")
    fixture.set(
      "xl/sharedStrings.xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<sst \(WorkbookFixture.main)>"
        + "\(items)</sst>")
    let package = try OPCPackage(
      bytes: fixture.bytes, file: "a.xlsx", limits: Limits(),
      wholePartBytes: isStreamed ? 0 : .max)
    return try #require(try package.content(of: "xl/sharedStrings.xml"))
  }

  /// The strings of libxml2; nil where it complains.
  private static func judged(_ content: PartContent) -> [String]? {
    let handler = SharedStringsHandler(limits: Limits())
    do {
      try XMLPushParser.parse(content, with: handler)
      return texts(handler.strings)
    } catch {
      return nil
    }
  }

  /// Items as programs write them.
  private static let commonItems = [
    "<si><t>a</t></si><si><t xml:space=\"preserve\"> điểm &amp; số </t></si>",
    "<si><t></t></si>\n<si>\n<t>a</t>\n</si>\n", "<si><t/></si>", "<si></si>",
    "<si><t>a_x000D_\r\nb_x005F_x000D_</t></si>",
    "<si><r><t>a</t></r><r><rPr><b/><sz val=\"11\"/><rFont val=\"Arial\"/></rPr><t> b</t></r></si>",
    "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>",
  ]

  private static let otherItems = [
    "<si><t>a</t></si><!-- x -->", "<si><t><![CDATA[a]]></t></si>", "<si><t>a</si>", "<si><t>a</t>",
    "<si><x>a</x></si>", "<si><t>a</t></si>b", "<si><t>\u{2}</t></si>", "<si><t>&x;</t></si>",
    "<si><r><rPr><b></i></rPr><t>a</t></r></si>", "<si><r><t>a</t></si>", "<x:si><t>a</t></x:si>",
    "<si><r><rPr><rFont val=\"ＭＳ\"/></rPr><t>a</t></r></si>", "",
  ]

  @Test(
    "what the scanner reads is what libxml2 reads", arguments: commonItems + otherItems,
    [false, true])
  func agree(items: String, isStreamed: Bool) throws {
    let content = try Self.content(items, isStreamed: isStreamed)
    guard let scanned = try ScannedStrings.read(content, limits: Limits()) else { return }
    #expect(Self.texts(scanned) == Self.judged(content))
  }

  @Test("the scanner knows the items that programs write", arguments: commonItems, [false, true])
  func knowsCommonItems(items: String, isStreamed: Bool) throws {
    let content = try Self.content(items, isStreamed: isStreamed)
    #expect(try ScannedStrings.read(content, limits: Limits()) != nil)
  }

  @Test("a table of many blocks keeps the order of its strings")
  func manyBlocks() throws {
    let content = try Self.content(
      (0..<60_000).map { "<si><t>chuỗi số \($0)</t></si>" }.joined(), isStreamed: true)
    let strings = try #require(try ScannedStrings.read(content, limits: Limits()))
    #expect(Self.texts(strings) == (0..<60_000).map { "chuỗi số \($0)" })
  }

  @Test("a table beyond a limit is left to libxml2, which says so")
  func limits() throws {
    let content = try Self.content(Self.commonItems.joined(), isStreamed: false)
    #expect(try ScannedStrings.read(content, limits: Limits(cellText: 5)) == nil)
    #expect(try ScannedStrings.read(content, limits: Limits(sharedStrings: 2)) == nil)
  }
}
