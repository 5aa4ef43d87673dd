extension String {
  /// Lends the text to C code that only reads it, though its signature does not say so.
  func withMutableCString<Result>(
    _ body: (UnsafeMutablePointer<CChar>) throws -> Result
  ) rethrows -> Result {
    try withCString { try body(UnsafeMutablePointer(mutating: $0)) }
  }
}
