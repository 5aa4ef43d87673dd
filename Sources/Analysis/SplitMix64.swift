/// The generator SplitMix64: a 64-bit counter whose steps are mixed.
///
/// By Guy Steele, Doug Lea and Christine Flood, “Fast Splittable Pseudorandom Number Generators”,
/// OOPSLA 2014.
///
/// A seed gives the same numbers on every machine and with every version of the compiler, which the
/// standard library promises of none of its own.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The sequence of a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from −`reach` to `reach`, each as likely as the others but for less than one in
  /// 2⁶⁴ ÷ (2 × `reach` + 1): the high half of the next number times the count of numbers.
  public mutating func next(within reach: Int64) -> Int64 {
    guard reach > 0 else { return 0 }
    let count = UInt64(reach) * 2 + 1
    return Int64(next().multipliedFullWidth(by: count).high) - reach
  }
}
