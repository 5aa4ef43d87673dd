import Foundation
public import Language
public import Ledger
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

  /// A report that was written.
  public struct Report: Sendable {
    /// Its path.
    public var path: String
    /// The SHA-256 of its bytes.
    public var hash: ContentHash
  }

  /// What was written.
  public struct Outcome: Sendable {
    /// The reports, the workbook first.
    public var reports: [Report]
    /// `ket-qua.json` as this run wrote it, whatever stands in its place by now.
    public var result: OpenFile
    /// The SHA-256 of `ket-qua.json`.
    public var resultHash: ContentHash
    /// Why there are no PDFs where they were asked for; the other reports stand.
    public var pdfFailure: PDFFailure?

    /// The paths of the reports, the workbook's first.
    public var paths: [String] { reports.map(\.path) }
  }

  /// Writes the reports to a hidden folder and, once all are whole, moves them to their places.
  ///
  /// The workbook and the files for programs are written side by side.
  ///
  /// - Throws: `PipelineError.cannotCreate`, `.cannotWrite`, or `.documentEdited` where a draft for
  ///   Word would replace one that somebody has worked on; earlier reports then stay as they were.
  public func publish(
    _ consolidation: Consolidation, language: Language, extras: Extras = []
  ) throws -> Outcome {
    let documents = extras.contains(.documents) ? WordDocument.allCases : []
    for document in documents { try checkUnedited(document.fileName) }
    var pdfFailure: PDFFailure?
    var drafted: [String: ContentHash] = [:]
    var result: (file: OpenFile, hash: ContentHash)?
    var names = Self.fileNames
    try folder.replace { drafts in
      let (workbook, json, csv) = (names[0], names[1], names[2])
      let works: [@Sendable () throws -> ContentHash] = [
        {
          // The longest of them begins first.
          try writing(workbook) {
            let path = "\(drafts)/\(workbook)"
            try RankingWorkbook.write(consolidation, language: language, to: path)
            return try OpenFile(path: path).hash()
          }
        },
        {
          try writing(json) {
            try DraftFile.write(to: "\(drafts)/\(json)") { take in
              try ResultJSON.write(consolidation, language: language, to: take)
            }
          }
        },
        {
          try writing(csv) {
            try DraftFile.write(to: "\(drafts)/\(csv)") { take in
              try DetailCSV.write(consolidation, language: language, to: take)
            }
          }
        },
      ]
      let hashes = try SideBySide.results(of: works)
      drafted = Dictionary(zip(names, hashes), uniquingKeysWith: { first, _ in first })
      result = (try OpenFile(path: "\(drafts)/\(json)"), hashes[1])
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
          names += try converter.convert([workbook] + documents.map(\.fileName), in: drafts)
        } catch let failure as PDFFailure {
          pdfFailure = failure
        }
      }
      for name in names where drafted[name] == nil {
        try writing(name) { drafted[name] = try OpenFile(path: "\(drafts)/\(name)").hash() }
      }
      return names
    }
    guard let result else { throw CancellationError() }
    let reports = names.compactMap { name in
      drafted[name].map { Report(path: "\(folder.path)/\(name)", hash: $0) }
    }
    return Outcome(
      reports: reports, result: result.file, resultHash: result.hash, pdfFailure: pdfFailure)
  }

  /// Calls `write`, whose failure is one of the report `name`.
  private func writing<Value>(_ name: String, _ write: () throws -> Value) throws -> Value {
    do {
      return try write()
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

  /// Writes a copy of a file, whole or not at all.
  ///
  /// - Throws: `PipelineError.cannotWrite`; `LedgerError.cannotRead`.
  public static func write(_ file: OpenFile, to path: String) throws {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.size)
    try file.read { bytes += $0 }
    try write(bytes, to: path)
  }

  static func reason(_ error: any Error) -> String {
    SystemFailure.message(of: error)
  }
}
