/// Points, or none, in the eight bytes of an amount: optional points take sixteen, and a block of 10,000
/// units of 40 criteria holds three million of them.
///
/// As the wrapper of a property it is out of sight.
@propertyWrapper public struct PackedPoints: Hashable, Sendable {
  private var amount: Int64

  /// No amount of points is that far below zero.
  private static let none = Int64.min

  /// Points, or none.
  public init(wrappedValue points: Points?) {
    amount = points?.tenThousandths ?? Self.none
  }

  /// The points; nil where there are none.
  public var wrappedValue: Points? {
    get { amount == Self.none ? nil : Points(tenThousandths: amount) }
    set { self = PackedPoints(wrappedValue: newValue) }
  }
}
