import Readers

/// The first rows of a sheet; what lies behind them is not parsed.
func firstRows(_ count: Int, of sheet: any SheetSource) throws -> [Row] {
  var rows: [Row] = []
  try sheet.forEachRow { row, stop in
    rows.append(Row(row))
    stop = rows.count == count
  }
  return rows
}
