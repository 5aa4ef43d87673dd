import Foundation
import Normalizer

/// The files that were submitted, found in folders or given one by one.
struct SubmissionFiles {
  /// One file: where it lies and what it is called.
  struct Item: Hashable {
    /// The path by which it is opened.
    var path: String
    /// The path that reports give: relative to the block folder where it lies inside.
    var shownPath: String
    /// The path below the folder that was searched, whose folders may name the unit.
    var name: String
    /// Who filled it in.
    var purpose = TablePurpose.submission
  }

  private(set) var items: [Item] = []

  /// Finds the files at `places` (files or folders, searched to any depth), in the order of their
  /// shown paths.
  ///
  /// - Throws: `PipelineError.inputMissing` for a place that does not exist.
  init(at places: [String], block: String, purpose: TablePurpose = .submission) throws {
    var seen: Set<String> = []
    let blockRoot = Self.absolute(block)
    for place in places {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
        throw PipelineError.inputMissing(.submissions, path: place)
      }
      let root = Self.absolute(place)
      let names = isFolder.boolValue ? Self.files(below: place) : [""]
      for name in names {
        let path = name.isEmpty ? place : "\(place)/\(name)"
        // What a folder lists is no way to somewhere else.
        let absolute =
          name.isEmpty || name == "." ? root : root == "/" ? "/\(name)" : "\(root)/\(name)"
        guard seen.insert(absolute).inserted else { continue }
        let shown = Self.shownPath(path, absolute: absolute, root: blockRoot)
        let last = path.split(separator: "/").last.map(String.init) ?? path
        items.append(
          Item(path: path, shownPath: shown, name: name.isEmpty ? last : name, purpose: purpose))
      }
    }
    // The order of bytes in UTF-8 is that of the scalars.
    items.sort { $0.shownPath.utf8.lexicographicallyPrecedes($1.shownPath.utf8) }
  }

  /// Every file below a folder but those that no person put there.
  ///
  /// A folder that cannot be opened stands for the files in it: reading it fails, with a finding.
  /// Links to folders are not followed, so that none leads round in a circle.
  private static func files(below folder: String, prefix: String = "") -> [String] {
    guard let entries = FolderListing.entries(of: folder) else {
      return [prefix.isEmpty ? "." : String(prefix.dropLast())]
    }
    var files: [String] = []
    for entry in entries where !isSystemFile(entry.name) {
      if entry.isFolder {
        files += self.files(
          below: "\(folder)/\(entry.name)", prefix: "\(prefix)\(entry.name)/")
      } else {
        files.append(prefix + entry.name)
      }
    }
    return files
  }

  /// Lock files of office programs and hidden files of operating systems.
  static func isSystemFile(_ name: String) -> Bool {
    name.hasPrefix("~$") || name.hasPrefix(".") || name == "__MACOSX"
      || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
  }

  /// The path that reports give: relative to the block folder where it lies inside.
  static func shownPath(_ path: String, block: String) -> String {
    shownPath(path, absolute: absolute(path), root: absolute(block))
  }

  private static func shownPath(_ path: String, absolute: String, root: String) -> String {
    let folder = "\(root)/"
    return absolute.utf8.starts(with: folder.utf8)
      ? String(absolute.utf8.dropFirst(folder.utf8.count)) ?? path : path
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
