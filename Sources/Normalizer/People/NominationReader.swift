import Language
import Regulation
import Spreadsheet

/// Reads the rows of one nominations table.
struct NominationReader {
  let body: SideTableBody<NominationColumn>
  let catalog: TitleCatalog
  /// The title that a caption above the table or the sheet's name says of all its rows.
  let caption: String?
  let file: String

  /// A nomination with the cells that its findings lead to.
  struct Reading {
    var nomination: Nomination
    /// The cell of each column; the name's where the table has no such column.
    var cells: [NominationColumn: String]
  }

  private var location: SideTableLocation<NominationColumn> { body.location }

  /// The nominations in reading order.
  func readings() -> [Reading] {
    let marks = markColumns
    var readings: [Reading] = []
    // The readings of the entry that continuations add to.
    var open: Range<Int> = 0..<0
    var heading = caption
    for line in body.lines {
      switch line {
      case .group(let label):
        heading = title(ofGroup: label, after: heading)
      case .entry(let row):
        let previous = open.isEmpty ? nil : readings[open.lowerBound].nomination
        let read = entry(row, heading: heading, previous: previous, marks: marks)
        open = readings.count..<(readings.count + read.count)
        readings += read
      case .continuation(let row):
        guard !open.isEmpty else { continue }
        let added = more(row, of: readings[open.lowerBound].nomination)
        for index in open { extend(&readings[index].nomination, with: row) }
        if let added { readings.append(added) }
      }
    }
    return readings
  }

  // MARK: - Rows

  private func entry(
    _ row: Int, heading: String?, previous: Nomination?, marks: [Int: String]
  ) -> [Reading] {
    let text = body.text(.title, row: row)
    var titles: [String]
    if !marks.isEmpty {
      titles = marks.sorted { $0.key < $1.key }.filter { isMarked(row: row, column: $0.key) }
        .map(\.value)
    } else if let text {
      titles = isDitto(text) ? [previous?.title ?? ""] : resolved(row: row, text)
    } else {
      titles = heading.map { [$0] } ?? []
    }
    if titles.isEmpty { titles = [""] }
    func field(_ column: NominationColumn, _ above: String?) -> String? {
      body.text(column, row: row).flatMap { isDitto($0) ? above : $0 }
    }
    return titles.map { title in
      reading(
        Nomination(
          name: body.text(.name, row: row) ?? "", position: field(.position, previous?.position),
          title: title, achievement: field(.achievement, previous?.achievement),
          initiative: field(.initiative, previous?.initiative),
          document: field(.document, previous?.document), source: source(row)), row: row)
    }
  }

  /// A further row of a person: another title where it names one.
  private func more(_ row: Int, of person: Nomination) -> Reading? {
    guard location.columns[.title] != nil, !body.isMergedFromAbove(.title, row: row),
      let text = body.text(.title, row: row), !isDitto(text)
    else { return nil }
    let title = resolved(row: row, text)[0]
    guard title != person.title else { return nil }
    var nomination = person
    nomination.title = title
    nomination.achievement = body.text(.achievement, row: row)
    nomination.initiative = body.text(.initiative, row: row)
    nomination.document = body.text(.document, row: row)
    nomination.source = source(row)
    return reading(nomination, row: row)
  }

  /// Adds what a further row says where it names no other title.
  private func extend(_ nomination: inout Nomination, with row: Int) {
    let names =
      location.columns[.title] != nil && !body.isMergedFromAbove(.title, row: row)
      && body.text(.title, row: row) != nil
    guard !names else { return }
    func joined(_ text: String?, _ column: NominationColumn) -> String? {
      guard !body.isMergedFromAbove(column, row: row), let more = body.text(column, row: row) else {
        return text
      }
      return text.map { "\($0); \(more)" } ?? more
    }
    nomination.achievement = joined(nomination.achievement, .achievement)
    nomination.initiative = joined(nomination.initiative, .initiative)
    nomination.document = joined(nomination.document, .document)
  }

  private func reading(_ nomination: Nomination, row: Int) -> Reading {
    let cells = NominationColumn.allCases.map { ($0, body.place($0, row: row)) }
    return Reading(nomination: nomination, cells: Dictionary(uniqueKeysWithValues: cells))
  }

  private func source(_ row: Int) -> SourceCell {
    SourceCell(file: file, sheet: body.sheet.name, cell: body.place(.name, row: row))
  }

  // MARK: - Titles

  /// The titles of a cell: as the regulation writes them, else the text as it stands.
  private func resolved(row: Int, _ text: String) -> [String] {
    if let title = catalog.title(named: text) { return [title] }
    // Line breaks part a list, too, and a tidy text has none.
    var raw = text
    if let column = location.columns[.title],
      let cell = body.sheet[CellReference(row: row, column: column)],
      case .text(let own) = cell.value
    {
      raw = own
    }
    return catalog.titles(listedIn: raw) ?? [text]
  }

  private func title(ofGroup label: String, after heading: String?) -> String? {
    if let title = catalog.title(inHeading: label) { return title }
    // In a table whose headings name titles, a heading with a Roman number or a letter names another.
    guard location.columns[.title] == nil, heading != nil, heading != caption,
      GroupHeading.isNumbered(label), let first = label.first, !first.isNumber
    else { return heading }
    let rest = label.split(separator: " ").dropFirst().joined(separator: " ")
    return rest.isEmpty ? heading : rest
  }

  /// The columns that are headed by a title each, to be marked in the rows.
  private var markColumns: [Int: String] {
    var marks: [Int: String] = [:]
    for column in body.sheet.filledColumns(in: location.headerRows) {
      let lowest = body.sheet.titles(in: location.headerRows, column: column).last
      // A column headed `Danh hiệu thi đua` holds titles, even where a title is called that.
      guard let lowest, NominationColumn.role(of: lowest) == nil,
        let title = catalog.title(named: lowest.text)
      else { continue }
      marks[column] = title
    }
    return marks
  }

  private func isMarked(row: Int, column: Int) -> Bool {
    guard let cell = body.sheet[CellReference(row: row, column: column)] else { return false }
    switch cell.value {
    case .boolean(let flag): return flag
    case .number(let number): return number > 0
    default:
      let key = VietnameseText.fold(cell.value.text)
      return !["", "0", "khong"].contains(key) || cell.value.text.contains { "✓✔☑√".contains($0) }
    }
  }

  private func isDitto(_ text: String) -> Bool {
    ["nt", "nhu tren"].contains(VietnameseText.fold(text))
      || text.allSatisfy { "\"〃“”".contains($0) }
  }
}
