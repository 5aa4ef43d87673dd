/// Names by their words, so that a text is asked only about names that its words can begin.
///
/// A block whose units share their first word («Xã», «Đơn vị») has all its names under it: looking
/// through them took 12 of the 133 s of processor time that 10,000 units took, and grew with the square
/// of their number.
struct NameIndex: Sendable {
  private let unitsByName: [String: Set<String>]
  /// How many words names have that begin with a word, the most first.
  private let counts: [String: [Int]]

  /// An index of names, given as keys of words with one space between them.
  init(_ names: [(key: String, units: Set<String>)]) {
    var unitsByName: [String: Set<String>] = [:]
    var counts: [String: Set<Int>] = [:]
    for (key, units) in names {
      let words = key.split(separator: " ")
      guard let first = words.first else { continue }
      unitsByName[key, default: []].formUnion(units)
      counts[String(first), default: []].insert(words.count)
    }
    self.unitsByName = unitsByName
    self.counts = counts.mapValues { $0.sorted(by: >) }
  }

  /// The longest name whose words stand at a position: its units, and how many words it has.
  func longestName(in words: [String], at position: Int) -> (units: Set<String>, count: Int)? {
    for count in counts[words[position]] ?? [] where position + count <= words.count {
      let name = words[position..<position + count].joined(separator: " ")
      if let units = unitsByName[name] { return (units, count) }
    }
    return nil
  }
}
