import Spreadsheet

/// What is wrong with one part of a file, before the file, sheet and cell are known.
struct PartFault: Error {
  let kind: ReadingError.Kind
  let detail: String
  /// The limit that was exceeded, where it is one that can be raised.
  let limit: ExceededLimit?

  /// A part that is damaged.
  init(_ detail: String) {
    self.init(.unreadable, detail)
  }

  /// A part that cannot be read for the given kind of reason.
  init(_ kind: ReadingError.Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
    limit = nil
  }

  /// A part that exceeds the limit `name`, which allows `bound`, with `met`.
  init(exceeding name: Limits.Name, _ bound: Int, met: Int) {
    let limit = ExceededLimit(name, bound: bound, met: met)
    kind = .limitExceeded
    detail = limit.description
    self.limit = limit
  }

  /// Throws where `met` is beyond `bound`, which is what the limit `name` allows.
  @inline(__always)
  static func check(_ met: Int, _ name: Limits.Name, _ bound: Int) throws {
    if met > bound { throw PartFault(exceeding: name, bound, met: met) }
  }

  /// The fault at its place.
  func error(
    file: String, part: String? = nil, sheet: String? = nil, cell: String? = nil
  ) -> ReadingError {
    ReadingError(
      kind, file: file, part: part, sheet: sheet, cell: cell, detail: detail, limit: limit)
  }
}
