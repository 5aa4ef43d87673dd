/// Reads the manifest of a package (ODF 1.3 Part 2, §4).
final class ODSManifest: XMLHandler {
  /// The manifest's name in the package.
  static let part = "META-INF/manifest.xml"
  /// What LibreOffice 24.8 and later encrypt as a whole, in place of each file.
  static let wholePackage = "encrypted-package"

  /// The media type of the document as a whole; empty where it is not given.
  private(set) var mediaType = ""

  private var entry: EncryptionAttributes = [:]
  /// The files that are encrypted, by their names: what their entries and all below them say.
  private var encrypted: [String: (entry: EncryptionAttributes, data: EncryptionAttributes)] = [:]

  /// How the file at `path` is encrypted; nil where it is not.
  ///
  /// - Throws: `PartFault` as `ODFEncryption.init(entry:data:)`.
  func encryption(of path: String) throws -> ODFEncryption? {
    try encrypted[path].map { try ODFEncryption(entry: $0.entry, data: $0.data) }
  }

  func start(_ element: XMLElement) {
    switch element.name {
    case "file-entry":
      entry = attributes(element)
      if entry["full-path"] == "/" { mediaType = entry["media-type"] ?? "" }
    case "encryption-data", "algorithm", "key-derivation", "start-key-generation":
      guard let path = entry["full-path"] else { return }
      var data = attributes(element)
      // The size of what the start key is made of is said with the key's own name.
      if element.name == "start-key-generation" { data["key-size"] = nil }
      encrypted[path, default: (entry, [:])].data.merge(data) { first, _ in first }
    default: break
    }
  }

  func characters(_ text: XMLText) {}
  func end(_ name: XMLText) {}

  private func attributes(_ element: XMLElement) -> EncryptionAttributes {
    var attributes: EncryptionAttributes = [:]
    element.forEachQualifiedAttribute { _, name, value in attributes[name.string] = value.string }
    return attributes
  }
}
