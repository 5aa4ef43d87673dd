import Spreadsheet

/// The custom document properties of a package (ECMA-376 Part 1, §15.2.12.2 and §22.3).
enum CustomProperties {
  /// Reads the properties, found through the package's relationships; none where it has none.
  ///
  /// A damaged part holds nothing that anybody asked for: the sheets are read all the same.
  ///
  /// - Throws: `ReadingError` where a limit is exceeded.
  static func read(_ package: OPCPackage) throws -> [String: String] {
    do {
      // The transitional and the strict form spell the relationship in two ways.
      let relationship = try package.relationships(of: "").first {
        $0.kind == "custom-properties" || $0.kind == "customProperties"
      }
      guard let relationship else { return [:] }
      let handler = Handler()
      try package.parse(package.target(of: relationship, from: ""), with: handler)
      return handler.properties
    } catch let error as ReadingError where error.kind == .unreadable {
      return [:]
    }
  }

  /// Reads the part: one `property` a name, with one element of a variant type inside.
  final class Handler: XMLHandler {
    private(set) var properties: [String: String] = [:]
    private var name: String?
    private var value: [UInt8] = []
    private var depth = 0

    func start(_ element: XMLElement) {
      if element.name == "property" {
        name = element["name"]?.string
        value = []
        depth = 0
      } else if name != nil {
        depth += 1
        // A vector holds several values, which are no single text.
        if depth > 1 { name = nil }
      }
    }

    func characters(_ text: XMLText) {
      if name != nil, depth == 1 { text.append(to: &value) }
    }

    func end(_ element: XMLText) {
      if element == "property" {
        if let name { properties[name] = EscapedText.decode(value) }
        name = nil
      } else if name != nil {
        depth -= 1
      }
    }
  }
}
