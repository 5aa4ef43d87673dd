/// Bounds on what a reader takes in, so that no file can exhaust the machine.
public struct Limits: Sendable, Hashable {
  /// The largest size of one inflated part of a container, in bytes.
  public var partBytes: Int
  /// The largest size of all inflated parts of one file together, in bytes.
  public var totalBytes: Int
  /// The most cells that are handed out of one file.
  public var cells: Int
  /// The largest number of entries in a container, and of sheets in a workbook.
  public var entries: Int
  /// How many times larger than its compressed form a part may be, and than the file all parts
  /// together, once they are larger than `ratioFloor`.
  ///
  /// Worksheets inflate ten to forty times, OpenDocument tables of few values up to 170 times; where
  /// all rows say the same, honest ones inflate several hundred times.
  public var ratio: Int
  /// The inflated size, in bytes, up to which tables may be as repetitive as they like.
  ///
  /// They are gone over piece by piece, so that this much takes about a second and no memory. For
  /// what has to be held in memory, 32 MiB is the most that may be so.
  public var ratioFloor: Int
  /// The most hash rounds that are worked out to try passwords on one file; Excel asks for 100,000
  /// a password by default and for 10,000,000 at most.
  public var hashRounds: Int
  /// How deep elements of XML may lie in each other.
  public var nesting: Int
  /// The most shared strings of one workbook.
  public var sharedStrings: Int
  /// The longest text of one cell, in bytes of UTF-8; spreadsheet programs allow 32 767 characters.
  public var cellText: Int
  /// The last column that may hold a value, counted from 1.
  public var columns: Int
  /// The last row that may hold a value, counted from 1; only text files go beyond 1 048 576.
  public var rows: Int

  /// The given bounds; by default wide enough for any sheet that a spreadsheet program opens.
  public init(
    partBytes: Int = 4 << 30, totalBytes: Int = 8 << 30, cells: Int = 200_000_000,
    entries: Int = 100_000, ratio: Int = 200, nesting: Int = 256, sharedStrings: Int = 20_000_000,
    cellText: Int = 16 << 20, columns: Int = 16_384, rows: Int = 100_000_000,
    hashRounds: Int = 10_000_000, ratioFloor: Int = 256 << 20
  ) {
    self.partBytes = partBytes
    self.totalBytes = totalBytes
    self.cells = cells
    self.entries = entries
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.hashRounds = hashRounds
    self.nesting = nesting
    self.sharedStrings = sharedStrings
    self.cellText = cellText
    self.columns = columns
    self.rows = rows
  }

  /// For the score table of one unit: far above any real one, far below what would hurt.
  public static let submission = Limits(
    partBytes: 64 << 20, totalBytes: 128 << 20, cells: 500_000, entries: 10_000,
    sharedStrings: 500_000, cellText: 1 << 20, rows: 1_048_576)
}

extension Limits {
  /// One of the limits, by the name under which a message speaks of it and a person raises it.
  public enum Name: String, Sendable, Hashable, CaseIterable {
    /// `partBytes`
    case partBytes = "part-bytes"
    /// `totalBytes`
    case totalBytes = "total-bytes"
    /// `cells`
    case cells
    /// `entries`
    case entries
    /// `ratio`
    case ratio
    /// `nesting`
    case nesting
    /// `sharedStrings`
    case sharedStrings = "shared-strings"
    /// `cellText`
    case cellText = "cell-text"
    /// `columns`
    case columns
    /// `rows`
    case rows
    /// `hashRounds`
    case hashRounds = "hash-rounds"
  }

  /// The limit of this name.
  public subscript(name: Name) -> Int {
    get { self[keyPath: name.path] }
    set { self[keyPath: name.path] = newValue }
  }
}

extension Limits.Name {
  fileprivate var path: WritableKeyPath<Limits, Int> {
    switch self {
    case .partBytes: \.partBytes
    case .totalBytes: \.totalBytes
    case .cells: \.cells
    case .entries: \.entries
    case .ratio: \.ratio
    case .nesting: \.nesting
    case .sharedStrings: \.sharedStrings
    case .cellText: \.cellText
    case .columns: \.columns
    case .rows: \.rows
    case .hashRounds: \.hashRounds
    }
  }
}

/// A limit that a file exceeds.
public struct ExceededLimit: Hashable, Sendable {
  /// Which one.
  public var name: Limits.Name
  /// What the limit allows.
  public var bound: Int
  /// What the file asks for, or how much of it was met when reading ended.
  public var met: Int

  /// The limit `name`, which allows `bound` where a file has `met`.
  public init(_ name: Limits.Name, bound: Int, met: Int) {
    self.name = name
    self.bound = bound
    self.met = met
  }
}

extension ExceededLimit: CustomStringConvertible {
  /// `part-bytes: 5000000000, at most 4294967296 are read`.
  public var description: String { "\(name.rawValue): \(met), at most \(bound) are read" }
}
