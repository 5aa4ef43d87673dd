import Spreadsheet

/// The tables of a spreadsheet document and where they stand in it (ODF 1.3 Part 3, §9.1).
final class ODSOutline: XMLHandler {
  /// A table as the document begins it.
  struct Table {
    let name: String
    fileprivate let style: String
    /// Where it stands; nil where that cannot be told.
    let section: XMLSection?
    /// How many tables come before it.
    let index: Int
  }

  /// The tables in document order; the copies that a program keeps of other files' tables are left
  /// out.
  private(set) var tables: [Table] = []
  /// Whether the document is a spreadsheet at all.
  private(set) var isSpreadsheet = false
  /// The day that number 0 stands for.
  private(set) var nullDate = ODSNullDate.standard

  private var finder = XMLSectionFinder()
  private var depth = 0
  private var path = Path.outside
  private var tableCount = 0
  private var style = ""
  private var hiddenStyles: Set<String> = []

  private enum Path: Int {
    case outside, document, body, spreadsheet
  }

  /// Whether the table's tab is shown.
  func visibility(of table: Table) -> SheetVisibility {
    hiddenStyles.contains(table.style) ? .hidden : .visible
  }

  func start(_ element: XMLElement) {
    defer { depth += 1 }
    guard depth == path.rawValue else {
      readStyle(element)
      readNullDate(element)
      return
    }
    switch (path, element.name) {
    case (.outside, _): enter(.document, element)
    case (.document, "body"): enter(.body, element)
    case (.body, "spreadsheet"):
      isSpreadsheet = true
      enter(.spreadsheet, element)
    case (.spreadsheet, "table"):
      note(element)
      tableCount += 1
    default: break
    }
  }

  func willParse(_ piece: ArraySlice<UInt8>) { finder.add(piece) }

  func characters(_ text: XMLText) {}

  func end(_ name: XMLText) {
    depth -= 1
    if depth < path.rawValue { path = Path(rawValue: depth) ?? .outside }
  }

  private func enter(_ path: Path, _ element: XMLElement) {
    self.path = path
    finder.enter(element)
  }

  private func note(_ element: XMLElement) {
    let name = element["name", qualified: true]?.string ?? ""
    // `'file:///…'#$Sheet`: a copy of a table of another file, kept for formulas.
    if name.hasPrefix("'"), name.contains("'#") { return }
    tables.append(
      Table(
        name: name, style: element["style-name", qualified: true]?.string ?? "",
        section: finder.section(at: element), index: tableCount))
  }

  /// Table styles say whether the tab is shown (§17.15, §19.609).
  private func readStyle(_ element: XMLElement) {
    guard path == .document else { return }
    if element.name == "style" {
      style = element["name", qualified: true]?.string ?? ""
    } else if element.name == "table-properties",
      element["display", qualified: true].map({ $0 == "false" }) == true
    {
      hiddenStyles.insert(style)
    }
  }

  /// The calculation settings (§9.4.1, §9.4.2) stand before the tables.
  private func readNullDate(_ element: XMLElement) {
    guard path == .spreadsheet, tableCount == 0, element.name == "null-date",
      let text = element["date-value", qualified: true]?.string,
      case .date(let date) = ISODateTime.value(text)
    else { return }
    nullDate = ODSNullDate(date)
  }
}

/// The day that number 0 stands for (§9.4.2).
struct ODSNullDate {
  /// 30 December 1899, where a document names no other.
  static let standard = ODSNullDate(CivilDateTime(year: 1899, month: 12, day: 30))

  private let day: Int

  /// The null date on the day of `date`.
  init(_ date: CivilDateTime) {
    day = date.daysSince1970
  }

  /// Whether `date` stands for a number below one: a time of day under a date format.
  func isDay(of date: CivilDateTime) -> Bool { date.daysSince1970 == day }
}
