import Language
import Regulation
import Spreadsheet

/// The maximum that a criteria table states, however it is written.
struct DraftMaximum {
  /// The points, without their sign.
  var points: Points
  /// Whether they were negative.
  var isNegative: Bool
  /// Whether a sentence had to be read: `tối đa 10 điểm`, `0-10`.
  var isGuessed: Bool

  /// Reads a cell; nil where it states no number.
  init?(_ value: CellValue) {
    switch ScoreText.read(value, maximum: Quantity(100_000), signDoesNotMatter: true) {
    case .number(let quantity):
      guard let points = Points(quantity) else { return nil }
      self.init(points: points.magnitude, isNegative: points < .zero, isGuessed: false)
    default:
      guard case .text(let text) = value else { return nil }
      // The largest number of a text is the most that can be had.
      let numbers = text.split { !($0.isNumber || $0 == "," || $0 == ".") }
        .compactMap { part -> Points? in
          let trimmed = part.trimming { ",.".contains($0) }
          guard case .number(let quantity) = NumberText(trimmed) else { return nil }
          return Points(quantity)
        }
      guard let largest = numbers.max() else { return nil }
      self.init(points: largest, isNegative: false, isGuessed: true)
    }
  }

  private init(points: Points, isNegative: Bool, isGuessed: Bool) {
    self.points = points
    self.isNegative = isNegative
    self.isGuessed = isGuessed
  }
}

extension Substring {
  /// The text without the characters at both ends for which `isDropped` holds.
  fileprivate func trimming(_ isDropped: (Character) -> Bool) -> Substring {
    var rest = self
    while let first = rest.first, isDropped(first) { rest.removeFirst() }
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
