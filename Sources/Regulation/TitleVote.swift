/// What the council's ballots said of a unit, or of one of its people, and a title (sheet Bỏ phiếu).
public struct TitleVote: Sendable, Hashable {
  /// The unit's code.
  public var unit: String
  /// The title's name.
  public var title: String
  /// The ballots; nil where no vote was held.
  public var ballots: Ballots?
  /// Cá nhân: whom of the unit's nominees the row is about; nil for the unit as a whole.
  public var person: String?
  /// Xin rút: the unit withdrew, and its place passes to the next.
  public var isWithdrawn = false

  /// A row of the sheet without ballots.
  public init(unit: String, title: String) {
    self.unit = unit
    self.title = title
  }

  /// Ballots counted.
  public struct Ballots: Sendable, Hashable {
    /// Phiếu thu về.
    public var cast: Int
    /// Đồng ý, at most `cast`.
    public var inFavour: Int

    /// Ballots counted.
    public init(cast: Int, inFavour: Int) {
      self.cast = cast
      self.inFavour = inFavour
    }

    /// Whether at least `percent` of the votes cast agree; no votes confirm nothing.
    public func confirm(percent: Quantity) -> Bool {
      cast > 0 && Fraction(inFavour) * Fraction(100) >= percent.fraction * Fraction(cast)
    }
  }
}
