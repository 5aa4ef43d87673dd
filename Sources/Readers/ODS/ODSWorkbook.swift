import Spreadsheet

/// An OpenDocument spreadsheet: ODS and OTS packages, and flat FODS files (ODF 1.2 and 1.3).
struct ODSWorkbook: WorkbookSource {
  let sheets: [any SheetSource]
  /// Always false: programs trust the results that a document of this kind holds.
  let recalculatesOnLoad = false
  let isTyped = true
  let notes: [ReadingNote]

  private static let contentPart = "content.xml"

  /// Opens the document that `package` holds.
  ///
  /// - Throws: `ReadingError`: `.encrypted` where no password opens it, `.unreadable` where it holds
  ///   no spreadsheet.
  init(package: OPCPackage, protection: PasswordProtection, limits: Limits) throws {
    let manifest = ODSManifest()
    try package.parse(ODSManifest.part, with: manifest)
    do {
      guard try manifest.encryption(of: ODSManifest.wholePackage) == nil else {
        throw PartFault(.encrypted, "a package encrypted as a whole, which is not opened")
      }
      guard
        let content = try package.tables(
          of: Self.contentPart, under: manifest.encryption(of: Self.contentPart),
          protection: protection)
      else {
        throw PartFault("an OpenDocument spreadsheet without its content")
      }
      sheets = try Self.sheets(
        of: content, file: package.file, part: Self.contentPart, limits: limits)
    } catch let fault as PartFault {
      throw fault.error(file: package.file, part: Self.contentPart)
    }
    let hasMacros = package.entryNames.contains {
      $0.hasPrefix("basic/") || $0.hasPrefix("scripts/")
    }
    notes = hasMacros ? [.macros] : []
  }

  /// Opens a flat document: one XML file with everything in it.
  ///
  /// - Throws: `ReadingError`.
  init(flat bytes: [UInt8], file: String, limits: Limits) throws {
    do {
      sheets = try Self.sheets(
        of: .whole(XMLDocument(bytes)), file: file, part: nil, limits: limits)
    } catch let fault as PartFault {
      throw fault.error(file: file)
    }
    notes = []
  }

  private static func sheets(
    of content: PartContent, file: String, part: String?, limits: Limits
  ) throws -> [ODSSheet] {
    let outline = ODSOutline()
    try XMLPushParser.parse(content, nesting: limits.nesting, with: outline)
    guard outline.isSpreadsheet else {
      throw PartFault("an OpenDocument spreadsheet whose content is no spreadsheet")
    }
    try check(outline.tables, of: content, limits: limits)
    let budget = CellBudget(limit: limits.cells)
    return outline.tables.map { table in
      ODSSheet(
        name: table.name, visibility: outline.visibility(of: table), file: file, part: part,
        content: content, table: table, nullDate: outline.nullDate, limits: limits,
        budget: budget)
    }
  }
}

extension ODSWorkbook {
  /// To read a table of a document that is not held in memory, what comes before it is inflated
  /// anew.
  private static func check(
    _ tables: [ODSOutline.Table], of content: PartContent, limits: Limits
  ) throws {
    guard case .stream(let stream) = content else { return }
    let inflated = tables.reduce(0) { $0 + ($1.section?.start ?? Int(clamping: stream.size)) }
    try PartFault.check(inflated, .totalBytes, limits.totalBytes)
  }
}

/// One table of a document; it is parsed each time it is read.
struct ODSSheet: SheetSource {
  let name: String
  let visibility: SheetVisibility
  let file: String
  let part: String?
  let content: PartContent
  let table: ODSOutline.Table
  let nullDate: ODSNullDate
  let limits: Limits
  let budget: CellBudget

  func read(_ body: (Row) throws -> Void) throws -> SheetLayout {
    try withoutActuallyEscaping(body) { body in
      let key = "\(table.index)"
      let parser = ODSTableParser(
        skipping: table.section == nil ? table.index : 0, nullDate: nullDate,
        allowance: budget.allowance(for: key), ratio: limits.ratio, deliver: body)
      defer { budget.note(parser.cellCount, for: key) }
      do {
        try XMLPushParser.parse(
          content, from: table.section, nesting: limits.nesting, with: parser)
      } catch let fault as PartFault {
        throw fault.error(
          file: file, part: part, sheet: name, cell: parser.lastCell.map { "\($0)" })
      }
      return parser.layout
    }
  }
}
