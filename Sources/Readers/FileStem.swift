/// The name of a sheet whose file has none for it.
enum FileStem {
  /// A file's name without folders and extension.
  static func of(path: String) -> String {
    let last = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? path[...]
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return String(last) }
    return String(last[..<dot])
  }
}
