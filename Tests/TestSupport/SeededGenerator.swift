/// A generator that draws the same from a seed, so that a case that fails fails again.
///
/// It is linear congruential, with the constants of Knuth's MMIX.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// The sequence of a seed.
  public init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The next 64 bits, the high halves of two steps: the low bits of such a generator repeat soon.
  public mutating func next() -> UInt64 {
    func step(_ state: inout UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 32
    }
    return step(&state) << 32 | step(&state)
  }

  /// A number below `bound`.
  public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Whether something happens that happens `percent` times in a hundred.
  public mutating func happens(_ percent: Int) -> Bool { below(100) < percent }
}
