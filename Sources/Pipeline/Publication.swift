import Foundation
public import Language
public import Writer

/// Writes the reports of a run: all of them, or none.
public struct Publication: Sendable {
  /// The names of the files, in the order in which they appear.
  public static let fileNames = ["bang-xep-hang.xlsx", "ket-qua.json", "diem-chi-tiet.csv"]
  private let folder: String

  /// Reports into `folder`, which is made when it does not exist.
  public init(folder: String) {
    self.folder = folder
  }

  /// Writes the three reports beside their places and, once all are whole, moves them there.
  ///
  /// - Returns: the path of the workbook.
  /// - Throws: `PipelineError.cannotCreate` or `.cannotWrite`; earlier reports then stay as they
  ///   were.
  public func publish(_ consolidation: Consolidation, language: Language) throws -> String {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw PipelineError.cannotCreate(path: folder, detail: Self.reason(error))
    }
    let drafts = Self.fileNames.map {
      "\(folder)/.\($0).\(ProcessInfo.processInfo.processIdentifier)"
    }
    defer { for draft in drafts { try? FileManager.default.removeItem(atPath: draft) } }
    do {
      try RankingWorkbook.write(consolidation, language: language, to: drafts[0])
    } catch {
      throw PipelineError.cannotWrite(
        path: "\(folder)/\(Self.fileNames[0])", detail: Self.reason(error))
    }
    try Self.write(ResultJSON.bytes(consolidation, language: language), to: drafts[1])
    try Self.write(DetailCSV.bytes(consolidation, language: language), to: drafts[2])
    for (draft, name) in zip(drafts, Self.fileNames) {
      try Self.flush(draft)
      guard rename(draft, "\(folder)/\(name)") == 0 else {
        throw PipelineError.cannotWrite(
          path: "\(folder)/\(name)", detail: String(cString: strerror(errno)))
      }
    }
    return "\(folder)/\(Self.fileNames[0])"
  }

  /// Writes bytes to a file, whole or not at all.
  ///
  /// - Throws: `PipelineError.cannotWrite`.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      // A link's target is replaced, not the link; what is no file, a pipe or a device, is written
      // into.
      let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
      let attributes = try? FileManager.default.attributesOfItem(atPath: target.path)
      switch attributes?[.type] as? FileAttributeType {
      case nil, .typeRegular?, .typeDirectory?:
        try Data(bytes).write(to: target, options: .atomic)
      default:
        let handle = try FileHandle(forWritingTo: target)
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(bytes))
      }
    } catch {
      throw PipelineError.cannotWrite(path: path, detail: reason(error))
    }
  }

  /// Waits until a file's bytes are on the disk, so that a name never stands for half a report.
  static func flush(_ path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw PipelineError.cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw PipelineError.cannotWrite(path: path, detail: String(cString: strerror(errno)))
    }
  }

  static func reason(_ error: any Error) -> String {
    (error as NSError).localizedFailureReason ?? "\(error)"
  }
}
