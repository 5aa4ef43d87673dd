import Formulas
public import Regulation
public import Spreadsheet

/// Normalises files, one at a time: finds the score table, the unit and the criteria.
public struct FileNormalizer: Sendable {
  private let rules: Rulebook
  private let identifier: UnitIdentifier
  private let memories: TextMemories
  private let formFingerprint: String?
  private let ownFingerprints: [String: String]
  private let unitsByCode: [String: MemberUnit]

  /// A normalizer for one regulation; good for any number of files, from any thread.
  ///
  /// - Parameters:
  ///   - formFingerprint: the digest of the regulation's canonical text, against which that of a
  ///     returned form is held; nil to take every form as it is.
  ///   - ownFingerprints: the digests of units that signed targets of their own, by unit code.
  public init(
    _ regulation: Regulation, formFingerprint: String? = nil,
    ownFingerprints: [String: String] = [:]
  ) {
    self.formFingerprint = formFingerprint
    self.ownFingerprints = ownFingerprints
    rules = Rulebook(regulation)
    identifier = UnitIdentifier(
      directory: UnitDirectory(regulation.units, block: regulation.block),
      block: regulation.block.name)
    memories = TextMemories(catalog: rules.catalog)
    unitsByCode = Dictionary(
      regulation.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A file that could not be read: the finding, and the unit where the sender or the name tells it.
  public func unusable(
    path: String, name: String, sha256: String?, error: ReadingError, received: String? = nil,
    sender: String? = nil
  ) -> NormalizedFile {
    let units = identifier.units(ofFile: FileName(path: name))
    let unit = sender ?? (units.count == 1 ? units.first : nil)
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
      arguments: place.isEmpty
        ? ["detail": error.detail] : ["detail": error.detail, "place": place])
    return NormalizedFile(
      path: path, name: name, sha256: sha256, received: received, unit: unit, tables: [],
      findings: [finding])
  }

  /// Normalises a file that a unit sent, or an appraiser.
  public func normalize(
    _ file: SubmittedFile, as purpose: TablePurpose = .submission
  ) -> NormalizedFile {
    memories.withMemory { normalize(file, as: purpose, with: $0) }
  }

  private func normalize(
    _ file: SubmittedFile, as purpose: TablePurpose, with memory: TextMemory
  ) -> NormalizedFile {
    var file = file
    var notes: [Finding] = file.workbook.notes.map(note)
    var workbook = KnownWorkbook(file.workbook, memory: memory)
    if file.workbook.isTyped, workbook.holds(.legacy),
      let decoded = LegacyText.decoded(file.workbook)
    {
      // Cells typed in a TCVN3 font hold other letters than they show.
      file.workbook = decoded
      workbook = KnownWorkbook(decoded, memory: memory)
      notes.append(
        Finding(
          .legacyEncoding, .warning, arguments: ["detail": "TCVN3 (ABC)", "other": ".VnTime"]))
    }
    let form = FormIdentity(properties: file.workbook.properties)
    if let form, let finding = outdated(form) { notes.append(finding) }
    // The evaluator sees all cells; scores are looked for outside the tables of people and practices.
    let evaluator = FormulaEvaluator(workbook: file.workbook)
    let locator = ScoreTableLocator(matcher: rules.matcher)
    let side = SideTables(
      workbook: workbook, catalog: rules.catalog, matcher: rules.matcher,
      scores: locator.tables(on:))
    workbook = side.rest
    let tables = locator.tables(in: workbook)
    guard !tables.isEmpty else {
      let identity = identifier.identify(
        sheet: nil, titleRows: 0, tableRows: nil, workbook: workbook, form: form,
        name: FileName(path: file.name), sender: file.sender)
      notes.append(Finding(.noScoreTable, .error))
      return result(file, unit: identity.unit, tables: [], findings: notes)
    }

    let joiner = ScoreTableJoiner(
      rules: rules, isTyped: file.workbook.isTyped, evaluator: evaluator, purpose: purpose,
      form: form)
    let said = IdentityFindings(units: rules.regulation.units, directory: identifier.directory)
    let byUnit = owners(of: tables, in: workbook, file, form)
    var scoreTables: [ScoreTable] = []
    var findings = notes
    for (_, identity, bodies) in byUnit {
      guard let unit = identity.unit.flatMap({ unitsByCode[$0] }) else {
        findings.append(said.unidentified(identity))
        continue
      }
      let joined = joiner.joined(bodies, of: unit)
      let source = SubmissionSource(
        file: file.path, sha256: file.sha256, sheet: joined.sheet, received: file.received)
      scoreTables.append(
        ScoreTable(unit: unit.code, source: source, entries: entries(joined.entries)))
      // An appraisal may well be named after its appraiser.
      let own = purpose == .submission ? said.conflicts(identity, unit: unit) : []
      findings += (own + joined.findings).map { finding in
        var finding = finding
        finding.unit = unit.code
        return finding
      }
    }
    let dossiers = self.dossiers(
      side, of: byUnit.map { ($0.unit, $0.tables) }, in: workbook, file: file, &findings)
    var normalized = result(
      file, unit: scoreTables.first?.unit, tables: scoreTables, findings: findings)
    normalized.dossiers = dossiers
    normalized.places = byUnit.flatMap { unit, identity, bodies in
      bodies.map { body in
        let isFollowed = tables.contains {
          $0.sheet.name == body.sheet.name
            && $0.location.headerFirst > body.location.headerFirst
        }
        // Of a table that several units may own no part is any one's.
        return TablePlace(
          body, unit: identity.ambiguous.isEmpty ? unit : nil, isFollowed: isFollowed)
      }
    }
    return normalized
  }

  /// The tables by the units that they are of: those of one unit are joined, and a workbook may also
  /// hold tables of several.
  private func owners(
    of tables: [TableBody], in workbook: KnownWorkbook, _ file: SubmittedFile,
    _ form: FormIdentity?
  ) -> [(unit: String?, identity: UnitIdentifier.Identity, tables: [TableBody])] {
    var byUnit: [(unit: String?, identity: UnitIdentifier.Identity, tables: [TableBody])] = []
    let name = FileName(path: file.name)
    for (index, table) in tables.enumerated() {
      let above = tables[..<index].last { $0.sheet.name == table.sheet.name }
      let identity = identifier.identify(
        sheet: table.sheet, titleRows: ScoreTableLocator.titleEnd(of: table, among: tables),
        tableRows: table.location.headerFirst...max(table.location.headerFirst, table.lastRow),
        zone: above.flatMap { ScoreTableLocator.zone(below: $0, above: table) },
        workbook: workbook, form: form, name: name, sender: file.sender)
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
    return byUnit
  }

  /// What the file says beside the scores of its units.
  private func dossiers(
    _ side: SideTables, of units: [(unit: String?, tables: [TableBody])],
    in workbook: KnownWorkbook,
    file: SubmittedFile, _ findings: inout [Finding]
  ) -> [String: Dossier] {
    let owners = TableOwners(
      units: units.compactMap { unit in unit.unit.map { ($0, unit.tables) } },
      identifier: identifier)
    guard !side.isEmpty, !owners.units.isEmpty else { return [:] }
    let reader = DossierReader(
      tables: side, catalog: rules.catalog, rules: rules.regulation.titles, file: file.path)
    let (readings, homeless) = reader.readings(
      unit: owners.unit, sheets: { owners.sheets(of: $0, in: workbook, beside: side) },
      scored: owners.isScored)
    for unit in rules.regulation.units {
      findings += (readings[unit.code]?.findings ?? []).map { finding in
        var finding = finding
        finding.unit = unit.code
        return finding
      }
    }
    findings += homeless
    return readings.mapValues(\.dossier)
  }

  private func entries(_ entries: [Int: ScoreEntry]) -> [String: ScoreEntry] {
    let criteria = rules.regulation.criteria.all
    var byCode = [String: ScoreEntry](minimumCapacity: entries.count)
    for (index, entry) in entries { byCode[criteria[index].code] = entry }
    return byCode
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

  // MARK: - Findings

  private func note(_ note: ReadingNote) -> Finding {
    switch note {
    case .macros: Finding(.macrosIgnored, .info)
    case .legacyEncoding(let name, let evidence):
      Finding(.legacyEncoding, .warning, arguments: ["detail": name, "other": evidence])
    }
  }

  /// A form that was made from other criteria, or for another block.
  private func outdated(_ form: FormIdentity) -> Finding? {
    let expected = ownFingerprints[form.unit] ?? formFingerprint
    let isCurrent = expected.map { $0 == form.fingerprint } ?? true
    guard !isCurrent || !identifier.isOurs(form) else { return nil }
    return Finding(.formOutdated, .warning, value: "\(form.block) \(form.year)")
  }
}
