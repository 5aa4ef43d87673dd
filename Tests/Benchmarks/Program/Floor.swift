import CLibisal
import CLibzip
import Glibc

/// The least that a reader has to do with a file: inflate its parts and look at every byte once.
///
/// What ISA-L makes of a window is looked over while it is in the cache. A file that is no ZIP is
/// read in pieces.
enum Floor {
  /// The size of a window in bytes.
  private static let window = 128 << 10

  /// A file that cannot be passed over.
  struct Failure: Error {
    let text: String
  }

  /// Passes over the file at `path` and prints how often it found what it looked for.
  static func pass(over path: String) throws {
    var status: CInt = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &status) else {
      print(try lines(of: path))
      return
    }
    defer { zip_discard(archive) }
    var tags = 0
    for index in 0..<zip_get_num_entries(archive, 0) {
      tags += try inflated(zip_uint64_t(index), of: archive)
    }
    print(tags)
  }

  private static func lines(of path: String) throws -> Int {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw Failure(text: "\(path) cannot be opened") }
    defer { close(file) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: window, alignment: 64)
    defer { piece.deallocate() }
    var count = 0
    while true {
      let size = read(file, piece.baseAddress, window)
      guard size >= 0 else { throw Failure(text: "\(path) cannot be read") }
      if size == 0 { return count }
      count += occurrences(of: 0x0A, in: UnsafeRawBufferPointer(rebasing: piece[..<size]))
    }
  }

  private static func inflated(_ index: zip_uint64_t, of archive: OpaquePointer) throws -> Int {
    var entry = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &entry) == 0,
      let file = zip_fopen_index(archive, index, zip_flags_t(ZIP_FL_COMPRESSED))
    else { throw Failure(text: "entry \(index) cannot be read") }
    defer { zip_fclose(file) }
    let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Int(entry.comp_size))
    defer { input.deallocate() }
    guard zip_fread(file, input.baseAddress, entry.comp_size) == entry.comp_size else {
      throw Failure(text: "entry \(index) ends too early")
    }
    guard entry.comp_method == ZIP_CM_DEFLATE else {
      return occurrences(of: UInt8(ascii: "<"), in: UnsafeRawBufferPointer(input))
    }
    let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: window)
    defer {
      state.deallocate()
      output.deallocate()
    }
    isal_inflate_init(state)
    state.pointee.next_in = input.baseAddress
    state.pointee.avail_in = UInt32(input.count)
    var count = 0
    while state.pointee.block_state != ISAL_BLOCK_FINISH {
      state.pointee.next_out = output.baseAddress
      state.pointee.avail_out = UInt32(window)
      guard isal_inflate(state) == ISAL_DECOMP_OK, state.pointee.avail_out < window else {
        throw Failure(text: "entry \(index) is damaged")
      }
      let size = window - Int(state.pointee.avail_out)
      count += occurrences(
        of: UInt8(ascii: "<"),
        in: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(output)[..<size]))
    }
    return count
  }

  private static func occurrences(of byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var rest = bytes.count
    var place = bytes.baseAddress
    while let start = place, let next = memchr(start, CInt(byte), rest) {
      count += 1
      rest -= next - UnsafeMutableRawPointer(mutating: start) + 1
      place = UnsafeRawPointer(next + 1)
    }
    return count
  }
}
