/// Durations as cells hold them: `PT07H30M00S` (XML Schema Part 2, §3.2.6).
enum ODSDuration {
  /// The number of seconds; nil when `bytes` write no duration, or one in months or years, whose
  /// length is not known.
  static func seconds(_ bytes: some Collection<UInt8>) -> Double? {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
    var units: [(letter: UInt8, seconds: Double)] = [(UInt8(ascii: "D"), 86_400)]
    var isInTime = false
    var seconds = 0.0
    var parts = 0
    while let first = rest.first {
      if first == UInt8(ascii: "T"), !isInTime {
        rest = rest.dropFirst()
        isInTime = true
        units = [(UInt8(ascii: "H"), 3600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1)]
        continue
      }
      let digits = rest.prefix { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
      rest = rest.dropFirst(digits.count)
      guard let letter = rest.popFirst(), let number = DecimalText.double(Array(digits)),
        let unit = units.firstIndex(where: { $0.letter == letter })
      else { return nil }
      seconds += number * units[unit].seconds
      parts += 1
      units.removeFirst(unit + 1)
    }
    guard parts > 0 else { return nil }
    return isNegative ? -seconds : seconds
  }
}
