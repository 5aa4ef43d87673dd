import CLinux
import Foundation
import Intake
import Language
import Ledger

/// Puts submissions into `bai-nop/`: a folder a unit, in it one a mail, named by its time.
///
/// Names from outside never become paths, no link inside of `bai-nop/` is followed, and nothing that
/// lies there is written over: not even on another system that takes two names for one.
struct SubmissionPlacement {
  let block: BlockFolder

  /// The folder of what nobody is known to have sent.
  static let unknownFolder = "chua-ro-don-vi"
  /// What the names of drafts begin with, which consolidations pass over.
  static let draftPrefix = ".thidua-ban-nhap-"

  /// Writes a submission to its place.
  ///
  /// - Returns: the path relative to the block's folder.
  /// - Throws: `PipelineError.cannotCreate`, `.cannotWrite`.
  func place(_ item: SortedItem) throws -> String {
    let folders = item.name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).dropLast()
      .suffix(4).map { SafeName.file(String($0), fallback: "thu-muc") }
    let head = [SafeName.file(item.unit ?? Self.unknownFolder), Self.moment(item.message)]
      .compactMap { $0 }
    var attempt = 1
    while true {
      let numbered = attempt == 1 ? [] : ["\(attempt)"]
      let folder = try makeFolders(head + numbered + folders)
      let name = SafeName.file(item.name)
      let taken = Self.twin(of: name, in: "\(block.path)/\(folder)")
      let path = "\(folder)/\(taken ?? name)"
      if taken == nil, try write(item.bytes, to: "\(block.path)/\(path)") { return path }
      if holds("\(block.path)/\(path)", item) { return path }
      attempt += 1
    }
  }

  /// Removes the drafts of a run that was killed; called by the one writer alone.
  func sweep() {
    let files = FileManager.default
    let names = (try? files.contentsOfDirectory(atPath: block.submissionsFolder)) ?? []
    for name in names where name.hasPrefix(Self.draftPrefix) {
      unlink("\(block.submissionsFolder)/\(name)")
    }
  }

  /// Makes the folders below `bai-nop/`, each in the last.
  ///
  /// - Returns: the path relative to the block's folder, with the names of those that were there.
  private func makeFolders(_ names: [String]) throws -> String {
    var path = "bai-nop"
    // Where all submissions lie is the office's to choose.
    try makeFolder(path, followsLink: true)
    for name in names {
      path += "/" + (Self.twin(of: name, in: "\(block.path)/\(path)") ?? name)
      try makeFolder(path, followsLink: false)
    }
    return path
  }

  private func makeFolder(_ path: String, followsLink: Bool) throws {
    let place = "\(block.path)/\(path)"
    guard mkdir(place, 0o777) != 0 else { return }
    let code = errno
    var status = stat()
    let looked = followsLink ? stat(place, &status) : lstat(place, &status)
    guard code == EEXIST, looked == 0 else { throw failure(code, at: path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return
    case S_IFLNK: throw failure(ELOOP, at: path)
    default: throw failure(ENOTDIR, at: path)
    }
  }

  private func failure(_ code: Int32, at path: String) -> PipelineError {
    .cannotCreate(path: "\(block.path)/\(path)", detail: SystemFailure.message(code))
  }

  /// The name in a folder that some system takes for the same: in another case, or composed otherwise.
  private static func twin(of name: String, in folder: String) -> String? {
    var status = stat()
    if lstat("\(folder)/\(name)", &status) == 0 { return name }
    let key = key(of: name)
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .first { Self.key(of: $0) == key }
  }

  private static func key(of name: String) -> String {
    name.precomposedStringWithCanonicalMapping.lowercased()
  }

  /// Whether a file, and no link, holds the submission already.
  private func holds(_ place: String, _ item: SortedItem) -> Bool {
    var status = stat()
    guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == item.bytes.count,
      let there = FileManager.default.contents(atPath: place)
    else { return false }
    return ContentHash(of: there) == item.hash
  }

  /// Writes a file whole, where nothing is.
  ///
  /// - Returns: false where something came to stand there meanwhile.
  private func write(_ bytes: [UInt8], to place: String) throws -> Bool {
    let draft = "\(block.submissionsFolder)/\(Self.draftPrefix)\(UUID().uuidString)"
    defer { unlink(draft) }
    do {
      // With the rights that a file has which a person puts there.
      try Data(bytes).write(to: URL(fileURLWithPath: draft), options: .withoutOverwriting)
    } catch {
      throw PipelineError.cannotWrite(path: place, detail: Publication.reason(error))
    }
    if thidua_rename_to_free_name(AT_FDCWD, draft, place) == 0 { return true }
    // What a file system without that call, or without second names, can do.
    if [EINVAL, ENOSYS].contains(errno) {
      if link(draft, place) == 0 { return true }
      if errno != EEXIST, access(place, F_OK) != 0, rename(draft, place) == 0 { return true }
    }
    guard errno == EEXIST else {
      throw PipelineError.cannotWrite(path: place, detail: SystemFailure.message(errno))
    }
    return false
  }

  /// The time of a mail as the name of a folder: `20191120-090000`.
  private static func moment(_ message: Receipt.Message?) -> String? {
    guard let time = message?.sent ?? message?.arrived else { return nil }
    let digits = time.prefix(19).filter(\.isNumber)
    return "\(digits.prefix(8))-\(digits.dropFirst(8))"
  }
}
