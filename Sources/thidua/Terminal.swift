import Foundation

/// Standard output for results, standard error for progress and messages.
enum Terminal {
  /// Writes bytes to standard output; a reader that went away ends the writing in silence.
  static func write(_ bytes: [UInt8]) {
    try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }

  /// Writes a line to standard output.
  static func print(_ line: String) { write(Array((line + "\n").utf8)) }

  /// Writes a line about something that went wrong to standard error.
  static func complain(_ line: String) { note("thidua: \(line)\n") }

  /// Writes to standard error, without a line break of its own.
  static func note(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Whether standard error is a terminal that a person looks at.
  static var showsProgress: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Whether standard output may carry colours (no-color.org: any value of `NO_COLOR` says no).
  static var showsColours: Bool {
    isatty(STDOUT_FILENO) == 1
      && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// The columns of the terminal behind standard error, 80 where that is not known.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
