/// Bounds on what a reader takes in, so that no file can exhaust the machine.
public struct Limits: Sendable, Hashable {
  /// The largest size of one inflated part of a container, in bytes.
  public var partBytes: Int
  /// The largest size of all inflated parts of one file together, in bytes.
  public var totalBytes: Int
  /// The most cells that are handed out of one file.
  public var cells: Int
  /// The largest number of entries in a container.
  public var entries: Int
  /// How many times larger than its compressed form a part may be; parts up to `ratioFloor` bytes
  /// may be as repetitive as they like.
  public var ratio: Int
  /// The most hash rounds that are worked out to try passwords on one file; Excel asks for 100,000
  /// a password by default and for 10,000,000 at most.
  public var hashRounds: Int

  /// The inflated size, in bytes, from which `ratio` counts.
  public static let ratioFloor = 32 << 20

  /// The given bounds; by default wide enough for a sheet of a million rows.
  public init(
    partBytes: Int = 4 << 30, totalBytes: Int = 8 << 30, cells: Int = 200_000_000,
    entries: Int = 100_000, ratio: Int = 500, hashRounds: Int = 10_000_000
  ) {
    self.partBytes = partBytes
    self.totalBytes = totalBytes
    self.cells = cells
    self.entries = entries
    self.ratio = ratio
    self.hashRounds = hashRounds
  }

  /// For the score table of one unit: far above any real one, far below what would hurt.
  public static let submission = Limits(
    partBytes: 256 << 20, totalBytes: 512 << 20, cells: 2_000_000, entries: 10_000)
}
