import Readers

/// Adds up the numbers that stand in one column of a workbook's first sheet.
func sum(ofColumn column: Int, in path: String) throws -> Double {
  let workbook = try Workbook.open(path: path)
  var sum = 0.0
  try workbook.sheets.first?.forEachRow { row in
    if case .number(let number)? = row[column: column]?.content { sum += number }
  }
  return sum
}
