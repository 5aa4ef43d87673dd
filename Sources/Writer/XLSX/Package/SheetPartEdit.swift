import Glibc

/// What a sheet's part needs beyond what libxlsxwriter writes (ECMA-376 Part 1, §18.3.1.99).
struct SheetPartEdit {
  /// Whether the first page shows no number, though the others do: it has the footer alone.
  var leavesFirstPageUnnumbered = false
  /// The rows of the sheet, in place of those of the library.
  var rows: PackedBytes?
  /// The elements `hyperlink` of the sheet, where the library writes none.
  var links: [UInt8] = []

  private static let rowsOpen = Array("<sheetData".utf8)
  private static let rowsClose = Array("</sheetData>".utf8)
  private static let noRows = Array("<sheetData/>".utf8)
  private static let edgesOpen = Array("<headerFooter>".utf8)
  private static let edgesClose = Array("</headerFooter>".utf8)

  /// The part as it should be: what stands before the rows of its own, and what stands behind them;
  /// nil where it is not the part that was expected.
  func apply(_ part: [UInt8]) -> (before: [UInt8], after: [UInt8])? {
    guard let (before, rest) = split(part), let linked = withLinks(rest) else { return nil }
    return (before, leavesFirstPageUnnumbered ? Self.withOwnFirstPage(linked) : Array(linked))
  }

  /// The part around its rows, where others take their place.
  private func split(_ part: [UInt8]) -> (before: [UInt8], after: ArraySlice<UInt8>)? {
    guard rows != nil else { return ([], part[...]) }
    guard let start = part[...].range(of: Self.rowsOpen) else { return nil }
    let end =
      part[start.lowerBound...].starts(with: Self.noRows)
      ? start.lowerBound + Self.noRows.count
      : part[start.upperBound...].range(of: Self.rowsClose)?.upperBound
    guard let end else { return nil }
    return (
      part[..<start.lowerBound] + Array("<sheetData>".utf8), Self.rowsClose + part[end...]
    )
  }

  /// The part with its links before what says how it prints (§18.3.1.99 gives the order).
  private func withLinks(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !links.isEmpty else { return part }
    let print =
      part.range(of: Array("<printOptions".utf8)) ?? part.range(of: Array("<pageMargins".utf8))
    guard let place = print?.lowerBound else { return nil }
    let element = Array("<hyperlinks>".utf8) + links + Array("</hyperlinks>".utf8)
    return part[..<place] + element + part[place...]
  }

  /// The part whose first page has the footer alone (§18.3.1.46: `differentFirst`, and a `firstFooter`
  /// with the text of `oddFooter`).
  private static func withOwnFirstPage(_ part: ArraySlice<UInt8>) -> [UInt8] {
    guard let start = part.range(of: edgesOpen),
      let end = part[start.upperBound...].range(of: edgesClose)
    else { return Array(part) }
    let content = part[start.upperBound..<end.lowerBound]
    var footer: [UInt8] = []
    if let open = content.range(of: Array("<oddFooter>".utf8)),
      let close = content.range(of: Array("</oddFooter>".utf8))
    {
      footer =
        Array("<firstFooter>".utf8) + content[open.upperBound..<close.lowerBound]
        + Array("</firstFooter>".utf8)
    }
    return part[..<start.lowerBound] + Array("<headerFooter differentFirst=\"1\">".utf8) + content
      + Array("<firstHeader/>".utf8) + footer + part[end.lowerBound...]
  }
}

extension ArraySlice<UInt8> {
  /// Where a pattern of one byte at least stands first: over 50 MB the standard library's search took
  /// 38 s of processor time, as its elements are compared through witness tables.
  fileprivate func range(of pattern: [UInt8]) -> Range<Int>? {
    withUnsafeBytes { bytes in
      pattern.withUnsafeBytes { pattern in
        guard let wanted = pattern.baseAddress else { return nil }
        var start = 0
        while let first = bytes.baseAddress, start + pattern.count <= bytes.count,
          let found = memchr(
            first + start, Int32(pattern[0]), bytes.count - pattern.count + 1 - start)
        {
          start = found - UnsafeMutableRawPointer(mutating: first)
          if memcmp(found, wanted, pattern.count) == 0 {
            return startIndex + start..<startIndex + start + pattern.count
          }
          start += 1
        }
        return nil
      }
    }
  }
}
