import Spreadsheet

/// A ZIP container as a package of parts (ECMA-376 Part 2), with the limits kept.
final class OPCPackage {
  /// The file, for messages.
  let file: String
  private let limits: Limits
  private let archive: ZipArchive
  private let inflater: Inflater
  private let entries: [String: ZipArchive.Entry]
  private var counted: Set<UInt64> = []
  private var countedBytes = 0

  /// The part that lists the content types.
  static let contentTypesPart = "[Content_Types].xml"

  /// Opens the container that `bytes` hold.
  ///
  /// - Throws: `ReadingError`, `.encrypted` when an entry is, `.unreadable` when damaged.
  init(bytes: [UInt8], file: String, limits: Limits) throws {
    self.file = file
    self.limits = limits
    do {
      archive = try ZipArchive(bytes: bytes)
      inflater = try Inflater()
      guard archive.count <= limits.entries else {
        throw PartFault(
          .limitExceeded, "\(archive.count) ZIP entries, at most \(limits.entries) are read")
      }
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
  /// - Throws: `PartFault`.
  func bytes(of part: String) throws -> [UInt8]? {
    guard let entry = entry(part) else { return nil }
    try keepLimits(entry)
    // libdeflate is several times as fast as libzip's own inflating, but knows deflate only; its
    // complaint is looked at again by libzip, which names the damage.
    if entry.method == .deflated, entry.size > 0,
      let bytes = inflater.inflate(try archive.storedBytes(of: entry), size: Int(entry.size)),
      Inflater.checksum(of: bytes) == entry.checksum
    {
      return bytes
    }
    return try archive.bytes(of: entry)
  }

  private func keepLimits(_ entry: ZipArchive.Entry) throws {
    guard entry.size <= UInt64(limits.partBytes) else {
      throw PartFault(
        .limitExceeded, "\(entry.size) bytes inflated, at most \(limits.partBytes) a part are read")
    }
    guard entry.compressedSize <= UInt64(archive.byteCount) else {
      throw PartFault("damaged ZIP entry: it says it is longer than the file")
    }
    let size = Int(entry.size)
    if size > Limits.ratioFloor, size / max(1, Int(entry.compressedSize)) > limits.ratio {
      throw PartFault(
        .limitExceeded,
        "inflates \(size / max(1, Int(entry.compressedSize))) times, at most \(limits.ratio) are read"
      )
    }
    if counted.insert(entry.index).inserted {
      countedBytes += size
    }
    guard countedBytes <= limits.totalBytes else {
      throw PartFault(
        .limitExceeded,
        "\(countedBytes) bytes inflated so far, at most \(limits.totalBytes) a file are read")
    }
  }

  /// Parses a part as XML.
  ///
  /// - Returns: false when there is no such part.
  /// - Throws: `ReadingError` with the part's name.
  @discardableResult
  func parse(_ part: String, with handler: any XMLHandler) throws -> Bool {
    do {
      guard let bytes = try bytes(of: part) else { return false }
      try XMLPushParser.parse(XMLDocument(bytes), with: handler)
      return true
    } catch let fault as PartFault {
      throw fault.error(file: file, part: part)
    }
  }

  /// The relationships of a part, or of the package where `part` is empty; none when it has none.
  ///
  /// - Throws: `ReadingError`.
  func relationships(of part: String) throws -> [Relationship] {
    let handler = RelationshipsHandler()
    try parse(PartName.relationships(of: part), with: handler)
    return handler.relationships
  }

  /// The content types of the parts; without any where the package lists none.
  ///
  /// - Throws: `ReadingError`.
  func contentTypes() throws -> ContentTypes {
    let handler = ContentTypes.Handler()
    try parse(Self.contentTypesPart, with: handler)
    return handler.types
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
