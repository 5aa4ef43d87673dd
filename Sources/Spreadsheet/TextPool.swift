/// Strings by their bytes, so that a text that recurs is made once and found again by its memory.
///
/// It forgets: a text has four places it may be kept at, and the one that came last takes the place of
/// another. So it stays as small as it is, whatever a file holds.
package final class TextPool {
  private var strings: [String]
  private var hashes: [UInt64]
  private var turn = 0

  private static let ways = 4
  private static let sets = 512
  /// Texts of this many bytes of UTF-8 need no memory besides themselves.
  private static let inlineBytes = 15
  /// Longer texts do not recur.
  private static let longest = 512

  /// A pool without strings.
  package init() {
    strings = Array(repeating: "", count: Self.ways * Self.sets)
    hashes = Array(repeating: 0, count: Self.ways * Self.sets)
  }

  /// The string of some bytes of UTF-8.
  package func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.count > Self.inlineBytes, bytes.count <= Self.longest else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let hash = Self.hash(bytes)
    let first = Int(truncatingIfNeeded: hash % UInt64(Self.sets)) * Self.ways
    for index in first..<first + Self.ways
    where hashes[index] == hash && Self.holds(strings[index], bytes) {
      return strings[index]
    }
    let string = String(decoding: bytes, as: UTF8.self)
    turn = (turn + 1) % Self.ways
    strings[first + turn] = string
    hashes[first + turn] = hash
    return string
  }

  private static func holds(_ string: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    string.utf8.count == bytes.count
      && string.utf8.withContiguousStorageIfAvailable {
        UnsafeRawBufferPointer($0).holdsSame(as: UnsafeRawBufferPointer(bytes))
      } == true
  }

  /// Mixes eight bytes at a time.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(raw.count) &* 0x9E37_79B9_7F4A_7C15
    // There are more than eight bytes; the last eight may overlap those before.
    var position = 0
    while position < raw.count {
      let start = min(position, raw.count - 8)
      let word = raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = product.high ^ product.low
      position += 8
    }
    return hash
  }
}
