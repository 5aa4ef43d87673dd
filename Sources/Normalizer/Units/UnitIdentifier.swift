import Language
import Regulation
import Spreadsheet

/// Finds the unit that a file is of: by the identity of a form made for it, by a cell that says so,
/// by a title that names it, by the file's name or folder.
///
/// The first that answers decides; a different second answer is reported.
struct UnitIdentifier {
  let directory: UnitDirectory
  /// The block's name: a form of another block may use the same codes for other units.
  let block: String

  /// What was found about a file's unit.
  struct Identity {
    /// The unit's code; nil when nothing answers, or several do at once.
    var unit: String?
    /// The units that one place names at the same time, where that leaves it open.
    var ambiguous: Set<String> = []
    /// The units that later places name instead.
    var others: Set<String> = []
    /// A name in a `Đơn vị:` cell that no unit goes by, with its cell.
    var unknownName: (text: String, sheet: String, cell: String)?
    /// Where the deciding answer stands.
    var place: (sheet: String, cell: String)?
  }

  /// An answer from one cell.
  private struct Answer {
    var unit: String
    var sheet: String
    var cell: String
  }

  /// The identity of the table at `body`, or of a file without any.
  ///
  /// - Parameters:
  ///   - zone: the rows between the table above it on the sheet and its header, which may name another
  ///     unit than the sheet's title rows do.
  ///   - form: what the workbook says as a form made by this program; nil where it is none.
  ///   - sender: the unit whose mail brought the file; nil where that is not known.
  func identify(
    sheet: KnownSheet?, titleRows: Int, tableRows: ClosedRange<Int>?, zone: ClosedRange<Int>? = nil,
    workbook: KnownWorkbook, form: FormIdentity? = nil, name: FileName, sender: String? = nil
  ) -> Identity {
    if let sheet, let zone {
      let own = sheet.filtered { zone.contains($0) }
      if !labels(in: own, skipping: nil).isEmpty
        || titleUnits(in: own, above: .max).areWhole
      {
        return identify(
          sheet: own, titleRows: .max, tableRows: nil, workbook: KnownWorkbook(sheets: [own]),
          name: name, sender: sender)
      }
    }
    var identity = Identity()
    var answers: [Answer] = []
    let ordered = (sheet.map { [$0] } ?? []) + workbook.sheets.filter { $0.name != sheet?.name }
    for grid in ordered {
      let skipped = grid.name == sheet?.name ? tableRows : nil
      for label in labels(in: grid, skipping: skipped) {
        if let unit = directory.unit(named: label.text)
          ?? directory.unit(atBeginningOf: label.text)
        {
          answers.append(Answer(unit: unit, sheet: grid.name, cell: label.cell))
        } else if identity.unknownName == nil, answers.isEmpty {
          identity.unknownName = (label.text, grid.name, label.cell)
        }
      }
      if grid.name == sheet?.name, !answers.isEmpty { break }
    }

    let fileUnits = units(ofFile: name)
    let outside = (fileUnits.count == 1 ? fileUnits : []).union(sender.map { [$0] } ?? [])
    if let form, isOurs(form), let unit = directory.unit(withCode: form.unit) {
      identity.unit = unit
      identity.place = answers.first.map { ($0.sheet, $0.cell) }
      // The head of a form names the office, which may be a unit of the block: no second answer.
      identity.others = Set(answers.map(\.unit)).union(outside)
      identity.others.remove(unit)
      return identity
    }

    var title = Titles()
    if let sheet {
      title = titleUnits(in: sheet, above: titleRows)
      if title.units.isEmpty, let unit = directory.unit(named: sheet.name) { title.units = [unit] }
    } else {
      for grid in workbook.sheets where title.units.isEmpty {
        title = titleUnits(in: grid, above: 15)
      }
    }
    let titles = title.units

    if let answer = answers.first {
      identity.unit = answer.unit
      identity.place = (answer.sheet, answer.cell)
      identity.others = Set(answers.map(\.unit)).union(titles.count == 1 ? titles : [])
        .union(outside)
    } else if titles.count == 1 {
      identity.unit = titles.first
      identity.place = title.place
      identity.others = outside
    } else if titles.count > 1, title.areWhole || outside.isEmpty {
      identity.ambiguous = titles
      identity.place = title.place
    } else if let sender {
      identity.unit = sender
      identity.others = outside
    } else if fileUnits.count == 1 {
      identity.unit = fileUnits.first
    } else {
      identity.ambiguous = fileUnits
    }
    if let unit = identity.unit { identity.others.remove(unit) }
    return identity
  }

  /// Whether a form was made for this block.
  func isOurs(_ form: FormIdentity) -> Bool {
    VietnameseText.accentKey(form.block) == VietnameseText.accentKey(block)
  }

  /// The units that a file's name, else its nearest folder, names.
  func units(ofFile name: FileName) -> Set<String> {
    for text in [name.stem] + name.folders {
      let found = directory.units(mentionedIn: text, isFileName: true)
      if !found.isEmpty { return found }
    }
    for text in [name.core, name.stem] + name.folders {
      if let unit = directory.unit(withCode: text) { return [unit] }
    }
    // `CA_bang-cham-diem`: a code in capitals at the head of the name.
    if let head = name.stem.split(whereSeparator: { "_- .".contains($0) }).first,
      head.count >= 2, head == head.uppercased(), let unit = directory.unit(withCode: String(head))
    {
      return [unit]
    }
    return []
  }

  // MARK: - Cells

  /// The texts behind `Đơn vị:` labels, with their cells.
  private func labels(
    in sheet: KnownSheet, skipping tableRows: ClosedRange<Int>?
  ) -> [(text: String, cell: String)] {
    var found: [(String, String)] = []
    for row in sheet.rows {
      if let tableRows, tableRows.contains(row.number) { continue }
      for (index, cell) in row.cells.enumerated() {
        guard let label = cell.known?.unitLabel else { continue }
        let place = "\(CellReference(row: row.number, column: cell.column))"
        if let name = label.name {
          found.append((name, place))
          continue
        }
        let next = row.cells[(index + 1)...].first { !$0.value.text.isEmpty }
        if let next, let value = next.known, value.column == nil {
          found.append(
            (value.tidy, "\(CellReference(row: row.number, column: next.column))"))
        }
      }
    }
    return found
  }

  /// What the title rows say.
  private struct Titles {
    /// The units that they name.
    var units: Set<String> = []
    /// Whether cells are the units' names as a whole.
    ///
    /// A sentence that lists several units, as that of a block's members, answers nothing; several
    /// names that stand alone contradict each other.
    var areWhole = false
    /// The first cell that names one.
    var place: (sheet: String, cell: String)?
  }

  /// The units that the rows above a table name.
  ///
  /// A cell that is a unit's name as a whole says more than a sentence that mentions one; whom a
  /// letter is addressed to says nothing.
  private func titleUnits(in sheet: KnownSheet, above end: Int) -> Titles {
    var whole: Set<String> = []
    var mentioned: Set<String> = []
    var place: (sheet: String, cell: String)?
    for row in sheet.rows where row.number < end {
      for cell in row.cells {
        guard let text = cell.known, text.text.utf8.count < 400 else { continue }
        let naming = naming(in: text)
        if naming.isEmpty { continue }
        let reference = "\(CellReference(row: row.number, column: cell.column))"
        if let unit = naming.whole {
          if whole.isEmpty { place = (sheet.name, reference) }
          whole.insert(unit)
        } else {
          if place == nil { place = (sheet.name, reference) }
          mentioned.formUnion(naming.mentioned)
        }
      }
    }
    return Titles(
      units: whole.isEmpty ? mentioned : whole, areWhole: !whole.isEmpty, place: place)
  }

  private func naming(in text: KnownText) -> UnitNaming {
    if let naming = text.naming { return naming }
    let naming = UnitNaming(text, directory)
    text.naming = naming
    return naming
  }
}
