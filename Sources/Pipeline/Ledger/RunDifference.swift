public import Ledger

/// What changed between two runs of a block, and why.
public struct RunDifference: Codable, Sendable, Hashable {
  /// A value before and after; nil where there was none.
  public struct Change: Codable, Sendable, Hashable {
    /// The value in the earlier run.
    public var before: String?
    /// The value in the later run.
    public var after: String?
  }

  /// What changed of one unit.
  public struct Unit: Codable, Sendable, Hashable {
    /// The unit's code.
    public var code: String
    /// Its name.
    public var name: String
    /// Its status, a raw value of `UnitStatus`.
    public var status: Change?
    /// Its rank.
    public var rank: Change?
    /// Its total, in points.
    public var total: Change?
    /// Its class.
    public var className: Change?
    /// Its proposed titles, joined by `; `.
    public var titles: Change?
    /// The file that counted.
    public var file: Change?
    /// The criteria whose counted points changed.
    public var scores: [Score] = []
    /// The codes of findings that came or went.
    public var findings: [Change] = []

    var isEmpty: Bool {
      [status, rank, total, className, titles, file].allSatisfy { $0 == nil } && scores.isEmpty
        && findings.isEmpty
    }
  }

  /// What changed of one score.
  public struct Score: Codable, Sendable, Hashable {
    /// The criterion's code.
    public var criterion: String
    /// The counted points.
    public var counted: Change
  }

  /// The number of the earlier run.
  public var from: Int
  /// The number of the later run.
  public var to: Int
  /// The regulation's fingerprint, where it changed.
  public var regulation: Change?
  /// The version of the program, where it changed.
  public var version: Change?
  /// The units of which anything changed, in the order of the later run.
  public var units: [Unit]

  /// Compares two runs of a ledger.
  ///
  /// - Throws: `LedgerError.noRun`, `.objectDamaged`.
  public init(from first: Int, to second: Int, in ledger: Ledger) throws(LedgerError) {
    let (one, other) = (try ledger.run(first).run, try ledger.run(second).run)
    guard let before = RunResult(try ledger.archive.bytes(of: one.result)) else {
      throw .objectDamaged(one.result)
    }
    guard let after = RunResult(try ledger.archive.bytes(of: other.result)) else {
      throw .objectDamaged(other.result)
    }
    (from, to) = (first, second)
    regulation = Self.change(one.regulation, other.regulation)
    version = Self.change(one.version, other.version)
    let old = Dictionary(
      before.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let gone = before.units.filter { new[$0.code] == nil }
    units = (after.units + gone).map { unit in
      var change = Self.unit(old[unit.code], new[unit.code], named: unit)
      change.findings = Self.findings(of: unit.code, before, after)
      return change
    }.filter { !$0.isEmpty }
  }

  private static func unit(
    _ old: RunResult.Unit?, _ new: RunResult.Unit?, named unit: RunResult.Unit
  ) -> Unit {
    var change = Unit(code: unit.code, name: unit.name)
    change.status = Self.change(old?.status, new?.status)
    change.rank = Self.change(old?.rank.map(String.init), new?.rank.map(String.init))
    change.total = Self.change(old?.total, new?.total)
    change.className = Self.change(old?.class, new?.class)
    change.titles = Self.change(
      old?.titles.joined(separator: "; "), new?.titles.joined(separator: "; "))
    if old?.source?.sha256 != new?.source?.sha256 {
      change.file = Change(before: old?.source?.file, after: new?.source?.file)
    }
    let points = Dictionary(
      (old?.scores ?? []).map { ($0.criterion, $0.counted) }, uniquingKeysWith: { one, _ in one })
    let current = Set((new?.scores ?? []).map(\.criterion))
    let all = (new?.scores ?? []) + (old?.scores ?? []).filter { !current.contains($0.criterion) }
    for score in all {
      let counted = current.contains(score.criterion) ? score.counted : nil
      if let difference = Self.change(points[score.criterion] ?? nil, counted) {
        change.scores.append(Score(criterion: score.criterion, counted: difference))
      }
    }
    return change
  }

  private static func findings(
    of unit: String, _ before: RunResult, _ after: RunResult
  ) -> [Change] {
    let old = Set(before.findings.filter { $0.unit == unit })
    let new = Set(after.findings.filter { $0.unit == unit })
    func words(_ findings: Set<RunResult.Finding>) -> [String] {
      findings.map { [$0.code, $0.cell].compactMap { $0 }.joined(separator: " ") }.sorted()
    }
    return words(old.subtracting(new)).map { Change(before: $0, after: nil) }
      + words(new.subtracting(old)).map { Change(before: nil, after: $0) }
  }

  private static func change(_ before: String?, _ after: String?) -> Change? {
    before == after ? nil : Change(before: before, after: after)
  }
}
