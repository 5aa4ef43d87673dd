/// Eight bytes of text looked at as one number.
///
/// Finding one byte of eight this way takes a handful of instructions and no branch.
struct ByteWord {
  private let word: UInt64

  /// The eight bytes at `address`.
  @inline(__always)
  init(at address: UnsafePointer<UInt8>) {
    word = UInt64(
      littleEndian: UnsafeRawPointer(address).loadUnaligned(as: UInt64.self))
  }

  /// The highest bit of every byte that is `byte`, exactly.
  @inline(__always)
  func bits(equalTo byte: UInt8) -> UInt64 {
    let difference = word ^ (Self.ones &* UInt64(byte))
    let low = (difference & Self.sevens) &+ Self.sevens
    return ~(low | difference | Self.sevens)
  }

  /// The highest bit of every byte that is no ASCII.
  @inline(__always)
  var bitsBeyondASCII: UInt64 { word & Self.highs }

  /// The highest bit of every byte below 0x20, exactly.
  @inline(__always)
  var bitsOfControls: UInt64 {
    // Adding 0x60 to the lower seven bits carries into the eighth from 0x20 on.
    ~(((word & Self.sevens) &+ (Self.ones &* 0x60)) | word) & Self.highs
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let highs: UInt64 = 0x8080_8080_8080_8080
}
