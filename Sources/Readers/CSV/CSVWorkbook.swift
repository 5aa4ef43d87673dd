public import Spreadsheet

/// A CSV, TSV or plain text file, read as a workbook of one sheet.
///
/// The encoding and the dialect are found out from the text. A first line `sep=;` names the
/// delimiter, as Excel has it, and is no row.
public struct CSVWorkbook: WorkbookSource {
  private let sheet: BoundedSheet
  /// The encoding, where it is not Unicode or characters had to be replaced.
  public let notes: [ReadingNote]

  /// Opens a file's content.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name or path; the sheet is named after it.
  ///   - limits: `partBytes` bounds the file, `totalBytes` the text in UTF-8, `cells` what is
  ///     handed out.
  /// - Throws: `ReadingError` with `limitExceeded`.
  public init(bytes: [UInt8], name: String, limits: Limits = Limits()) throws {
    try Self.check(bytes.count, .partBytes, limits.partBytes, file: name)
    let text = DecodedText(bytes)
    try Self.check(text.bytes.count, .totalBytes, limits.totalBytes, file: name)
    notes = text.note.map { [$0] } ?? []
    sheet = BoundedSheet(
      CSVSheet(file: name, text: text, limits: limits), file: name, limits: limits)
  }

  /// The one sheet.
  public var sheets: [any SheetSource] { [sheet] }
  /// Always false: text holds no formulas.
  public var recalculatesOnLoad: Bool { false }
  /// Always false: all cells are text.
  public var isTyped: Bool { false }

  private static func check(
    _ count: Int, _ name: Limits.Name, _ bound: Int, file: String
  ) throws {
    guard count > bound else { return }
    throw ReadingError(exceeding: ExceededLimit(name, bound: bound, met: count), file: file)
  }
}
