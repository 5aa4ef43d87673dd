/// Reads the manifest of a package (ODF 1.3 Part 2, §4).
final class ODSManifest: XMLHandler {
  /// The manifest's name in the package.
  static let part = "META-INF/manifest.xml"

  /// Whether any file of the package is encrypted.
  private(set) var isEncrypted = false
  /// The media type of the document as a whole; empty where it is not given.
  private(set) var mediaType = ""

  func start(_ element: XMLElement) {
    switch element.name {
    case "encryption-data": isEncrypted = true
    case "file-entry":
      if let path = element["full-path", qualified: true], path == "/" {
        mediaType = element["media-type", qualified: true]?.string ?? ""
      }
    default: break
    }
  }

  func characters(_ text: XMLText) {}
  func end(_ name: XMLText) {}
}
