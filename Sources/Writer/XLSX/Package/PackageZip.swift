internal import CLibdeflate
internal import CLibisal
import Glibc

/// The zip archive of a workbook, written part by part (APPNOTE.TXT 6.3.10): isa-l compresses.
///
/// libxlsxwriter packs through minizip and with it through zlib, at a level that it does not let
/// anybody choose. For 10,000 units zlib took 31 of the 133 s of processor time that a consolidation took
/// (`perf record`); isa-l's level 1 packs 229 MB of such XML in 0.16 s, into 27 MB instead of 21.
final class PackageZip {
  private let descriptor: Int32
  private var output: [UInt8] = []
  private var flushed = 0
  private var entries: [Entry] = []
  private var input: [UInt8] = []
  private let stream: UnsafeMutablePointer<isal_zstream>
  private let levelBuffer: UnsafeMutableBufferPointer<UInt8>
  private let room: UnsafeMutableBufferPointer<UInt8>
  private var edit: FirstPageEdit?
  private let editedParts: Set<String>

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
  /// - Parameter editedParts: the names of the sheets whose first page has no number.
  init?(path: String, editedParts: Set<String>) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.editedParts = editedParts
    stream = .allocate(capacity: 1)
    stream.initialize(to: isal_zstream())
    levelBuffer = .allocate(capacity: Self.levelBufferSize)
    room = .allocate(capacity: Self.blockSize)
  }

  deinit {
    close(descriptor)
    stream.deallocate()
    levelBuffer.deallocate()
    room.deallocate()
  }

  /// What isa-l's level 1 works with, its large size: igzip_lib.h computes it in a macro that Swift
  /// does not see.
  private static let levelBufferSize = (4 + 2 * 8 + 4 * 64) * 1024

  /// Begins a part.
  func begin(_ name: String) {
    entries.append(Entry(name: Array(name.utf8), offset: flushed + output.count))
    edit = editedParts.contains(name) ? FirstPageEdit() : nil
    output.append(contentsOf: localHeader(of: entries[entries.count - 1]))
    isal_deflate_init(stream)
    stream.pointee.level = 1
    stream.pointee.level_buf = levelBuffer.baseAddress
    stream.pointee.level_buf_size = UInt32(Self.levelBufferSize)
    stream.pointee.flush = UInt16(NO_FLUSH)
  }

  /// Appends bytes to the part that was begun last; false where it cannot be written.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if edit != nil {
      edit?.take(bytes, into: &input)
    } else {
      input.append(contentsOf: bytes)
    }
    return input.count < Self.blockSize || pack(isLast: false)
  }

  /// Ends the part that was begun last; false where it cannot be written, or is too large for an
  /// archive of this kind.
  func end() -> Bool {
    edit?.finish(into: &input)
    edit = nil
    guard pack(isLast: true), let entry = entries.last, entry.size <= UInt32.max,
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

  private func pack(isLast: Bool) -> Bool {
    let count = input.count
    let last = entries.count - 1
    entries[last].size += count
    entries[last].checksum = input.withUnsafeBytes {
      libdeflate_crc32(entries[last].checksum, $0.baseAddress, count)
    }
    let isPacked = input.withUnsafeMutableBufferPointer { bytes in
      stream.pointee.next_in = bytes.baseAddress
      stream.pointee.avail_in = UInt32(count)
      stream.pointee.end_of_stream = isLast ? 1 : 0
      repeat {
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        guard isal_deflate(stream) == COMP_OK else { return false }
        let packed = room.count - Int(stream.pointee.avail_out)
        entries[last].packedSize += packed
        output.append(contentsOf: room[..<packed])
      } while stream.pointee.avail_out == 0 || stream.pointee.avail_in > 0
      return true
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
