/// Where one text cell of a row is, in half the room of a `CellView`'s place: readers that look ahead
/// keep many of these.
package struct TextPlace: Sendable, Hashable {
  /// The column, 1 for column A.
  package var column: UInt32
  /// Where the text starts, counted from a place that is known otherwise.
  package var start: UInt32
  /// The size of the text in bytes.
  package var count: UInt32

  package init(column: UInt32, start: UInt32, count: UInt32) {
    self.column = column
    self.start = start
    self.count = count
  }
}

extension RowView {
  /// Makes the view that of the row `number`, with text cells whose texts lie in the shared text,
  /// `base` bytes behind what `places` say.
  ///
  /// One call a row, so that the cells are made here in one loop, over those of the row before: added
  /// one by one from another module, the 10 million cells of a table took 0.1 s of 0.45 s.
  package mutating func begin(_ number: Int, sharedTexts places: ArraySlice<TextPlace>, base: Int) {
    begin(number, isHidden: false, keeping: min(cells.count, places.count))
    var index = 0
    for place in places {
      let cell = CellView(
        column: Int(place.column), content: .text,
        text: TextSlice(isShared: true, start: base &+ Int(place.start), count: Int(place.count)))
      if index < cells.count { cells[index] = cell } else { cells.append(cell) }
      index &+= 1
    }
  }
}
