/// An OLE2 compound file ([MS-CFB]): storages and streams within one file, as folders and files.
///
/// What a damaged file says of itself is never trusted: no chain is followed twice through a sector
/// and no size is believed beyond the sectors that are there.
struct CompoundFile {
  private let sectors: CompoundFileSectors
  private let directory: CompoundFileDirectory
  /// Whether part of the directory is missing: what it does not name may have been there.
  let isDamaged: Bool

  /// Opens the file that `bytes` are the content of.
  ///
  /// - Throws: `PartFault` when the header, the allocation table or the directory is damaged beyond
  ///   use.
  init(_ bytes: [UInt8]) throws {
    let header = try CompoundFileHeader(bytes)
    sectors = CompoundFileSectors(bytes, header: header)
    let content = sectors.bytes(ofChainFrom: header.firstDirectorySector)
    directory = try CompoundFileDirectory(content.bytes)
    isDamaged = content.isCutShort
  }

  /// The names of all streams and storages, at any depth.
  var names: [String] { directory.entries.map(\.name) }

  /// Whether the root holds a storage of this name, in any case.
  func containsStorage(_ name: String) -> Bool {
    directory.entry(at: [name]).map { $0.kind == .storage } ?? false
  }

  /// The stream that `path` leads to through storages from the root, each name in any case
  /// (§2.6.4); nil when there is none.
  func stream(_ path: String...) -> CompoundFileStream? {
    guard let entry = directory.entry(at: path), entry.kind == .stream else { return nil }
    let size = entry.size(inVersion: sectors.header.version)
    let content =
      size < UInt64(sectors.header.miniStreamCutoff)
      ? sectors.bytes(ofMiniChainFrom: entry.firstSector, size: size, root: directory.root)
      : sectors.bytes(ofChainFrom: entry.firstSector, size: size)
    return CompoundFileStream(
      name: entry.name, bytes: content.bytes, isCutShort: content.isCutShort)
  }
}

/// The content of a stream.
struct CompoundFileStream {
  /// The name as the directory spells it.
  let name: String
  /// What is there of the content.
  let bytes: [UInt8]
  /// Whether there is less than the directory promises, or the chain of sectors is broken.
  let isCutShort: Bool
}
