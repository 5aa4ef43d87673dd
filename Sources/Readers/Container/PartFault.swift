import Spreadsheet

/// What is wrong with one part of a file, before the file, sheet and cell are known.
struct PartFault: Error {
  let kind: ReadingError.Kind
  let detail: String

  /// A part that is damaged.
  init(_ detail: String) {
    self.init(.unreadable, detail)
  }

  /// A part that cannot be read for the given kind of reason.
  init(_ kind: ReadingError.Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }

  /// The fault at its place.
  func error(
    file: String, part: String? = nil, sheet: String? = nil, cell: String? = nil
  ) -> ReadingError {
    ReadingError(kind, file: file, part: part, sheet: sheet, cell: cell, detail: detail)
  }
}
