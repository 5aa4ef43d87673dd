/// The header of a compound file ([MS-CFB] §2.2).
struct CompoundFileHeader {
  /// The size of the header, and the least size of a file, in bytes.
  static let size = 512
  /// How many sectors of the allocation table the header lists; a chain lists the others.
  static let listedTableSectors = 109

  /// The major version: 3 for sectors of 512 bytes, 4 for sectors of 4096.
  let version: UInt16
  /// The binary logarithm of a sector's size in bytes.
  let sectorShift: Int
  /// The binary logarithm of the size in bytes of a sector of the mini stream.
  let miniSectorShift: Int
  /// Streams shorter than this many bytes are kept in the mini stream.
  let miniStreamCutoff: UInt32
  let firstDirectorySector: UInt32
  let firstMiniTableSector: UInt32
  /// The first of the sectors that go on with the list of the allocation table's sectors.
  let firstListSector: UInt32
  /// The first sectors of the allocation table.
  let tableSectors: [UInt32]

  /// Reads the header.
  ///
  /// - Throws: `PartFault` when it is cut short or its sector sizes are none that programs write.
  init(_ bytes: [UInt8]) throws {
    guard bytes.count >= Self.size else {
      throw PartFault("the compound file's header is cut short")
    }
    version = bytes.uint16(at: 26)
    sectorShift = Int(bytes.uint16(at: 30))
    miniSectorShift = Int(bytes.uint16(at: 32))
    guard (7...16).contains(sectorShift), (4...sectorShift).contains(miniSectorShift) else {
      throw PartFault("the compound file's sector size is damaged")
    }
    firstDirectorySector = bytes.uint32(at: 48)
    miniStreamCutoff = bytes.uint32(at: 56)
    firstMiniTableSector = bytes.uint32(at: 60)
    firstListSector = bytes.uint32(at: 68)
    tableSectors = (0..<Self.listedTableSectors).map { bytes.uint32(at: 76 + 4 * $0) }
  }
}
