/// Names of parts and the targets of relationships (ECMA-376 Part 2, §6.2 and §6.5).
enum PartName {
  /// The form by which names are compared: without a leading slash, `\` as `/`, ASCII case folded.
  ///
  /// Part names are equal without case; entries with backslashes come from archivers that ignore
  /// the ZIP specification.
  static func folded(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      let unified = byte == UInt8(ascii: "\\") ? UInt8(ascii: "/") : byte
      if unified == UInt8(ascii: "/"), bytes.isEmpty { continue }
      bytes.append((65...90).contains(unified) ? unified + 32 : unified)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The part that `target` means in a relationship of `source`, without a leading slash.
  ///
  /// An absolute target starts at the root of the package, a relative one at the source's folder.
  static func resolve(_ target: String, from source: String) -> String {
    let slash = UInt8(ascii: "/")
    let path = target.utf8.lazy.map { $0 == UInt8(ascii: "\\") ? slash : $0 }
      .prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    var segments: [ArraySlice<UInt8>] =
      path.first == slash ? [] : Array(source.utf8).split(separator: slash).dropLast()
    for segment in Array(path).split(separator: slash) {
      if segment.elementsEqual(".".utf8) { continue }
      if segment.elementsEqual("..".utf8) {
        _ = segments.popLast()
      } else {
        segments.append(segment)
      }
    }
    return String(decoding: Array(segments.joined(separator: [slash])), as: UTF8.self)
  }

  /// Where the relationships of `part` are stored; the empty name is the package itself.
  static func relationships(of part: String) -> String {
    var segments = part.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    let name = segments.popLast() ?? ""
    return (segments + ["_rels", "\(name).rels"]).joined(separator: "/")
  }

  /// The name with its percent escapes decoded; nil where there are none.
  static func withoutEscapes(_ name: String) -> String? {
    guard name.utf8.contains(UInt8(ascii: "%")) else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
