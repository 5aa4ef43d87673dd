/// Why a file, or a part of it, could not be read: the kind of failure and its place.
public struct ReadingError: Error, Hashable, Sendable {
  /// The kinds of failure, each asking for another answer from whoever sent the file.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The file does not exist or cannot be opened.
    case notFound
    /// Damaged or cut short.
    case unreadable
    /// Protected by a password.
    case encrypted
    /// A format that is not read.
    case unsupported
    /// Larger than the limits allow.
    case limitExceeded
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// The file, as its path was given.
  public var file: String
  /// The part of the container, such as `xl/worksheets/sheet1.xml`.
  public var part: String?
  /// The sheet's name.
  public var sheet: String?
  /// The last cell or line that was read before the failure.
  public var cell: String?
  /// What was found there, in a few English words: a format's name, a parser's complaint.
  public var detail: String
  /// The limit that was exceeded, where it is one of `Limits` and so can be raised.
  public var limit: ExceededLimit?

  /// A failure at a place.
  public init(
    _ kind: Kind, file: String, part: String? = nil, sheet: String? = nil, cell: String? = nil,
    detail: String, limit: ExceededLimit? = nil
  ) {
    self.kind = kind
    self.file = file
    self.part = part
    self.sheet = sheet
    self.cell = cell
    self.detail = detail
    self.limit = limit
  }

  /// A file that exceeds `limit` at a place.
  public init(
    exceeding limit: ExceededLimit, file: String, part: String? = nil, sheet: String? = nil,
    cell: String? = nil
  ) {
    self.init(
      .limitExceeded, file: file, part: part, sheet: sheet, cell: cell,
      detail: limit.description, limit: limit)
  }
}

extension ReadingError: CustomStringConvertible {
  /// `file: part, sheet, cell: detail`.
  public var description: String {
    let place = [part, sheet, cell].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty ? "\(file): \(detail)" : "\(file): \(place): \(detail)"
  }
}
