import Formulas
import Language
public import Regulation
public import Spreadsheet

/// A submitted file whose cells are in memory.
public struct SubmittedFile: Sendable {
  /// The path, relative to the block folder where it lies inside.
  public var path: String
  /// The path below the folder of the submissions, whose folders may name the unit.
  public var name: String
  /// The SHA-256 of the bytes, as 64 hexadecimal digits.
  public var sha256: String
  /// The sheets.
  public var workbook: WorkbookGrid
  /// When the mail came that brought it, ISO 8601; nil where none is known.
  public var received: String?

  /// A file with its cells.
  public init(
    path: String, name: String, sha256: String, workbook: WorkbookGrid, received: String? = nil
  ) {
    self.path = path
    self.name = name
    self.sha256 = sha256
    self.workbook = workbook
    self.received = received
  }
}

/// What one file holds: the score tables of its units, and what there is to say about it.
public struct NormalizedFile: Sendable {
  /// The path, relative to the block folder where it lies inside.
  public var path: String
  /// The path below the folder of the submissions.
  public var name: String
  /// The SHA-256 of the bytes; nil where the file could not be opened.
  public var sha256: String?
  /// When the mail came that brought it.
  public var received: String?
  /// The unit that the file is of, also where it holds no score table; nil where nobody knows.
  public var unit: String?
  /// The score tables, one a unit.
  public var tables: [ScoreTable]
  /// The findings, with unit and file.
  public var findings: [Finding]
  /// What the file says beside the scores, by unit code: people and practices.
  public var dossiers: [String: Dossier] = [:]
}

/// Normalises files, one at a time: finds the score table, the unit and the criteria.
public struct FileNormalizer: Sendable {
  private let regulation: Regulation
  private let matcher: CriterionMatcher
  private let identifier: UnitIdentifier
  private let catalog: TitleCatalog
  private let formFingerprint: String?

  /// A normalizer for one regulation; good for any number of files, from any thread.
  ///
  /// - Parameter formFingerprint: the digest of the regulation's canonical text, against which that
  ///   of a returned form is held; nil to take every form as it is.
  public init(_ regulation: Regulation, formFingerprint: String? = nil) {
    self.regulation = regulation
    self.formFingerprint = formFingerprint
    matcher = CriterionMatcher(regulation.criteria)
    identifier = UnitIdentifier(
      directory: UnitDirectory(regulation.units, block: regulation.block),
      block: regulation.block.name)
    catalog = TitleCatalog(regulation.titles)
  }

  /// A file that could not be read: the finding, and the unit where the file's name tells it.
  public func unusable(
    path: String, name: String, sha256: String?, error: ReadingError, received: String? = nil
  ) -> NormalizedFile {
    let units = identifier.units(ofFile: FileName(path: name))
    let unit = units.count == 1 ? units.first : nil
    let code: FindingCode =
      switch error.kind {
      case .notFound, .unreadable: .unreadableFile
      case .encrypted: .encryptedFile
      case .unsupported: .unsupportedFormat
      case .limitExceeded: .limitExceeded
      }
    let place = [error.part, error.sheet, error.cell].compactMap { $0 }.joined(separator: ", ")
    let finding = Finding(
      code, .error, unit: unit, file: path, sheet: error.sheet, cell: error.cell,
      arguments: ["detail": place.isEmpty ? error.detail : "\(error.detail) (\(place))"])
    return NormalizedFile(
      path: path, name: name, sha256: sha256, received: received, unit: unit, tables: [],
      findings: [finding])
  }

  /// Normalises a file that a unit sent, or an appraiser.
  public func normalize(
    _ file: SubmittedFile, as purpose: TablePurpose = .submission
  ) -> NormalizedFile {
    var file = file
    var notes: [Finding] = file.workbook.notes.map(note)
    if file.workbook.isTyped, let decoded = LegacyText.decoded(file.workbook) {
      // Cells typed in a TCVN3 font hold other letters than they show.
      file.workbook = decoded
      notes.append(
        Finding(
          .legacyEncoding, .warning, arguments: ["detail": "TCVN3 (ABC)", "other": ".VnTime"]))
    }
    let form = FormIdentity(properties: file.workbook.properties)
    if let form, let finding = outdated(form) { notes.append(finding) }
    // The evaluator sees all cells; scores are looked for outside the tables of people and practices.
    let evaluator = FormulaEvaluator(workbook: file.workbook)
    let side = SideTables(
      workbook: file.workbook, catalog: catalog, matcher: matcher, scores: locate(on:))
    file.workbook = side.rest
    let tables = locate(in: file.workbook)
    let name = FileName(path: file.name)
    guard !tables.isEmpty else {
      let identity = identifier.identify(
        sheet: nil, titleRows: 0, tableRows: nil, workbook: file.workbook, name: name)
      notes.append(Finding(.noScoreTable, .error))
      return result(file, unit: identity.unit, tables: [], findings: notes)
    }

    // Tables of one unit are joined; a workbook may also hold tables of several units.
    var byUnit: [(unit: String?, identity: UnitIdentifier.Identity, tables: [TableBody])] = []
    for (index, table) in tables.enumerated() {
      let above = tables[..<index].last { $0.sheet.name == table.sheet.name }
      let identity = identifier.identify(
        sheet: table.sheet, titleRows: titleEnd(of: table, among: tables),
        tableRows: table.location.headerFirst...max(table.location.headerFirst, table.lastRow),
        zone: above.flatMap { zone(below: $0, above: table) }, workbook: file.workbook, name: name)
      if let index = byUnit.firstIndex(where: { $0.unit == identity.unit }) {
        byUnit[index].tables.append(table)
      } else {
        byUnit.append((identity.unit, identity, [table]))
      }
    }
    // A table that names no unit stands beside one that does: a draft, or a second part.
    if byUnit.count > 1, let nameless = byUnit.firstIndex(where: { $0.unit == nil }) {
      let orphans = byUnit.remove(at: nameless)
      byUnit[0].tables += orphans.tables
    }

    var scoreTables: [ScoreTable] = []
    var findings = notes
    for (_, identity, bodies) in byUnit {
      guard let unit = regulation.units.first(where: { $0.code == identity.unit }) else {
        findings.append(unidentified(identity))
        continue
      }
      // An appraisal may well be named after its appraiser.
      var own = purpose == .submission ? conflicts(identity, unit: unit) : []
      let (table, tableFindings) = read(
        bodies, of: unit, file: file, evaluator: evaluator, purpose: purpose)
      own += tableFindings
      scoreTables.append(table)
      findings += own.map { finding in
        var finding = finding
        finding.unit = unit.code
        return finding
      }
    }
    let dossiers = self.dossiers(
      side, of: byUnit.map { ($0.unit, $0.tables) }, file: file, &findings)
    var normalized = result(
      file, unit: scoreTables.first?.unit, tables: scoreTables, findings: findings)
    normalized.dossiers = dossiers
    return normalized
  }

  /// What the file says beside the scores of its units.
  private func dossiers(
    _ side: SideTables, of units: [(unit: String?, tables: [TableBody])], file: SubmittedFile,
    _ findings: inout [Finding]
  ) -> [String: Dossier] {
    let owners = TableOwners(
      units: units.compactMap { unit in unit.unit.map { ($0, unit.tables) } },
      identifier: identifier)
    guard !side.isEmpty, !owners.units.isEmpty else { return [:] }
    let reader = DossierReader(
      tables: side, catalog: catalog, rules: regulation.titles, file: file.path)
    let (readings, homeless) = reader.readings(
      unit: owners.unit, sheets: { owners.sheets(of: $0, in: file.workbook, beside: side) },
      scored: owners.isScored)
    for unit in regulation.units {
      findings += (readings[unit.code]?.findings ?? []).map { finding in
        var finding = finding
        finding.unit = unit.code
        return finding
      }
    }
    findings += homeless
    return readings.mapValues(\.dossier)
  }

  private func result(
    _ file: SubmittedFile, unit: String?, tables: [ScoreTable], findings: [Finding]
  ) -> NormalizedFile {
    NormalizedFile(
      path: file.path, name: file.name, sha256: file.sha256, received: file.received, unit: unit,
      tables: tables,
      findings: findings.map { finding in
        var finding = finding
        finding.file = file.path
        if finding.unit == nil { finding.unit = unit }
        return finding
      })
  }

  // MARK: - Tables

  /// The score tables of a workbook: headers with rows of the regulation's criteria below them.
  private func locate(in workbook: WorkbookGrid) -> [TableBody] {
    workbook.sheets.flatMap { locate(on: $0) }
  }

  /// The score tables of one sheet.
  private func locate(on sheet: SheetGrid) -> [TableBody] {
    let locations = TableFinder(sheet: sheet).locations()
    let bodies = locations.enumerated().compactMap { index, location -> TableBody? in
      let end =
        index + 1 < locations.count
        ? locations[index + 1].headerFirst - 1 : (sheet.rows.last?.number ?? 0)
      let body = TableBody(sheet: sheet, location: location, end: end, matcher: matcher)
      return body.criteria.isEmpty ? nil : body
    }
    return bodies.reduce(into: [TableBody]()) { joined, body in
      // A header that is repeated at the head of each printed page begins no new table.
      if let last = joined.last, body.continues(last) {
        joined[joined.count - 1] = TableBody(
          sheet: sheet, location: last.location, end: body.end, matcher: matcher,
          repeatedHeaders: last.repeatedHeaders + [body.location.headerRows])
      } else {
        joined.append(body)
      }
    }
  }

  /// The rows between two tables of a sheet; nil where there are none.
  private func zone(below upper: TableBody, above lower: TableBody) -> ClosedRange<Int>? {
    let (first, last) = (upper.lastKnownRow + 1, lower.location.headerFirst - 1)
    return first <= last ? first...last : nil
  }

  /// The row above which a table's titles end: its header, or that of the first table of the sheet.
  private func titleEnd(of table: TableBody, among tables: [TableBody]) -> Int {
    tables.first { $0.sheet.name == table.sheet.name }?.location.headerFirst
      ?? table.location.headerFirst
  }

  /// Reads the tables of one unit into one: parts of a table that stands on several sheets are
  /// joined, of several whole tables the fullest visible one counts.
  private func read(
    _ bodies: [TableBody], of unit: MemberUnit, file: SubmittedFile, evaluator: FormulaEvaluator,
    purpose: TablePurpose
  ) -> (table: ScoreTable, findings: [Finding]) {
    func reader(_ body: TableBody) -> TableReader {
      let inspector = CellInspector(
        sheet: body.sheet, location: body.location, workbook: file.workbook, evaluator: evaluator)
      var reader = TableReader(
        regulation: regulation, unit: unit, body: body, inspector: inspector, matcher: matcher,
        purpose: purpose)
      reader.read()
      return reader
    }
    let readers = bodies.map(reader)
    func weight(_ reader: TableReader) -> (Int, Int) {
      let scored = reader.entries.values.filter {
        $0.countedPoints != nil || $0.appraisedPoints != nil || $0.isNotApplicable
      }
      return (reader.body.sheet.visibility == .visible ? 1 : 0, scored.count)
    }
    let order = readers.indices.sorted { one, other in
      let (a, b) = (weight(readers[one]), weight(readers[other]))
      return a == b ? one < other : a > b
    }
    let main = readers[order[0]]
    var entries = main.entries
    var findings: [Finding] = []
    var used = [main]
    for index in order.dropFirst() {
      let part = readers[index]
      let overlap = part.entries.keys.filter { entries[$0] != nil }
      if overlap.isEmpty {
        entries.merge(part.entries) { first, _ in first }
        used.append(part)
      } else {
        findings.append(
          Finding(
            .severalScoreTables, .warning, sheet: part.body.sheet.name,
            cell: "\(CellReference(row: part.body.location.headerFirst, column: 1))",
            action: main.body.sheet.name,
            arguments: [
              "detail": part.body.sheet.name,
              "other": "\(main.body.sheet.name)!\(main.body.location.headerFirst)",
            ]))
      }
    }
    for index in used.indices {
      used[index].checkTotals(elsewhere: used.indices.filter { $0 != index }.map { used[$0] })
    }
    findings = used.flatMap(\.findings) + findings
    for reader in readers where reader.body.sheet.visibility != .visible {
      findings.append(
        Finding(
          .hiddenContent, .warning, sheet: reader.body.sheet.name,
          cell: "A\(reader.body.location.headerFirst)", value: reader.body.sheet.name,
          arguments: ["detail": reader.body.sheet.name]))
    }
    // An appraiser need not have looked at everything.
    if purpose == .submission {
      findings += TableReader.missing(
        entries: entries, unit: unit, regulation: regulation, sheet: main.body.sheet.name)
    }
    if let finding = wrongYear(main.body)
      ?? FormIdentity(properties: file.workbook.properties).flatMap(wrongYear)
    {
      findings.append(finding)
    }
    let source = SubmissionSource(
      file: file.path, sha256: file.sha256, sheet: main.body.sheet.name, received: file.received)
    return (ScoreTable(unit: unit.code, source: source, entries: entries), findings)
  }

  // MARK: - Findings

  private func note(_ note: ReadingNote) -> Finding {
    switch note {
    case .macros: Finding(.macrosIgnored, .info)
    case .legacyEncoding(let name, let evidence):
      Finding(.legacyEncoding, .warning, arguments: ["detail": name, "other": evidence])
    }
  }

  private func unidentified(_ identity: UnitIdentifier.Identity) -> Finding {
    if identity.ambiguous.count > 1 {
      return Finding(
        .unitAmbiguous, .error, sheet: identity.place?.sheet, cell: identity.place?.cell,
        arguments: ["detail": names(identity.ambiguous)])
    }
    var finding = Finding(.unitUnknown, .error)
    if let unknown = identity.unknownName {
      finding.value = unknown.text
      finding.sheet = unknown.sheet
      finding.cell = unknown.cell
      finding.arguments["other"] = identifier.directory.suggestion(for: unknown.text)
    }
    return finding
  }

  private func conflicts(
    _ identity: UnitIdentifier.Identity, unit: MemberUnit
  ) -> [Finding] {
    if let unknown = identity.unknownName {
      // A title or the file's name answers, a cell says something that is nobody's name.
      return [
        Finding(
          .unitConflict, .warning, sheet: unknown.sheet, cell: unknown.cell, value: unknown.text,
          action: unit.name, arguments: ["other": unknown.text])
      ]
    }
    guard !identity.others.isEmpty else { return [] }
    let others = names(identity.others)
    return [FindingCode.unitConflict, .copiedSubmission].map { code in
      Finding(
        code, .warning, sheet: identity.place?.sheet, cell: identity.place?.cell, value: others,
        action: unit.name, arguments: ["other": others])
    }
  }

  private func names(_ codes: Set<String>) -> String {
    regulation.units.filter { codes.contains($0.code) }.map(\.name).joined(separator: "; ")
  }

  /// A form that was made from other criteria, or for another block.
  private func outdated(_ form: FormIdentity) -> Finding? {
    let isCurrent = formFingerprint.map { $0 == form.fingerprint } ?? true
    guard !isCurrent || !identifier.isOurs(form) else { return nil }
    return Finding(.formOutdated, .warning, value: "\(form.block) \(form.year)")
  }

  /// A form that was made for another year than the block's.
  private func wrongYear(_ form: FormIdentity) -> Finding? {
    guard form.year != regulation.block.year else { return nil }
    return Finding(
      .wrongYear, .warning, value: "\(form.year)",
      arguments: ["expected": "\(regulation.block.year)"])
  }

  /// A title above the table that names another year than the block's; days are no titles.
  private func wrongYear(_ body: TableBody) -> Finding? {
    for row in body.sheet.rows where row.number < body.location.headerFirst {
      for cell in row.cells {
        guard case .text(let text) = cell.value else { continue }
        let years = TitleYear.years(in: text)
        guard !years.isEmpty, !years.contains(regulation.block.year) else { continue }
        return Finding(
          .wrongYear, .warning, sheet: body.sheet.name,
          cell: "\(CellReference(row: row.number, column: cell.column))",
          value: VietnameseText.tidy(text),
          arguments: ["expected": "\(regulation.block.year)"])
      }
    }
    return nil
  }
}

/// The years that a title names.
enum TitleYear {
  /// Every `năm 2019` of a text but those of a day (`tháng 11 năm 2019`); `2018-2019` is both.
  ///
  /// A title of a score table may end in the year alone: `BẢNG CHẤM ĐIỂM THI ĐUA 2019`.
  static func years(in text: String) -> Set<Int> {
    let folded = VietnameseText.fold(text)
    let words = folded.split(separator: " ").map(String.init)
    var years: Set<Int> = []
    if words.count > 3, ["thi dua", "cham diem"].contains(where: { folded.contains($0) }),
      let last = words.last, last.count == 4, let year = Int(last), (1990...2100).contains(year),
      let before = words.dropLast().last, Int(before) == nil, before != "so"
    {
      years.insert(year)
    }
    for (index, word) in words.enumerated() where word == "nam" && index + 1 < words.count {
      if index >= 2, words[index - 2] == "thang" { continue }
      for next in words[(index + 1)...].prefix(3) {
        guard next.count == 4, let year = Int(next), (1990...2100).contains(year) else { break }
        years.insert(year)
      }
    }
    return years
  }
}
