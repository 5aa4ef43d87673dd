import Readers
import Spreadsheet

/// A small OpenDocument spreadsheet; each test writes the rows that it is about.
struct ODSFixture {
  static let namespaces = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
    xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    """
  static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"

  /// The content of `office:spreadsheet`.
  var body: String
  var styles = ""
  var mediaType: String? = Self.mediaType
  /// The content of the manifest; none is written where it is nil.
  var manifest: String?
  var otherParts: [String] = []

  /// A document with the given tables.
  init(body: String) {
    self.body = body
  }

  /// A document with one table, `Sheet1`.
  init(table: String) {
    self.init(body: #"<table:table table:name="Sheet1">\#(table)</table:table>"#)
  }

  /// A document whose only table has one row with these cells.
  init(cells: String) {
    self.init(table: "<table:table-row>\(cells)</table:table-row>")
  }

  /// The content of the document as XML, between the given root's tags.
  func content(root: String = "office:document-content", attributes: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <\(root) \(Self.namespaces)\(attributes)><office:automatic-styles>\(styles)\
    </office:automatic-styles><office:body><office:spreadsheet>\(body)</office:spreadsheet>\
    </office:body></\(root)>
    """
  }

  /// The document as a package.
  var bytes: [UInt8] {
    var zip = ZipWriter()
    if let mediaType { zip.add("mimetype", Array(mediaType.utf8), .stored) }
    zip.add("content.xml", Array(content().utf8))
    if let manifest {
      let text = """
        <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
        \(manifest)</manifest:manifest>
        """
      zip.add("META-INF/manifest.xml", Array(text.utf8))
    }
    for part in otherParts { zip.add(part, []) }
    return zip.bytes
  }

  func open(limits: Limits = Limits()) throws -> any WorkbookSource {
    try Workbook.open(bytes: bytes, name: "test.ods", limits: limits)
  }

  /// The first sheet, read.
  func sheet(limits: Limits = Limits()) throws -> SheetGrid {
    guard let first = try open(limits: limits).sheets.first else { throw Missing() }
    return try SheetGrid(reading: first)
  }

  /// The cell at an A1 reference of the first sheet.
  func cell(_ reference: String = "A1") throws -> Cell? {
    guard let reference = CellReference(reference) else { throw Missing() }
    return try sheet()[reference]
  }

  struct Missing: Error {}
}
