import Foundation
public import Language
public import Writer

/// Writes the reports of a run: all of them, or none.
public struct Publication: Sendable {
  /// The names of the files, in the order in which they appear.
  public static let fileNames = ["bang-xep-hang.xlsx", "ket-qua.json", "diem-chi-tiet.csv"]
  private let folder: ReportFolder

  /// Reports into `folder`, which is made when it does not exist.
  ///
  /// - Parameter interruption: takes the drafts away when a signal ends the run.
  public init(folder: String, interruption: Interruption = Interruption()) {
    self.folder = ReportFolder(path: folder, interruption: interruption)
  }

  /// Completes the reports of a run that died while they appeared, and removes its drafts.
  ///
  /// - Throws: `PipelineError.cannotWrite`.
  public func recover() throws { try folder.recover() }

  /// What a run writes beside the three reports that every run writes.
  public struct Extras: OptionSet, Sendable {
    /// The bits of the set.
    public let rawValue: Int

    /// The set of these bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The drafts for Word, `WordDocument`.
    public static let documents = Extras(rawValue: 1)
    /// A PDF of the workbook, and of the drafts where they are written.
    public static let pdf = Extras(rawValue: 2)
  }

  /// What was written.
  public struct Outcome: Sendable {
    /// The paths of the reports, the workbook's first.
    public var paths: [String]
    /// The bytes of `ket-qua.json`.
    public var result: [UInt8]
    /// Why there are no PDFs where they were asked for; the other reports stand.
    public var pdfFailure: PDFFailure?
  }

  /// Writes the reports to a hidden folder and, once all are whole, moves them to their places.
  ///
  /// - Throws: `PipelineError.cannotCreate`, `.cannotWrite`, or `.documentEdited` where a draft for
  ///   Word would replace one that somebody has worked on; earlier reports then stay as they were.
  public func publish(
    _ consolidation: Consolidation, language: Language, extras: Extras = []
  ) throws -> Outcome {
    let documents = extras.contains(.documents) ? WordDocument.allCases : []
    for document in documents { try checkUnedited(document.fileName) }
    var outcome = Outcome(
      paths: [], result: ResultJSON.bytes(consolidation, language: language))
    try folder.replace { drafts in
      var names = Self.fileNames
      let paths = names.map { "\(drafts)/\($0)" }
      try writing(names[0]) {
        try RankingWorkbook.write(consolidation, language: language, to: paths[0])
      }
      try Self.write(outcome.result, to: paths[1])
      try Self.write(DetailCSV.bytes(consolidation, language: language), to: paths[2])
      for document in documents {
        try writing(document.fileName) {
          try document.write(
            consolidation, language: language, to: "\(drafts)/\(document.fileName)")
        }
      }
      names += documents.map(\.fileName)
      if extras.contains(.pdf) {
        do {
          let converter = try PDFConverter(interruption: folder.interruption)
          names += try converter.convert(
            [Self.fileNames[0]] + documents.map(\.fileName), in: drafts)
        } catch let failure as PDFFailure {
          outcome.pdfFailure = failure
        }
      }
      outcome.paths = names.map { "\(folder.path)/\($0)" }
      return names
    }
    return outcome
  }

  /// Calls `write`, whose failure is one of the report `name`.
  private func writing(_ name: String, _ write: () throws -> Void) throws {
    do {
      try write()
    } catch {
      throw PipelineError.cannotWrite(path: "\(folder.path)/\(name)", detail: Self.reason(error))
    }
  }

  /// Throws where a document that was saved by a word processor stands at its place.
  private func checkUnedited(_ name: String) throws {
    let path = "\(folder.path)/\(name)"
    guard let bytes = FileManager.default.contents(atPath: path), !bytes.isEmpty else { return }
    guard bytes.suffix(WordDocument.unedited.utf8.count).elementsEqual(WordDocument.unedited.utf8)
    else { throw PipelineError.documentEdited(path: path) }
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

  static func reason(_ error: any Error) -> String {
    SystemFailure.message(of: error)
  }
}
