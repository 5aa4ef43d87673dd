/// The content types of a package's parts (ECMA-376 Part 2, §7.2).
struct ContentTypes {
  private(set) var byExtension: [String: String] = [:]
  private(set) var byPart: [String: String] = [:]

  /// The content type of `part`, lower-cased; nil when the package does not say.
  func type(of part: String) -> String? {
    let name = PartName.folded(part)
    if let type = byPart[name] { return type }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return byExtension[String(name[name.index(after: dot)...])]
  }

  /// Reads `[Content_Types].xml`.
  final class Handler: XMLHandler {
    private(set) var types = ContentTypes()

    func start(_ element: XMLElement) {
      guard let type = element["ContentType"]?.string.lowercased() else { return }
      switch element.name {
      case "Default":
        if let name = element["Extension"] { types.byExtension[name.string.lowercased()] = type }
      case "Override":
        if let name = element["PartName"] {
          types.byPart[PartName.folded(name.string)] = type
        }
      default: break
      }
    }

    func characters(_ text: XMLText) {}
    func end(_ name: XMLText) {}
  }
}
