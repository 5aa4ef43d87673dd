public import Spreadsheet

/// Opens files of every format that is read, told by their content.
public enum Workbook {
  /// Opens the file at `path`.
  ///
  /// - Throws: `ReadingError`: `.notFound` when there is none, `.encrypted`, `.unsupported` with
  ///   the format's name, `.limitExceeded`, `.unreadable`.
  public static func open(
    path: String, limits: Limits = Limits()
  ) throws -> any WorkbookSource {
    try open(
      bytes: FileBytes.read(path, limit: limits.totalBytes), name: path, limits: limits)
  }

  /// Opens the file that `bytes` are the content of.
  ///
  /// - Parameter name: Its path or name, for messages and for the sheet of a CSV file.
  /// - Throws: `ReadingError`, as `open(path:limits:)`.
  public static func open(
    bytes: [UInt8], name: String, limits: Limits = Limits()
  ) throws -> any WorkbookSource {
    switch FileFormat(of: bytes) {
    case .zip: return try openContainer(bytes, name: name, limits: limits)
    case .html: return try HTMLWorkbook(bytes: bytes, file: name, limits: limits)
    case .spreadsheetML: return try SpreadsheetMLWorkbook(bytes: bytes, file: name, limits: limits)
    case .flatOpenDocument: return try ODSWorkbook(flat: bytes, file: name, limits: limits)
    case .text: return try CSVWorkbook(bytes: bytes, name: name, limits: limits)
    case .compoundFile: throw refusal(ofCompoundFile: bytes, name: name)
    case .foreign(let format): throw ReadingError(.unsupported, file: name, detail: format)
    case .empty: throw ReadingError(.unreadable, file: name, detail: "the file is empty")
    case .unknown:
      throw ReadingError(.unsupported, file: name, detail: "neither a workbook nor text")
    }
  }

  private static func openContainer(
    _ bytes: [UInt8], name: String, limits: Limits
  ) throws -> any WorkbookSource {
    let package = try OPCPackage(bytes: bytes, file: name, limits: limits)
    switch try PackageFormat(of: package) {
    case .workbook(let part):
      return try XLSXWorkbook(package: package, workbookPart: part, limits: limits)
    case .openDocumentSpreadsheet: return try ODSWorkbook(package: package, limits: limits)
    case .foreign(let format):
      throw ReadingError(.unsupported, file: name, detail: format)
    }
  }

  private static func refusal(ofCompoundFile bytes: [UInt8], name: String) -> ReadingError {
    guard let names = CompoundFile(bytes)?.names else {
      return ReadingError(.unreadable, file: name, detail: "damaged OLE2 compound file")
    }
    if names.contains("EncryptedPackage") || names.contains("EncryptionInfo") {
      return ReadingError(.encrypted, file: name, detail: "workbook protected by a password")
    }
    let formats = [
      ("Workbook", "Excel 97–2003 workbook (.xls)"), ("Book", "Excel 5 workbook (.xls)"),
      ("WordDocument", "Word 97–2003 document (.doc)"),
      ("PowerPoint Document", "PowerPoint 97–2003 presentation (.ppt)"),
      ("__properties_version1.0", "Outlook message (.msg)"),
    ]
    let format = formats.first { format in
      names.contains { $0.lowercased() == format.0.lowercased() }
    }
    return ReadingError(
      .unsupported, file: name, detail: format?.1 ?? "OLE2 compound file of an unknown program")
  }
}
