import Readers

/// The rows of the sheet called `name`, copied to be kept.
func rows(ofSheet name: String, in path: String) throws -> [Row] {
  let workbook = try Workbook.open(path: path)
  var rows: [Row] = []
  try workbook.sheet(named: name)?.read { rows.append($0) }
  return rows
}
