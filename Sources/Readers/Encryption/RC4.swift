/// RC4, the stream cipher of Office 97 to 2003.
///
/// It protects nothing any more, so that libraries left it out; here it only opens what others
/// closed with it.
struct RC4 {
  private var state: [UInt8] = Array(0...255)
  private var first: UInt8 = 0
  private var second: UInt8 = 0

  /// The cipher under `key`, which must have a byte at least.
  init(key: [UInt8]) {
    var other: UInt8 = 0
    for index in 0..<256 {
      other = other &+ state[index] &+ key[index % key.count]
      state.swapAt(index, Int(other))
    }
  }

  /// Encrypts or decrypts the bytes in `range`, the next ones of the stream.
  mutating func apply(to bytes: inout [UInt8], in range: Range<Int>) {
    for index in range {
      first &+= 1
      second &+= state[Int(first)]
      state.swapAt(Int(first), Int(second))
      bytes[index] ^= state[Int(state[Int(first)] &+ state[Int(second)])]
    }
  }
}
