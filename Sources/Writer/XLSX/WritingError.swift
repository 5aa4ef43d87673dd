/// Why a workbook could not be written: the file, the place in it, and what failed there.
public struct WritingError: Error, Hashable, Sendable {
  /// The workbook, as its path was given.
  public var file: String
  /// The sheet's name; nil where the workbook as a whole failed.
  public var sheet: String?
  /// The cell or range in A1 notation.
  public var cell: String?
  /// What failed, in a few English words.
  public var detail: String

  /// A failure at a place.
  public init(file: String, sheet: String? = nil, cell: String? = nil, detail: String) {
    self.file = file
    self.sheet = sheet
    self.cell = cell
    self.detail = detail
  }
}

extension WritingError: CustomStringConvertible {
  /// `file: sheet, cell: detail`.
  public var description: String {
    let place = [sheet, cell].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty ? "\(file): \(detail)" : "\(file): \(place): \(detail)"
  }
}
