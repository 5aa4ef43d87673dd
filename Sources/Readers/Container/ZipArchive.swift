import CLibzip

/// A ZIP container, read through libzip (central directory, ZIP64 and data descriptors included), and
/// without it where `ZipDirectory` knows its form.
package final class ZipArchive {
  /// What the central directory says of an entry.
  package struct Entry {
    /// The index in the central directory.
    package let index: UInt64
    /// The name as stored.
    package let name: String
    /// The size once inflated, in bytes.
    package let size: UInt64
    /// The size as stored, in bytes.
    package let compressedSize: UInt64
    package let checksum: UInt32
    package let method: Method
    package let isEncrypted: Bool
  }

  package enum Method {
    case stored, deflated, other
  }

  /// The container's bytes; empty where it is read from its file.
  private let bytes: [UInt8]
  /// What is known without libzip; nil where libzip is asked.
  private let directory: ZipDirectory?
  /// libzip's reader, once it is needed.
  private var handle: OpaquePointer?
  /// A copy of the bytes, which libzip reads from as long as it is open.
  private var memory: UnsafeMutableRawBufferPointer?
  /// The size of the container.
  let byteCount: Int

  /// Opens the container that `bytes` hold.
  ///
  /// - Throws: `PartFault` when they hold none, or a damaged one.
  package convenience init(bytes: [UInt8]) throws {
    try self.init(bytes: bytes, usesDirectory: true)
  }

  /// Opens the container that `bytes` hold.
  ///
  /// - Parameter usesDirectory: whether to do without libzip where that is possible.
  /// - Throws: `PartFault` when they hold none, or a damaged one.
  init(bytes: [UInt8], usesDirectory: Bool) throws {
    self.bytes = bytes
    byteCount = bytes.count
    directory = usesDirectory ? ZipDirectory(bytes) : nil
    if directory == nil { _ = try opened() }
  }

  /// Opens the container in the file at `path`, of which no more is held than what is read.
  ///
  /// - Throws: `PartFault` when it holds none, or a damaged one.
  init(path: String) throws {
    var size: UInt64 = 0
    bytes = []
    directory = nil
    handle = try Self.open { error in
      let source = zip_source_file_create(path, 0, -1, error)
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      if let source, zip_source_stat(source, &stat) == 0 { size = stat.size }
      return source
    }
    byteCount = Int(clamping: size)
  }

  /// libzip's reader of the container.
  ///
  /// - Throws: `PartFault` where it finds a damaged one.
  private func opened() throws -> OpaquePointer {
    if let handle { return handle }
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(bytes.count, 1), alignment: 1)
    memory.copyBytes(from: bytes)
    do {
      let handle = try Self.open {
        zip_source_buffer_create(memory.baseAddress, zip_uint64_t(bytes.count), 0, $0)
      }
      (self.handle, self.memory) = (handle, memory)
      return handle
    } catch {
      memory.deallocate()
      throw error
    }
  }

  private static func open(
    _ source: (UnsafeMutablePointer<zip_error_t>) -> OpaquePointer?
  ) throws -> OpaquePointer {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = source(&error) else {
      throw PartFault("damaged ZIP container: \(text(&error))")
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw PartFault("damaged ZIP container: \(text(&error))")
    }
    return handle
  }

  deinit {
    if let handle { zip_discard(handle) }
    memory?.deallocate()
  }

  /// The number of entries.
  var count: Int {
    directory?.entries.count ?? handle.map { max(0, Int(zip_get_num_entries($0, 0))) } ?? 0
  }

  /// The entries in the order of the central directory.
  ///
  /// - Throws: `PartFault` when one cannot be described.
  package func entries() throws -> [Entry] {
    if let directory { return directory.entries }
    let handle = try opened()
    return try (0..<zip_uint64_t(count)).map { index in
      guard let name = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW)) else {
        throw PartFault("damaged ZIP container: \(lastError)")
      }
      var stat = zip_stat_t()
      zip_stat_init(&stat)
      guard zip_stat_index(handle, index, 0, &stat) == 0 else {
        throw PartFault("damaged ZIP container: \(lastError)")
      }
      let method: Method =
        switch Int32(stat.comp_method) {
        case ZIP_CM_STORE: .stored
        case ZIP_CM_DEFLATE: .deflated
        default: .other
        }
      return Entry(
        index: index, name: String(cString: name), size: stat.size,
        compressedSize: stat.comp_size, checksum: stat.crc, method: method,
        isEncrypted: stat.encryption_method != zip_uint16_t(ZIP_EM_NONE))
    }
  }

  /// The bytes of an entry as they are stored, not inflated.
  ///
  /// - Throws: `PartFault` when they cannot be read.
  func storedBytes(of entry: Entry) throws -> [UInt8] {
    if let place = place(of: entry) { return Array(bytes[place]) }
    return try read(entry, size: Int(entry.compressedSize), flags: zip_flags_t(ZIP_FL_COMPRESSED))
  }

  /// The bytes of an entry, inflated and checked by libzip itself.
  ///
  /// - Throws: `PartFault` when they cannot be read or fail their checksum.
  package func bytes(of entry: Entry) throws -> [UInt8] {
    if entry.method == .stored, let place = place(of: entry) {
      let stored = Array(bytes[place])
      if Inflater.checksum(of: stored) == entry.checksum { return stored }
    }
    return try read(entry, size: Int(entry.size), flags: 0)
  }

  /// Calls `body` with the bytes of an entry as they are stored; nil where libzip alone can read them.
  func withStoredBytes<Result>(
    of entry: Entry, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result? {
    guard let place = place(of: entry) else { return nil }
    return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[place])) }
  }

  private func place(of entry: Entry) -> Range<Int>? {
    directory.map { $0.places[Int(entry.index)] }
  }

  private func read(_ entry: Entry, size: Int, flags: zip_flags_t) throws -> [UInt8] {
    guard let file = zip_fopen_index(try opened(), entry.index, flags) else {
      throw PartFault("damaged ZIP entry: \(lastError)")
    }
    defer { zip_fclose(file) }
    var failure: String?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      while count < size {
        let read = zip_fread(
          file, output.baseAddress.map { $0 + count }, zip_uint64_t(size - count))
        if read <= 0 {
          failure = read < 0 ? Self.text(zip_file_get_error(file)) : "it ends too early"
          return
        }
        count += Int(read)
      }
      // The checksum is compared where the end is reached, so one more byte is asked for.
      var surplus: UInt8 = 0
      let read = zip_fread(file, &surplus, 1)
      if read != 0 {
        failure = read < 0 ? Self.text(zip_file_get_error(file)) : "it is longer than it says"
      }
    }
    if let failure { throw PartFault("damaged ZIP entry: \(failure)") }
    return bytes
  }

  private var lastError: String { Self.text(handle.map { zip_get_error($0) }) }

  fileprivate static func text(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    guard let error, let text = zip_error_strerror(error) else { return "unknown" }
    return String(cString: text)
  }
}

/// Hands out an entry of a container in a file as it is stored, piece by piece.
///
/// It opens the file for itself: one handle of libzip serves one thread.
final class ZipEntryStream: CompressedSource {
  private let archive: ZipArchive
  private let file: OpaquePointer

  /// A reader of the entry `index` of the container at `path`.
  ///
  /// - Throws: `PartFault` when it cannot be opened.
  init(path: String, entry index: UInt64) throws {
    archive = try ZipArchive(path: path)
    file = try archive.openStored(index)
  }

  deinit { zip_fclose(file) }

  func next() throws -> ArraySlice<UInt8> {
    var failure: String?
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { output, count in
      let read = zip_fread(file, output.baseAddress, zip_uint64_t(output.count))
      if read < 0 { failure = ZipArchive.text(zip_file_get_error(file)) }
      count = max(0, Int(read))
    }
    if let failure { throw PartFault("damaged ZIP entry: \(failure)") }
    return piece[...]
  }

  private static let pieceSize = 64 << 10
}

extension ZipArchive {
  /// Opens an entry to be read as it is stored.
  fileprivate func openStored(_ index: UInt64) throws -> OpaquePointer {
    guard let file = zip_fopen_index(try opened(), index, zip_flags_t(ZIP_FL_COMPRESSED)) else {
      throw PartFault("damaged ZIP entry: \(lastError)")
    }
    return file
  }
}
