extension Row {
  /// A copy of the row that is read.
  public init(_ view: RowView) {
    self.init(view, string: view.string)
  }

  fileprivate init(_ view: RowView, string: (TextSlice) -> String) {
    self.init(
      number: view.number, isHidden: view.isHidden,
      cells: view.cells.map { cell in
        Cell(
          column: cell.column, value: view.value(of: cell, string: string),
          formula: cell.formula.map(string), isPercentage: cell.isPercentage)
      })
  }
}

/// Copies the rows of one sheet so that cells of the same shared text share one string.
package struct RowCopies {
  /// By where the text starts in what the rows share.
  private var strings: [Int: String] = [:]
  private let texts: TextPool?

  /// Copies of rows, with strings of `texts` where they are shared by several sheets.
  package init(texts: TextPool? = nil) {
    self.texts = texts
  }

  /// A copy of the row that is read.
  package mutating func row(_ view: RowView) -> Row {
    if let texts { return Row(view) { slice in view.withBytes(of: slice, texts.string) } }
    return Row(view) { slice in
      // A string of 15 bytes needs no memory besides itself.
      guard slice.isShared, slice.count > 15 else { return view.string(slice) }
      if let string = strings[slice.start] { return string }
      let string = view.string(slice)
      strings[slice.start] = string
      return string
    }
  }
}
