/// One relationship of a package or part (ECMA-376 Part 2, §6.5).
struct Relationship {
  let id: String
  /// The last segment of the type's address, such as `worksheet`.
  ///
  /// The transitional and the strict form share it.
  let kind: String
  let target: String
}

/// Reads a relationships part; relationships to things outside the package are left out.
final class RelationshipsHandler: XMLHandler {
  private(set) var relationships: [Relationship] = []

  func start(_ element: XMLElement) {
    guard element.name == "Relationship", let target = element["Target"],
      element["TargetMode"].map({ $0 == "External" }) != true
    else { return }
    let type = element["Type"]?.string ?? ""
    relationships.append(
      Relationship(
        id: element["Id"]?.string ?? "",
        kind: type.split(separator: "/").last.map(String.init) ?? "", target: target.string))
  }

  func characters(_ text: XMLText) {}
  func end(_ name: XMLText) {}
}
