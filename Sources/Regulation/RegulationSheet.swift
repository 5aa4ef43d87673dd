import Language
import Spreadsheet

/// One sheet of a regulation as a table: its header row found, its columns known by their titles.
struct RegulationSheet<Column: RegulationColumn> {
  let name: String
  /// The row below the header, and those that follow.
  let rows: [Row]
  private let columns: [Column: Int]

  /// Finds the header among the first rows; reports a missing header or column to `faults`.
  init?(_ grid: SheetGrid, faults: inout [RegulationFault]) {
    name = grid.name
    let required = Column.allCases.filter(\.isRequired)
    let titles = required.map { $0.titles[0] }.joined(separator: ", ")
    var best: (index: Int, columns: [Column: Int], faults: [RegulationFault])?
    for (index, row) in grid.rows.prefix(30).enumerated() {
      var columns: [Column: Int] = [:]
      var repeats: [RegulationFault] = []
      for cell in row.cells {
        guard case .text(let text) = cell.value, let column = Column(title: text) else { continue }
        if let other = columns[column] {
          repeats.append(
            RegulationFault(
              .repeatedColumn, sheet: grid.name,
              cell: "\(CellReference(row: row.number, column: cell.column))",
              [
                "value": VietnameseText.tidy(text),
                "other": "\(CellReference(row: row.number, column: other))",
              ]))
        } else {
          columns[column] = cell.column
        }
      }
      if columns.count > (best?.columns.count ?? 0) { best = (index, columns, repeats) }
    }
    guard let best, best.columns.count >= Swift.min(2, required.count) else {
      faults.append(RegulationFault(.missingHeader, sheet: grid.name, ["expected": titles]))
      return nil
    }
    columns = best.columns
    rows = Array(grid.rows[(best.index + 1)...])
    faults += best.faults
    let missing = required.filter { best.columns[$0] == nil }
    for column in missing {
      faults.append(
        RegulationFault(
          .missingColumn, sheet: grid.name, cell: "\(grid.rows[best.index].number)",
          ["expected": column.titles[0]]))
    }
    if !missing.isEmpty { return nil }
  }

  /// The A1 reference of a column's cell in `row`; column A stands in where the column is absent.
  func place(_ column: Column, _ row: Row) -> String {
    "\(CellReference(row: row.number, column: columns[column] ?? 1))"
  }

  /// The cell of a column; nil where it is blank or holds only spaces.
  func cell(_ column: Column, _ row: Row) -> Cell? {
    guard let cell = columns[column].flatMap({ row[column: $0] }) else { return nil }
    switch cell.value {
    case .empty: return nil
    case .text(let text) where VietnameseText.tidy(text).isEmpty: return nil
    default: return cell
    }
  }

  /// The cell's text in one line.
  func text(_ column: Column, _ row: Row) -> String? {
    cell(column, row).map { VietnameseText.tidy($0.value.text) }
  }

  /// The parts of a list written with `;`.
  func list(_ column: Column, _ row: Row) -> [String] {
    RegulationText.list(text(column, row) ?? "")
  }

  /// Whether the row holds nothing in any known column.
  func isBlank(_ row: Row) -> Bool { columns.keys.allSatisfy { cell($0, row) == nil } }

  func fault(
    _ problem: RegulationProblem, _ column: Column, _ row: Row, _ arguments: [String: String] = [:]
  ) -> RegulationFault {
    RegulationFault(
      problem, sheet: name, cell: place(column, row),
      arguments.merging(["column": column.titles[0]]) { given, _ in given })
  }
}

/// The columns of one sheet of a regulation, known by their titles.
protocol RegulationColumn: Hashable, CaseIterable {
  /// The titles that name the column, the one to print first.
  var titles: [String] { get }
  /// Whether the sheet is of no use without it.
  var isRequired: Bool { get }
}

extension RegulationColumn {
  /// The column that a title names, case, accents and spaces aside.
  init?(title: String) {
    let key = VietnameseText.fold(title)
    guard
      let match = Self.allCases.first(where: { column in
        column.titles.contains { VietnameseText.fold($0) == key }
      })
    else { return nil }
    self = match
  }
}

/// Readings that several sheets of the regulation share.
enum RegulationText {
  /// The parts of a list written with `;`, blanks left out.
  static func list(_ text: String) -> [String] {
    text.split(separator: ";").map { VietnameseText.tidy($0) }.filter { !$0.isEmpty }
  }

  /// The number in a cell: typed, or as text with a decimal comma or point.
  ///
  /// `1.000` is a thousand here: a regulation has no maximum to judge it by, and nobody writes a
  /// whole number of points with three decimals.
  static func number(_ cell: Cell) -> Quantity? {
    switch cell.value {
    case .number(let number): Quantity(number)
    case .text(let text): number(text)
    default: nil
    }
  }

  static func number(_ text: some StringProtocol) -> Quantity? {
    switch NumberText(text) {
    case .number(let quantity): quantity
    case .grouped(let thousands, _): thousands
    case nil: nil
    }
  }

  /// A percentage 0…100: `20`, `20%`, or 0.2 in a cell that shows percent.
  static func percent(_ cell: Cell) -> Quantity? {
    let quantity: Quantity?
    if case .number(let number) = cell.value, cell.isPercentage {
      quantity = Quantity(number * 100)
    } else if case .text(let text) = cell.value {
      quantity = percent(text)
    } else {
      quantity = number(cell)
    }
    // A bare fraction below one is a percentage whose format was lost: asked about, not guessed.
    guard let quantity, quantity >= Quantity(0), quantity <= Quantity(100),
      quantity.isZero || quantity >= Quantity(1) || cell.isPercentage
    else { return nil }
    return quantity
  }

  static func percent(_ text: some StringProtocol) -> Quantity? {
    var rest = VietnameseText.tidy(text)
    if rest.hasSuffix("%") { rest.removeLast() }
    return number(rest)
  }

  /// A day, with or without a time: a date cell, `2019-11-20 17:00`, `20/11/2019`, `17:00 20/11/2019`.
  static func dateTime(_ cell: Cell) -> CivilDateTime? {
    switch cell.value {
    case .date(let date): date
    case .text(let text): dateTime(text)
    default: nil
    }
  }

  static func dateTime(_ text: String) -> CivilDateTime? {
    var date: CivilDateTime?
    var time: CivilTime?
    let parts = VietnameseText.tidy(text).split { $0 == " " || $0 == "T" || $0 == "," }
    for part in parts {
      if part.contains(":") || part.contains("h") {
        let fields = part.split(omittingEmptySubsequences: true) { $0 == ":" || $0 == "h" }
          .map { Int($0) }
        guard time == nil, (1...3).contains(fields.count), fields.allSatisfy({ $0 != nil }) else {
          return nil
        }
        let (hour, minute) = (fields[0] ?? 0, fields.count > 1 ? fields[1] ?? 0 : 0)
        let second = fields.count > 2 ? fields[2] ?? 0 : 0
        guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
          return nil
        }
        time = CivilTime(hour: hour, minute: minute, second: second)
      } else {
        let fields = part.split { "-/.".contains($0) }.compactMap { Int($0) }
        guard date == nil, fields.count == 3 else { return nil }
        let read =
          fields[0] > 31
          ? CivilDateTime(year: fields[0], month: fields[1], day: fields[2])
          : CivilDateTime(year: fields[2], month: fields[1], day: fields[0])
        guard read.isValid, read.year > 1900 else { return nil }
        date = read
      }
    }
    guard var result = date else { return nil }
    if let time { result.time = time }
    return result
  }
}
