import CLibxml2
import Spreadsheet

/// Receives the events of one XML part.
///
/// Names are local names: prefixes and namespaces differ between the transitional and the strict
/// form of ECMA-376 and between producers.
protocol XMLHandler: AnyObject {
  /// An element begins. `element` is valid during the call only.
  func start(_ element: XMLElement) throws
  /// Character data, possibly a piece of it. `text` is valid during the call only.
  func characters(_ text: XMLText) throws
  /// The element with this local name ends.
  func end(_ name: XMLText) throws
  /// A piece of the document is about to be parsed.
  func willParse(_ piece: ArraySlice<UInt8>)
}

extension XMLHandler {
  /// Does nothing: few look at the bytes themselves.
  func willParse(_ piece: ArraySlice<UInt8>) {}
}

/// Feeds XML to an `XMLHandler` through libxml2's SAX2 push parser.
///
/// There is no tree and no network. A document type declaration that declares anything is refused,
/// so no entity can be declared. One that only names a definition, as the first programs of
/// OpenDocument wrote it into their manifests, is passed over: what it names is not read.
enum XMLPushParser {
  private static let isInitialized: Void = xmlInitParser()

  /// Parses `document` with elements at most `nesting` deep.
  ///
  /// - Throws: as `parse(_:from:nesting:with:)`.
  static func parse(
    _ document: XMLDocument, nesting: Int = Limits().nesting, with handler: any XMLHandler
  ) throws {
    try parse(.whole(document), nesting: nesting, with: handler)
  }

  /// Parses a part, all of it or from the start of `section`, with elements at most `nesting` deep.
  ///
  /// - Throws: `PartFault` when the part is damaged or not well formed, `CancellationError`, and
  ///   whatever `handler` throws; `EndOfInterest` ends the parsing and is not passed on.
  static func parse(
    _ content: PartContent, from section: XMLSection? = nil, nesting: Int = Limits().nesting,
    with handler: any XMLHandler
  ) throws {
    try withPushParser(nesting: nesting, isTranscoded: content.isTranscoded, for: handler) { feed in
      if let section, try !feed(section.ancestors[...], false) { return }
      var rest = section?.start ?? 0
      try content.forEachPiece { piece, isLast in
        let wanted = piece.dropFirst(rest)
        rest -= piece.count - wanted.count
        guard !wanted.isEmpty || isLast else { return true }
        handler.willParse(wanted)
        return try feed(wanted, isLast)
      }
    }
  }

  /// Calls `body` with what takes a document piece by piece.
  ///
  /// - Throws: what `body` throws.
  static func withPushParser<Result>(
    nesting: Int, isTranscoded: Bool = false, for handler: any XMLHandler,
    _ body: (_ feed: XMLFeed) throws -> Result
  ) throws -> Result {
    try withParser(for: handler, nesting: nesting, isTranscoded: isTranscoded) {
      try body(XMLFeed(parser: $0, session: $1))
    }
  }

  /// Calls `body` with a parser that sends its events to `handler`.
  ///
  /// - Parameter isTranscoded: whether the document is UTF-8 whatever it says.
  private static func withParser<Result>(
    for handler: any XMLHandler, nesting: Int, isTranscoded: Bool,
    _ body: (xmlParserCtxtPtr, SAXSession<any XMLHandler>) throws -> Result
  ) throws -> Result {
    _ = isInitialized
    let session = SAXSession<any XMLHandler>(handler, nesting: nesting)
    var callbacks = callbacks
    let context = Unmanaged.passUnretained(session).toOpaque()
    guard let parser = xmlCreatePushParserCtxt(&callbacks, context, nil, 0, nil) else {
      throw PartFault(.limitExceeded, "no memory to parse")
    }
    session.parser = parser
    // What libxml2's converters complain of goes to standard error unless somebody listens; it
    // keeps one listener a thread.
    let listener = __xmlStructuredError().pointee
    let listenerContext = __xmlStructuredErrorContext().pointee
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer {
      xmlSetStructuredErrorFunc(listenerContext, listener)
      // The document is libxml2's own (it stays nil without tree callbacks); the context does not
      // free it.
      if let tree = parser.pointee.myDoc { xmlFreeDoc(tree) }
      xmlFreeParserCtxt(parser)
    }
    // libxml2's own caps on names and attributes (10 MB) hold: it gathers them whole. Without
    // NOENT an attribute's `&amp;` arrives as `&#38;`; other entities cannot be declared, since a
    // document type declaration with anything in it ends the parse.
    var options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    if isTranscoded { options |= XML_PARSE_IGNORE_ENC.rawValue }
    guard xmlCtxtUseOptions(parser, Int32(bitPattern: options)) == 0 else {
      throw PartFault("the XML parser refused its options")
    }
    return try body(parser, session)
  }

  fileprivate static func fault(of parser: xmlParserCtxtPtr) -> PartFault {
    guard let error = xmlCtxtGetLastError(parser), let message = error.pointee.message else {
      return PartFault("malformed XML")
    }
    // libxml2 has one complaint for what ends too early and for what does not end at its end.
    if error.pointee.code == Int32(XML_ERR_DOCUMENT_END.rawValue), parser.pointee.nameNr > 0 {
      return PartFault("malformed XML: the part ends in the middle of an element")
    }
    let text = String(cString: message).split(whereSeparator: \.isNewline).first ?? "malformed"
    // What libxml2 says where one of its caps is met; it has no code for it.
    if ["too long", "Huge input", "Excessive depth"].contains(where: text.contains) {
      return PartFault(.limitExceeded, "XML, line \(error.pointee.line): \(text)")
    }
    return PartFault("malformed XML, line \(error.pointee.line): \(text)")
  }
}

/// Takes a document piece by piece, while its parser is there.
struct XMLFeed {
  fileprivate let parser: xmlParserCtxtPtr
  fileprivate let session: SAXSession<any XMLHandler>

  /// Takes the next bytes.
  ///
  /// - Returns: whether the handler wants more.
  /// - Throws: as `XMLPushParser.parse(_:from:nesting:with:)`.
  func callAsFunction(_ bytes: ArraySlice<UInt8>, _ isLast: Bool) throws -> Bool {
    try session.feed(bytes, isLast: isLast) {
      xmlParseChunk(parser, $0, $1, $2)
    } check: {
      // The return code also reports namespace complaints, which do no harm here.
      if parser.pointee.wellFormed == 0 { throw XMLPushParser.fault(of: parser) }
    }
  }
}

extension XMLPushParser {
  private static var callbacks: xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = XML_SAX2_MAGIC
    callbacks.startElementNs = { context, name, _, namespace, _, _, count, _, attributes in
      guard let name, let session = SAXSession<any XMLHandler>.of(context) else { return }
      let element = XMLElement(
        name: XMLText(name), namespace: namespace.map(XMLText.init), attributes: attributes,
        attributeCount: Int(count), parser: session.parser)
      session.start { try $0.start(element) }
    }
    callbacks.endElementNs = { context, name, _, _ in
      guard let name else { return }
      SAXSession<any XMLHandler>.of(context)?.end { try $0.end(XMLText(name)) }
    }
    callbacks.characters = { context, start, count in
      guard let start else { return }
      let text = XMLText(start: start, count: Int(count))
      SAXSession<any XMLHandler>.of(context)?.run { try $0.characters(text) }
    }
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.cdataBlock = { context, start, count in
      guard let start else { return }
      let text = XMLText(start: start, count: Int(count))
      SAXSession<any XMLHandler>.of(context)?.run {
        // The one place where libxml2 lets characters pass that are written longer than need be.
        guard text.isUTF8 else { throw PartFault("malformed XML: a CDATA section is not UTF-8") }
        try $0.characters(text)
      }
    }
    callbacks.internalSubset = { context, _, _, _ in
      SAXSession<any XMLHandler>.of(context)?.passDocumentType()
    }
    return callbacks
  }
}

extension SAXSession<any XMLHandler> {
  /// Called behind the name of a document type: at the bracket before its declarations, where there
  /// are some.
  fileprivate func passDocumentType() {
    guard let parser, parser.pointee.input?.pointee.cur?.pointee == UInt8(ascii: ">") else {
      return run { _ in
        throw PartFault("a document type declaration with declarations in it is not allowed")
      }
    }
    // The definition that it names might declare entities, so that libxml2 would leave out those
    // that it does not know; without one they are errors.
    parser.pointee.hasExternalSubset = 0
  }
}

/// A start tag.
///
/// Valid only during the call that hands it out.
struct XMLElement {
  /// The local name.
  let name: XMLText
  /// The namespace; nil where there is none.
  let namespace: XMLText?
  /// Five pointers an attribute: local name, prefix, namespace, begin and end of the value.
  fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let attributeCount: Int
  fileprivate let parser: xmlParserCtxtPtr?

  /// How many bytes of the document the parser has taken in: up to the end of this tag, before its
  /// `>` or `/>`.
  ///
  /// Nil where the document is in an encoding that the parser converts.
  var endOfAttributes: Int? {
    guard let parser, let input = parser.pointee.input,
      input.pointee.buf?.pointee.encoder == nil
    else { return nil }
    let consumed = xmlByteConsumed(parser)
    return consumed >= 0 ? consumed : nil
  }

  /// Calls `body` with the local name and the value of every attribute that has no prefix.
  @inline(__always)
  func forEachAttribute(_ body: (XMLText, XMLText) throws -> Void) rethrows {
    for index in 0..<attributeCount {
      guard let attributes, attributes[5 * index + 1] == nil, let name = attributes[5 * index],
        let value = value(index)
      else { continue }
      try body(XMLText(name), value)
    }
  }

  /// Calls `body` with the namespace (nil without a prefix), the local name and the value of every
  /// attribute.
  @inline(__always)
  func forEachQualifiedAttribute(_ body: (XMLText?, XMLText, XMLText) throws -> Void) rethrows {
    for index in 0..<attributeCount {
      guard let attributes, let name = attributes[5 * index], let value = value(index) else {
        continue
      }
      try body(attributes[5 * index + 2].map(XMLText.init), XMLText(name), value)
    }
  }

  /// The value of the attribute of this local name: without a prefix, or, where `qualified`, with
  /// one (such as `r:id`).
  subscript(name: StaticString, qualified qualified: Bool = false) -> XMLText? {
    for index in 0..<attributeCount {
      guard let attributes, let found = attributes[5 * index],
        (attributes[5 * index + 1] != nil) == qualified
      else { continue }
      if XMLText(found) == name { return value(index) }
    }
    return nil
  }

  private func value(_ index: Int) -> XMLText? {
    guard let start = attributes?[5 * index + 3], let end = attributes?[5 * index + 4] else {
      return nil
    }
    return XMLText(start: start, count: end - start)
  }
}

/// UTF-8 bytes that belong to the parser.
///
/// Valid only during the call that hands them out.
struct XMLText: RandomAccessCollection {
  private let start: UnsafePointer<UInt8>
  let count: Int

  /// The `count` bytes from `start`.
  init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  /// The bytes before the zero that ends them.
  init(_ terminated: UnsafePointer<xmlChar>) {
    self.init(start: terminated, count: Int(xmlStrlen(terminated)))
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count)
    return start[position]
  }

  /// Whether the bytes are UTF-8 throughout.
  var isUTF8: Bool {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    return (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Adds the bytes to `buffer`.
  func append(to buffer: inout [UInt8]) {
    buffer.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  /// A copy as a string.
  var string: String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Whether the bytes are those of `literal`.
  static func == (text: XMLText, literal: StaticString) -> Bool {
    guard text.count == literal.utf8CodeUnitCount else { return false }
    let other = literal.utf8Start
    for index in 0..<text.count where text.start[index] != other[index] { return false }
    return true
  }

  /// Lets names be told apart in a `switch`.
  static func ~= (literal: StaticString, text: XMLText) -> Bool { text == literal }
}

extension XMLText {
  /// Whether the bytes say true as XML Schema's boolean does, or as older producers do.
  var isTrue: Bool { self == "1" || self == "true" || self == "on" || self == "True" }
}
