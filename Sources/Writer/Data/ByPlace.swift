/// What follows from a criterion's code, remembered by the place that its score has among a unit's.
///
/// Units of one group have their scores in the same places: one comparison finds what a dictionary
/// would be asked for 400,000 times in 10,000 units.
struct ByPlace<Value> {
  private var known: [(code: String, value: Value)] = []
  private let make: (String) -> Value

  /// Remembers nothing yet of what `make` says of a code.
  init(_ make: @escaping (String) -> Value) {
    self.make = make
  }

  /// What is said of the code of the score at `place`, from 0.
  mutating func value(of code: String, at place: Int) -> Value {
    if place < known.count, known[place].code == code { return known[place].value }
    let value = make(code)
    if place < known.count {
      known[place] = (code, value)
    } else if place == known.count {
      known.append((code, value))
    }
    return value
  }
}
