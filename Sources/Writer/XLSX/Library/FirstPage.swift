internal import CLibzip

/// Gives sheets of a finished workbook a first page without its number, which libxlsxwriter cannot.
///
/// The footer stays as it is (ECMA-376 Part 1, §18.3.1.46: `differentFirst`, and a `firstFooter`
/// with the text of `oddFooter`). Parts that do not change keep their bytes.
enum FirstPage {
  /// Changes the sheets at some positions, counted from 0.
  ///
  /// - Throws: `WritingError`; the workbook is then as it was.
  static func leaveUnnumbered(_ sheets: [Int], of path: String) throws {
    guard !sheets.isEmpty else { return }
    var code: Int32 = 0
    guard let archive = zip_open(path, 0, &code) else {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw WritingError(file: path, detail: text(&error))
    }
    do {
      for sheet in sheets {
        let part = "xl/worksheets/sheet\(sheet + 1).xml"
        guard try replace(part, of: archive) else {
          throw WritingError(
            file: path, detail: "\(part): \(text(zip_get_error(archive)))")
        }
      }
      guard zip_close(archive) == 0 else {
        throw WritingError(file: path, detail: text(zip_get_error(archive)))
      }
    } catch {
      // A closing that failed leaves the archive open.
      zip_discard(archive)
      throw error
    }
  }

  /// Whether the part could be read and is to be replaced when the archive is closed.
  private static func replace(_ part: String, of archive: OpaquePointer) throws -> Bool {
    let index = zip_name_locate(archive, part, 0)
    var stat = zip_stat_t()
    guard index >= 0, zip_stat_index(archive, zip_uint64_t(index), 0, &stat) == 0,
      let file = zip_fopen_index(archive, zip_uint64_t(index), 0)
    else { return false }
    let size = Int(stat.size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { output, count in
      count = max(0, Int(zip_fread(file, output.baseAddress, zip_uint64_t(size))))
    }
    guard zip_fclose(file) == 0, bytes.count == size else { return false }
    let changed = withOwnFirstPage(bytes)
    // libzip reads the bytes when the archive is closed, and frees them then.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: changed.count, alignment: 1)
    copy.copyBytes(from: changed)
    guard
      let source = zip_source_buffer(archive, copy.baseAddress, zip_uint64_t(changed.count), 1)
    else {
      copy.deallocate()
      return false
    }
    guard zip_file_replace(archive, zip_uint64_t(index), source, 0) == 0 else {
      zip_source_free(source)
      return false
    }
    // As the library compresses and dates the parts: 1980-01-01, for this program knows no clock.
    return zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 6) == 0
      && zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0) == 0
  }

  /// A sheet's XML whose first page has the footer alone.
  static func withOwnFirstPage(_ sheet: [UInt8]) -> [UInt8] {
    // The element stands behind the cells, and no text of a cell holds a `<`.
    guard let start = lastRange(of: "<headerFooter>", in: sheet[...]),
      let end = lastRange(of: "</headerFooter>", in: sheet[...]), start.upperBound <= end.lowerBound
    else { return sheet }
    let content = sheet[start.upperBound..<end.lowerBound]
    var footer: [UInt8] = []
    if let open = lastRange(of: "<oddFooter>", in: content),
      let close = lastRange(of: "</oddFooter>", in: content)
    {
      footer =
        Array("<firstFooter>".utf8) + content[open.upperBound..<close.lowerBound]
        + Array("</firstFooter>".utf8)
    }
    return sheet[..<start.lowerBound] + Array("<headerFooter differentFirst=\"1\">".utf8) + content
      + Array("<firstHeader/>".utf8) + footer + sheet[end.lowerBound...]
  }

  private static func lastRange(of text: String, in bytes: [UInt8].SubSequence) -> Range<Int>? {
    let pattern = Array(text.utf8)
    var start = bytes.endIndex - pattern.count
    while start >= bytes.startIndex {
      if bytes[start..<start + pattern.count].elementsEqual(pattern) {
        return start..<start + pattern.count
      }
      start -= 1
    }
    return nil
  }

  private static func text(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    guard let error, let text = zip_error_strerror(error) else { return "unknown" }
    return String(cString: text)
  }
}
