import Spreadsheet

/// An HTML page whose tables are read as sheets: what portals and programs save under an `.xls`
/// name.
///
/// Text before a table, such as its title, stands in rows above it as Excel shows it: each line in a
/// row of its own, in the first column, the table below; text behind the last table stands below.
/// A page is small and its tables may lie in each other, so that it is read at once.
struct HTMLWorkbook: WorkbookSource {
  let sheets: [any SheetSource]
  /// Always false: a page has no such mark.
  let recalculatesOnLoad = false
  /// Whether any cell says of what type it is; where none does, all are text.
  let isTyped: Bool
  let notes: [ReadingNote]

  /// Opens a file's content.
  ///
  /// - Throws: `ReadingError`.
  init(bytes: [UInt8], file: String, limits: Limits) throws {
    guard bytes.count <= limits.partBytes else {
      throw ReadingError(
        exceeding: ExceededLimit(.partBytes, bound: limits.partBytes, met: bytes.count), file: file)
    }
    let page = HTMLPage(bytes)
    let reader = try Self.read(page, file: file, allowance: CellAllowance(limit: limits.cells))
    // Tables without a word only arrange others.
    let filled = reader.tables.indices.filter { !reader.tables[$0].rows.isEmpty }
    let indices = filled.isEmpty ? Array(reader.tables.indices.prefix(1)) : filled
    let tables = indices.map { reader.tables[$0] }
    let names = Self.names(of: tables, sheetNames: reader.sheetNames, file: file)
    var surroundings = reader.surroundings
    // A title above what is not shown is that of the next table that is.
    let shown = indices.filter { !reader.tables[$0].isHidden }
    let titled = shown.isEmpty ? indices : shown
    sheets = zip(names, indices).map { name, index in
      HTMLSheet(
        name: name, table: reader.tables[index],
        linesAbove: titled.contains(index) ? surroundings.take(before: index) : [],
        linesBelow: index == titled.last ? surroundings.take(before: .max) : [])
    }
    isTyped = tables.contains { $0.isTyped }
    notes = page.note.map { [$0] } ?? []
  }

  private static func read(
    _ page: HTMLPage, file: String, allowance: CellAllowance
  ) throws -> HTMLReader {
    var reader: HTMLReader?
    do {
      let parsed = HTMLReader(allowance: allowance, cost: try HTMLCost(page.bytes))
      reader = parsed
      try HTMLPushParser.parse(page.bytes, with: parsed)
      try parsed.finish()
      return parsed
    } catch let fault as PartFault {
      throw fault.error(file: file, cell: reader?.lastCell.map { "\($0)" })
    }
  }

  /// A table is called by its caption, else as Excel calls the sheet, else after the file; several
  /// are numbered.
  private static func names(
    of tables: [HTMLTable], sheetNames: [String], file: String
  ) -> [String] {
    let base = sheetNames.count == 1 ? sheetNames[0] : FileStem.of(path: file)
    var taken: Set<String> = []
    return tables.enumerated().map { index, table in
      var name = table.caption
      if name == nil, sheetNames.count == tables.count { name = sheetNames[index] }
      var unique = name ?? (tables.count == 1 ? base : "\(base) \(index + 1)")
      var number = index + 1
      while !taken.insert(unique).inserted {
        unique = "\(name ?? base) \(number)"
        number += 1
      }
      return unique
    }
  }
}

/// One table of a page with the text around it.
struct HTMLSheet: SheetSource {
  let name: String
  let table: HTMLTable
  let linesAbove: [String]
  let linesBelow: [String]

  var visibility: SheetVisibility { table.isHidden ? .hidden : .visible }

  func read(_ body: (Row) throws -> Void) throws -> SheetLayout {
    let shift = linesAbove.count
    try read(linesAbove, behind: 0, body)
    for var row in table.rows {
      row.number += shift
      try body(row)
    }
    try read(linesBelow, behind: shift + table.rowCount, body)
    var layout = table.layout
    for index in layout.mergedRanges.indices {
      layout.mergedRanges[index].first.row += shift
      layout.mergedRanges[index].last.row += shift
    }
    return layout
  }

  private func read(
    _ lines: [String], behind row: Int, _ body: (Row) throws -> Void
  ) throws {
    for (index, line) in lines.enumerated() {
      try body(Row(number: row + index + 1, cells: [Cell(column: 1, value: .text(line))]))
    }
  }
}
