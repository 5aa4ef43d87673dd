import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// The reports of a run that dies at any moment are completed or taken back by the next.
@Suite struct ReportFolderTests {
  static let names = ["a.txt", "b.txt", "c.txt"]

  /// A folder with the reports of an earlier run, but for the last.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in names.dropLast() { try folder.write("old", to: name) }
    return folder
  }

  static func contents(_ folder: TemporaryFolder) throws -> [String: String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: files.map { ($0, String(decoding: try folder.read($0), as: UTF8.self)) }
    )
  }

  static let old = ["a.txt": "old", "b.txt": "old"]
  static let new = ["a.txt": "new", "b.txt": "new", "c.txt": "new"]

  static func draft(_ folder: String) throws -> [String] {
    for name in names { try Data("new".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    return names
  }

  static func reports(_ folder: TemporaryFolder) -> ReportFolder {
    ReportFolder(path: folder.path, interruption: Interruption())
  }

  @Test("All reports are replaced, and nothing else is left")
  func replaces() throws {
    let folder = try Self.folder()
    try Self.reports(folder).replace(Self.draft)
    #expect(try Self.contents(folder) == Self.new)
  }

  @Test("Where a draft fails the reports stay as they were")
  func failingDraft() throws {
    let folder = try Self.folder()
    #expect(throws: CancellationError.self) {
      try Self.reports(folder).replace { drafts in
        _ = try Self.draft(drafts)
        throw CancellationError()
      }
    }
    #expect(try Self.contents(folder) == Self.old)
  }

  @Test("Where a report cannot be moved those before it return to what they were")
  func failingMove() throws {
    let folder = try Self.folder()
    #expect(throws: PipelineError.self) {
      // The last is named, and not drafted when its turn comes.
      let reports = Self.reports(folder)
      let staging = try StagingFolder(inside: folder.path)
      defer { staging.remove() }
      _ = try Self.draft(staging.drafts)
      try reports.mark(Self.names, in: staging)
      try FileManager.default.removeItem(atPath: "\(staging.drafts)/c.txt")
      try reports.move(Self.names, from: staging)
    }
    #expect(try Self.contents(folder) == Self.old)
  }

  /// How far a run comes before it dies: nothing drafted, some drafted, all drafted; then marked, with
  /// so many reports moved.
  enum Death: CaseIterable {
    case empty, partlyDrafted, drafted, marked, oneMoved, twoMoved, allMoved

    var expected: [String: String] {
      switch self {
      case .empty, .partlyDrafted, .drafted: ReportFolderTests.old
      default: ReportFolderTests.new
      }
    }
  }

  @Test("What a run leaves when it dies is completed or removed", arguments: Death.allCases)
  func recovers(_ death: Death) throws {
    let folder = try Self.folder()
    try Self.die(death, in: folder)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .contains { $0.hasPrefix(".thidua-") })
    try Self.reports(folder).recover()
    #expect(try Self.contents(folder) == death.expected)
  }

  @Test("The next run's reports stand, whatever the one before it left", arguments: Death.allCases)
  func nextRun(_ death: Death) throws {
    let folder = try Self.folder()
    try Self.die(death, in: folder)
    try Self.reports(folder).replace { drafts in
      try Data("newer".utf8).write(to: URL(fileURLWithPath: "\(drafts)/a.txt"))
      return ["a.txt"]
    }
    var expected = death.expected
    expected["a.txt"] = "newer"
    #expect(try Self.contents(folder) == expected)
  }

  /// Does what a run does up to the moment of its death; the lock goes with the folder's object.
  static func die(_ death: Death, in folder: TemporaryFolder) throws {
    let staging = try StagingFolder(inside: folder.path)
    let reports = reports(folder)
    switch death {
    case .empty: break
    case .partlyDrafted: try Data().write(to: URL(fileURLWithPath: "\(staging.drafts)/a.txt"))
    case .drafted: _ = try draft(staging.drafts)
    case .marked, .oneMoved, .twoMoved, .allMoved:
      _ = try draft(staging.drafts)
      try reports.mark(names, in: staging)
      let moved = [Death.oneMoved: 1, .twoMoved: 2, .allMoved: 3][death] ?? 0
      try reports.move(Array(names.prefix(moved)), from: staging)
    }
  }

  @Test("The drafts of a run that is still at work are left alone")
  func living() throws {
    let folder = try Self.folder()
    let staging = try StagingFolder(inside: folder.path)
    _ = try Self.draft(staging.drafts)
    try Self.reports(folder).recover()
    #expect(FileManager.default.fileExists(atPath: "\(staging.drafts)/a.txt"))
    staging.remove()
    #expect(try Self.contents(folder) == Self.old)
  }

  static let strangers = [".thidua-backup", ".thidua-1-abc", "thidua-1-abcdef", ".thidua"]

  @Test("Folders that only look alike are nobody's drafts", arguments: strangers)
  func stranger(_ name: String) throws {
    let folder = try Self.folder()
    try folder.write("mine", to: "\(name)/drafts/a.txt")
    try folder.write("a.txt", to: "\(name)/commit")
    try Self.reports(folder).recover()
    #expect(try folder.read("a.txt") == Array("old".utf8))
    #expect(folder.has("\(name)/drafts/a.txt"))
  }

  @Test("A mark that names a file elsewhere moves nothing there")
  func escapingMark() throws {
    let folder = try TemporaryFolder()
    try folder.write("bad", to: "out/.thidua-1-abcdef/a.txt")
    try folder.write("../a.txt\n..\n.", to: "out/.thidua-1-abcdef/commit")
    try folder.write("", to: "out/.thidua-1-abcdef/drafts/x")
    try ReportFolder(path: "\(folder.path)/out", interruption: Interruption()).recover()
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out").isEmpty)
  }

  @Test(
    "A folder for drafts that another run took for one left over is lost, whenever it was removed")
  func lostStaging() throws {
    let folder = try TemporaryFolder()
    guard case .held(let lock) = StagingFolder.claim(folder.path) else {
      Issue.record("a folder that stands is not held")
      return
    }
    withExtendedLifetime(lock) {}
    guard case .lost = StagingFolder.claim("\(folder.path)/gone") else {
      Issue.record("a folder that is gone is not lost")
      return
    }
  }

  @Test("Many runs into one folder at once leave the reports of one of them")
  func concurrent() async throws {
    let folder = try Self.folder()
    try await withThrowingTaskGroup { group in
      for run in 0..<8 {
        group.addTask {
          try Self.reports(folder).replace { drafts in
            for name in Self.names {
              try Data("run \(run)".utf8).write(to: URL(fileURLWithPath: "\(drafts)/\(name)"))
            }
            return Self.names
          }
        }
      }
      try await group.waitForAll()
    }
    let contents = try Self.contents(folder)
    #expect(contents.keys.sorted() == Self.names)
    #expect(Set(contents.values).count == 1)
  }
}
