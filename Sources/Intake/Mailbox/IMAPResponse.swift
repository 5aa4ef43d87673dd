/// One response of an IMAP server, its literals taken out of it (RFC 9051, section 7).
struct IMAPResponse: Hashable {
  /// The line, each literal standing in it as `{n}`.
  var line: String
  /// The literals, in order.
  var literals: [[UInt8]] = []
}

/// Cuts what a server sends into responses.
///
/// A line that ends in `{n}` is followed by n bytes, which belong to the response, and by the rest
/// of its line (RFC 9051, section 4.3).
struct IMAPResponseCutter {
  /// The largest literal that is taken, in bytes.
  let literalLimit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var response = IMAPResponse(line: "")
  private var literalRest: Int?

  /// What a server sent that is no IMAP.
  struct Violation: Error, Hashable {
    var reason: String
  }

  init(literalLimit: Int) {
    self.literalLimit = literalLimit
  }

  /// Takes in bytes as they come.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    if start > 1 << 20 || start == buffer.count {
      buffer.removeFirst(start)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// The next whole response; nil where more bytes are needed.
  ///
  /// - Throws: `Violation`.
  mutating func next() throws -> IMAPResponse? {
    while true {
      if let size = literalRest {
        guard buffer.count - start >= size else { return nil }
        response.literals.append(Array(buffer[start..<start + size]))
        start += size
        literalRest = nil
      }
      guard let end = buffer[start...].firstIndex(of: 0x0A) else {
        guard buffer.count - start < 1 << 20 else { throw Violation(reason: "a line without end") }
        return nil
      }
      var line = buffer[start..<end]
      start = end + 1
      if line.last == 0x0D { line = line.dropLast() }
      let text = String(decoding: line, as: UTF8.self)
      response.line += text
      guard let size = Self.literalSize(atEndOf: text) else {
        let whole = response
        response = IMAPResponse(line: "")
        return whole
      }
      guard size <= literalLimit else { throw Violation(reason: "a literal of \(size) bytes") }
      literalRest = size
    }
  }

  private static func literalSize(atEndOf line: String) -> Int? {
    guard line.hasSuffix("}"), let open = line.lastIndex(of: "{") else { return nil }
    let digits = line[line.index(after: open)...].dropLast()
    return digits.isEmpty || !digits.allSatisfy(\.isNumber) ? nil : Int(digits)
  }
}
