/// What the places of a template stand for: texts by name, and lists whose items bring their own.
struct TemplateValues {
  var texts: [String: String] = [:]
  var lists: [String: [TemplateValues]] = [:]
}

/// Fills a template: an XML document that a person can read and change.
///
/// - `{name}` in a text or an attribute becomes the value of that name.
/// - `t:for="name"` repeats its element for each item of a list; the item's values go before those
///   around it.
/// - `t:if="name"` keeps its element where the value or the list is not empty, `t:if="!name"` where it
///   is.
/// - `<t:group>` stands for its children, `<t:include part="name"/>` for those of another part's root.
///
/// Where `t` stands for the namespace `urn:thidua:template`. A name that has no value is an error:
/// nothing of a template is left out in silence.
struct TemplateFiller {
  /// The root of the part that `t:include` names; nil where there is none.
  var fragment: (String) throws -> XMLTree.Element?
  /// The text of a name that no value has; nil where there is none.
  var fallback: (String) -> String?

  private static let namespace = "urn:thidua:template"

  /// The document, filled.
  ///
  /// - Throws: `WritingError` naming `part` and what it lacks.
  func fill(_ root: XMLTree.Element, part: String, with values: TemplateValues) throws
    -> XMLTree.Element
  {
    var root = root
    root.attributes.removeAll { $0.value == Self.namespace }
    let filled = try elements(root, Scope(part: part, values: [values]))
    guard let first = filled.first, filled.count == 1, case .element(let element) = first else {
      throw WritingError(file: part, detail: "the root of a template is one element")
    }
    return element
  }

  /// The values that hold at a place, the innermost first.
  private struct Scope {
    let part: String
    var values: [TemplateValues]

    func text(_ name: String) -> String? { values.lazy.compactMap { $0.texts[name] }.first }
    func list(_ name: String) -> [TemplateValues]? {
      values.lazy.compactMap { $0.lists[name] }.first
    }

    func holds(_ condition: String) throws -> Bool {
      let isNegated = condition.hasPrefix("!")
      let name = isNegated ? String(condition.dropFirst()) : condition
      let isEmpty =
        if let list = list(name) {
          list.isEmpty
        } else if let text = text(name) {
          text.isEmpty
        } else {
          throw WritingError(file: part, detail: "the template names \(name), which has no value")
        }
      return isEmpty == isNegated
    }
  }

  private func elements(_ element: XMLTree.Element, _ scope: Scope) throws -> [XMLTree.Node] {
    var element = element
    if let condition = element.remove("t:if"), try !scope.holds(condition) { return [] }
    guard let name = element.remove("t:for") else { return try single(element, scope) }
    guard let items = scope.list(name) else {
      throw WritingError(file: scope.part, detail: "the template names \(name), which is no list")
    }
    return try items.flatMap { item in
      var inner = scope
      inner.values.insert(item, at: 0)
      return try single(element, inner)
    }
  }

  private func single(_ element: XMLTree.Element, _ scope: Scope) throws -> [XMLTree.Node] {
    switch element.name {
    case "t:group", "t:fragment": return try children(element, scope)
    case "t:include":
      let name = element.attributes.first { $0.name == "part" }?.value ?? ""
      guard let fragment = try fragment(name) else {
        throw WritingError(file: scope.part, detail: "there is no part \(name) to include")
      }
      return try children(fragment, Scope(part: name, values: scope.values))
    default:
      var filled = XMLTree.Element(name: element.name)
      filled.attributes = try element.attributes.map {
        XMLTree.Element.Attribute(name: $0.name, value: try text($0.value, scope))
      }
      filled.children = try children(element, scope)
      return [.element(filled)]
    }
  }

  private func children(_ element: XMLTree.Element, _ scope: Scope) throws -> [XMLTree.Node] {
    try element.children.flatMap { child -> [XMLTree.Node] in
      switch child {
      case .element(let element): try elements(element, scope)
      case .text(let content): [.text(try text(content, scope))]
      }
    }
  }

  private func text(_ template: String, _ scope: Scope) throws -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      guard let value = scope.text(name) ?? fallback(name) else {
        throw WritingError(
          file: scope.part, detail: "the template names \(name), which has no value")
      }
      result += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension XMLTree.Element {
  /// Takes an attribute away; its value, nil where it has none.
  fileprivate mutating func remove(_ name: String) -> String? {
    guard let index = attributes.firstIndex(where: { $0.name == name }) else { return nil }
    return attributes.remove(at: index).value
  }
}
