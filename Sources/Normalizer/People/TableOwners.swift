import Spreadsheet

/// Tells whose a table of people or practices is, in a file with the scores of one unit or several.
struct TableOwners {
  /// The units whose scores the file holds, each with its score tables.
  let units: [(code: String, tables: [TableBody])]
  let identifier: UnitIdentifier

  /// The unit of what stands in `row` of a sheet.
  ///
  /// The file's only unit; else that of the score table nearest above on the sheet, or below where
  /// none is above; else the one that the sheet itself names.
  func unit(of sheet: KnownSheet, row: Int) -> String? {
    if units.count == 1 { return units[0].code }
    let beside = units.flatMap { unit in
      unit.tables.filter { $0.sheet.name == sheet.name }
        .map { (code: unit.code, first: $0.location.headerFirst) }
    }
    if let above = beside.filter({ $0.first < row }).max(by: { $0.first < $1.first }) {
      return above.code
    }
    if let below = beside.min(by: { $0.first < $1.first }) { return below.code }
    let named = identifier.identify(
      sheet: sheet, titleRows: row, tableRows: nil, workbook: KnownWorkbook(sheets: [sheet]),
      name: FileName(path: ""))
    return units.first { $0.code == named.unit }?.code
  }

  /// The sheets in which a unit may state its staff: those of its people first.
  func sheets(of unit: String, in workbook: KnownWorkbook, beside tables: SideTables)
    -> [KnownSheet]
  {
    let people = Set(tables.people.map(\.body.sheet.name))
    let own = workbook.sheets.filter { sheet in
      units.count == 1 || self.unit(of: sheet, row: sheet.rows.last?.number ?? 1) == unit
    }
    return own.filter { people.contains($0.name) } + own.filter { !people.contains($0.name) }
  }

  /// Whether a row lies between a score table's header and the last row that it is known by; lines
  /// behind it that name no criterion may say anything.
  func isScored(_ sheet: KnownSheet, row: Int) -> Bool {
    units.contains { unit in
      unit.tables.contains { table in
        let last = table.lines.last { line in
          if case .unknown = line.kind { false } else { true }
        }
        return table.sheet.name == sheet.name && row >= table.location.headerFirst
          && row <= (last?.number ?? table.location.headerLast)
      }
    }
  }
}
