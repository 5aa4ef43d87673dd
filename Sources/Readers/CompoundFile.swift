/// The directory of an OLE2 compound file ([MS-CFB] §2), read just far enough to name its streams.
struct CompoundFile {
  /// The names of the streams and storages.
  let names: [String]

  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  /// 128 bytes an entry: far more entries than any document has.
  private static let directorySectors = 4096

  /// The directory of the file in `bytes`; nil when it is damaged.
  init?(_ bytes: [UInt8]) {
    let sectors = Sectors(bytes)
    guard let sectors else { return nil }
    var names: [String] = []
    var sector = sectors.firstDirectorySector
    var visited = 0
    while sector < Self.endOfChain, visited < Self.directorySectors {
      guard let start = sectors.offset(of: sector) else { break }
      for entry in stride(from: start, to: start + sectors.size, by: 128) {
        if let name = Self.name(of: entry, in: bytes) { names.append(name) }
      }
      visited += 1
      guard let next = sectors.sector(after: sector) else { break }
      sector = next
    }
    guard !names.isEmpty else { return nil }
    self.names = names
  }

  private static func name(of entry: Int, in bytes: [UInt8]) -> String? {
    guard entry + 128 <= bytes.count, bytes[entry + 66] != 0 else { return nil }
    let length = Int(bytes[entry + 64]) | Int(bytes[entry + 65]) << 8
    guard (2...64).contains(length) else { return nil }
    let units = (0..<length / 2 - 1).map {
      UInt16(bytes[entry + 2 * $0]) | UInt16(bytes[entry + 2 * $0 + 1]) << 8
    }
    return String(decoding: units, as: UTF16.self)
  }
}

/// The sectors of a compound file and the table that chains them ([MS-CFB] §2.2 to §2.5).
private struct Sectors {
  let bytes: [UInt8]
  /// The size of a sector in bytes.
  let size: Int
  let firstDirectorySector: UInt32
  /// The sectors that hold the allocation table.
  private let table: [UInt32]

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 512 else { return nil }
    let shift = bytes[30]
    guard shift == 9 || shift == 12 else { return nil }
    self.bytes = bytes
    size = 1 << Int(shift)
    firstDirectorySector = Self.number(in: bytes, at: 48)
    // The header lists the first 109 sectors of the table, a chain of sectors the others.
    var table = (0..<109).map { Self.number(in: bytes, at: 76 + 4 * $0) }
    var next = Self.number(in: bytes, at: 68)
    var visited = 0
    while next < 0xFFFF_FFFA, visited < bytes.count / size {
      let start = (Int(next) + 1) << Int(shift)
      guard start + size <= bytes.count else { break }
      let count = size / 4 - 1
      table += (0..<count).map { Self.number(in: bytes, at: start + 4 * $0) }
      next = Self.number(in: bytes, at: start + 4 * count)
      visited += 1
    }
    self.table = table
  }

  /// Where a sector begins; nil when it lies outside the file.
  func offset(of sector: UInt32) -> Int? {
    let start = (Int(sector) + 1) * size
    return start + size <= bytes.count ? start : nil
  }

  /// The sector that follows in the chain; nil when the table does not say.
  func sector(after sector: UInt32) -> UInt32? {
    let perSector = size / 4
    let index = Int(sector) / perSector
    guard table.indices.contains(index), let start = offset(of: table[index]) else { return nil }
    return Self.number(in: bytes, at: start + 4 * (Int(sector) % perSector))
  }

  private static func number(in bytes: [UInt8], at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << UInt32(8 * $1) }
  }
}
