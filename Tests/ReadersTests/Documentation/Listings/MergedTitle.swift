import Readers

/// The text of the merged cell that covers a place, or of the cell there.
func title(at place: CellReference, on sheet: any SheetSource) throws -> String? {
  let grid = try SheetGrid(reading: sheet)
  let merge = grid.mergedRange(covering: place)
  return grid[merge?.first ?? place]?.value.text
}
