import Foundation

/// Disks that are mounted for a script alone and go with it.
enum OwnMounts {
  /// Whether this user may mount them.
  static var arePossible: Bool {
    (try? run("mount -t tmpfs tmpfs /mnt", []).status) == 0
  }

  /// Runs a script of the shell in a name space of its own.
  static func run(
    _ script: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = ["-m", "/bin/sh", "-c", script, "sh"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
