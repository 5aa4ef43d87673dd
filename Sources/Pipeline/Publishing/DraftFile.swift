import Crypto
import Foundation
import Ledger

/// Writes a draft piece by piece, and hashes it meanwhile: neither its bytes nor those of the file are
/// asked for again.
enum DraftFile {
  /// Writes a new file at `path`: `body` is given what takes its pieces.
  ///
  /// - Returns: the SHA-256 of its bytes.
  /// - Throws: `POSIXError`, or what `body` throws.
  static func write(
    to path: String, _ body: (_ take: ([UInt8]) throws -> Void) throws -> Void
  ) throws -> ContentHash {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    var hasher = SHA256()
    try body { piece in
      hasher.update(data: piece)
      try write(piece, to: descriptor)
    }
    return ContentHash(hasher.finalize())
  }

  private static func write(_ piece: [UInt8], to descriptor: Int32) throws {
    try piece.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes {
          Foundation.write(descriptor, $0.baseAddress, $0.count)
        }
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if written == 0 || errno != EINTR {
          throw failure(written == 0 ? EIO : errno)
        }
      }
    }
  }

  private static func failure(_ code: Int32) -> POSIXError {
    POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO)
  }
}
