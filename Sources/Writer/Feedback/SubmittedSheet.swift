public import Normalizer
public import Spreadsheet

/// A sheet of a submitted file, as its unit gets it back.
public struct SubmittedSheet: Sendable {
  /// The file's path as the unit gets to read it.
  public let file: String
  /// The cells that are shown.
  public let grid: SheetGrid
  /// The rows of the unit's score tables.
  public let tables: [ClosedRange<Int>]
  /// The findings about cells of the sheet.
  public let findings: [Finding]
  /// Whether rows are left out because tables of other units stand on the sheet.
  public let isExcerpt: Bool

  /// The sheets of a file that a unit gets back: those with its score table or with findings about
  /// it, of a file without any table all.
  ///
  /// Where the file holds tables of other units too, a sheet with several of them shows the rows of
  /// the unit's own alone, and sheets without a table are left out: nobody knows whose they are.
  ///
  /// - Parameter findings: the findings about the unit in this file.
  public static func sheets(
    of workbook: WorkbookGrid, places: [TablePlace], unit: String, file: String,
    findings: [Finding]
  ) -> [SubmittedSheet] {
    let isShared = places.contains { $0.unit != unit }
    let hasTable = places.contains { $0.unit == unit }
    return workbook.sheets.compactMap { grid in
      let here = places.filter { $0.sheet == grid.name }
      let own = here.filter { $0.unit == unit }.map(\.rows)
      var about = findings.filter { $0.sheet == grid.name && $0.cell != nil }
      // Formats of one sheet do not name it.
      if workbook.sheets.count == 1 {
        about += findings.filter { $0.sheet == nil && $0.cell != nil }
      }
      if own.count < here.count {
        guard !own.isEmpty else { return nil }
        return SubmittedSheet(
          file: file, grid: grid.excerpt { number in own.contains { $0.contains(number) } },
          tables: own,
          findings: about.filter { finding in
            guard let row = finding.range?.first.row else { return false }
            return own.contains { $0.contains(row) }
          }, isExcerpt: true)
      }
      let isWanted = isShared ? !own.isEmpty : !own.isEmpty || !about.isEmpty || !hasTable
      guard isWanted, !grid.rows.isEmpty else { return nil }
      return SubmittedSheet(
        file: file, grid: grid, tables: own, findings: about, isExcerpt: false)
    }
  }
}

extension Finding {
  /// The cells that the finding is about.
  var range: CellRange? { cell.flatMap { CellRange($0) } }
}

extension SheetGrid {
  /// The sheet with some of its rows; merges that reach beyond them are left out.
  fileprivate func excerpt(_ isShown: (Int) -> Bool) -> SheetGrid {
    var layout = layout
    layout.mergedRanges = layout.mergedRanges.filter {
      isShown($0.first.row) && isShown($0.last.row)
    }
    return SheetGrid(
      name: name, visibility: visibility, rows: rows.filter { isShown($0.number) },
      layout: layout)
  }
}
