/// The central directory of a container in memory (APPNOTE.TXT 6.3.10, §4.3), read without libzip where
/// it has the form that nearly every program writes.
///
/// That form: one directory right before an end record without comment, entries without ZIP64,
/// encryption, extra fields or comments, stored or deflated, each whole before the directory. At all else
/// there is no value, and libzip reads the container; a test holds the two against each other. libzip
/// makes dates of every entry and asks for the machine's time zone each time, which took longer than to
/// inflate a small workbook.
struct ZipDirectory {
  /// The entries, in order.
  let entries: [ZipArchive.Entry]
  /// Where the stored bytes of each entry lie in the container.
  let places: [Range<Int>]

  private static let endSize = 22
  private static let entrySize = 46
  private static let headerSize = 30
  /// The bytes in which another reader would look for an end record.
  private static let searchedBytes = 66_000

  /// Reads the directory of a container.
  init?(_ bytes: [UInt8]) {
    let directory = bytes.withUnsafeBytes { Self.directory(of: Fields($0)) }
    guard let directory else { return nil }
    entries = directory.map(\.entry)
    places = directory.map(\.place)
  }

  private static func directory(
    of fields: Fields
  ) -> [(entry: ZipArchive.Entry, place: Range<Int>)]? {
    let end = fields.count - endSize
    guard end > 0, fields.long(end) == 0x0605_4B50, fields.long(end + 4) == 0,
      fields.short(end + 20) == 0, isOnlyEnd(end, in: fields)
    else { return nil }
    let count = fields.short(end + 8)
    let start = fields.long(end + 16)
    guard count == fields.short(end + 10), count > 0, count < 0xFFFF,
      start + fields.long(end + 12) == end, count * entrySize <= end - start
    else { return nil }
    var directory: [(entry: ZipArchive.Entry, place: Range<Int>)] = []
    directory.reserveCapacity(count)
    var position = start
    for index in 0..<count {
      guard
        let found = entry(UInt64(index), at: &position, in: fields, before: start, end: end)
      else { return nil }
      directory.append(found)
    }
    return position == end ? directory : nil
  }

  /// Whether the mark of an end record stands nowhere else: of several, libzip takes the soundest.
  private static func isOnlyEnd(_ end: Int, in fields: Fields) -> Bool {
    var position = max(0, end - searchedBytes)
    while position < end {
      // Behind `end` stand the bytes of the record.
      if fields.hasByte(0x50, inEightFrom: position) {
        for place in position..<min(end, position + 8) where fields.long(place) == 0x0605_4B50 {
          return false
        }
      }
      position += 8
    }
    return true
  }

  /// An entry of the directory, which is passed.
  private static func entry(
    _ index: UInt64, at position: inout Int, in fields: Fields, before start: Int, end: Int
  ) -> (entry: ZipArchive.Entry, place: Range<Int>)? {
    guard position + entrySize <= end, fields.long(position) == 0x0201_4B50 else { return nil }
    // How hard it was compressed, that its sizes follow it, and that its name is UTF-8.
    let flags = fields.short(position + 8)
    let method = fields.short(position + 10)
    guard flags & ~0x080E == 0, method == 0 || method == 8 else { return nil }
    let compressedSize = fields.long(position + 20)
    let size = fields.long(position + 24)
    let nameLength = fields.short(position + 28)
    let header = fields.long(position + 42)
    let nameStart = position + entrySize
    // No extra field, no comment, the first disk.
    guard fields.long(position + 30) == 0, fields.short(position + 34) == 0, nameLength > 0,
      nameStart + nameLength <= end, compressedSize < 0xFFFF_FFFF, size < 0xFFFF_FFFF,
      method == 8 || size == compressedSize, header + headerSize <= start,
      fields.long(header) == 0x0403_4B50, fields.short(header + 6) == flags,
      fields.short(header + 8) == method, fields.short(header + 26) == nameLength,
      let name = fields.text(nameStart..<nameStart + nameLength)
    else { return nil }
    let data = header + headerSize + nameLength + fields.short(header + 28)
    guard data + compressedSize <= start else { return nil }
    position = nameStart + nameLength
    return (
      ZipArchive.Entry(
        index: index, name: name, size: UInt64(size), compressedSize: UInt64(compressedSize),
        checksum: UInt32(fields.long(nameStart - entrySize + 16)),
        method: method == 8 ? .deflated : .stored, isEncrypted: false), data..<data + compressedSize
    )
  }

  /// The numbers of a container, lowest byte first.
  private struct Fields {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// Whether one of eight bytes is `byte`.
    func hasByte(_ byte: UInt8, inEightFrom position: Int) -> Bool {
      guard position + 8 <= bytes.count, let start = bytes.baseAddress else { return false }
      let word = ByteWord(at: (start + position).assumingMemoryBound(to: UInt8.self))
      return word.bits(equalTo: byte) != 0
    }

    func short(_ position: Int) -> Int {
      Int(bytes.loadUnaligned(fromByteOffset: position, as: UInt16.self).littleEndian)
    }

    func long(_ position: Int) -> Int {
      Int(bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self).littleEndian)
    }

    /// The text of some bytes; nil where they are no UTF-8, or hold controls, which libzip takes for a
    /// sign of another encoding.
    func text(_ range: Range<Int>) -> String? {
      let text = bytes[range]
      return text.contains { $0 < 0x20 || $0 == 0x7F }
        ? nil : String(validating: text, as: UTF8.self)
    }
  }
}
