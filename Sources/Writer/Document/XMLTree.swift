import CLibxml2

/// Reads and writes XML through libxml2.
enum XMLTree {
  /// A piece of an XML document.
  enum Node: Hashable {
    case element(Element)
    case text(String)
  }

  /// An element with its names as they are written, prefixes included.
  struct Element: Hashable {
    var name: String
    /// The attributes, the declarations of namespaces first.
    var attributes: [Attribute] = []
    var children: [Node] = []

    struct Attribute: Hashable {
      var name: String
      var value: String
    }
  }

  private static let isInitialized: Void = xmlInitParser()

  /// The root of a document; comments and the white space between elements are left out.
  ///
  /// - Throws: `WritingError` naming `part` where the document is not well formed.
  static func parse(_ bytes: [UInt8], part: String) throws -> Element {
    _ = isInitialized
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue
    let document = bytes.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), part, nil,
        Int32(bitPattern: options))
    }
    guard let document else { throw WritingError(file: part, detail: "not well-formed XML") }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else {
      throw WritingError(file: part, detail: "no root element")
    }
    return element(root)
  }

  private static func element(_ node: xmlNodePtr) -> Element {
    var element = Element(name: name(node.pointee.name, node.pointee.ns))
    var declaration = node.pointee.nsDef
    while let namespace = declaration {
      let prefix = namespace.pointee.prefix.map { ":\(String(cString: $0))" } ?? ""
      element.attributes.append(
        Element.Attribute(name: "xmlns\(prefix)", value: text(namespace.pointee.href)))
      declaration = namespace.pointee.next
    }
    var attribute = node.pointee.properties
    while let current = attribute {
      // With its entities replaced a value is one text.
      element.attributes.append(
        Element.Attribute(
          name: name(current.pointee.name, current.pointee.ns),
          value: text(current.pointee.children?.pointee.content)))
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: element.children.append(.element(self.element(current)))
      case XML_TEXT_NODE where xmlIsBlankNode(current) == 0:
        element.children.append(.text(text(current.pointee.content)))
      default: break
      }
      child = current.pointee.next
    }
    return element
  }

  private static func name(_ local: UnsafePointer<xmlChar>?, _ namespace: xmlNsPtr?) -> String {
    guard let prefix = namespace?.pointee.prefix else { return text(local) }
    return "\(text(prefix)):\(text(local))"
  }

  private static func text(_ characters: UnsafePointer<xmlChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }

  /// The bytes of a document in UTF-8; texts and values are escaped as XML asks.
  ///
  /// - Throws: `WritingError` naming `part` where there is no memory.
  static func bytes(of root: Element, part: String) throws -> [UInt8] {
    let failure = WritingError(file: part, detail: "the XML cannot be written")
    guard let buffer = xmlBufferCreate() else { throw failure }
    defer { xmlBufferFree(buffer) }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else { throw failure }
    func check(_ result: Int32) throws { if result < 0 { throw failure } }
    do {
      defer { xmlFreeTextWriter(writer) }
      try check(xmlTextWriterStartDocument(writer, nil, "UTF-8", "yes"))
      func write(_ element: Element) throws {
        try check(xmlTextWriterStartElement(writer, element.name))
        for attribute in element.attributes {
          try check(xmlTextWriterWriteAttribute(writer, attribute.name, attribute.value))
        }
        for child in element.children {
          switch child {
          case .element(let element): try write(element)
          case .text(let text): try check(xmlTextWriterWriteString(writer, text))
          }
        }
        try check(xmlTextWriterEndElement(writer))
      }
      try write(root)
      // The writer's own buffer reaches the memory when the document ends.
      try check(xmlTextWriterEndDocument(writer))
    }
    return Array(
      UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
  }
}
