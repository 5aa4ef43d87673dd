import Foundation
import Language
public import Ledger
public import Spreadsheet
import Writer

/// A run made once more from the archive alone, to see whether the same comes out.
public struct RunRepetition: Sendable {
  /// How the repetition ended.
  public enum Outcome: Sendable, Hashable {
    /// The same result, byte for byte.
    case same
    /// Another result.
    case different
    /// It was made by another version of the program: a difference proves nothing.
    case otherVersion(String, isSame: Bool)
    /// It cannot be repeated: it read files that lay outside of the block, or that are lost.
    case impossible([String])
  }

  /// The number of the run.
  public var run: Int
  /// How it ended.
  public var outcome: Outcome

  /// Repeats a run in a temporary folder.
  ///
  /// - Parameters:
  ///   - passwords: what the run was given, which no ledger keeps.
  ///   - version: the version of this program.
  /// - Throws: `LedgerError`, `PipelineError`, `RegulationError`.
  public init(
    of number: Int, in ledger: Ledger, passwords: [Password], version: String
  ) async throws {
    run = number
    let entry = try ledger.run(number).run
    let inputs = try ledger.files(ofManifest: entry.manifest).filter { $0.role != .report }
    let options = RunOptions(entry.options)
    let outside = inputs.filter { $0.hash == nil || Self.leavesBlock($0.path) }
    guard outside.isEmpty else {
      outcome = .impossible(outside.map(\.path))
      return
    }
    // What units sent is not laid open in a folder that all people of the machine share.
    let folder = try PrivateFolder.make()
    defer { PrivateFolder.remove(folder) }
    for file in inputs {
      guard let hash = file.hash else { continue }
      let place = "\(folder)/\(file.path)"
      try FileManager.default.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Publication.write(try ledger.archive.bytes(of: hash), to: place)
    }
    let block = try BlockFolder(path: folder)
    let consolidation = try await Consolidator(
      block: block, regulation: block.regulation(passwords: passwords), passwords: passwords,
      limits: options.limits, provenance: Provenance(inputs)
    ).consolidate(submissions: options.submissions.map { "\(folder)/\($0)" })
    let isSame =
      ResultHash.hash(of: consolidation, language: options.language) == entry.result
    outcome =
      entry.version == version
      ? (isSame ? .same : .different) : .otherVersion(entry.version, isSame: isSame)
  }

  private static func leavesBlock(_ path: String) -> Bool {
    path.hasPrefix("/") || path.split(separator: "/").contains("..")
  }
}
