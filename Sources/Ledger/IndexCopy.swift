import Foundation

extension LedgerIndex {
  /// Looks at a copy of the index at a path: SQLite changes what it opens, and evidence is not changed.
  ///
  /// - Parameter look: given nil where there is none or it is no database any more.
  /// - Throws: `LedgerError.cannotWrite` where there is no room for a copy, `.cannotRead`.
  static func lookingAtCopy<Value>(
    of path: String, _ look: (LedgerIndex?) -> Value
  ) throws(LedgerError) -> Value {
    guard access(path, F_OK) == 0 else { return look(nil) }
    let folder = try PrivateFolder.make()
    defer { PrivateFolder.remove(folder) }
    let copy = "\(folder)/index"
    for suffix in ["", "-wal"] where access(path + suffix, F_OK) == 0 {
      try Durable.write(try Durable.read(path + suffix), to: copy + suffix, staging: folder)
    }
    let index = try? LedgerIndex(path: copy)
    return withExtendedLifetime(index) { look(index) }
  }
}

/// Folders outside of the block for a while, closed to other people.
public enum PrivateFolder {
  /// Makes an empty folder in the system's folder for temporary files.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  public static func make() throws(LedgerError) -> String {
    var template = Array("\(NSTemporaryDirectory())/thidua-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Durable.failure(errno, at: NSTemporaryDirectory())
    }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    chmod(path, Durable.folderMode)
    return path
  }

  /// Removes a folder and all in it.
  public static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }
}
