import Foundation

/// Names from outside made fit to be a file's name here: a name never becomes a path.
public enum SafeName {
  /// The longest name in bytes: file systems take 255, and a number may be put behind.
  static let maximumBytes = 180

  /// The last part of a name, without what file systems or people could misread.
  ///
  /// Slashes of both kinds end a part, control and direction characters go, names of devices get an
  /// underscore before them, and a name that has nothing left becomes `fallback`. The extension
  /// survives where the name is cut.
  public static func file(_ name: String, fallback: String = "tep") -> String {
    let last =
      name.precomposedStringWithCanonicalMapping
      .split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in last.unicodeScalars {
      if isUnsafe(scalar) { continue }
      scalars.append("<>:\"|?*".unicodeScalars.contains(scalar) ? "_" : scalar)
    }
    var safe = String(scalars).trimmingCharacters(in: .whitespaces)
    while let first = safe.first, first == "." || first == "~" || first == "-" {
      safe.removeFirst()
    }
    while let end = safe.last, end == "." || end == " " { safe.removeLast() }
    if safe.isEmpty { safe = fallback }
    // Windows takes `CON .txt` for the device, too.
    let stem = safe.prefix { $0 != "." }.trimmingCharacters(in: .whitespaces).uppercased()
    if devices.contains(stem) { safe = "_" + safe }
    return shortened(safe)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
    default: scalar == "\u{FFFD}"
    }
  }

  private static let devices: Set<String> = Set(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"]
      + (["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"] as [String])
      .flatMap { ["COM\($0)", "LPT\($0)"] })

  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > maximumBytes else { return name }
    let path = name as NSString
    let suffix = path.pathExtension.utf8.count <= 10 ? "." + path.pathExtension : ""
    var stem = suffix.isEmpty ? name : path.deletingPathExtension
    while stem.utf8.count + suffix.utf8.count > maximumBytes, !stem.isEmpty { stem.removeLast() }
    while stem.last == "." || stem.last == " " { stem.removeLast() }
    return stem + suffix
  }
}
