import CLibxml2
import Spreadsheet

/// Receives the events of a page.
///
/// Every start has its end, in the order of nesting: the parser adds what the page leaves out. Names
/// are in lower case.
protocol HTMLHandler: AnyObject {
  /// An element begins. Its name and attributes are valid during the call only.
  func start(_ name: XMLText, _ attributes: HTMLAttributes) throws
  /// Character data, possibly a piece of it; entities are resolved.
  func characters(_ text: XMLText) throws
  /// An element ends.
  func end(_ name: XMLText) throws
  /// A comment.
  func comment(_ text: XMLText) throws
}

/// Feeds a page to an `HTMLHandler` through libxml2's HTML push parser: no tree, no network.
enum HTMLPushParser {
  private static let isInitialized: Void = xmlInitParser()

  /// Parses `page`, which is valid UTF-8 without zeros.
  ///
  /// - Throws: `PartFault` when there is no memory, and whatever `handler` throws; no page is too
  ///   malformed.
  static func parse(_ page: ArraySlice<UInt8>, with handler: any HTMLHandler) throws {
    _ = isInitialized
    let session = SAXSession<any HTMLHandler>(handler)
    var callbacks = callbacks
    let context = Unmanaged.passUnretained(session).toOpaque()
    guard
      let parser = htmlCreatePushParserCtxt(
        &callbacks, context, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { throw PartFault(.limitExceeded, "no memory to parse") }
    session.parser = parser
    defer {
      if let tree = parser.pointee.myDoc { xmlFreeDoc(tree) }
      htmlFreeParserCtxt(parser)
    }
    // This parser loads nothing but what it is given.
    let options =
      HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    guard htmlCtxtUseOptions(parser, Int32(bitPattern: options)) == 0 else {
      throw PartFault("the HTML parser refused its options")
    }
    // What it returns are complaints about the page.
    _ = try session.feed(page, isLast: true) {
      htmlParseChunk(parser, $0, $1, $2)
    } check: {
      if parser.pointee.errNo == XML_ERR_NO_MEMORY.rawValue {
        throw PartFault(.limitExceeded, "no memory to parse")
      }
    }
  }
}

extension HTMLPushParser {
  private static var callbacks: htmlSAXHandler {
    var callbacks = htmlSAXHandler()
    callbacks.initialized = XML_SAX2_MAGIC
    callbacks.startElement = { context, name, attributes in
      guard let name else { return }
      let attributes = HTMLAttributes(pointers: attributes)
      SAXSession<any HTMLHandler>.of(context)?.run { try $0.start(XMLText(name), attributes) }
    }
    callbacks.endElement = { context, name in
      guard let name else { return }
      SAXSession<any HTMLHandler>.of(context)?.run { try $0.end(XMLText(name)) }
    }
    callbacks.characters = { context, start, count in
      guard let start else { return }
      SAXSession<any HTMLHandler>.of(context)?.run {
        try $0.characters(XMLText(start: start, count: Int(count)))
      }
    }
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.cdataBlock = callbacks.characters
    callbacks.comment = { context, text in
      guard let text else { return }
      SAXSession<any HTMLHandler>.of(context)?.run { try $0.comment(XMLText(text)) }
    }
    return callbacks
  }
}

/// The attributes of a start tag.
///
/// Valid only during the call that hands them out.
struct HTMLAttributes {
  /// Names and values by turns, ended by a null name.
  fileprivate let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// The value of the attribute of this name, empty where it has none; nil where it is missing.
  subscript(name: StaticString) -> String? {
    guard var pointer = pointers else { return nil }
    while let found = pointer[0] {
      if XMLText(found) == name { return pointer[1].map { XMLText($0).string } ?? "" }
      pointer += 2
    }
    return nil
  }

  /// The number in the attribute of this name.
  func count(_ name: StaticString) -> Int? {
    self[name].flatMap { DecimalText.integer(Array($0.utf8)) }
  }
}
