package import CGMime

/// GMime as a whole, for those who take messages apart and those who compose them.
package enum MIMELibrary {
  private static let isPrepared: Bool = {
    g_mime_init()
    return true
  }()

  /// Prepares the library, once a process.
  package static func prepare() { _ = isPrepared }

  /// What `write` writes to the stream that it is lent.
  package static func written(
    _ write: (UnsafeMutablePointer<GMimeStream>?) -> Void
  ) -> [UInt8] {
    let stream = g_mime_stream_mem_new()
    defer { thidua_unref(stream) }
    write(stream)
    guard let bytes = thidua_stream_bytes(stream), let data = bytes.pointee.data else { return [] }
    return Array(UnsafeBufferPointer(start: data, count: Int(bytes.pointee.len)))
  }
}
