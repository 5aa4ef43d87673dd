import Glibc

/// Gives a sheet a first page without its number, which libxlsxwriter cannot, while its XML goes by.
///
/// The footer stays as it is (ECMA-376 Part 1, §18.3.1.46: `differentFirst`, and a `firstFooter` with
/// the text of `oddFooter`).
struct FirstPageEdit {
  private var held: [UInt8] = []
  private var isDone = false

  private static let open = Array("<headerFooter>".utf8)
  private static let close = Array("</headerFooter>".utf8)

  /// Takes in bytes of the sheet and passes on those that are certain.
  mutating func take(_ bytes: UnsafeRawBufferPointer, into output: inout [UInt8]) {
    if isDone {
      output.append(contentsOf: bytes)
      return
    }
    held.append(contentsOf: bytes)
    // The element stands behind the cells, and no text of a cell holds a `<`.
    guard let start = held[...].range(of: Self.open) else {
      let certain = max(0, held.count - Self.open.count + 1)
      output.append(contentsOf: held[..<certain])
      held.removeFirst(certain)
      return
    }
    guard let end = held[start.upperBound...].range(of: Self.close) else { return }
    output.append(contentsOf: Self.withOwnFirstPage(Array(held[..<end.upperBound])))
    output.append(contentsOf: held[end.upperBound...])
    held = []
    isDone = true
  }

  /// Passes on what is still held back.
  mutating func finish(into output: inout [UInt8]) {
    output.append(contentsOf: held)
    held = []
  }

  /// A sheet's XML whose first page has the footer alone.
  static func withOwnFirstPage(_ sheet: [UInt8]) -> [UInt8] {
    guard let start = sheet[...].range(of: open),
      let end = sheet[start.upperBound...].range(of: close)
    else { return sheet }
    let content = sheet[start.upperBound..<end.lowerBound]
    var footer: [UInt8] = []
    if let open = content.range(of: Array("<oddFooter>".utf8)),
      let close = content.range(of: Array("</oddFooter>".utf8))
    {
      footer =
        Array("<firstFooter>".utf8) + content[open.upperBound..<close.lowerBound]
        + Array("</firstFooter>".utf8)
    }
    return sheet[..<start.lowerBound] + Array("<headerFooter differentFirst=\"1\">".utf8) + content
      + Array("<firstHeader/>".utf8) + footer + sheet[end.lowerBound...]
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
