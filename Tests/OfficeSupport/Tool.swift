public import Foundation

/// Programs of the system that tests look through.
public enum Tool {
  /// Where a program stands: as an environment variable says, else in the folders of the search path.
  public static func url(_ name: String, variable: String? = nil) -> URL? {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":")
    let paths = [variable.flatMap { environment[$0] }] + folders.map { "\($0)/\(name)" }
    return paths.compactMap(\.self).first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { URL(filePath: $0) }
  }

  /// Runs a program to its end, its standard output into `output` where one is given.
  ///
  /// - Returns: its exit status.
  public static func run(
    _ program: String, _ arguments: [String], output: URL? = nil
  ) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    if let output {
      try Data().write(to: output)
      process.standardOutput = try FileHandle(forWritingTo: output)
    }
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    return process.terminationStatus
  }
}
