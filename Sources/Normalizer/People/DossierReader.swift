import Language
import Regulation
import Spreadsheet

/// Reads what stands beside the scores of one file into its units' dossiers, and checks it.
///
/// The findings name cells, never people.
struct DossierReader {
  let tables: SideTables
  let catalog: TitleCatalog
  let rules: [TitleRule]
  let file: String

  /// A unit's dossier with the findings about it.
  struct Reading {
    var dossier = Dossier()
    var findings: [Finding] = []
  }

  /// The dossiers by unit code.
  ///
  /// - Parameters:
  ///   - unit: the unit of what stands in a row of a sheet; nil where nobody knows.
  ///   - sheets: a unit's sheets, in which it may state its staff.
  ///   - scored: whether a row of a sheet belongs to a score table.
  func readings(
    unit: (KnownSheet, Int) -> String?, sheets: (String) -> [KnownSheet],
    scored: (KnownSheet, Int) -> Bool
  ) -> (units: [String: Reading], findings: [Finding]) {
    var units: [String: Reading] = [:]
    var nominations: [String: [NominationReader.Reading]] = [:]
    var homeless: [Finding] = []
    for table in tables.people {
      let first = table.body.location.headerFirst
      let reader = NominationReader(
        body: table.body, catalog: catalog, caption: table.caption, file: file)
      let readings = reader.readings()
      guard !readings.isEmpty else { continue }
      if let code = unit(table.body.sheet, first) {
        nominations[code, default: []] += readings
      } else {
        homeless.append(ownerless(table.body.sheet, row: first))
      }
    }
    for body in tables.practices {
      let readings = PracticeReader(body: body, file: file).readings()
      guard !readings.isEmpty else { continue }
      if let code = unit(body.sheet, body.location.headerFirst) {
        for reading in readings { add(reading, to: &units[code, default: Reading()]) }
      } else {
        homeless.append(ownerless(body.sheet, row: body.location.headerFirst))
      }
    }
    for (code, readings) in nominations {
      var reading = units[code] ?? Reading()
      let practices = reading.findings
      reading.findings = []
      check(readings, into: &reading)
      reading.findings += practices
      units[code] = reading
    }
    for code in units.keys {
      units[code]?.dossier.staff = StaffStatement.staff(in: sheets(code)) { sheet, row in
        scored(sheet, row) || tables.holds(row: row, of: sheet)
      }
    }
    return (units, homeless)
  }

  private func ownerless(_ sheet: KnownSheet, row: Int) -> Finding {
    Finding(.unitUnknown, .error, sheet: sheet.name, cell: "A\(row)", value: sheet.name)
  }

  // MARK: - Practices

  private func add(_ reading: PracticeReader.Reading, to unit: inout Reading) {
    let practice = reading.practice
    let missing: [(FindingWord, String)] =
      (practice.name.isEmpty ? [(.practiceName, practice.source.cell)] : [])
      + (practice.content.isEmpty ? [(.practiceContent, reading.contentCell)] : [])
    for (field, cell) in missing {
      unit.findings.append(
        Finding(
          .practiceIncomplete, .warning, sheet: practice.source.sheet, cell: cell,
          arguments: ["detail": field.rawValue]))
    }
    unit.dossier.practices.append(practice)
  }

  // MARK: - Nominations

  private func check(_ readings: [NominationReader.Reading], into unit: inout Reading) {
    var seen: [String: [Nomination]] = [:]
    for reading in readings {
      var nomination = reading.nomination
      if nomination.name.isEmpty || nomination.title.isEmpty {
        nomination.flaw = .incomplete
        let missing: [(FindingWord, String)] =
          (nomination.name.isEmpty ? [(.personName, nomination.source.cell)] : [])
          + (nomination.title.isEmpty
            ? [(.personTitle, reading.cells[.title] ?? nomination.source.cell)] : [])
        for (field, cell) in missing {
          unit.findings.append(
            finding(
              .nominationIncomplete, .error, nomination, cell: cell, action: .notCounted,
              ["detail": field.rawValue]))
        }
      } else {
        checkTitle(&nomination, cells: reading.cells, &unit.findings)
        checkRepetition(&nomination, seen[nomination.personKey] ?? [], &unit.findings)
        seen[nomination.personKey, default: []].append(nomination)
      }
      unit.dossier.nominations.append(nomination)
    }
  }

  private func checkTitle(
    _ nomination: inout Nomination, cells: [NominationColumn: String],
    _ findings: inout [Finding]
  ) {
    guard !catalog.isEmpty else { return }
    guard
      let rule = rules.first(where: { $0.subject == .individual && $0.name == nomination.title })
    else {
      nomination.flaw = .unknownTitle
      var arguments: [String: String] = [:]
      arguments["other"] = catalog.suggestion(for: nomination.title)
      findings.append(
        finding(
          .unknownTitle, .warning, nomination, cell: cells[.title] ?? nomination.source.cell,
          value: nomination.title,
          action: .notCounted, arguments))
      return
    }
    for condition in rule.conditions {
      let (text, column, word): (String?, NominationColumn, FindingWord) =
        switch condition {
        case .achievement: (nomination.achievement, .achievement, .achievement)
        case .initiative: (nomination.initiative, .initiative, .initiative)
        case .document: (nomination.document, .document, .document)
        }
      guard text.map(TableEnd.saysNone) ?? true else { continue }
      nomination.flaw = .conditionMissing
      findings.append(
        finding(
          .nominationWithoutCondition, .error, nomination,
          cell: cells[column] ?? nomination.source.cell, value: rule.name, action: .notCounted,
          ["detail": word.rawValue]))
    }
  }

  /// The same person again: for the same title the first counts, unless the posts say that these are
  /// two people of one name; another title counts beside it.
  private func checkRepetition(
    _ nomination: inout Nomination, _ earlier: [Nomination], _ findings: inout [Finding]
  ) {
    guard let first = earlier.first(where: { $0.title == nomination.title }) ?? earlier.first else {
      return
    }
    let isSameTitle = first.title == nomination.title
    let posts = [first.position, nomination.position].compactMap { $0.map(VietnameseText.fold) }
    let areTwo = posts.count == 2 && posts[0] != posts[1]
    if isSameTitle, !areTwo { nomination.flaw = .duplicate }
    let place =
      first.source.sheet == nomination.source.sheet
      ? first.source.cell : "\(first.source.sheet)!\(first.source.cell)"
    findings.append(
      finding(
        .nominationDuplicate, isSameTitle ? .warning : .info, nomination,
        cell: nomination.source.cell, value: nomination.title,
        action: isSameTitle && !areTwo ? .notCounted : .counted,
        ["other": place, "detail": first.title]))
  }

  private func finding(
    _ code: FindingCode, _ severity: Severity, _ nomination: Nomination, cell: String,
    value: String? = nil, action: FindingWord, _ arguments: [String: String]
  ) -> Finding {
    Finding(
      code, severity, sheet: nomination.source.sheet, cell: cell, value: value,
      action: action.rawValue, arguments: arguments)
  }
}
