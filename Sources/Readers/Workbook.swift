public import Spreadsheet

/// Opens files of every format that is read, told by their content.
public enum Workbook {
  /// Opens the file at `path`.
  ///
  /// - Parameters:
  ///   - path: A file of any format that is read; its content tells which, not its name.
  ///   - limits: What to take in at most; meeting one is an error.
  ///   - passwords: Tried in turn where the file is encrypted.
  /// - Throws: `ReadingError`: `.notFound` when there is none, `.encrypted`, `.unsupported` with
  ///   the format's name, `.limitExceeded`, `.unreadable`; `CancellationError` when the task is
  ///   cancelled.
  public static func open(
    path: String, limits: Limits = Limits(), passwords: [Password] = []
  ) throws -> any WorkbookSource {
    if try FileBytes.isLargeContainer(path, limit: limits.totalBytes) {
      return try openContainer(
        OPCPackage(path: path, limits: limits), name: path, limits: limits, passwords: passwords)
    }
    return try open(
      bytes: FileBytes.read(path, limit: limits.totalBytes), name: path, limits: limits,
      passwords: passwords)
  }

  /// Opens the file that `bytes` are the content of.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: Its path or name, for messages and for the sheet of a CSV file.
  ///   - limits: What to take in at most; meeting one is an error.
  ///   - passwords: Tried in turn where the file is encrypted.
  ///   - memory: What files that were read before have in common with this one; it is added to.
  /// - Throws: As `open(path:limits:passwords:)`.
  public static func open(
    bytes: [UInt8], name: String, limits: Limits = Limits(), passwords: [Password] = [],
    memory: ReadingMemory? = nil
  ) throws -> any WorkbookSource {
    try Task.checkCancellation()
    switch FileFormat(of: bytes) {
    case .zip:
      return try openContainer(
        bytes, name: name, limits: limits, passwords: passwords, memory: memory)
    case .html:
      return BoundedWorkbook(
        try HTMLWorkbook(bytes: bytes, file: name, limits: limits), file: name, limits: limits)
    case .spreadsheetML:
      return BoundedWorkbook(
        try SpreadsheetMLWorkbook(bytes: bytes, file: name, limits: limits), file: name,
        limits: limits)
    case .flatOpenDocument:
      return BoundedWorkbook(
        try ODSWorkbook(flat: bytes, file: name, limits: limits), file: name, limits: limits)
    case .text: return try CSVWorkbook(bytes: bytes, name: name, limits: limits)
    case .compoundFile:
      return try openCompoundFile(bytes, name: name, limits: limits, passwords: passwords)
    case .bareWorkbook:
      return BoundedWorkbook(
        try XLSWorkbook(
          stream: XLSStream(bytes: bytes, file: name, name: nil), hasMacros: false,
          limits: limits), file: name, limits: limits)
    case .foreign(let format): throw ReadingError(.unsupported, file: name, detail: format)
    case .empty: throw ReadingError(.unreadable, file: name, detail: "the file is empty")
    case .unknown:
      throw ReadingError(.unsupported, file: name, detail: "neither a workbook nor text")
    }
  }

  private static func openContainer(
    _ bytes: [UInt8], name: String, limits: Limits, passwords: [Password] = [],
    memory: ReadingMemory? = nil
  ) throws -> any WorkbookSource {
    try openContainer(
      OPCPackage(bytes: bytes, file: name, limits: limits, memory: memory), name: name,
      limits: limits, passwords: passwords)
  }

  private static func openContainer(
    _ package: OPCPackage, name: String, limits: Limits, passwords: [Password]
  ) throws -> any WorkbookSource {
    switch try PackageFormat(of: package) {
    case .workbook(let part):
      return BoundedWorkbook(
        try XLSXWorkbook(package: package, workbookPart: part, limits: limits), file: name,
        limits: limits)
    case .openDocumentSpreadsheet:
      return BoundedWorkbook(
        try ODSWorkbook(
          package: package,
          protection: PasswordProtection(passwords: passwords, limits: limits), limits: limits),
        file: name, limits: limits)
    case .foreign(let format):
      throw ReadingError(.unsupported, file: name, detail: format)
    }
  }

  private static func openCompoundFile(
    _ bytes: [UInt8], name: String, limits: Limits, passwords: [Password]
  ) throws -> any WorkbookSource {
    let protection = PasswordProtection(passwords: passwords, limits: limits)
    let file: CompoundFile
    let package: [UInt8]?
    do {
      file = try CompoundFile(bytes)
      package = PasswordProtection.isOn(file) ? try protection.package(in: file) : nil
    } catch let fault as PartFault {
      throw fault.error(file: name)
    }
    if let package { return try openContainer(package, name: name, limits: limits) }
    // A file may hold its workbook twice, for Excel 95 as `Book` too.
    guard let stream = file.stream("Workbook") ?? file.stream("Book") else {
      throw refusal(of: file, name: name)
    }
    let records: [UInt8]
    do {
      records = try XLSDecryption(protection: protection).records(stream.bytes)
    } catch let fault as PartFault {
      throw fault.error(file: name, part: stream.name)
    }
    return BoundedWorkbook(
      try XLSWorkbook(
        stream: XLSStream(bytes: records, file: name, name: stream.name),
        hasMacros: file.containsStorage("_VBA_PROJECT_CUR") || file.containsStorage("_VBA_PROJECT"),
        limits: limits), file: name, limits: limits)
  }

  private static func refusal(of file: CompoundFile, name: String) -> ReadingError {
    let names = Set(file.names.map { $0.lowercased() })
    let formats = [
      ("worddocument", "Word 97–2003 document (.doc)"),
      ("powerpoint document", "PowerPoint 97–2003 presentation (.ppt)"),
      ("__properties_version1.0", "Outlook message (.msg)"),
    ]
    if let format = formats.first(where: { names.contains($0.0) }) {
      return ReadingError(.unsupported, file: name, detail: format.1)
    }
    guard !file.isDamaged else {
      return ReadingError(
        .unreadable, file: name, detail: "the compound file's directory is damaged")
    }
    return ReadingError(
      .unsupported, file: name, detail: "OLE2 compound file of an unknown program")
  }
}
