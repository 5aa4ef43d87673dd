/// What may be typed into a cell.
enum CellRule: Hashable {
  /// Anything: the hint alone is shown.
  case anything
  /// A number within bounds.
  case decimal(ClosedRange<Double>)
  /// A number that is not negative.
  case decimalFromZero
  /// A whole number that is not negative.
  case wholeFromZero
  /// One of a few texts without commas, 255 characters together at most.
  case list([String])
  /// What makes a formula true, written for the first cell.
  case formula(String)
}

/// What a program says about a cell when it is entered, and again when something else is typed.
struct CellHint: Hashable {
  /// The first 32 characters are shown.
  var title: String
  /// The first 255 characters are shown.
  var text: String
}
