import Glibc

/// Numbers with a decimal point for C code that prints them by the locale.
enum NumericLocale {
  /// Runs `body` with the C locale's number format on this thread alone, and restores what was.
  ///
  /// - Throws: what `body` throws; `WritingError` where the locale cannot be made.
  static func withC<Result>(file: String, _ body: () throws -> Result) throws -> Result {
    guard let c = newlocale(1 << LC_NUMERIC, "C", nil) else {
      throw WritingError(file: file, detail: "the C locale cannot be set")
    }
    let previous = uselocale(c)
    defer {
      uselocale(previous)
      freelocale(c)
    }
    return try body()
  }
}
