import Spreadsheet

/// Reads a shared string table with the scanner; whatever that does not know, libxml2 reads.
enum ScannedStrings {
  /// How deep elements lie in each other in what the scanner reads.
  private static let nesting = 16

  /// The strings of the table; nil where libxml2 has to read it.
  ///
  /// - Parameter memory: what is known of other tables.
  /// - Throws: `PartFault` where the container is damaged, `CancellationError`.
  static func read(
    _ content: PartContent, limits: Limits, memory: ReadingMemory? = nil
  ) throws -> SharedStrings? {
    guard limits.nesting >= nesting, !content.isTranscoded else { return nil }
    var table = Table(limits: limits)
    let isKnown =
      switch content {
      case .whole(let document): table.read(document, memory)
      case .stream(let part):
        try XMLPushParser.withPushParser(
          nesting: limits.nesting, for: SharedStringsHandler(limits: limits)
        ) { feed in
          try table.read(part, FrameFeed(feed))
        }
      }
    return isKnown ? table.strings : nil
  }

  private struct Table {
    let limits: Limits
    var strings = SharedStrings()
    private var hasEnded = false

    init(limits: Limits) {
      self.limits = limits
    }

    /// A table that is in memory.
    mutating func read(_ document: XMLDocument, _ memory: ReadingMemory?) -> Bool {
      let block = ByteBlock(capacity: document.bytes.count)
      document.bytes.withUnsafeBufferPointer { block.fill($0, offset: 0) }
      guard let start = PartHead.endOfTableHead(in: block.content) else { return false }
      var scanner = SharedStringScanner(textLimit: limits.cellText)
      guard let end = scanner.scan(block, from: start, into: &strings),
        strings.count <= limits.sharedStrings
      else { return false }
      func parsed() throws -> Frame {
        let isKnown = try XMLPushParser.withPushParser(
          nesting: limits.nesting, for: SharedStringsHandler(limits: limits)
        ) { feed in
          let feed = FrameFeed(feed)
          return feed(block.content(0..<start))
            && feed(block.content(end..<block.count), isLast: true)
        }
        guard isKnown else { throw UnknownFrame() }
        return Frame()
      }
      guard let memory else { return (try? parsed()) != nil }
      let frame = try? memory.value(
        ofFrame: block, around: start..<end, nesting: limits.nesting, parsed)
      return frame != nil
    }

    /// What stands around the items, which says nothing.
    private struct Frame {}

    /// Thrown where something stands there that libxml2 complains of.
    private struct UnknownFrame: Error {}

    /// A large table.
    mutating func read(_ part: PartStream, _ feed: FrameFeed) throws -> Bool {
      strings.reserve(Int(clamping: part.size))
      let textLimit = limits.cellText
      let pipeline = BlockPipeline(try BlockSource(part, cut: .stringItem)) {
        StringBlock(SharedStringScanner(textLimit: textLimit))
      } work: { block, scanned in
        scanned.scan(block)
      }
      var isKnown = true
      do {
        try pipeline.run { block, scanned in
          isKnown = take(block, scanned, feed)
          return isKnown
        }
      } catch is BlockSource.Uncut {
        return false
      }
      return isKnown && feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }

    private mutating func take(_ block: ByteBlock, _ scanned: StringBlock, _ feed: FrameFeed)
      -> Bool
    {
      // Behind the end of the table nothing comes that is the scanner's.
      if hasEnded { return feed(block.content) }
      guard let start = scanned.start, let end = scanned.end,
        block.offset > 0 || feed(block.content(0..<start))
      else { return false }
      strings.append(scanned.strings)
      guard strings.count <= limits.sharedStrings else { return false }
      hasEnded = end < block.count
      return !hasEnded || feed(block.content(end..<block.count))
    }
  }
}

/// What one thread makes of a block of a large table.
private final class StringBlock {
  private var scanner: SharedStringScanner
  private(set) var strings = SharedStrings()
  /// Where the items begin and end in the block; nil for what is not known.
  private(set) var start: Int?
  private(set) var end: Int?

  init(_ scanner: SharedStringScanner) {
    self.scanner = scanner
  }

  func scan(_ block: ByteBlock) {
    strings.removeAll()
    start = block.offset == 0 ? PartHead.endOfTableHead(in: block.content) : 0
    end = start.flatMap { scanner.scan(block, from: $0, into: &strings) }
  }
}
