import Spreadsheet

/// What a ZIP container holds.
enum PackageFormat {
  /// A workbook that is read; its main part.
  case workbook(part: String)
  /// An OpenDocument spreadsheet or a template of one.
  case openDocumentSpreadsheet
  /// Something else, by name.
  case foreign(String)

  /// Finds the main part through the package's relationships (ECMA-376 Part 1, §8), and what it is
  /// through its content type.
  ///
  /// - Throws: `ReadingError` when the parts that say so are damaged.
  init(of package: OPCPackage) throws {
    let relationships = try package.relationships(of: "")
    guard let relationship = relationships.first(where: { $0.kind == "officeDocument" }) else {
      let type = try Self.mediaType(of: package)
      self =
        type.contains("opendocument.spreadsheet")
        ? .openDocumentSpreadsheet : .foreign(try Self.name(ofOther: package, type: type))
      return
    }
    let part = package.target(of: relationship, from: "")
    let type = try package.contentTypes().type(of: part) ?? ""
    if let (_, name) = Self.foreignTypes.first(where: { type.utf8.holds($0.0) }) {
      self = .foreign(name)
    } else if !package.contains(part) {
      throw ReadingError(
        .unreadable, file: package.file, part: part, detail: "the main part is missing")
    } else if part.lowercased().hasSuffix(".bin") {
      self = .foreign("Excel binary workbook (.xlsb)")
    } else {
      self = .workbook(part: part)
    }
  }

  private static let foreignTypes = [
    ("sheet.binary", "Excel binary workbook (.xlsb)"),
    ("wordprocessingml", "Word document (.docx)"), ("ms-word", "Word document (.docx)"),
    ("presentationml", "PowerPoint presentation (.pptx)"),
    ("ms-powerpoint", "PowerPoint presentation (.pptx)"), ("visio", "Visio drawing (.vsdx)"),
  ]

  /// What packages of Numbers and Pages hold, since 2013 and before.
  private static let partsOfIWork = [
    "Index/Document.iwa", "Index.zip", "buildVersionHistory.plist",
  ]

  private static let documentTypes = [
    ("vnd.sun.xml.calc", "OpenOffice.org 1 spreadsheet (.sxc)"),
    ("opendocument.text", "OpenDocument text (.odt)"), ("opendocument", "OpenDocument file"),
    ("epub", "EPUB book"),
  ]

  /// The media type that a package of OpenDocument states in its first entry or, where that is
  /// missing, in its manifest (ODF 1.3 Part 2, §3.3 and §4.8.4); empty where neither does.
  private static func mediaType(of package: OPCPackage) throws -> String {
    do {
      if let stored = try package.bytes(of: "mimetype") {
        return String(decoding: stored.prefix(100), as: UTF8.self)
      }
    } catch let fault as PartFault {
      throw fault.error(file: package.file, part: "mimetype")
    }
    let manifest = ODSManifest()
    try package.parse(ODSManifest.part, with: manifest)
    return manifest.mediaType
  }

  private static func name(ofOther package: OPCPackage, type: String) throws -> String {
    if let (_, name) = documentTypes.first(where: { type.contains($0.0) }) { return name }
    if package.contains(OPCPackage.contentTypesPart)
      || package.entryNames.contains(where: { $0.hasPrefix("xl/") })
    {
      throw ReadingError(
        .unreadable, file: package.file, part: PartName.relationships(of: ""),
        detail: "the package does not say which part is the workbook")
    }
    if partsOfIWork.contains(where: package.contains) { return "Apple Numbers or Pages document" }
    return "ZIP archive"
  }
}
