import Readers

/// Counts the cells of several files at once; where one cannot be read, the others are given up.
func countCells(in paths: [String]) async throws -> Int {
  try await withThrowingTaskGroup(of: Int.self) { group in
    for path in paths {
      group.addTask {
        var count = 0
        for sheet in try Workbook.open(path: path).sheets {
          try sheet.forEachRow { count += $0.cells.count }
        }
        return count
      }
    }
    return try await group.reduce(0, +)
  }
}
