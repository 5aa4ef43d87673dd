import Spreadsheet

/// A workbook of Office Open XML: XLSX, XLSM, XLTX, XLTM, transitional or strict (ECMA-376).
///
/// All parts are found through relationships; their names mean nothing.
struct XLSXWorkbook: WorkbookSource {
  let sheets: [any SheetSource]
  let recalculatesOnLoad: Bool
  let isTyped = true
  let notes: [ReadingNote]
  let properties: [String: String]

  /// Reads the workbook, its styles and its shared strings; sheets are read when asked for.
  ///
  /// - Throws: `ReadingError`.
  init(
    package: OPCPackage, workbookPart part: String, limits: Limits,
    usesScanner: Bool = ScannerSwitch.isOn
  ) throws {
    let workbook = try package.remembered(part) {
      let handler = WorkbookPart.Handler()
      try package.parse(part, with: handler)
      return handler.workbook
    }
    guard workbook.isWorkbook else {
      throw ReadingError(
        .unreadable, file: package.file, part: part, detail: "the part is not a workbook")
    }
    guard workbook.sheets.count <= limits.entries else {
      throw ReadingError(
        exceeding: ExceededLimit(.entries, bound: limits.entries, met: workbook.sheets.count),
        file: package.file, part: part)
    }
    let relationships = try package.relationships(of: part)
    let byIdentifier = Dictionary(
      relationships.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let decoder = CellDecoder(
      sharedStrings: try Self.sharedStrings(
        package, part, relationships, limits, usesScanner: usesScanner),
      styles: try Self.styles(package, part, relationships), dateSystem: workbook.dateSystem)
    let contentTypes = try package.contentTypes()
    let budget = CellBudget(limit: limits.cells)
    var sheets: [XLSXSheet] = []
    var hasMacros = relationships.contains { $0.kind == "vbaProject" }
    for (index, entry) in workbook.sheets.enumerated() {
      if entry.isModule {
        hasMacros = true
        continue
      }
      let relationship = entry.relationship.flatMap { byIdentifier[$0] }
      let target = relationship.map { package.target(of: $0, from: part) }
      switch Self.kind(of: relationship, target, contentTypes) {
      case .worksheet:
        sheets.append(
          XLSXSheet(
            name: entry.name, visibility: entry.visibility, part: target, index: index,
            package: package, decoder: decoder, budget: budget, limits: limits,
            usesScanner: usesScanner))
      case .macros: hasMacros = true
      case .other: continue
      }
    }
    self.sheets = sheets
    recalculatesOnLoad = workbook.recalculatesOnLoad
    notes = hasMacros ? [.macros] : []
    properties = try CustomProperties.read(package)
  }

  private enum SheetKind {
    case worksheet, macros, other
  }

  /// What kind of sheet a relationship leads to.
  ///
  /// One that is missing counts as a worksheet, so that reading it says so.
  private static func kind(
    of relationship: Relationship?, _ target: String?, _ contentTypes: ContentTypes
  ) -> SheetKind {
    let type = (target.flatMap { contentTypes.type(of: $0) } ?? "").utf8
    if type.holds("chartsheet") || type.holds("dialogsheet") { return .other }
    if type.holds("macrosheet") { return .macros }
    switch relationship?.kind.lowercased() {
    case "chartsheet", "dialogsheet": return .other
    case "xlmacrosheet", "xlintlmacrosheet": return .macros
    default: return .worksheet
    }
  }

  private static func sharedStrings(
    _ package: OPCPackage, _ part: String, _ relationships: [Relationship], _ limits: Limits,
    usesScanner: Bool
  ) throws -> SharedStrings {
    guard let relationship = relationships.first(where: { $0.kind == "sharedStrings" }) else {
      return SharedStrings()
    }
    let target = package.target(of: relationship, from: part)
    do {
      guard let content = try package.content(of: target) else { return SharedStrings() }
      if usesScanner,
        let strings = try ScannedStrings.read(content, limits: limits, memory: package.memory)
      {
        return strings
      }
      let handler = SharedStringsHandler(limits: limits)
      try XMLPushParser.parse(content, nesting: limits.nesting, with: handler)
      return handler.strings
    } catch let fault as PartFault {
      throw fault.error(file: package.file, part: target)
    }
  }

  private static func styles(
    _ package: OPCPackage, _ part: String, _ relationships: [Relationship]
  ) throws -> Styles {
    guard let relationship = relationships.first(where: { $0.kind == "styles" }) else {
      return Styles()
    }
    let target = package.target(of: relationship, from: part)
    return try package.remembered(target) {
      let handler = Styles.Handler()
      try package.parse(target, with: handler)
      return handler.styles
    }
  }
}
