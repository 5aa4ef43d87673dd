import Foundation

/// LibreOffice without windows, with settings of its own in a folder.
///
/// `make test` installs it; the environment variable `THIDUA_SOFFICE` names another program.
struct LibreOffice {
  /// The program; nil where there is none.
  static let program: URL? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "/usr/bin").split(separator: ":")
    let paths = [environment["THIDUA_SOFFICE"]] + folders.map { "\($0)/soffice" }
    return paths.compactMap(\.self).first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { URL(filePath: $0) }
  }()

  struct Failed: Error {
    let filter: String
    let status: Int32
  }

  let program: URL
  /// Where its settings and what it writes are kept.
  let folder: URL

  /// The bytes of `file` as saved by the export filter `filter` with the name ending `suffix`.
  func convert(_ file: URL, to suffix: String, by filter: String) async throws -> [UInt8] {
    let output = folder.appending(path: UUID().uuidString)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // It may wait for ever for what it will not get.
    process.arguments = [
      "timeout", "300", program.path,
      "-env:UserInstallation=\(folder.appending(path: "settings").absoluteString)", "--headless",
      "--convert-to", "\(suffix):\(filter)", "--outdir", output.path, file.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    let name = file.deletingPathExtension().lastPathComponent
    guard let bytes = try? Data(contentsOf: output.appending(path: "\(name).\(suffix)")) else {
      throw Failed(filter: filter, status: process.terminationStatus)
    }
    return Array(bytes)
  }
}
