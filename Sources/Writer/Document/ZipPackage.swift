import CLibzip

/// Packs the parts of an Office document (ECMA-376 Part 2) through libzip: the same parts give the
/// same bytes.
enum ZipPackage {
  /// A part: its name in the package and its bytes.
  struct Part {
    var name: String
    var bytes: [UInt8]
  }

  /// The first moment that a ZIP directory can name, 1980-01-01: this program knows no clock.
  private static let firstDay: UInt16 = 0x21

  /// Writes a package to `path`.
  ///
  /// - Parameter comment: what the package says of itself where only ZIP programs look.
  /// - Throws: `WritingError`.
  static func write(_ parts: [Part], comment: String, to path: String) throws {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw WritingError(file: path, detail: text(&error))
    }
    do {
      for part in parts { try add(part, to: archive, path: path) }
      guard zip_set_archive_comment(archive, comment, UInt16(comment.utf8.count)) == 0 else {
        throw failure(of: archive, path: path, part: nil)
      }
      guard zip_close(archive) == 0 else { throw failure(of: archive, path: path, part: nil) }
    } catch {
      // A closing that failed leaves the archive open.
      zip_discard(archive)
      throw error
    }
  }

  private static func add(_ part: Part, to archive: OpaquePointer, path: String) throws {
    // libzip reads the bytes when the archive is closed, and frees them then.
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, part.bytes.count), alignment: 1)
    copy.copyBytes(from: part.bytes)
    guard
      let source = zip_source_buffer(
        archive, copy.baseAddress, zip_uint64_t(part.bytes.count), 1)
    else {
      copy.deallocate()
      throw failure(of: archive, path: path, part: part.name)
    }
    let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failure(of: archive, path: path, part: part.name)
    }
    let entry = zip_uint64_t(index)
    guard zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, 9) == 0,
      zip_file_set_dostime(archive, entry, 0, firstDay, 0) == 0
    else { throw failure(of: archive, path: path, part: part.name) }
  }

  private static func failure(
    of archive: OpaquePointer, path: String, part: String?
  ) -> WritingError {
    let detail = text(zip_get_error(archive))
    return WritingError(file: path, detail: part.map { "\($0): \(detail)" } ?? detail)
  }

  private static func text(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    guard let error, let text = zip_error_strerror(error) else { return "unknown" }
    return String(cString: text)
  }
}
