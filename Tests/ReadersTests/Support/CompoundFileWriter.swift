/// Writes an OLE2 compound file ([MS-CFB]) of version 3 whose streams lie in the root.
///
/// Short streams go into the mini stream, long ones into sectors of their own.
struct CompoundFileWriter {
  /// The streams: names of letters of the basic plane, and contents.
  var streams: [(name: String, content: [UInt8])]

  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let none: UInt32 = 0xFFFF_FFFF

  /// The file.
  var bytes: [UInt8] {
    var mini: [UInt8] = []
    var miniTable: [UInt32] = []
    var starts: [UInt32] = []
    for stream in streams where stream.content.count < 4096 {
      starts.append(UInt32(mini.count / 64))
      mini += Self.padded(stream.content, to: 64)
      Self.chain((stream.content.count + 63) / 64, in: &miniTable)
    }
    // The directory, the table of the mini stream, the mini stream, the long streams.
    var body: [UInt8] = []
    var table: [UInt32] = []
    func add(_ content: [UInt8]) -> UInt32 {
      let start = UInt32(body.count / 512)
      body += Self.padded(content, to: 512)
      Self.chain((content.count + 511) / 512, in: &table)
      return content.isEmpty ? Self.endOfChain : start
    }
    let directorySectors = (streams.count + 4) / 4
    _ = add([UInt8](repeating: 0, count: directorySectors * 512))
    let miniTableStart = add(Self.padded(miniTable.flatMap(Self.number), to: 512, with: 0xFF))
    let miniStart = add(mini)
    var directory = Self.entry("Root Entry", kind: 5, start: miniStart, size: mini.count, child: 1)
    var short = starts.makeIterator()
    for (index, stream) in streams.enumerated() {
      let isShort = stream.content.count < 4096
      let start = isShort ? short.next() ?? Self.endOfChain : add(stream.content)
      directory += Self.entry(
        stream.name, kind: 2, start: start, size: stream.content.count,
        right: index + 1 < streams.count ? UInt32(index + 2) : Self.none)
    }
    body.replaceSubrange(0..<directory.count, with: directory)
    // The allocation table stands behind everything and counts its own sectors.
    var tableSectors = 1
    while tableSectors * 128 < table.count + tableSectors { tableSectors += 1 }
    let firstTableSector = UInt32(table.count)
    table += [UInt32](repeating: 0xFFFF_FFFD, count: tableSectors)
    body += Self.padded(table.flatMap(Self.number), to: 512, with: 0xFF)

    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 16) + [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]
    header += [UInt8](repeating: 0, count: 10) + Self.number(UInt32(tableSectors))
    header += Self.number(0) + Self.number(0) + Self.number(4096)
    header += Self.number(miniTableStart) + Self.number(1) + Self.number(Self.endOfChain)
    header += Self.number(0)
    for index in 0..<109 {
      header += Self.number(
        index < tableSectors ? firstTableSector + UInt32(index) : Self.none)
    }
    return header + body
  }

  private static func chain(_ count: Int, in table: inout [UInt32]) {
    for index in 0..<count {
      table.append(index + 1 < count ? UInt32(table.count + 1) : endOfChain)
    }
  }

  private static func padded(
    _ bytes: [UInt8], to size: Int, with filler: UInt8 = 0
  ) -> [UInt8] {
    bytes + [UInt8](repeating: filler, count: (size - bytes.count % size) % size)
  }

  private static func entry(
    _ name: String, kind: UInt8, start: UInt32, size: Int, right: UInt32 = none,
    child: UInt32 = none
  ) -> [UInt8] {
    let units = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var entry = padded(units, to: 64)
    entry += [UInt8(units.count + 2), 0, kind, 1]
    entry += number(none) + number(right) + number(child)
    entry += [UInt8](repeating: 0, count: 36)
    return entry + number(start) + number(UInt32(size)) + number(0)
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }
}
