import Spreadsheet

/// Where a score table stands in a file.
public struct TablePlace: Sendable, Hashable {
  /// The code of the unit whose table it is; nil where nobody knows.
  public var unit: String?
  /// The sheet's name.
  public var sheet: String
  /// The rows from the header to the last one that belongs to the table.
  public var rows: ClosedRange<Int>

  /// A table of a unit on a sheet.
  public init(unit: String?, sheet: String, rows: ClosedRange<Int>) {
    self.unit = unit
    self.sheet = sheet
    self.rows = rows
  }

  /// - Parameter isFollowed: whether another table stands below it on the sheet, whose titles then
  ///   are no rows of this one.
  init(_ body: TableBody, unit: String?, isFollowed: Bool) {
    let header = body.location.headerFirst
    let last = isFollowed ? body.lastKnownRow : body.lastRow
    self.init(unit: unit, sheet: body.sheet.name, rows: header...max(header, last))
  }
}
