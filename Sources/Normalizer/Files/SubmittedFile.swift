public import Spreadsheet

/// A submitted file whose cells are in memory.
public struct SubmittedFile: Sendable {
  /// The path, relative to the block folder where it lies inside.
  public var path: String
  /// The path below the folder of the submissions, whose folders may name the unit.
  public var name: String
  /// The SHA-256 of the bytes, as 64 hexadecimal digits.
  public var sha256: String
  /// The sheets.
  public var workbook: WorkbookGrid
  /// When the mail came that brought it, ISO 8601; nil where none is known.
  public var received: String?
  /// The code of the unit whose mail it was; nil where that is not known.
  public var sender: String?

  /// A file with its cells.
  public init(
    path: String, name: String, sha256: String, workbook: WorkbookGrid, received: String? = nil,
    sender: String? = nil
  ) {
    self.path = path
    self.name = name
    self.sha256 = sha256
    self.workbook = workbook
    self.received = received
    self.sender = sender
  }
}
