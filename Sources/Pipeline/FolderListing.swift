import Foundation

/// What lies in a folder, told from the folder alone: nothing in it is asked for its attributes, as
/// `FileManager` would ask.
enum FolderListing {
  /// A file or folder.
  struct Entry {
    var name: String
    /// Whether it is a folder, not a link to one.
    var isFolder: Bool
  }

  /// The entries of a folder, in no order; nil where it cannot be read.
  static func entries(of folder: String) -> [Entry]? {
    guard let listing = opendir(folder) else { return nil }
    defer { closedir(listing) }
    var entries: [Entry] = []
    errno = 0
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." {
        entries.append(Entry(name: name, isFolder: isFolder(entry.pointee.d_type, name, folder)))
      }
      errno = 0
    }
    return errno == 0 ? entries : nil
  }

  private static func isFolder(_ type: UInt8, _ name: String, _ folder: String) -> Bool {
    guard type == UInt8(DT_UNKNOWN) else { return type == UInt8(DT_DIR) }
    var status = stat()
    return lstat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
