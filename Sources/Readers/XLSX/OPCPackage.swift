import Spreadsheet

/// A ZIP container as a package of parts (ECMA-376 Part 2), with the limits kept.
final class OPCPackage {
  /// The file, for messages.
  let file: String
  private let limits: Limits
  private let archive: ZipArchive
  private let inflater: Inflater
  private let entries: [String: ZipArchive.Entry]
  private var counted: Set<Reading> = []
  private var countedBytes = 0
  /// The inflated size, in bytes, up to which a part is held in memory to be parsed.
  private let wholePartBytes: Int
  /// What files that were read before have in common with this one.
  let memory: ReadingMemory?
  /// Where the container is, if it is read from its file.
  private let path: String?

  /// A part that was read, and for which sheet.
  private struct Reading: Hashable {
    let entry: UInt64
    let sheet: Int?
  }

  /// The part that lists the content types.
  static let contentTypesPart = "[Content_Types].xml"

  /// Opens the container that `bytes` hold.
  ///
  /// - Parameters:
  ///   - wholePartBytes: the inflated size up to which a part is held in memory to be parsed.
  ///   - memory: what files that were read before have in common with this one.
  /// - Throws: `ReadingError`, `.encrypted` when an entry is, `.unreadable` when damaged.
  convenience init(
    bytes: [UInt8], file: String, limits: Limits, wholePartBytes: Int = defaultWholePartBytes,
    memory: ReadingMemory? = nil
  ) throws {
    try self.init(
      file: file, path: nil, limits: limits, wholePartBytes: wholePartBytes, memory: memory
    ) {
      try ZipArchive(bytes: bytes)
    }
  }

  /// Opens the container in the file at `path`, which is not held in memory.
  ///
  /// - Throws: as `init(bytes:file:limits:wholePartBytes:)`.
  convenience init(path: String, limits: Limits) throws {
    try self.init(
      file: path, path: path, limits: limits, wholePartBytes: Self.defaultWholePartBytes,
      memory: nil
    ) { try ZipArchive(path: path) }
  }

  private init(
    file: String, path: String?, limits: Limits, wholePartBytes: Int, memory: ReadingMemory?,
    open: () throws -> ZipArchive
  ) throws {
    self.file = file
    self.path = path
    self.limits = limits
    self.wholePartBytes = wholePartBytes
    self.memory = memory
    do {
      archive = try open()
      inflater = try memory?.sharedInflater() ?? Inflater()
      try PartFault.check(archive.count, .entries, limits.entries)
      let listed = try archive.entries()
      guard !listed.contains(where: \.isEncrypted) else {
        throw PartFault(.encrypted, "ZIP entries protected by a password")
      }
      entries = Dictionary(
        listed.map { (PartName.folded($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    } catch let fault as PartFault {
      throw fault.error(file: file)
    }
  }

  /// What is larger is inflated by one thread while others parse what is inflated.
  private static let defaultWholePartBytes = 4 << 20

  /// The names of all entries, folded for comparison.
  var entryNames: some Collection<String> { entries.keys }

  /// Whether there is a part of this name.
  func contains(_ part: String) -> Bool { entry(part) != nil }

  private func entry(_ part: String) -> ZipArchive.Entry? {
    let name = PartName.folded(part)
    return entries[name] ?? PartName.withoutEscapes(name).flatMap { entries[$0] }
  }

  /// The inflated bytes of a part, their checksum verified; nil when there is no such part.
  ///
  /// - Parameter sheet: the number of the sheet that the part is read for: sheets that share a part
  ///   each take its size out of what may be read of a file.
  /// - Throws: `PartFault`.
  func bytes(of part: String, forSheet sheet: Int? = nil) throws -> [UInt8]? {
    try bytes(of: part, forSheet: sheet, isTable: sheet != nil)
  }

  private func bytes(of part: String, forSheet sheet: Int?, isTable: Bool) throws -> [UInt8]? {
    guard let entry = entry(part) else { return nil }
    // What is too large to be held and is held all the same gets no indulgence.
    let isSmall = entry.size <= UInt64(wholePartBytes)
    try keepLimits(entry, sheet, isTable: isTable && isSmall)
    // libdeflate is several times as fast as libzip's own inflating, but knows deflate only; its
    // complaint is looked at again by libzip, which names the damage.
    if entry.method == .deflated, entry.size > 0,
      let bytes = try inflated(entry),
      Inflater.checksum(of: bytes) == entry.checksum
    {
      return bytes
    }
    return try archive.bytes(of: entry)
  }

  private func inflated(_ entry: ZipArchive.Entry) throws -> [UInt8]? {
    let size = Int(entry.size)
    if let inPlace = archive.withStoredBytes(of: entry, { inflater.inflate($0, size: size) }) {
      return inPlace
    }
    return inflater.inflate(try archive.storedBytes(of: entry), size: size)
  }

  /// A part to be parsed, held in memory only where it is small or not in UTF-8; nil when there is
  /// no such part.
  ///
  /// - Parameter sheet: as for `bytes(of:forSheet:)`.
  /// - Throws: `PartFault`.
  func content(of part: String, forSheet sheet: Int? = nil) throws -> PartContent? {
    try content(of: part, forSheet: sheet, isTable: sheet != nil)
  }

  private func content(
    of part: String, forSheet sheet: Int? = nil, isTable: Bool
  ) throws -> PartContent? {
    if let entry = entry(part), entry.method == .deflated, entry.size > UInt64(wholePartBytes) {
      try keepLimits(entry, sheet, isTable: isTable)
      let stream = try stream(of: entry)
      if try stream.isUTF8 { return .stream(stream) }
    }
    return try bytes(of: part, forSheet: sheet, isTable: isTable).map { .whole(XMLDocument($0)) }
  }

  private func stream(of entry: ZipArchive.Entry) throws -> PartStream {
    guard let path else {
      return PartStream(
        compressed: try archive.storedBytes(of: entry), size: entry.size, checksum: entry.checksum)
    }
    return PartStream(size: entry.size, checksum: entry.checksum) {
      try ZipEntryStream(path: path, entry: entry.index)
    }
  }

  /// The part of an OpenDocument package that holds its tables, which may be encrypted; nil when
  /// there is no such part.
  ///
  /// - Throws: `PartFault`: `.encrypted` when no password opens it.
  func tables(
    of part: String, under encryption: ODFEncryption?, protection: PasswordProtection
  ) throws -> PartContent? {
    guard let encryption else { return try content(of: part, isTable: true) }
    guard let encrypted = try bytes(of: part) else { return nil }
    let compressed = try protection.key(named: encryption.name, rounds: encryption.rounds) {
      try encryption.compressed(encrypted, password: $0)
    }
    try keepLimits(size: encryption.size, from: compressed.count, isTable: true)
    let stream = PartStream(
      compressed: compressed, size: UInt64(encryption.size), checksum: nil)
    if encryption.size > wholePartBytes, try stream.isUTF8 { return .stream(stream) }
    guard let bytes = inflater.inflate(compressed, size: encryption.size) else {
      throw PartFault("damaged encryption: what is decrypted is no compressed file")
    }
    return .whole(XMLDocument(bytes))
  }

  private func keepLimits(_ entry: ZipArchive.Entry, _ sheet: Int?, isTable: Bool) throws {
    guard entry.compressedSize <= UInt64(archive.byteCount) else {
      throw PartFault("damaged ZIP entry: it says it is longer than the file")
    }
    let size = Int(clamping: entry.size)
    try keepLimits(
      size: size, from: Int(entry.compressedSize), isTable: isTable,
      isCounted: !counted.insert(Reading(entry: entry.index, sheet: sheet)).inserted)
  }

  /// Holds a part that inflates to `size` bytes from `stored` against the limits.
  private func keepLimits(
    size: Int, from stored: Int, isTable: Bool, isCounted: Bool = false
  ) throws {
    try PartFault.check(size, .partBytes, limits.partBytes)
    let floor = isTable ? limits.ratioFloor : min(limits.ratioFloor, Self.heldRatioFloor)
    try keepRatio(size, from: stored, beyond: floor)
    if !isCounted { countedBytes += size }
    try PartFault.check(countedBytes, .totalBytes, limits.totalBytes)
    // Entries may overlap and sheets may share a part: each alone is modest.
    try keepRatio(countedBytes, from: archive.byteCount, beyond: limits.ratioFloor)
  }

  private func keepRatio(_ size: Int, from stored: Int, beyond floor: Int) throws {
    guard size > floor else { return }
    try PartFault.check(size / max(1, stored), .ratio, limits.ratio)
  }

  /// The inflated size, in bytes, up to which a part that is held in memory may be as repetitive as
  /// it likes.
  private static let heldRatioFloor = 32 << 20

  /// Parses a part as XML.
  ///
  /// - Returns: false when there is no such part.
  /// - Throws: `ReadingError` with the part's name.
  @discardableResult
  func parse(_ part: String, with handler: any XMLHandler) throws -> Bool {
    do {
      guard let content = try content(of: part) else { return false }
      try XMLPushParser.parse(content, nesting: limits.nesting, with: handler)
      return true
    } catch let fault as PartFault {
      throw fault.error(file: file, part: part)
    }
  }

  /// What `parse` makes of a part, or what it made of the same bytes in another file.
  ///
  /// - Throws: `ReadingError`, and what `parse` throws.
  func remembered<Value: Sendable>(_ part: String, _ parse: () throws -> Value) throws -> Value {
    guard let memory, let entry = entry(part), entry.method == .deflated else {
      return try parse()
    }
    do {
      try keepLimits(entry, nil, isTable: false)
    } catch let fault as PartFault {
      throw fault.error(file: file, part: part)
    }
    let value = try archive.withStoredBytes(of: entry) { stored in
      try memory.value(
        of: stored, checksum: entry.checksum, size: Int(entry.size), nesting: limits.nesting, parse)
    }
    return try value ?? parse()
  }

  /// The relationships of a part, or of the package where `part` is empty; none when it has none.
  ///
  /// - Throws: `ReadingError`.
  func relationships(of part: String) throws -> [Relationship] {
    let name = PartName.relationships(of: part)
    return try remembered(name) {
      let handler = RelationshipsHandler()
      try parse(name, with: handler)
      return handler.relationships
    }
  }

  /// The content types of the parts; without any where the package lists none.
  ///
  /// - Throws: `ReadingError`.
  func contentTypes() throws -> ContentTypes {
    try remembered(Self.contentTypesPart) {
      let handler = ContentTypes.Handler()
      try parse(Self.contentTypesPart, with: handler)
      return handler.types
    }
  }

  /// The part that a relationship of `source` leads to.
  ///
  /// Some producers write targets as if every one started at the root; that is tried second.
  func target(of relationship: Relationship, from source: String) -> String {
    let resolved = PartName.resolve(relationship.target, from: source)
    if contains(resolved) { return resolved }
    let fromRoot = PartName.resolve(relationship.target, from: "")
    return contains(fromRoot) ? fromRoot : resolved
  }
}
