/// The XML parts that the drafts are filled from: the files of the folder `Template`, which the
/// compiler takes into the program, so that an installed one needs nothing beside it.
enum DocumentTemplate {
  /// A part as it is before it is filled.
  struct Part {
    /// The part's name in the package.
    var name: String
    var bytes: [UInt8]

    func root() throws -> XMLTree.Element { try XMLTree.parse(bytes, part: name) }
  }

  /// The parts of a document in the order in which the package holds them.
  static func parts(of document: WordDocument) -> [Part] {
    let body =
      switch document {
      case .submission: PackageResources.to_trinh_xml
      case .minutes: PackageResources.bien_ban_hop_xml
      }
    return [
      // First, as ECMA-376 Part 2 advises.
      Part(name: "[Content_Types].xml", bytes: PackageResources.content_types_xml),
      Part(name: "_rels/.rels", bytes: PackageResources.package_relationships_xml),
      Part(name: "docProps/core.xml", bytes: PackageResources.properties_xml),
      Part(name: "word/document.xml", bytes: body),
      Part(
        name: "word/_rels/document.xml.rels", bytes: PackageResources.document_relationships_xml),
      Part(name: "word/styles.xml", bytes: PackageResources.styles_xml),
      Part(name: "word/settings.xml", bytes: PackageResources.settings_xml),
      Part(name: "word/header.xml", bytes: PackageResources.header_xml),
      Part(name: "word/header-first.xml", bytes: PackageResources.header_first_xml),
    ]
  }

  /// A piece that several documents include; nil where there is none of the name.
  static func fragment(_ name: String) -> Part? {
    let fragments = [
      "letterhead": PackageResources.letterhead_xml,
      "ranking": PackageResources.ranking_xml,
      "proposals": PackageResources.proposals_xml,
      "open-matters": PackageResources.open_matters_xml,
    ]
    return fragments[name].map { Part(name: "\(name).xml", bytes: $0) }
  }
}
