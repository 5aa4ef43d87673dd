import Language
import Regulation
import Spreadsheet

/// The nominations and practice tables of a workbook, and the workbook without their rows.
///
/// A row belongs to one table only. A header that makes a score table with rows of the regulation's
/// criteria stays one, whatever else its columns say; every other header of people or practices takes
/// its rows away from the score tables around it.
struct SideTables {
  /// A nominations table with what a caption says of it.
  struct People {
    var body: SideTableBody<NominationColumn>
    /// The title of all its rows that a caption, the table above or the sheet's name says.
    var caption: String?
  }

  private(set) var people: [People] = []
  private(set) var practices: [SideTableBody<PracticeColumn>] = []
  /// The workbook without the rows of these tables.
  private(set) var rest: KnownWorkbook
  private var taken: [String: [ClosedRange<Int>]] = [:]

  /// Finds the tables; `scores` gives a sheet's score tables and is asked only where it matters.
  init(
    workbook: KnownWorkbook, catalog: TitleCatalog, matcher: CriterionMatcher,
    scores: (KnownSheet) -> [TableBody]
  ) {
    rest = workbook
    for sheet in workbook.sheets { add(sheet, catalog, matcher, scores) }
    guard !taken.isEmpty else { return }
    let sheets = workbook.sheets.map { sheet -> KnownSheet in
      guard taken[sheet.name] != nil else { return sheet }
      return sheet.filtered { !holds(row: $0, of: sheet) }
    }
    rest = KnownWorkbook(sheets: sheets)
  }

  /// Whether there is none.
  var isEmpty: Bool { people.isEmpty && practices.isEmpty }

  /// Whether a row of a sheet belongs to one of the tables.
  func holds(row: Int, of sheet: KnownSheet) -> Bool {
    taken[sheet.name]?.contains { $0.contains(row) } ?? false
  }

  // MARK: - Headers

  /// A header of either kind.
  private enum Header {
    case people(SideTableLocation<NominationColumn>)
    case practices(SideTableLocation<PracticeColumn>)

    var rows: ClosedRange<Int> {
      switch self {
      case .people(let location): location.headerFirst...location.headerLast
      case .practices(let location): location.headerFirst...location.headerLast
      }
    }
  }

  private mutating func add(
    _ sheet: KnownSheet, _ catalog: TitleCatalog, _ matcher: CriterionMatcher,
    _ scores: (KnownSheet) -> [TableBody]
  ) {
    let found = Self.headers(on: sheet)
    guard !found.isEmpty else { return }
    let scoreRows = scores(sheet).compactMap { Self.certainRows(of: $0, matcher) }
    let headers = found.filter { header in
      !scoreRows.contains { $0.header.overlaps(header.rows) }
    }
    let bounds =
      headers.map(\.rows.lowerBound) + TableFinder(sheet: sheet).locations().map(\.headerFirst)
    for header in headers {
      // The table ends above the next header, and above the next row that is a criterion's to the
      // letter: a score table may go on below it.
      let next = bounds.filter { $0 > header.rows.upperBound }.min()
      let criterion = scoreRows.flatMap(\.criteria).filter { $0 > header.rows.upperBound }.min()
      let end = [next, criterion].compactMap { $0 }.min().map { $0 - 1 } ?? sheet.rows.last?.number
      guard let end else { continue }
      switch header {
      case .people(let location):
        addPeople(sheet, location, end: end, catalog)
      case .practices(let location):
        let body = SideTableBody(sheet: sheet, location: location, end: end)
        practices.append(body)
        take(location.headerFirst...body.lastRow, of: sheet)
      }
    }
  }

  private mutating func addPeople(
    _ sheet: KnownSheet, _ location: SideTableLocation<NominationColumn>, end: Int,
    _ catalog: TitleCatalog
  ) {
    let body = SideTableBody(sheet: sheet, location: location, end: end)
    var caption = Self.captions(of: location, on: sheet).lazy
      .compactMap { catalog.title(inHeading: $0) }.first
    if let last = people.last, last.body.sheet.name == sheet.name,
      last.body.location.columns == location.columns
    {
      // A header that is repeated goes on with the table above it.
      caption = caption ?? last.caption
    }
    caption = caption ?? catalog.title(inHeading: sheet.name)
    // Lists of people with their merits accompany scores as evidence, too: without a title's name
    // anywhere, only words of commendation make them nominations.
    let isNomination =
      location.columns[.title] != nil || caption != nil
      || body.lines.contains { line in
        if case .group(let label) = line { catalog.title(inHeading: label) != nil } else { false }
      }
      || (Self.captions(of: location, on: sheet) + [sheet.name]).contains { text in
        let key = VietnameseText.fold(text)
        return ["de nghi khen thuong", "de nghi tang", "de nghi danh hieu", "danh hieu thi dua"]
          .contains { VietnameseText.contains(key, phrase: $0) }
      }
    guard isNomination else { return }
    people.append(People(body: body, caption: caption))
    take(location.headerFirst...body.lastRow, of: sheet)
  }

  private mutating func take(_ rows: ClosedRange<Int>, of sheet: KnownSheet) {
    taken[sheet.name, default: []].append(rows)
  }

  private static func headers(on sheet: KnownSheet) -> [Header] {
    let people = SideTableFinder<NominationColumn>(sheet: sheet).locations()
    let practices = SideTableFinder<PracticeColumn>(sheet: sheet).locations()
    let chosen =
      people.filter { location in
        // The authors of a practice stand beside its name; a title makes them nominees.
        location.columns[.title] != nil
          || !practices.contains { $0.headerFirst == location.headerFirst }
      }
    let rest = practices.filter { location in
      !chosen.contains {
        ($0.headerFirst...$0.headerLast).overlaps(location.headerFirst...location.headerLast)
      }
    }
    let headers = chosen.map { Header.people($0) } + rest.map { Header.practices($0) }
    return headers.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  /// The header of a score table and its rows whose contents are the regulation's to the letter;
  /// nil where there are none, and running numbers alone were taken for codes.
  private static func certainRows(
    of body: TableBody, _ matcher: CriterionMatcher
  ) -> (header: ClosedRange<Int>, criteria: [Int])? {
    let rows = body.lines.compactMap { line -> Int? in
      guard case .criterion = line.kind,
        let text = body.location.columns[.content].flatMap({ line.row[column: $0] })?.known,
        let match = matcher.match(code: nil, content: text, in: matcher.context),
        match.agreesInContent
      else { return nil }
      return line.number
    }
    return rows.isEmpty ? nil : (body.location.headerRows, rows)
  }

  /// The texts right above a header, the nearest first, up to a blank row behind the first.
  private static func captions<Column: SideColumn>(
    of location: SideTableLocation<Column>, on sheet: KnownSheet
  ) -> [String] {
    var texts: [String] = []
    var next = location.headerFirst
    for row in sheet.rows.reversed() where row.number < location.headerFirst {
      guard texts.count < 4, next - row.number <= 2 else { break }
      let own = row.cells.compactMap { cell -> String? in
        cell.known?.tidy
      }
      // A row of several cells is the end of another table.
      guard own.count == 1, row.cells.count == 1, !own[0].isEmpty else { break }
      texts += own
      next = row.number
    }
    return texts
  }
}
