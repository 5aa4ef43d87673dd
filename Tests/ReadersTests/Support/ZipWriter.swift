import CLibdeflate

/// Writes ZIP containers byte by byte, sound ones and odd ones (APPNOTE.TXT 6.3).
struct ZipWriter {
  /// How an entry is written.
  struct Options: OptionSet {
    let rawValue: Int
    /// Stored, not deflated.
    static let stored = Options(rawValue: 1)
    /// Sizes and checksum behind the data, as streaming writers do.
    static let dataDescriptor = Options(rawValue: 2)
    /// Sizes in the ZIP64 extra field.
    static let zip64 = Options(rawValue: 4)
    /// Marked as encrypted.
    static let encrypted = Options(rawValue: 8)
    /// With a checksum that does not fit.
    static let wrongChecksum = Options(rawValue: 16)
    /// Says that it is a byte longer than it is.
    static let wrongSize = Options(rawValue: 32)
  }

  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private var isZip64 = false

  mutating func add(_ name: String, _ content: [UInt8], _ options: Options = []) {
    let data = options.contains(.stored) ? content : Self.deflate(content)
    let checksum =
      content.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
      ^ (options.contains(.wrongChecksum) ? 1 : 0)
    let size = content.count + (options.contains(.wrongSize) ? 1 : 0)
    let flags: UInt16 =
      0x0800 | (options.contains(.dataDescriptor) ? 8 : 0) | (options.contains(.encrypted) ? 1 : 0)
    let method: UInt16 = options.contains(.stored) ? 0 : 8
    let usesZip64 = options.contains(.zip64)
    isZip64 = isZip64 || usesZip64
    let extra: [UInt8] =
      usesZip64
      ? Self.bytes(UInt16(1)) + Self.bytes(UInt16(16)) + Self.bytes(UInt64(size))
        + Self.bytes(UInt64(data.count)) : []
    let sizes =
      usesZip64
      ? Self.bytes(UInt32.max) + Self.bytes(UInt32.max)
      : Self.bytes(UInt32(data.count)) + Self.bytes(UInt32(size))
    let isDeferred = options.contains(.dataDescriptor)
    let common =
      Self.bytes(UInt16(usesZip64 ? 45 : 20)) + Self.bytes(flags) + Self.bytes(method)
      + Self.bytes(UInt32(0x21_0000))
    let nameBytes = Array(name.utf8)
    let offset = body.count
    body += Self.bytes(UInt32(0x0403_4B50)) + common
    body += isDeferred ? [UInt8](repeating: 0, count: 12) : Self.bytes(checksum) + sizes
    body +=
      Self.bytes(UInt16(nameBytes.count)) + Self.bytes(UInt16(extra.count)) + nameBytes + extra
    body += data
    if isDeferred {
      body +=
        Self.bytes(UInt32(0x0807_4B50)) + Self.bytes(checksum)
        + Self.bytes(UInt32(data.count)) + Self.bytes(UInt32(size))
    }
    directory += Self.bytes(UInt32(0x0201_4B50)) + Self.bytes(UInt16(45)) + common
    directory += Self.bytes(checksum) + sizes
    directory += Self.bytes(UInt16(nameBytes.count)) + Self.bytes(UInt16(extra.count))
    directory += [UInt8](repeating: 0, count: 10) + Self.bytes(UInt32(offset)) + nameBytes + extra
    count += 1
  }

  /// The finished container.
  var bytes: [UInt8] {
    var end: [UInt8] = []
    if isZip64 {
      end += Self.bytes(UInt32(0x0606_4B50)) + Self.bytes(UInt64(44)) + Self.bytes(UInt16(45))
      end += Self.bytes(UInt16(45)) + Self.bytes(UInt64(0)) + Self.bytes(UInt64(count))
      end += Self.bytes(UInt64(count)) + Self.bytes(UInt64(directory.count))
      end += Self.bytes(UInt64(body.count))
      end += Self.bytes(UInt32(0x0706_4B50)) + Self.bytes(UInt32(0))
      end += Self.bytes(UInt64(body.count + directory.count)) + Self.bytes(UInt32(1))
    }
    end += Self.bytes(UInt32(0x0605_4B50)) + Self.bytes(UInt32(0))
    end += Self.bytes(UInt16(isZip64 ? .max : UInt16(count)))
    end += Self.bytes(UInt16(isZip64 ? .max : UInt16(count)))
    end += Self.bytes(isZip64 ? .max : UInt32(directory.count))
    end += Self.bytes(isZip64 ? .max : UInt32(body.count)) + Self.bytes(UInt16(0))
    return body + directory + end
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static func deflate(_ content: [UInt8]) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(6) else { return [] }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_deflate_compress_bound(compressor, content.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      count = content.withUnsafeBytes {
        libdeflate_deflate_compress(
          compressor, $0.baseAddress, $0.count, output.baseAddress, bound)
      }
    }
  }
}
