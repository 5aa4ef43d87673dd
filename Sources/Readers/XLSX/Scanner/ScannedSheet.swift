import Spreadsheet

/// Reads a worksheet part with the scanner: libxml2 and `SheetParser` read what stands before and
/// behind the rows, the scanner reads the rows.
///
/// Whatever the scanner does not know is no error: the caller then reads the part with libxml2, from
/// the beginning, and passes over the rows that were handed on.
struct ScannedSheet {
  private let decoder: CellDecoder
  private let allowance: CellAllowance
  private let limits: Limits
  /// What reads the part but for its rows.
  private let parser: SheetParser
  private let memory: ReadingMemory?
  private let deliver: (RowView) throws -> Void
  /// What stands before and behind the rows where it was known without the parser.
  private var knownLayout: SheetLayout?
  /// How many cells were handed on.
  private(set) var cellCount = 0
  /// The number of the row that was handed on last.
  private(set) var lastRow = 0
  private var formulas: SharedFormulas

  /// How deep elements lie in each other in what the scanner reads.
  private static let nesting = 8

  init(
    decoder: CellDecoder, allowance: CellAllowance, limits: Limits, parser: SheetParser,
    memory: ReadingMemory? = nil, deliver: @escaping (RowView) throws -> Void
  ) {
    self.decoder = decoder
    self.allowance = allowance
    self.limits = limits
    self.parser = parser
    self.memory = memory
    self.deliver = deliver
    formulas = SharedFormulas()
  }

  /// What is known of the sheet besides its rows; complete once they were read.
  var layout: SheetLayout { knownLayout ?? parser.layout }

  /// Hands on the rows of the part.
  ///
  /// - Returns: false where it met something that libxml2 has to read.
  /// - Throws: `PartFault` where the container is damaged, `CancellationError`, and what the receiver
  ///   of the rows throws.
  mutating func read(_ content: PartContent) throws -> Bool {
    guard limits.nesting >= Self.nesting, !content.isTranscoded else { return false }
    switch content {
    case .whole(let document): return try read(document)
    case .stream(let part):
      do {
        return try read(part)
      } catch is BlockSource.Uncut {
        return false
      }
    }
  }

  /// Lets libxml2 read what `body` feeds it with.
  private func parsing(_ body: (_ feed: FrameFeed) throws -> Bool) throws -> Bool {
    try XMLPushParser.withPushParser(nesting: limits.nesting, for: parser) {
      try body(FrameFeed($0))
    }
  }

  /// Hands on what the scanner found in a block; false where it does not know it all.
  private mutating func handOn(_ rows: RowBlock) throws -> Bool {
    guard rows.isKnown, (try? allowance.check(cellCount + rows.cellCount)) != nil else {
      return false
    }
    for formula in rows.groupedFormulas { formulas.resolve(formula, in: rows) }
    cellCount += rows.cellCount
    for index in 0..<rows.count {
      lastRow = rows.rows[index].number
      try deliver(rows.rows[index])
    }
    return true
  }
}

extension ScannedSheet {
  /// A part that is in memory: what is left to do is too little for more than one core.
  private mutating func read(_ document: XMLDocument) throws -> Bool {
    let block = ByteBlock(capacity: document.bytes.count)
    document.bytes.withUnsafeBufferPointer { block.fill($0, offset: 0) }
    guard let start = PartHead.endOfWorksheetHead(in: block.content) else { return false }
    var survey = WorksheetSurvey(start: start)
    survey.add(WorksheetSurvey.survey(block, from: start))
    guard survey.isPlain, let end = survey.end else { return false }
    guard let layout = frameLayout(block, rows: start..<end) else { return false }
    knownLayout = layout
    var scanner = SheetDataScanner(decoder: decoder, textLimit: limits.cellText)
    let rows = RowBlock(sharedText: decoder.sharedStrings.text)
    var position = start
    while position < end {
      try Task.checkCancellation()
      let stop = block.beginOfRow(before: position + BlockSource.blockSize, after: position, end)
      rows.reset()
      rows.isKnown = scanner.scan(block, from: position, to: stop, into: rows)
      guard try handOn(rows) else { return false }
      position = stop
    }
    return true
  }

  /// What the bytes around the rows say; nil where libxml2 has to read the whole part to say more.
  ///
  /// The frames of a form that many have filled in are the same.
  private func frameLayout(_ block: ByteBlock, rows: Range<Int>) -> SheetLayout? {
    func parsed() throws -> SheetLayout {
      let isKnown = try parsing { feed in
        guard feed(block.content(0..<rows.lowerBound)), parser.isInSheetData else { return false }
        return feed(block.content(rows.upperBound..<block.count), isLast: true)
      }
      guard isKnown else { throw UnknownFrame() }
      return parser.layout
    }
    guard let memory else { return try? parsed() }
    return try? memory.value(
      ofFrame: block, around: rows, nesting: limits.nesting, parsed)
  }

  /// Thrown where something stands around the rows that libxml2 complains of.
  private struct UnknownFrame: Error {}
}

extension ScannedSheet {
  /// A large part: it is inflated and gone over twice, first to see that nothing stands in the way of
  /// handing on rows as they come, which cannot be taken back.
  private mutating func read(_ part: PartStream) throws -> Bool {
    guard let survey = try Self.survey(part), survey.isPlain, let end = survey.end else {
      return false
    }
    let (decoder, textLimit) = (decoder, limits.cellText)
    let pipeline = BlockPipeline(try BlockSource(part, cut: .row(rowsEnd: end))) {
      ScannedBlock(
        scanner: SheetDataScanner(decoder: decoder, textLimit: textLimit),
        rows: RowBlock(sharedText: decoder.sharedStrings.text))
    } work: { block, scanned in
      scanned.scan(block, from: survey.start, to: end)
    }
    return try parsing { feed in
      var isKnown = true
      try pipeline.run { block, scanned in
        if block.offset == 0 {
          isKnown = feed(block.content(0..<survey.start)) && parser.isInSheetData
        }
        guard isKnown, try handOn(scanned.rows) else {
          isKnown = false
          return false
        }
        let rowsEnd = max(0, end - block.offset)
        if rowsEnd < block.count { isKnown = feed(block.content(rowsEnd..<block.count)) }
        return isKnown
      }
      return isKnown && feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
  }

  /// A look over all of a large part; nil where its rows are not found.
  private static func survey(_ part: PartStream) throws -> WorksheetSurvey? {
    var survey: WorksheetSurvey?
    let pipeline = BlockPipeline(try BlockSource(part, cut: .tag)) {
      SurveyedBlock()
    } work: { block, surveyed in
      surveyed.survey(block)
    }
    try pipeline.run { block, surveyed in
      if block.offset == 0 { survey = surveyed.start.map(WorksheetSurvey.init(start:)) }
      survey?.add(surveyed.result)
      return survey?.isPlain == true
    }
    return survey
  }
}

/// What one thread makes of a block of a large part.
private final class ScannedBlock {
  private var scanner: SheetDataScanner
  let rows: RowBlock

  init(scanner: SheetDataScanner, rows: RowBlock) {
    self.scanner = scanner
    self.rows = rows
  }

  /// Reads the rows between the bytes `start` and `end` of the part.
  func scan(_ block: ByteBlock, from start: Int, to end: Int) {
    rows.reset()
    let first = max(0, start - block.offset)
    let last = min(block.count, end - block.offset)
    if first < last {
      rows.isKnown = scanner.scan(block, from: first, to: last, into: rows)
    }
  }
}

/// What one thread sees in a block of a large part.
private final class SurveyedBlock {
  /// Where the rows begin, in the first block.
  private(set) var start: Int?
  private(set) var result = WorksheetSurvey.Block()

  func survey(_ block: ByteBlock) {
    start = block.offset == 0 ? PartHead.endOfWorksheetHead(in: block.content) : nil
    result = WorksheetSurvey.survey(block, from: start ?? 0)
  }
}
