#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A code page that the C library converts (POSIX `iconv`): those of Central Europe, Greece, Russia,
/// East Asia and so on, and those of the Macintosh.
struct SystemCodePage {
  private let name: String

  /// The page of a number; nil when the C library does not have it.
  init?(_ number: UInt16) {
    switch number {
    case 1200, 1201, 65_000, 65_001: return nil
    case 10_000, 0x8000: name = "MACINTOSH"
    default: name = "CP\(number)"
    }
    guard Conversion(from: name) != nil else { return nil }
  }

  /// The text that `bytes` write; what is none in the page becomes U+FFFD.
  func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard let conversion = Conversion(from: name) else {
      return String(repeating: "\u{FFFD}", count: bytes.count)
    }
    return conversion.decode(Array(bytes))
  }
}

/// One conversion to UTF-8: it has a state, so that each text gets its own.
private final class Conversion {
  private let descriptor: iconv_t

  init?(from name: String) {
    guard let descriptor = iconv_open("UTF-8", name), descriptor != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.descriptor = descriptor
  }

  deinit {
    iconv_close(descriptor)
  }

  func decode(_ bytes: [UInt8]) -> String {
    var source = bytes.map { CChar(bitPattern: $0) }
    var text: [UInt8] = []
    var done = 0
    while done < source.count {
      var left = source.count - done
      // No character of these pages takes more than three bytes of UTF-8 a byte.
      var room = 4 * left + 16
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        buffer.withMemoryRebound(to: CChar.self) { target in
          source.withUnsafeMutableBufferPointer { source in
            var from = source.baseAddress.map { $0 + done }
            var to = target.baseAddress
            let capacity = room
            _ = iconv(descriptor, &from, &left, &to, &room)
            count = capacity - room
          }
        }
      }
      text += piece
      done = source.count - left
      guard left > 0 else { break }
      text += UTF8.encodedReplacementCharacter
      done += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
