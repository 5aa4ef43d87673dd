public import Foundation

/// LibreOffice without windows, with settings of its own in a folder.
///
/// `make test` installs it; the environment variable `THIDUA_SOFFICE` names another program.
public struct LibreOffice: Sendable {
  /// The program; nil where there is none.
  public static let program: URL? = Tool.url("soffice", variable: "THIDUA_SOFFICE")

  /// A file that was not written.
  public struct Failed: Error {
    /// The name of the file that was expected.
    public let name: String
    /// The exit status of the program.
    public let status: Int32
  }

  private let program: URL
  /// Where its settings and what it writes are kept.
  private let folder: URL

  /// The program, keeping its settings in `folder`.
  public init(program: URL, folder: URL) {
    self.program = program
    self.folder = folder
  }

  /// The bytes of `file` as saved by the export filter `filter` with the name ending `suffix`.
  public func convert(_ file: URL, to suffix: String, by filter: String) async throws -> [UInt8] {
    let output = folder.appending(path: UUID().uuidString)
    let written = try await convert([file], to: "\(suffix):\(filter)", in: output)
    return Array(try Data(contentsOf: written[0]))
  }

  /// Saves files in another format, all in one run, for a start takes seconds.
  ///
  /// - Parameter format: the name ending, with the export filter behind a colon where it needs one.
  /// - Returns: the files in `output`, in the order of those given.
  public func convert(_ files: [URL], to format: String, in output: URL) async throws -> [URL] {
    let status = try await Tool.run(
      // It may wait for ever for what it will not get.
      "/usr/bin/env",
      [
        "timeout", "600", program.path,
        "-env:UserInstallation=\(folder.appending(path: "settings").absoluteString)", "--headless",
        "--convert-to", format, "--outdir", output.path,
      ] + files.map(\.path))
    let suffix = format.prefix { $0 != ":" }
    return try files.map { file in
      let name = "\(file.deletingPathExtension().lastPathComponent).\(suffix)"
      let written = output.appending(path: name)
      guard FileManager.default.fileExists(atPath: written.path) else {
        throw Failed(name: name, status: status)
      }
      return written
    }
  }

  /// Makes it calculate every formula of the workbooks that it opens, whatever they store.
  public func recalculateAlways() throws {
    let user = folder.appending(path: "settings/user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
      <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
      </item>
      </oor:items>
      """
    try Data(settings.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
  }
}
