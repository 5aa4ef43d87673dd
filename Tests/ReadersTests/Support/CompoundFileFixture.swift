/// Writes the directory of an OLE2 compound file ([MS-CFB]): header, one sector of the allocation
/// table, the directory.
enum CompoundFileFixture {
  static func bytes(streams: [String]) -> [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 504)
    header[30] = 9
    header.replaceSubrange(48..<52, with: number(1))
    header.replaceSubrange(68..<72, with: number(0xFFFF_FFFE))
    header.replaceSubrange(76..<512, with: [UInt8](repeating: 0xFF, count: 436))
    header.replaceSubrange(76..<80, with: number(0))
    let sectors = (streams.count + 3) / 4
    var table = number(0xFFFF_FFFD)
    for sector in 1...sectors {
      table += number(sector == sectors ? 0xFFFF_FFFE : UInt32(sector + 1))
    }
    table += [UInt8](repeating: 0xFF, count: 512 - table.count)
    var directory: [UInt8] = []
    for name in streams {
      var entry = [UInt8](repeating: 0, count: 128)
      let units = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      entry.replaceSubrange(0..<units.count, with: units)
      entry[64] = UInt8(units.count + 2)
      entry[66] = 2
      directory += entry
    }
    directory += [UInt8](repeating: 0, count: sectors * 512 - directory.count)
    return header + table + directory
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(value >> UInt32(8 * $0) & 0xFF) }
  }
}
