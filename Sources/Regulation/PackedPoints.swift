/// Points, or none, in the eight bytes of an amount: optional points take sixteen, and a block of 10,000
/// units of 40 criteria holds three million of them.
package struct PackedPoints: Hashable, Sendable {
  private var amount: Int64

  /// No amount of points is that far below zero.
  private static let none = Int64.min

  /// Points, or none.
  package init(_ points: Points?) {
    amount = points?.tenThousandths ?? Self.none
  }

  /// The points; nil where there are none.
  package var points: Points? {
    get { amount == Self.none ? nil : Points(tenThousandths: amount) }
    set { self = PackedPoints(newValue) }
  }
}
