import Foundation
import Pipeline

/// Standard output for results, standard error for progress and messages.
enum Terminal {
  /// Writes bytes to standard output.
  ///
  /// - Throws: `PipelineError.cannotWrite`.
  static func write(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw PipelineError.cannotWrite(path: "stdout", detail: String(cString: strerror(errno)))
    }
  }

  /// Writes a line to standard output, control characters of file names and cells made visible.
  static func print(_ line: String) throws {
    let isSafe = { (scalar: Unicode.Scalar) in scalar.value >= 0x20 && scalar.value != 0x7F }
    let colours = line.contains("\u{1B}[") && showsColours
    let text = String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { scalar in
          isSafe(scalar) || scalar == "\t" || scalar == "\n" || colours && scalar == "\u{1B}"
            ? scalar : "\u{FFFD}"
        }))
    try write(Array((text + "\n").utf8))
  }

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
