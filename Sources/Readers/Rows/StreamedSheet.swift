import Spreadsheet

/// A sheet whose rows are made one after the other while it is parsed.
protocol StreamedSheet: SheetSource {
  /// Hands views of the rows that are not blank to `deliver`, by ascending number.
  ///
  /// - Throws: as `SheetSource.read(_:)`.
  func stream(_ deliver: @escaping (RowView) throws -> Void) throws -> SheetLayout
}

extension StreamedSheet {
  func read(_ body: (Row) throws -> Void) throws -> SheetLayout {
    var copies = RowCopies()
    return try forEachRow { try body(copies.row($0)) }
  }

  func forEachRow(_ body: (RowView) throws -> Void) throws -> SheetLayout {
    try withoutActuallyEscaping(body) { try stream($0) }
  }
}
