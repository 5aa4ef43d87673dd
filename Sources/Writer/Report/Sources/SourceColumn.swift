/// The columns of the sheet Nguồn, from left to right.
enum SourceColumn: Int, CaseIterable {
  case number, unitCode, file, sheet, cell, criterion, value, selfScore, appraised, counted, change
  case sha256, received

  /// The column, counted from 1.
  var position: Int { rawValue + 1 }

  /// What stands above it.
  var title: ColumnTitle {
    switch self {
    case .number: .number
    case .unitCode: .unitCode
    case .file: .file
    case .sheet: .sheet
    case .cell: .cell
    case .criterion: .criterion
    case .value: .value
    case .selfScore: .selfScore
    case .appraised: .appraised
    case .counted: .counted
    case .change: .change
    case .sha256: .sha256
    case .received: .received
    }
  }

  /// Its width in characters.
  var width: Double {
    switch self {
    case .number, .cell: 7
    case .unitCode: 11
    case .file: 32
    case .sheet: 15
    case .criterion: 10
    case .value: 12
    case .selfScore, .appraised, .counted: 9
    case .change: 44
    case .sha256: 38
    case .received: 16
    }
  }
}
