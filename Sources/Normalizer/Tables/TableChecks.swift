import Regulation
import Spreadsheet

/// Holds what a table states beside its scores against the regulation, and looks at its columns.
struct TableChecks {
  let body: TableBody
  let inspector: CellInspector

  private var sheet: KnownSheet { body.sheet }
  private var location: TableLocation { body.location }

  /// A maximum that the table states otherwise than the regulation.
  func maximum(_ criterion: Criterion, row: KnownRow) -> Finding? {
    guard let maximum = criterion.maximum,
      let (stated, found) = inspector.statedPoints(
        .maximum, row: row, maximum: Quantity(maximum)),
      stated.magnitude != maximum
    else { return nil }
    return finding(
      .maximumChanged, cell: found.reference.description, value: found.cell?.value.text,
      action: "\(maximum)", ["criterion": criterion.code])
  }

  /// A target that the table states otherwise than the regulation or the covenant.
  func target(_ criterion: Criterion, row: KnownRow) -> Finding? {
    guard let target = criterion.target, let found = inspector.find(.target, row: row),
      let cell = found.cell,
      case .number(let stated) = ScoreText.read(
        inspector.value(of: found).value, isPercentage: cell.cell.isPercentage, maximum: target,
        allowsPercent: true),
      stated != target
    else { return nil }
    return finding(
      .targetChanged, cell: found.reference.description, value: cell.value.text,
      action: "\(target)", ["criterion": criterion.code])
  }

  /// The columns that hide scores, and those whose scores do not count.
  var columns: [Finding] { hiddenColumns + rivalColumns + unknownColumns }

  private var hiddenColumns: [Finding] {
    [ColumnRole.selfScore, .appraised, .result].compactMap { role in
      guard let column = location.columns[role], sheet.layout.isHidden(column: column),
        body.lines.contains(where: { line in
          if case .criterion = line.kind { line.row[column: column] != nil } else { false }
        })
      else { return nil }
      let letters = CellReference.letters(ofColumn: column)
      return finding(
        .hiddenContent, cell: "\(letters)\(location.headerLast)", value: letters, action: nil,
        ["detail": letters])
    }
  }

  private var rivalColumns: [Finding] {
    location.rivals.sorted { $0.key < $1.key }.compactMap { column, role in
      guard role == .selfScore || role == .appraised, let used = location.columns[role] else {
        return nil
      }
      let letters = CellReference.letters(ofColumn: column)
      return finding(
        .severalScoreTables, cell: "\(letters)\(location.headerLast)", value: nil,
        action: CellReference.letters(ofColumn: used), ["detail": letters])
    }
  }

  /// Columns of numbers whose titles speak of points in words that nobody knows: what stands in them
  /// does not count, and somebody should know.
  private var unknownColumns: [Finding] {
    guard let used = location.columns[.selfScore] ?? location.columns[.appraised] else { return [] }
    return location.unknown.sorted { $0.key < $1.key }.compactMap { column, title in
      let holdsPoints = body.lines.contains { line in
        guard case .criterion = line.kind, let cell = line.row[column: column] else { return false }
        if case .number = ScoreText.read(cell.value, maximum: nil) { return true }
        return false
      }
      guard holdsPoints else { return nil }
      let letters = CellReference.letters(ofColumn: column)
      return finding(
        .severalScoreTables, cell: "\(letters)\(location.headerLast)", value: title,
        action: CellReference.letters(ofColumn: used), ["detail": "\(letters): \(title)"])
    }
  }

  private func finding(
    _ code: FindingCode, cell: String?, value: String?, action: String?,
    _ arguments: [String: String]
  ) -> Finding {
    Finding(
      code, .warning, sheet: sheet.name, cell: cell, value: value, action: action,
      arguments: arguments)
  }
}
