import Readers

/// The places of the cells whose text begins with `prefix`; no text is copied to find them.
func cells(beginningWith prefix: String, on sheet: any SheetSource) throws -> [CellReference] {
  var places: [CellReference] = []
  let wanted = Array(prefix.utf8)
  try sheet.forEachRow { row in
    for cell in row.cells where cell.textSize >= wanted.count {
      let isFound = row.withText(of: cell) { text in
        wanted.indices.allSatisfy { text.span[$0] == wanted[$0] }
      }
      if isFound { places.append(row.reference(of: cell)) }
    }
  }
  return places
}
