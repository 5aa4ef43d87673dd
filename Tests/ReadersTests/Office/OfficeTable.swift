import Readers

/// The one table that LibreOffice saves in every format.
enum OfficeTable {
  static let name = "Bảng chấm điểm"
  static let mergedRange = "C1:D1"
  /// Hidden, in the formats that hide.
  static let hiddenRow = 8
  static let hiddenColumn = 6

  /// By row, from 1; a blank row and blank cells are left out.
  static let cells: [(row: Int, column: Int, cell: OfficeCell)] = [
    (1, 1, .text("Tiêu chí thi đua")), (1, 2, .text("Điểm tự chấm")),
    (1, 3, .text("Ghi chú của đơn vị")),
    (2, 1, .text("001")), (2, 2, .number(9.5, "9.5")),
    (2, 3, .text("Đạt \"xuất sắc\"; tốt, khá")),
    (3, 1, .text("dòng một\ndòng hai")), (3, 2, .number(1_000_000, "1000000")),
    (3, 3, .text("  hai đầu  ")), (3, 5, .text("a  b")),
    (4, 1, .boolean(true)), (4, 2, .boolean(false)), (4, 3, .text("12,5")),
    (5, 1, .date(CivilDateTime(year: 2019, month: 3, day: 18))),
    (
      5, 2,
      .date(
        CivilDateTime(year: 2019, month: 3, day: 18, time: CivilTime(hour: 7, minute: 30)),
        shown: "2019-03-18 07:30")
    ),
    (5, 3, .time(CivilTime(hour: 7, minute: 30))), (5, 4, .duration(hours: 36)),
    (5, 5, .percentage(0.955, "95.5%")),
    (6, 1, .formula(.error("#DIV/0!"), "of:=1/0", "1/0", "#DIV/0!")),
    (6, 2, .formula(.error("#N/A"), "of:=NA()", "NA()", "#N/A")),
    (7, 1, .formula(.number(19), "of:=[.B2]*2", "B2*2", "19")),
    (7, 2, .formula(.text("001x"), "of:=[.A2]&amp;&quot;x&quot;", "A2&\"x\"", "001x")),
    (7, 3, .formula(.boolean(true), "of:=[.B2]&gt;9", "B2>9", "TRUE")),
    (7, 4, .formula(.text(""), "of:=&quot;&quot;", "\"\"", "")),
    (8, 1, .text("hàng ẩn")), (8, 2, .number(7, "7")),
    (10, 1, .number(-3.25, "-3.25")), (10, 2, .number(0.1, "0.1")),
    (10, 3, .number(1e-7, "0.0000001")), (10, 4, .number(123_456_789_012, "123456789012")),
    (11, 1, .text("=A1")), (11, 2, .text("'nháy đơn")), (11, 3, .text("Cột sau bị ẩn")),
    (11, 6, .number(42, "42")),
  ]

  /// The table as a typed format without losses holds it.
  static var rows: [Row] {
    var rows: [Int: Row] = [:]
    for (row, column, cell) in cells {
      let isHidden = row == hiddenRow
      rows[row, default: Row(number: row, isHidden: isHidden)].cells.append(
        Cell(
          column: column, value: cell.value, formula: cell.formula?.text,
          isPercentage: cell.style == "percentage"))
    }
    return rows.values.sorted { $0.number < $1.number }
  }

  /// The table as a flat OpenDocument file, which LibreOffice opens.
  static var document: String {
    let rows = (1...11).map(rowElement)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document \(ODSFixture.namespaces) \
      xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
      xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" \
      office:mimetype="\(ODSFixture.mediaType)"><office:automatic-styles>\(styles)\
      </office:automatic-styles><office:body><office:spreadsheet><table:table table:name="\(name)">\
      <table:table-column table:number-columns-repeated="5"/>\
      <table:table-column table:visibility="collapse"/>\(rows.joined())</table:table>\
      </office:spreadsheet></office:body></office:document>
      """
  }

  private static func rowElement(_ row: Int) -> String {
    var element =
      row == hiddenRow ? "<table:table-row table:visibility=\"collapse\">" : "<table:table-row>"
    for column in 1...6 {
      let known = cells.first { $0.row == row && $0.column == column }
      let isMerged = row == 1 && column == 3
      element += known?.cell.element(spanning: isMerged ? 2 : 1) ?? "<table:table-cell/>"
    }
    return element + "</table:table-row>"
  }

  private static var styles: String {
    func number(_ kind: String, _ name: String, _ content: String) -> String {
      """
      <number:\(kind)-style style:name="n-\(name)"\
      \(name == "duration" ? " number:truncate-on-overflow=\"false\"" : "")>\(content)\
      </number:\(kind)-style><style:style style:name="\(name)" style:family="table-cell" \
      style:data-style-name="n-\(name)"/>
      """
    }
    func long(_ element: String) -> String { "<number:\(element) number:style=\"long\"/>" }
    func text(_ text: String) -> String { "<number:text>\(text)</number:text>" }
    let day = long("year") + text("-") + long("month") + text("-") + long("day")
    let minutes = long("hours") + text(":") + long("minutes")
    return number("date", "date", day) + number("date", "moment", day + text(" ") + minutes)
      + number("time", "time", minutes + text(":") + long("seconds"))
      + number("time", "duration", "<number:hours/>" + text(":") + long("minutes"))
      + number(
        "percentage", "percentage",
        "<number:number number:decimal-places=\"1\" number:min-integer-digits=\"1\"/>" + text("%"))
      + number("boolean", "boolean", "<number:boolean/>")
  }
}

/// One cell of the table.
struct OfficeCell {
  let value: CellValue
  /// What a text file shows of it.
  let shown: String
  let style: String
  /// As OpenDocument and as Excel write it.
  var formula: (openDocument: String, text: String)?

  static func text(_ text: String) -> OfficeCell {
    OfficeCell(value: .text(text), shown: text, style: "")
  }

  static func number(_ number: Double, _ shown: String) -> OfficeCell {
    OfficeCell(value: .number(number), shown: shown, style: "")
  }

  static func boolean(_ flag: Bool) -> OfficeCell {
    OfficeCell(value: .boolean(flag), shown: flag ? "TRUE" : "FALSE", style: "boolean")
  }

  static func date(_ date: CivilDateTime, shown: String? = nil) -> OfficeCell {
    OfficeCell(
      value: .date(date), shown: shown ?? date.isoDate, style: shown == nil ? "date" : "moment")
  }

  static func time(_ time: CivilTime) -> OfficeCell {
    OfficeCell(value: .time(time), shown: "\(time)", style: "time")
  }

  static func duration(hours: Int) -> OfficeCell {
    OfficeCell(value: .number(Double(hours) / 24), shown: "\(hours):00", style: "duration")
  }

  static func percentage(_ number: Double, _ shown: String) -> OfficeCell {
    OfficeCell(value: .number(number), shown: shown, style: "percentage")
  }

  /// A formula that LibreOffice calculates.
  static func formula(
    _ value: CellValue, _ openDocument: String, _ text: String, _ shown: String
  ) -> OfficeCell {
    var style = ""
    if case .boolean = value { style = "boolean" }
    return OfficeCell(value: value, shown: shown, style: style, formula: (openDocument, text))
  }

  /// The cell in OpenDocument, over so many columns.
  func element(spanning columns: Int) -> String {
    var attributes = style.isEmpty ? "" : " table:style-name=\"\(style)\""
    if columns > 1 { attributes += " table:number-columns-spanned=\"\(columns)\"" }
    var content = ""
    if let formula {
      attributes += " table:formula=\"\(formula.openDocument)\""
    } else {
      attributes += " office:value-type=\"\(type)\"\(storedValue)"
      if case .text(let text) = value { content = Self.paragraphs(text) }
    }
    let covered = String(repeating: "<table:covered-table-cell/>", count: columns - 1)
    return "<table:table-cell\(attributes)>\(content)</table:table-cell>\(covered)"
  }

  private var type: String {
    switch (value, style) {
    case (.text, _): "string"
    case (.boolean, _): "boolean"
    case (.date, _): "date"
    case (.time, _), (_, "duration"): "time"
    case (_, "percentage"): "percentage"
    default: "float"
    }
  }

  private var storedValue: String {
    switch value {
    case .boolean(let flag): " office:boolean-value=\"\(flag)\""
    case .date(let date): " office:date-value=\"\(date)\""
    case .time(let time): " office:time-value=\"PT\(time.milliseconds / 60_000)M00S\""
    case .number(let days) where style == "duration":
      " office:time-value=\"PT\(Int(days * 24))H00M00S\""
    case .number(let number): " office:value=\"\(number)\""
    default: ""
    }
  }

  private static func paragraphs(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(" ", with: "<text:s/>").split(separator: "\n")
      .map { "<text:p>\($0)</text:p>" }.joined()
  }
}
