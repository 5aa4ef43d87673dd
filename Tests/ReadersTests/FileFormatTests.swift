import Readers
import Spreadsheet
import Testing

@Suite("Formats told by content")
struct FileFormatTests {
  private func error(
    _ bytes: [UInt8], name: String = "bài nộp.xlsx", _ location: SourceLocation = #_sourceLocation
  ) throws -> ReadingError {
    try #require(throws: ReadingError.self, sourceLocation: location) {
      try Workbook.open(bytes: bytes, name: name)
    }
  }

  private func compoundFile(_ streams: [String]) -> [UInt8] {
    CompoundFileWriter(streams: streams.map { ($0, []) }).bytes
  }

  @Test(
    "a known format that is not read is named",
    arguments: [
      ("%PDF-1.7\n%âãÏÓ", "PDF"), ("{\\rtf1\\ansi", "RTF"), ("GIF89a....", "GIF"),
      ("<html><body><p>1</p></body></html>", "HTML"),
      ("\u{FEFF}\n<!DOCTYPE html>\n<html>", "HTML"), ("<table border=1>", "HTML"),
      ("<?xml version=\"1.0\"?><note/>", "XML"), ("MIME-Version: 1.0\nX: y", "MIME"),
      ("ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"TT\"\r\nE\r\n", "SYLK"),
      ("ID;PSCALC3\nC;X1;Y1;K1\nE\n", "SYLK"),
      ("TABLE\n0,1\n\"Sheet1\"\nVECTORS\n0,2\n\"\"\n", "DIF"),
    ])
  func namedText(content: String, name: String) throws {
    let error = try error(Array(content.utf8))
    #expect(error.kind == .unsupported)
    #expect(error.detail.contains(name))
  }

  @Test(
    "text with a few zeros in it, or in UTF-32, is text",
    arguments: [
      Array("a,b\n\0,2\n".utf8), Array("Nội dung;Điểm\0\nKỷ luật;9,5\0\n".utf8),
      VietnameseEncoder.utf32LittleEndian.encode("a;b\n"),
      VietnameseEncoder.utf32BigEndianWithMark.encode("Điểm;9,5\n"),
    ])
  func textWithZeros(bytes: [UInt8]) throws {
    #expect(try Workbook.open(bytes: bytes, name: "a.csv").sheets.count == 1)
  }

  @Test(
    "a known binary format is named",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "PNG"),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], "JPEG"), ([0x1F, 0x8B, 8, 0, 0], "gzip"),
      ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00], "RAR"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "7z"),
    ] as [([UInt8], String)])
  func namedBinary(content: [UInt8], name: String) throws {
    let error = try error(content)
    #expect(error.kind == .unsupported)
    #expect(error.detail.contains(name))
  }

  @Test("an empty file says so")
  func empty() throws {
    let error = try error([])
    #expect(error.kind == .unreadable)
    #expect(error.file == "bài nộp.xlsx")
  }

  @Test("binary data of no known kind is refused")
  func rubbish() throws {
    var state: UInt32 = 1
    let bytes = (0..<4000).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    #expect(try error([0x01, 0x00] + bytes).kind == .unsupported)
  }

  @Test(
    "text is read as CSV, whatever the name says and however it is encoded",
    arguments: [
      Array("STT,Nội dung\n1,Điểm\n".utf8), [0xEF, 0xBB, 0xBF, 0x61, 0x3B, 0x62],
      [0xFF, 0xFE, 0x61, 0, 0x2C, 0], [0xFE, 0xFF, 0, 0x61, 0, 0x2C],
      Array("a,b\n1,2\n".utf8).flatMap { [$0, 0] }, Array("a,b\n1,2\n".utf8).flatMap { [0, $0] },
      [0x53, 0x54, 0x54, 0x2C, 0xAE, 0x69, 0xD3, 0x6D, 0x0A], Array("<5 điểm,9\n".utf8), [0x31],
    ] as [[UInt8]])
  func text(content: [UInt8]) throws {
    let workbook = try Workbook.open(bytes: content, name: "điểm.xlsx")
    #expect(!workbook.isTyped)
  }

  @Test("a workbook is read whatever its name says")
  func misnamed() throws {
    let bytes = WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#).bytes
    #expect(try Workbook.open(bytes: bytes, name: "điểm.csv").isTyped)
  }

  @Test(
    "other documents of Office Open XML are named",
    arguments: [
      (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "Word"
      ),
      (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        "PowerPoint"
      ),
      ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "xlsb"),
    ])
  func otherPackages(type: String, name: String) throws {
    var fixture = WorkbookFixture(rows: "")
    fixture.set(
      "[Content_Types].xml",
      fixture.text("[Content_Types].xml").replacing(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", with: type))
    let error = try error(fixture.bytes)
    #expect(error.kind == .unsupported)
    #expect(error.detail.contains(name))
  }

  @Test(
    "all kinds of Excel workbooks are read",
    arguments: [
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      "application/vnd.ms-excel.template.macroEnabled.main+xml",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    ])
  func workbookKinds(type: String) throws {
    var fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    fixture.set(
      "[Content_Types].xml",
      fixture.text("[Content_Types].xml").replacing(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", with: type))
    #expect(try fixture.cell("A1")?.value == .number(1))
  }

  @Test("a table whose first column is called ID is no SYLK file")
  func columnCalledID() throws {
    let bytes = Array("ID;PHÒNG;ĐIỂM\nP1;Tham mưu;9\nC2;Hậu cần;8\n".utf8)
    #expect(try Workbook.open(bytes: bytes, name: "a.csv").sheets.count == 1)
  }

  @Test(
    "packages of other spreadsheet programs are named",
    arguments: [
      (["Index/Document.iwa"], "Numbers"), (["Index.zip"], "Numbers"),
      (["index.xml", "buildVersionHistory.plist"], "Numbers"),
    ])
  func otherPrograms(parts: [String], name: String) throws {
    var zip = ZipWriter()
    for part in parts { zip.add(part, [0]) }
    #expect(try error(zip.bytes).detail.contains(name))
  }

  @Test("a spreadsheet of OpenOffice.org 1 is named by its manifest")
  func openOffice() throws {
    var zip = ZipWriter()
    let manifest = """
      <!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">
      <manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest"><manifest:file-entry
      manifest:media-type="application/vnd.sun.xml.calc" manifest:full-path="/"/></manifest:manifest>
      """
    zip.add("META-INF/manifest.xml", Array(manifest.utf8))
    #expect(try error(zip.bytes).detail.contains("OpenOffice.org 1"))
  }

  @Test("an OpenDocument spreadsheet and a plain ZIP archive are named")
  func otherContainers() throws {
    var sheet = ZipWriter()
    sheet.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8), .stored)
    sheet.add("content.xml", Array("<a/>".utf8))
    #expect(try error(sheet.bytes).detail.contains("OpenDocument spreadsheet"))
    var archive = ZipWriter()
    archive.add("a.xlsx", [1, 2, 3])
    #expect(try error(archive.bytes).detail.contains("ZIP archive"))
    #expect(try error(archive.bytes).kind == .unsupported)
    #expect(try error(ZipWriter().bytes).kind == .unsupported)
  }

  @Test("a package that does not name its workbook is damaged")
  func withoutRelationships() throws {
    var fixture = WorkbookFixture(rows: "")
    fixture.remove("_rels/.rels")
    #expect(try error(fixture.bytes).kind == .unreadable)
  }

  @Test("a container with encrypted entries is encrypted")
  func encryptedEntries() throws {
    var fixture = WorkbookFixture(rows: "")
    fixture.write(.encrypted, only: "xl/workbook.xml")
    #expect(try error(fixture.bytes).kind == .encrypted)
  }

  @Test(
    "a compound file is encrypted, or named by its stream",
    arguments: [
      ("DRMEncryptedDataSpace", ReadingError.Kind.encrypted, "rights management"),
      ("EncryptedPackage", .unreadable, "encryption"),
      ("EncryptionInfo", .unreadable, "header"), ("Workbook", .unreadable, "workbook"),
      ("Book", .unreadable, "workbook"), ("WordDocument", .unsupported, ".doc"),
      ("Khác", .unsupported, "OLE2"),
    ])
  func compoundFiles(stream: String, kind: ReadingError.Kind, word: String) throws {
    let error = try error(
      compoundFile(["a", "b", "c", stream]))
    #expect(error.kind == kind)
    #expect(error.detail.contains(word))
  }

  @Test(
    "a compound file that is cut short or chained in a circle is damaged, and is not followed")
  func damagedCompoundFiles() throws {
    let bytes = compoundFile(["a", "b", "c", "WordDocument"])
    for length in [8, 100, 512, 700, 1024] {
      #expect(try error(Array(bytes.prefix(length))).kind == .unreadable)
    }
    var circular = bytes
    // The directory's first sector names itself as the next, in the table that stands at the end.
    circular.replaceSubrange(bytes.count - 512..<bytes.count - 508, with: [0, 0, 0, 0])
    #expect(try error(circular).kind == .unreadable)
  }

  @Test("a file that is not there is not found")
  func notFound() throws {
    let error = try #require(throws: ReadingError.self) {
      try Workbook.open(path: "/không/có/tệp.xlsx")
    }
    #expect(error.kind == .notFound)
  }

  @Test("a folder is no workbook")
  func folder() throws {
    let error = try #require(throws: ReadingError.self) { try Workbook.open(path: "/") }
    #expect(error.kind == .unreadable)
  }
}
