/// The sectors of a compound file and the tables that chain them ([MS-CFB] §2.1 to §2.5).
struct CompoundFileSectors {
  let header: CompoundFileHeader
  private let bytes: [UInt8]
  /// The sector that follows each sector in its chain, as the file has it.
  private let table: [UInt32]
  /// How many sectors the file holds, the last one perhaps in part.
  private let count: Int

  /// The content of a chain.
  struct Content {
    var bytes: [UInt8] = []
    /// Whether the chain breaks off, runs in a circle or leads out of the file.
    var isCutShort = false
  }

  /// Numbers from here on mark what is no sector (§2.1).
  private static let firstMark: UInt32 = 0xFFFF_FFFA
  private static let endOfChain: UInt32 = 0xFFFF_FFFE

  /// Reads the allocation table of the file in `bytes`, as much as the file's sectors need of it.
  init(_ bytes: [UInt8], header: CompoundFileHeader) {
    self.bytes = bytes
    self.header = header
    let size = 1 << header.sectorShift
    // The header takes the place of one sector, of a whole one where sectors are larger than it.
    count = max(0, (bytes.count - 1) >> header.sectorShift)
    let perSector = size / 4
    let needed = (count + perSector - 1) / perSector
    var table: [UInt32] = []
    for sector in Self.tableSectors(bytes, header: header, count: count).prefix(needed) {
      let start = (Int(sector) + 1) << header.sectorShift
      for offset in stride(from: start, to: start + size, by: 4) {
        table.append(offset + 4 <= bytes.count ? bytes.uint32(at: offset) : .max)
      }
    }
    self.table = table
  }

  /// The sectors of the allocation table: those that the header lists, then those listed by the
  /// sectors that go on with the list (§2.5).
  private static func tableSectors(
    _ bytes: [UInt8], header: CompoundFileHeader, count: Int
  ) -> [UInt32] {
    var sectors = header.tableSectors
    var next = header.firstListSector
    let perSector = (1 << header.sectorShift) / 4 - 1
    // Each sector of the list names many of the table: more of them than sectors is a circle.
    while next < firstMark, sectors.count <= count + CompoundFileHeader.listedTableSectors {
      let start = (Int(next) + 1) << header.sectorShift
      guard start + 4 * (perSector + 1) <= bytes.count else { break }
      sectors += (0..<perSector).map { bytes.uint32(at: start + 4 * $0) }
      next = bytes.uint32(at: start + 4 * perSector)
    }
    return sectors.filter { $0 < firstMark }
  }

  /// The sectors of the chain that begins with `first`, together; no more than `size` bytes when
  /// that is given.
  func bytes(ofChainFrom first: UInt32, size: UInt64? = nil) -> Content {
    let length = 1 << header.sectorShift
    let wanted = size ?? UInt64(bytes.count)
    var content = Content()
    content.bytes.reserveCapacity(min(Int(clamping: wanted), bytes.count))
    var sectors = Chain(first: first, table: table, count: count)
    while content.bytes.count < wanted, let sector = sectors.next() {
      let start = (sector + 1) << header.sectorShift
      let rest = Int(clamping: wanted) - content.bytes.count
      content.bytes += bytes[start..<min(start + min(length, rest), bytes.count)]
    }
    content.isCutShort =
      size == nil ? sectors.isBroken : UInt64(content.bytes.count) < wanted
    return content
  }

  /// The first `size` bytes of the chain in the mini stream that begins with `first` (§2.4); the
  /// mini stream is what the directory's root holds.
  func bytes(
    ofMiniChainFrom first: UInt32, size: UInt64, root: CompoundFileDirectory.Entry
  ) -> Content {
    let stream = bytes(
      ofChainFrom: root.firstSector, size: root.size(inVersion: header.version)
    ).bytes
    let links = bytes(ofChainFrom: header.firstMiniTableSector).bytes
    let table = (0..<links.count / 4).map { links.uint32(at: 4 * $0) }
    let length = 1 << header.miniSectorShift
    var content = Content()
    var sectors = Chain(
      first: first, table: table, count: (stream.count + length - 1) >> header.miniSectorShift)
    while content.bytes.count < size, let sector = sectors.next() {
      let start = sector << header.miniSectorShift
      let rest = Int(clamping: size) - content.bytes.count
      content.bytes += stream[start..<min(start + min(length, rest), stream.count)]
    }
    content.isCutShort = UInt64(content.bytes.count) < size
    return content
  }

  /// Follows a chain, through no sector twice.
  private struct Chain: IteratorProtocol {
    private var following: UInt32
    private let table: [UInt32]
    private var isVisited: [Bool]
    /// Whether the chain ended elsewhere than at its end mark.
    private(set) var isBroken = false

    init(first: UInt32, table: [UInt32], count: Int) {
      following = first
      self.table = table
      isVisited = Array(repeating: false, count: count)
    }

    mutating func next() -> Int? {
      guard following < CompoundFileSectors.firstMark else {
        isBroken = following != CompoundFileSectors.endOfChain
        return nil
      }
      let sector = Int(following)
      guard sector < isVisited.count, !isVisited[sector] else {
        isBroken = true
        return nil
      }
      isVisited[sector] = true
      following = sector < table.count ? table[sector] : .max
      return sector
    }
  }
}
