import Foundation

/// A folder in which the reports of a run appear: all of them, or none.
///
/// Drafts are written to a `StagingFolder` and reach the disk; then their names are written down in
/// its mark, and one by one they are renamed into their places. A run that dies before the mark leaves
/// the earlier reports; one that dies behind it leaves what `recover` completes. A rename that fails
/// is undone, with those before it.
struct ReportFolder: Sendable {
  /// The folder's path.
  let path: String
  /// What takes the drafts away when a signal ends the run.
  let interruption: Interruption

  /// Replaces reports by those that `draft` writes into the folder it is given.
  ///
  /// - Parameter draft: returns the names of the files that it wrote.
  /// - Throws: `PipelineError.cannotCreate` or `.cannotWrite`, or what `draft` throws; the reports are
  ///   then as they were.
  func replace(_ draft: (_ folder: String) throws -> [String]) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw PipelineError.cannotCreate(path: path, detail: Publication.reason(error))
    }
    try interruption.undoing({ try StagingFolder(inside: path) }, by: { $0.remove() }) { staging in
      defer { staging.remove() }
      let names = try draft(staging.drafts)
      for name in names { try Self.flush("\(staging.drafts)/\(name)") }
      try interruption.heldOff {
        // Two runs into one folder take turns: the last one's reports stand, all of them.
        let turn = FolderLock(path, waits: true)
        defer { withExtendedLifetime(turn) {} }
        try completeLeftOver()
        try checkPlaces(names)
        try mark(names, in: staging)
        try move(names, from: staging)
      }
    }
  }

  /// Completes what a run that died had begun to put in place, and removes what others left over.
  ///
  /// - Throws: `PipelineError.cannotWrite` where a report cannot be put in its place.
  func recover() throws {
    guard let turn = FolderLock(path, waits: true) else { return }
    defer { withExtendedLifetime(turn) {} }
    try completeLeftOver()
  }

  private func completeLeftOver() throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names.sorted() {
      guard let staging = StagingFolder(leftOver: name, inside: path) else { continue }
      if let text = try? String(contentsOfFile: staging.commit, encoding: .utf8) {
        for report in text.split(separator: "\n").map(String.init) where Self.isName(report) {
          let draft = "\(staging.drafts)/\(report)"
          guard access(draft, F_OK) == 0 else { continue }
          try Self.rename(draft, "\(path)/\(report)")
        }
        Self.flushFolder(path)
      }
      staging.remove()
    }
  }

  /// Whether a mark may name it: a file directly inside the folder.
  private static func isName(_ name: String) -> Bool {
    !name.contains("/") && name != "." && name != ".."
  }

  /// Throws where something that is no file stands in the place of a report.
  private func checkPlaces(_ names: [String]) throws {
    for name in names {
      var status = stat()
      guard lstat("\(path)/\(name)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        throw PipelineError.cannotWrite(
          path: "\(path)/\(name)", detail: String(cString: strerror(EISDIR)))
      }
    }
  }

  /// Writes the mark: from here on the reports will appear, whatever happens to this run.
  func mark(_ names: [String], in staging: StagingFolder) throws {
    let draft = "\(staging.path)/commit.draft"
    do {
      try Data(names.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: draft))
    } catch {
      throw PipelineError.cannotWrite(path: draft, detail: Publication.reason(error))
    }
    try Self.flush(draft)
    Self.flushFolder(staging.drafts)
    try Self.rename(draft, staging.commit)
    Self.flushFolder(staging.path)
    Self.flushFolder(path)
  }

  /// Moves the drafts into their places.
  func move(_ names: [String], from staging: StagingFolder) throws {
    var moved: [String] = []
    do {
      for name in names {
        moved.append(name)
        try replace(name, from: staging)
      }
    } catch {
      for name in moved.reversed() { undo(name, in: staging) }
      throw error
    }
    Self.flushFolder(path)
  }

  private func replace(_ name: String, from staging: StagingFolder) throws {
    let place = "\(path)/\(name)"
    let kept = "\(staging.previous)/\(name)"
    // Where a file system knows no second names the report steps aside for a moment.
    if link(place, kept) != 0, errno != ENOENT { try Self.rename(place, kept) }
    try Self.rename("\(staging.drafts)/\(name)", place)
  }

  /// Puts the earlier report back, or none where there was none; the draft returns first, so that a
  /// run that dies meanwhile can still be completed.
  private func undo(_ name: String, in staging: StagingFolder) {
    let draft = "\(staging.drafts)/\(name)"
    if access(draft, F_OK) != 0 { try? Self.rename("\(path)/\(name)", draft) }
    if access("\(staging.previous)/\(name)", F_OK) == 0 {
      try? Self.rename("\(staging.previous)/\(name)", "\(path)/\(name)")
    }
  }

  private static func rename(_ source: String, _ target: String) throws {
    guard Foundation.rename(source, target) == 0 else {
      throw PipelineError.cannotWrite(path: target, detail: String(cString: strerror(errno)))
    }
  }

  /// Waits until a file's bytes are on the disk, so that a name never stands for half a report.
  private static func flush(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw PipelineError.cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw PipelineError.cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }
  }

  /// Waits until a folder's names are on the disk; some file systems have nothing to wait for and
  /// refuse.
  private static func flushFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
