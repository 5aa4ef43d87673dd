import CLibxml2
import Spreadsheet

/// One run of a SAX push parser of libxml2, for XML or HTML: what its C callbacks reach through the
/// user data, and the loop that feeds it.
final class SAXSession<Handler> {
  /// The parser, once it is made.
  var parser: xmlParserCtxtPtr?
  /// What the handler threw; nothing is handed to it any more then.
  private(set) var failure: (any Error)?
  private let handler: Handler
  private let nesting: Int
  private var depth = 0

  /// A run that hands its events to `handler`.
  ///
  /// - Parameter nesting: How deep elements may lie in each other.
  init(_ handler: Handler, nesting: Int = .max) {
    self.handler = handler
    self.nesting = nesting
  }

  /// Hands an event to the handler; what it throws ends the parsing.
  func run(_ event: (Handler) throws -> Void) {
    guard failure == nil else { return }
    do {
      try event(handler)
    } catch {
      failure = error
      if let parser { xmlStopParser(parser) }
    }
  }

  /// Hands on that an element begins.
  func start(_ event: (Handler) throws -> Void) {
    depth += 1
    run {
      try PartFault.check(depth, .nesting, nesting)
      try event($0)
    }
  }

  /// Hands on that an element ends.
  func end(_ event: (Handler) throws -> Void) {
    depth -= 1
    run(event)
  }

  /// The run that a callback belongs to.
  static func of(_ context: UnsafeMutableRawPointer?) -> Self? {
    context.map { Unmanaged<Self>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Hands `bytes` to the parser chunk by chunk.
  ///
  /// - Parameters:
  ///   - isLast: Whether the document ends with them.
  ///   - parse: Gives a chunk and its length to the parser, and whether it is the last.
  ///   - check: Looks at the parser after each chunk.
  /// - Returns: whether the handler wants more of the document.
  /// - Throws: what the handler threw, but for `EndOfInterest`, what `check` throws, and
  ///   `CancellationError`.
  func feed(
    _ bytes: ArraySlice<UInt8>, isLast: Bool,
    parse: (_ chunk: UnsafePointer<CChar>?, _ count: Int32, _ isLast: Int32) -> Void,
    check: () throws -> Void
  ) throws -> Bool {
    try bytes.withUnsafeBytes { bytes in
      var offset = 0
      while true {
        try Task.checkCancellation()
        let count = min(Self.chunkSize, bytes.count - offset)
        let chunk = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
        offset += count
        parse(
          chunk.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count),
          isLast && offset == bytes.count ? 1 : 0)
        if failure is EndOfInterest { return false }
        if let failure { throw failure }
        try check()
        if offset == bytes.count { return true }
      }
    }
  }

  private static var chunkSize: Int { 64 << 10 }
}

/// Thrown by a handler that has seen all it wants to see.
struct EndOfInterest: Error {}
