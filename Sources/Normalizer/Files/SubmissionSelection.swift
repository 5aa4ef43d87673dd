import Language
public import Regulation
import Spreadsheet

/// Decides which file of each unit counts, when units send more than one.
///
/// `Tệp dùng` decides; else the time of the mail; else the version in the file's name. The file
/// system's times decide nothing: different files in no known order leave the unit pending.
public struct SubmissionSelection: Sendable {
  /// The table that counts, by unit code.
  public internal(set) var tables: [String: ScoreTable] = [:]
  /// What the file that counts says beside the scores, by unit code.
  public private(set) var dossiers: [String: Dossier] = [:]
  /// The units whose files contradict each other.
  public private(set) var conflicting: Set<String> = []
  /// The units that sent something, none of which can be used.
  public private(set) var unusable: Set<String> = []
  /// The units whose files all came too late for a regulation that refuses late ones.
  public private(set) var refused: Set<String> = []
  /// What the lateness of the file that counts costs its unit, by unit code.
  public private(set) var lateDeductions: [String: Points] = [:]
  /// What became of each file, by its path.
  public private(set) var verdicts: [String: FileVerdict] = [:]
  /// The findings about versions and copies.
  public internal(set) var findings: [Finding] = []
  /// The criteria that appraisers gave a score to use, with what counts.
  var scored: [ScoredCriterion: Points] = [:]

  private struct Candidate {
    var file: NormalizedFile
    var table: ScoreTable
    var fileName: FileName { FileName(path: file.name) }
    var received: ReceivedTime? { file.received.flatMap(ReceivedTime.init) }
  }

  /// Chooses among files, given in the order of their paths.
  public init(_ files: [NormalizedFile], regulation: Regulation) {
    var candidates: [String: [Candidate]] = [:]
    for file in files {
      for table in file.tables {
        candidates[table.unit, default: []].append(Candidate(file: file, table: table))
      }
      if let verdict = file.verdictWithoutTables {
        verdicts[file.path] = verdict
        if let unit = file.unit { unusable.insert(unit) }
      }
    }
    for unit in regulation.units {
      guard let all = candidates[unit.code] else { continue }
      unusable.remove(unit.code)
      choose(among: all, unit: unit, regulation: regulation)
    }
    reportCopies(regulation)
  }

  private mutating func choose(
    among all: [Candidate], unit: MemberUnit, regulation: Regulation
  ) {
    var candidates: [Candidate] = []
    for candidate in earliestFirst(all) {
      if let first = candidates.first(where: { $0.file.sha256 == candidate.file.sha256 }) {
        verdicts[candidate.file.path] = .duplicate
        findings.append(
          Finding(
            .duplicateSubmission, .info, unit: unit.code, file: candidate.file.path,
            action: first.file.path, arguments: ["other": first.file.path]))
      } else {
        candidates.append(candidate)
      }
    }
    candidates = inTime(candidates, unit: unit, block: regulation.block)
    guard !candidates.isEmpty else {
      refused.insert(unit.code)
      return
    }
    guard let chosen = chosen(among: candidates, unit: unit, regulation: regulation) else {
      conflicting.insert(unit.code)
      for candidate in candidates {
        verdicts[candidate.file.path] = .waiting
        let others = candidates.filter { $0.file.path != candidate.file.path }.map(\.file.path)
        findings.append(
          Finding(
            .versionConflict, .error, unit: unit.code, file: candidate.file.path,
            arguments: ["other": others.joined(separator: "; ")]))
      }
      return
    }
    tables[unit.code] = chosen.table
    dossiers[unit.code] = chosen.file.dossiers[unit.code]
    for candidate in candidates where candidate.file.path != chosen.file.path {
      verdicts[candidate.file.path] = .superseded
      findings.append(
        Finding(
          .supersededSubmission, .warning, unit: unit.code, file: candidate.file.path,
          action: chosen.file.path, arguments: ["other": chosen.file.path]))
    }
    // A file with tables of several units counts once one of them does.
    verdicts[chosen.file.path] = .counted
    if let late = LateSubmission(received: chosen.file.received, block: regulation.block) {
      findings.append(late.finding(unit: unit.code, file: chosen.file.path, isCounted: true))
      lateDeductions[unit.code] = late.deduction
    }
  }

  /// Of the same bytes sent twice the earlier mail says when they came.
  private func earliestFirst(_ candidates: [Candidate]) -> [Candidate] {
    candidates.enumerated().sorted { one, other in
      guard let first = one.element.received, let second = other.element.received,
        first != second
      else { return one.offset < other.offset }
      return first < second
    }.map(\.element)
  }

  /// The files that the regulation does not refuse for being late; the one that the office decided
  /// for is never refused.
  private mutating func inTime(
    _ candidates: [Candidate], unit: MemberUnit, block: Block
  ) -> [Candidate] {
    candidates.filter { candidate in
      guard let late = LateSubmission(received: candidate.file.received, block: block),
        late.isRefused, !isWanted(candidate, by: unit)
      else { return true }
      verdicts[candidate.file.path] = .late
      findings.append(late.finding(unit: unit.code, file: candidate.file.path, isCounted: false))
      return false
    }
  }

  /// Whether Tệp dùng names a file.
  private func isWanted(_ candidate: Candidate, by unit: MemberUnit) -> Bool {
    guard let wanted = unit.fileToCount else { return false }
    let key = VietnameseText.accentKey(wanted)
    let path = candidate.file.path
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return [path, candidate.file.name, last].contains {
      $0 == wanted || VietnameseText.accentKey($0) == key
    }
  }

  private mutating func chosen(
    among candidates: [Candidate], unit: MemberUnit, regulation: Regulation
  ) -> Candidate? {
    if let wanted = unit.fileToCount {
      if let match = candidates.first(where: { isWanted($0, by: unit) }) { return match }
      findings.append(
        Finding(
          .versionConflict, .warning, unit: unit.code, file: candidates.first?.file.path,
          value: wanted, arguments: ["other": wanted]))
    }
    if candidates.count == 1 { return candidates[0] }
    return latestByMail(candidates, regulation.block) ?? latestByName(candidates)
  }

  /// The last file that a mail brought before the deadline; nil where any has no such time.
  private func latestByMail(_ candidates: [Candidate], _ block: Block) -> Candidate? {
    let times = candidates.compactMap(\.received)
    guard times.count == candidates.count, Set(candidates.map(\.file.received)).count == times.count
    else { return nil }
    let order = zip(times, candidates).sorted { $0.0 < $1.0 }
    let deadline = block.deadline.map { ReceivedTime($0) }
    return (order.last { time, _ in deadline.map { time <= $0 } ?? true } ?? order.last)?.1
  }

  /// The file whose name states the latest version; nil where the names leave the order open.
  private func latestByName(_ candidates: [Candidate]) -> Candidate? {
    let versions = candidates.map(\.fileName.version)
    let keys: [Int]
    if versions.allSatisfy({ if case .date = $0 { true } else { false } }) {
      keys = versions.map { if case .date(let day) = $0 { day } else { 0 } }
    } else if versions.allSatisfy({ if case .date = $0 { false } else { true } }) {
      // A name without a number is the first version.
      keys = versions.map { if case .number(let number) = $0 { number * 2 } else { 1 } }
    } else {
      return nil
    }
    guard let latest = keys.max(), keys.filter({ $0 == latest }).count == 1,
      let index = keys.firstIndex(of: latest)
    else { return nil }
    return candidates[index]
  }

  /// Units with the same scores throughout: one of the files is likely the other's.
  private mutating func reportCopies(_ regulation: Regulation) {
    var unitsByScores: [EnteredScores: [MemberUnit]] = [:]
    for unit in regulation.units {
      guard let scores = tables[unit.code].map({ EnteredScores($0.entries) }), scores.count >= 5
      else { continue }
      unitsByScores[scores, default: []].append(unit)
    }
    let copies = unitsByScores.values.filter { $0.count > 1 }
    for units in copies.sorted(by: { $0[0].code < $1[0].code }) {
      for unit in units {
        let others = units.lazy.filter { $0.code != unit.code }.map(\.name).joined(separator: "; ")
        let source = tables[unit.code]?.source
        findings.append(
          Finding(
            .copiedSubmission, .warning, unit: unit.code, file: source?.file, sheet: source?.sheet,
            value: others, arguments: ["other": others]))
      }
    }
  }
}

/// The criteria that a unit has rows for, with its points and results: by these, copies are known.
private struct EnteredScores: Hashable {
  private struct Score: Hashable {
    @PackedPoints var points: Points?
    var result: Quantity?
  }

  private let codes: [String]
  private let scores: [Score]

  init(_ entries: ScoreEntries) {
    codes = entries.codes
    scores = entries.values.map {
      Score(points: $0.selfPoints, result: $0.result)
    }
  }

  /// How many criteria have points or a result.
  var count: Int { scores.filter { $0.points != nil || $0.result != nil }.count }

  /// The codes are the same in nearly all submissions: they would take time and tell none apart.
  func hash(into hasher: inout Hasher) { hasher.combine(scores) }
}
