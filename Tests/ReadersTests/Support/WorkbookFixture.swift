import Readers
import Spreadsheet

/// A small workbook, part by part; each test changes what it is about.
struct WorkbookFixture {
  /// Parts by name, in the order in which they are written.
  private(set) var parts: [(name: String, content: [UInt8], options: ZipWriter.Options)] = []

  static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  static let documentRelationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml."

  /// A workbook with one sheet, `Sheet1`, whose rows are `rows`.
  ///
  /// - Parameters:
  ///   - before: What the worksheet holds before its rows.
  ///   - after: What it holds behind them.
  ///   - strings: String items.
  ///   - formats: Number formats: a built-in number, or a code, for the cell formats 1, 2, …
  ///   - workbook: What the workbook part holds before its sheets.
  init(
    rows: String, before: String = "", after: String = "", strings: [String]? = nil,
    formats: [String] = [], workbook: String = ""
  ) {
    set(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="\(Self.contentType)sheet.main+xml"/>
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(Self.contentType)worksheet+xml"/>
      </Types>
      """)
    set("_rels/.rels", Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")]))
    set(
      "xl/workbook.xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <workbook \(Self.main) xmlns:r="\(Self.documentRelationships)">\(workbook)
      <sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
      """)
    set(
      "xl/_rels/workbook.xml.rels",
      Self.relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
      ]))
    set(
      "xl/worksheets/sheet1.xml",
      "<worksheet \(Self.main)>\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>")
    if !formats.isEmpty { set("xl/styles.xml", Self.styles(formats)) }
    if let strings {
      set("xl/sharedStrings.xml", "<sst \(Self.main)>\(strings.joined())</sst>")
    }
  }

  /// Replaces or adds a part.
  mutating func set(_ name: String, _ content: String, _ options: ZipWriter.Options = []) {
    set(name, Array(content.utf8), options)
  }

  /// Replaces or adds a part.
  mutating func set(_ name: String, _ content: [UInt8], _ options: ZipWriter.Options = []) {
    if let index = parts.firstIndex(where: { $0.name == name }) {
      parts[index] = (name, content, options)
    } else {
      parts.append((name, content, options))
    }
  }

  /// Changes how all parts, or those called `name`, are written.
  mutating func write(_ options: ZipWriter.Options, only name: String? = nil) {
    for index in parts.indices where name == nil || parts[index].name == name {
      parts[index].options = options
    }
  }

  /// Calls a part by another name.
  mutating func rename(_ name: String, to other: String) {
    for index in parts.indices where parts[index].name == name { parts[index].name = other }
  }

  /// Leaves a part out.
  mutating func remove(_ name: String) {
    parts.removeAll { $0.name == name }
  }

  /// The text of a part.
  func text(_ name: String) -> String {
    String(decoding: parts.first { $0.name == name }?.content ?? [], as: UTF8.self)
  }

  /// The workbook as a file.
  var bytes: [UInt8] {
    var zip = ZipWriter()
    for part in parts { zip.add(part.name, part.content, part.options) }
    return zip.bytes
  }

  /// The workbook, opened.
  func open(limits: Limits = Limits()) throws -> any WorkbookSource {
    try Workbook.open(bytes: bytes, name: "test.xlsx", limits: limits)
  }

  /// The first sheet, read.
  func sheet(limits: Limits = Limits()) throws -> SheetGrid {
    let source = try open(limits: limits)
    guard let first = source.sheets.first else { throw Missing() }
    return try SheetGrid(reading: first)
  }

  /// The cell at an A1 reference of the first sheet.
  func cell(_ reference: String) throws -> Cell? {
    guard let reference = CellReference(reference) else { throw Missing() }
    return try sheet()[reference]
  }

  struct Missing: Error {}

  /// A relationships part.
  static func relationships(
    _ list: [(id: String, kind: String, target: String)], base: String = documentRelationships
  ) -> String {
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(base)/\($0.kind)\" Target=\"\($0.target)\"/>"
    }
    return
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + items.joined() + "</Relationships>"
  }

  private static func styles(_ formats: [String]) -> String {
    var codes = ""
    var cellFormats = "<xf numFmtId=\"0\"/>"
    for (index, format) in formats.enumerated() {
      if let builtIn = Int(format) {
        cellFormats += "<xf numFmtId=\"\(builtIn)\"/>"
      } else {
        codes += "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(escaped(format))\"/>"
        cellFormats += "<xf numFmtId=\"\(164 + index)\"/>"
      }
    }
    return """
      <styleSheet \(main)><numFmts>\(codes)</numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>\(cellFormats)</cellXfs></styleSheet>
      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
