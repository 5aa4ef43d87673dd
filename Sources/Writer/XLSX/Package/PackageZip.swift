internal import CLibdeflate
internal import CZlib
import Glibc

/// The zip archive of a workbook, written part by part (APPNOTE.TXT 6.3.10): isa-l compresses.
final class PackageZip {
  private let descriptor: Int32
  private var output: [UInt8] = []
  private var flushed = 0
  private var entries: [Entry] = []
  private var input: [UInt8] = []
  private let stream = DeflateStream()
  private var edit: SheetPartEdit?
  private let edits: [String: SheetPartEdit]

  /// What the directory says of a part.
  private struct Entry {
    var name: [UInt8]
    var offset: Int
    var checksum: UInt32 = 0
    var size = 0
    var packedSize = 0
  }

  private static let method: UInt16 = 8
  private static let version: UInt16 = 20
  /// The first moment that a zip directory can name, 1980-01-01: this program knows no clock.
  private static let date: UInt32 = 0x0021_0000
  private static let blockSize = 1 << 18

  /// An archive at `path`, empty as yet; nil where the file cannot be written, with the reason in
  /// `errno`.
  ///
  /// - Parameter edits: what becomes of parts while they are written, by their names.
  init?(path: String, edits: [String: SheetPartEdit]) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.edits = edits
  }

  deinit {
    close(descriptor)
  }

  /// Begins a part.
  func begin(_ name: String) {
    entries.append(Entry(name: Array(name.utf8), offset: flushed + output.count))
    edit = edits[name]
    output.append(contentsOf: localHeader(of: entries[entries.count - 1]))
    stream.restart()
  }

  /// Appends bytes to the part that was begun last; false where it cannot be written.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    input.append(contentsOf: bytes)
    // What is edited is held until it is whole.
    return edit != nil || input.count < Self.blockSize || pack(.open)
  }

  /// Ends the part that was begun last; false where it cannot be written, or is too large for an
  /// archive of this kind.
  func end() -> Bool {
    guard finishEdit(), pack(.final), let entry = entries.last, entry.size <= UInt32.max,
      entry.packedSize <= UInt32.max
    else { return false }
    // The sizes stand before what they are the sizes of.
    let header = localHeader(of: entry)
    if entry.offset >= flushed {
      output.replaceSubrange(
        entry.offset - flushed..<entry.offset - flushed + header.count, with: header)
      return true
    }
    guard flush() else { return false }
    return header.withUnsafeBytes { bytes in
      pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(entry.offset)) == bytes.count
    }
  }

  /// Makes of a part that was held what it should be, and leaves its end to be packed.
  private func finishEdit() -> Bool {
    guard let edit else { return true }
    self.edit = nil
    guard let (before, after) = edit.apply(input) else { return false }
    if let rows = edit.rows {
      input = before
      guard pack(.aligned), splice(rows) else { return false }
      stream.restart()
    }
    input = after
    return true
  }

  /// Writes what is packed already behind what was packed here.
  private func splice(_ packed: PackedBytes) -> Bool {
    let last = entries.count - 1
    entries[last].checksum = UInt32(
      truncatingIfNeeded: crc32_combine(
        uLong(entries[last].checksum), uLong(packed.checksum), packed.size))
    entries[last].size += packed.size
    entries[last].packedSize += packed.packedSize
    for piece in packed.pieces {
      output.append(contentsOf: piece)
      guard output.count < Self.blockSize || flush() else { return false }
    }
    return true
  }

  /// Writes the directory; false where it cannot be written.
  func finish() -> Bool {
    let start = flushed + output.count
    for entry in entries {
      output.append(little: UInt32(0x0201_4b50))
      output.append(little: Self.version)
      appendCommon(entry, to: &output)
      // No comment, first disk, no attributes.
      output.append(contentsOf: repeatElement(0, count: 10))
      output.append(little: UInt32(truncatingIfNeeded: entry.offset))
      output.append(contentsOf: entry.name)
    }
    let end = flushed + output.count
    guard end <= UInt32.max, entries.count < UInt16.max else { return false }
    output.append(little: UInt32(0x0605_4b50))
    output.append(little: UInt32(0))
    output.append(little: UInt16(entries.count))
    output.append(little: UInt16(entries.count))
    output.append(little: UInt32(end - start))
    output.append(little: UInt32(start))
    output.append(little: UInt16(0))
    return flush()
  }

  // MARK: - Bytes

  private func localHeader(of entry: Entry) -> [UInt8] {
    var header: [UInt8] = []
    header.append(little: UInt32(0x0403_4b50))
    appendCommon(entry, to: &header)
    header.append(contentsOf: entry.name)
    return header
  }

  /// What local headers and the directory say alike, from the version needed to the extra's length.
  private func appendCommon(_ entry: Entry, to bytes: inout [UInt8]) {
    bytes.append(little: Self.version)
    bytes.append(little: UInt16(0))
    bytes.append(little: Self.method)
    bytes.append(little: Self.date)
    bytes.append(little: entry.checksum)
    bytes.append(little: UInt32(truncatingIfNeeded: entry.packedSize))
    bytes.append(little: UInt32(truncatingIfNeeded: entry.size))
    bytes.append(little: UInt16(entry.name.count))
    bytes.append(little: UInt16(0))
  }

  private func pack(_ end: DeflateStream.End) -> Bool {
    let last = entries.count - 1
    entries[last].size += input.count
    let isPacked = input.withUnsafeBytes { bytes in
      entries[last].checksum = libdeflate_crc32(
        entries[last].checksum, bytes.baseAddress, bytes.count)
      return stream.deflate(bytes, end) { packed in
        entries[last].packedSize += packed.count
        output.append(contentsOf: packed)
      }
    }
    input.removeAll(keepingCapacity: true)
    return isPacked && (output.count < Self.blockSize || flush())
  }

  private func flush() -> Bool {
    let isWritten = output.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = write(descriptor, part.baseAddress, part.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    flushed += output.count
    output.removeAll(keepingCapacity: true)
    return isWritten
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
