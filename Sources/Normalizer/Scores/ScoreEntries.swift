/// What a unit entered, by the criterion's code, in the order of the codes.
///
/// In two arrays of just the size that is needed: a dictionary of 40 criteria takes twice the room,
/// which was 130 MB of 10,000 submissions.
public struct ScoreEntries: Sendable, Hashable {
  /// The codes of the criteria, in their order.
  public private(set) var codes: [String]
  /// What was entered, in the same order.
  public private(set) var values: [ScoreEntry]

  /// The entries of a dictionary.
  public init(_ entries: [String: ScoreEntry]) {
    codes = entries.keys.sorted()
    values = codes.compactMap { entries[$0] }
  }

  /// What was entered for a criterion; nil where there is no row for it.
  public subscript(code: String) -> ScoreEntry? {
    get { place(of: code).map { values[$0] } }
    set {
      let place = insertionPlace(of: code)
      let isThere = place < codes.count && codes[place] == code
      switch (isThere, newValue) {
      case (true, let entry?): values[place] = entry
      case (true, nil):
        codes.remove(at: place)
        values.remove(at: place)
      case (false, let entry?):
        codes.insert(code, at: place)
        values.insert(entry, at: place)
      case (false, nil): break
      }
    }
  }

  /// Where a criterion stands among the entries; nil where there is no row for it.
  public func place(of code: String) -> Int? {
    let place = insertionPlace(of: code)
    return place < codes.count && codes[place] == code ? place : nil
  }

  /// The first place whose code is not below `code`.
  private func insertionPlace(of code: String) -> Int {
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ScoreEntries: RandomAccessCollection {
  /// A criterion's code and what was entered for it.
  public typealias Element = (key: String, value: ScoreEntry)

  /// The first place, 0.
  public var startIndex: Int { 0 }
  /// The place behind the last entry.
  public var endIndex: Int { codes.count }

  /// The entry at a place.
  public subscript(place: Int) -> (key: String, value: ScoreEntry) { (codes[place], values[place]) }
}

extension ScoreEntries: ExpressibleByDictionaryLiteral {
  /// Entries by the codes of their criteria, each once.
  public init(dictionaryLiteral elements: (String, ScoreEntry)...) {
    self.init(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
  }
}
