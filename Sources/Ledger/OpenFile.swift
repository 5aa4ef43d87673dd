import Crypto
import Foundation

/// A file that is open to read: it stays what it is, whatever becomes of its name.
///
/// Its bytes are read in pieces, by one task or several, and are never in memory as a whole.
public final class OpenFile: Sendable {
  private let descriptor: Int32
  private let path: String

  /// How many bytes are read at a time.
  private static let pieceSize = 256 << 10

  /// Opens the file at `path`.
  ///
  /// - Throws: `LedgerError.cannotRead`.
  public init(path: String) throws(LedgerError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    guard descriptor >= 0 else { throw .cannotRead(path: path, reason: Durable.reason(errno)) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// How many bytes it has; 0 where that cannot be told.
  public var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Hands its bytes to `take`, piece by piece.
  ///
  /// - Throws: `LedgerError.cannotRead`, or what `take` throws.
  public func read(_ take: ([UInt8]) throws -> Void) throws {
    var offset = 0
    while true {
      let piece = try self.piece(at: offset)
      if piece.isEmpty { return }
      try take(piece)
      offset += piece.count
    }
  }

  /// The SHA-256 of its bytes, each piece of which is handed to `take` as well.
  ///
  /// - Throws: `LedgerError.cannotRead`, or what `take` throws.
  public func hash(
    _ take: ([UInt8]) throws(LedgerError) -> Void = { _ in }
  ) throws(LedgerError) -> ContentHash {
    var hasher = SHA256()
    var offset = 0
    while true {
      let piece = try self.piece(at: offset)
      if piece.isEmpty { return ContentHash(hasher.finalize()) }
      hasher.update(data: piece)
      try take(piece)
      offset += piece.count
    }
  }

  /// The bytes from `offset` on, as many as are read at a time; none at the end.
  private func piece(at offset: Int) throws(LedgerError) -> [UInt8] {
    var failure: Int32?
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { room, count in
      var got = -1
      repeat {
        got = pread(descriptor, room.baseAddress, room.count, off_t(offset))
      } while got < 0 && errno == EINTR
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    if let failure { throw .cannotRead(path: path, reason: Durable.reason(failure)) }
    return piece
  }
}
