import Foundation

/// Turns reports into PDF through LibreOffice, where that is installed.
///
/// The program runs with a profile of its own in a temporary folder, so that a LibreOffice that is open
/// on the desktop is left alone, under a time limit, and without a screen.
struct PDFConverter {
  /// The path of `soffice`.
  let program: String
  private let interruption: Interruption
  private let timeLimit: Duration

  /// The first `soffice` or `libreoffice` in the folders of `searchPath`.
  ///
  /// - Throws: `PDFFailure.notInstalled`.
  init(
    searchPath: String? = ProcessInfo.processInfo.environment["PATH"],
    interruption: Interruption, timeLimit: Duration = .seconds(300)
  ) throws {
    let folders = (searchPath ?? "").split(separator: ":")
    let candidates = ["soffice", "libreoffice"].flatMap { name in folders.map { "\($0)/\(name)" } }
    guard
      let program = candidates.first(where: {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder)
          && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: $0)
      })
    else { throw PDFFailure.notInstalled }
    self.program = program
    self.interruption = interruption
    self.timeLimit = timeLimit
  }

  /// Writes a PDF beside each of `names` in `folder`.
  ///
  /// - Returns: the names of the PDFs.
  /// - Throws: `PDFFailure`, with what the program said.
  func convert(_ names: [String], in folder: String) throws -> [String] {
    let results = names.map { "\(($0 as NSString).deletingPathExtension).pdf" }
    try interruption.undoing(
      { try TemporaryProfile() }, by: { $0.remove() },
      { profile in
        defer { profile.remove() }
        let said = try run(
          [
            "-env:UserInstallation=\(profile.url)", "--headless", "--norestore", "--nologo",
            "--nodefault", "--nolockcheck", "--convert-to", "pdf", "--outdir", folder,
          ] + names.map { "\(folder)/\($0)" }, profile)
        // It exits with 0 where a file could not be converted, too.
        for result in results where !Self.isWritten("\(folder)/\(result)") {
          throw PDFFailure.failed(said.isEmpty ? result : said)
        }
      })
    return results
  }

  private static func isWritten(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? Int ?? 0) > 0
  }

  /// Runs the program to its end; returns what it wrote to standard error.
  private func run(_ arguments: [String], _ profile: TemporaryProfile) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["SAL_USE_VCLPLUGIN"] = "svp"
    process.environment = environment
    let messages = try profile.messages()
    defer { try? messages.close() }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = messages
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    let child: ChildProcess
    do {
      child = try interruption.undoing(
        {
          try process.run()
          return ChildProcess(identifier: process.processIdentifier)
        }, by: { $0.kill() },
        { child in
          let seconds = Int(timeLimit.components.seconds)
          if ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
            child.kill()
            ended.wait()
            throw PDFFailure.timedOut(seconds: seconds)
          }
          return child
        })
    } catch let failure as PDFFailure {
      throw failure
    } catch {
      throw PDFFailure.failed(Publication.reason(error))
    }
    // What it left running, if anything, has no more to do.
    child.kill()
    let said = profile.lastMessages
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let status = "\(program): \(process.terminationStatus)"
      throw PDFFailure.failed(said.isEmpty ? status : "\(status): \(said)")
    }
    return said
  }
}

/// A program that was started, with those that it started itself.
private struct ChildProcess: Sendable {
  let identifier: pid_t

  /// Ends them all: `soffice` is a script around others, which form one group.
  func kill() {
    if getpgrp() != identifier { Foundation.kill(-identifier, SIGKILL) }
  }
}

/// The folder of LibreOffice's profile for one run, and of what it says.
private struct TemporaryProfile: Sendable {
  private let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("thidua-pdf-\(UUID().uuidString)").path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw PDFFailure.failed(Publication.reason(error))
    }
  }

  var url: String { URL(fileURLWithPath: "\(path)/profile").absoluteString }

  func messages() throws -> FileHandle {
    let file = "\(path)/messages"
    guard FileManager.default.createFile(atPath: file, contents: nil),
      let handle = FileHandle(forWritingAtPath: file)
    else { throw PDFFailure.failed(file) }
    return handle
  }

  /// The last lines that the program wrote, in one.
  var lastMessages: String {
    let text = (try? String(contentsOfFile: "\(path)/messages", encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isNewline).suffix(3).joined(separator: "; ")
  }

  func remove() {
    for _ in 0..<10 where FileManager.default.fileExists(atPath: path) {
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}
