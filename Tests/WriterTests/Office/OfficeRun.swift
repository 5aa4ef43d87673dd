import Foundation
import Language
import OfficeSupport
import Pipeline
import Readers
import Spreadsheet
import TestSupport

@testable import Writer

/// The workbooks of several blocks, saved anew and printed by LibreOffice: made once, for a start of it
/// takes seconds, and looked at by many tests.
struct OfficeRun: Sendable {
  /// A workbook with what LibreOffice made of it.
  struct Book: Sendable {
    var name: String
    /// As the program wrote it.
    var written: URL
    /// With every formula calculated anew.
    var recalculated: URL
    /// The text of its pages; nil for a book that was not printed.
    var pages: [String]?
  }

  /// A random block, changed by openpyxl and calculated anew.
  struct Edit: Sendable {
    var block: ChangedBlock
    var recalculated: URL
  }

  var books: [Book]
  var edits: [Edit]

  /// Where the pages are kept for people to look at.
  static let folder = URL(filePath: Checkout.root).appending(path: ".build/artefacts/pages")
  private static let work = URL(filePath: Checkout.root).appending(path: ".build/artefacts/office")

  /// The Python that `make readers` sets up; nil where there is none.
  static let python: String? = {
    let path =
      ProcessInfo.processInfo.environment["THIDUA_PYTHON"]
      ?? "\(Checkout.root)/.build/python/bin/python3"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()
  static let script = "\(Checkout.root)/Tests/WriterTests/Office/workbooks.py"

  /// Whether the programs are there: LibreOffice and poppler's.
  static var isPossible: Bool {
    LibreOffice.program != nil && Tool.url("pdftotext") != nil && Tool.url("pdftoppm") != nil
  }

  /// The run, made by the first test that asks.
  static let shared = Task { try await OfficeRun() }

  private init() async throws {
    for folder in [Self.folder, Self.work] {
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    guard let program = LibreOffice.program else { throw CocoaError(.fileNoSuchFile) }
    let office = LibreOffice(program: program, folder: Self.work)
    try office.recalculateAlways()

    let block = try BlockFolder(path: "\(Checkout.root)/fixtures/khoi-noi-chinh-2019")
    let fixture = try await Consolidator(block: block, regulation: try block.regulation())
      .consolidate()
    let printed: [(String, Consolidation, Language)] = [
      ("khoi-noi-chinh", fixture, .vi), ("khoi-noi-chinh-en", fixture, .en),
      ("hai-nhom", SampleBlock.standard().consolidation, .vi),
      ("nhieu-don-vi", SampleBlock(units: 40, criteriaPerGroup: 8).consolidation, .vi),
    ]
    let changed = (0..<16).map { ChangedBlock(seed: 900 + $0) }
    let contents =
      printed
      + changed.enumerated().map { ("ngau-nhien-\($0.offset)", $0.element.before, Language.vi) }
    let written = try contents.map { name, consolidation, language in
      let file = Self.work.appending(path: "\(name).xlsx")
      try RankingWorkbook.write(consolidation, language: language, to: file.path)
      return file
    }
    let edited = Self.python == nil ? [] : try await Self.type(changed)
    let recalculated = try await office.convert(
      written + edited, to: "xlsx", in: Self.work.appending(path: "recalculated"))
    let pages = try await office.convert(
      Array(written.prefix(printed.count)), to: "pdf", in: Self.folder)
    books = []
    for (index, file) in written.enumerated() {
      var book = Book(
        name: contents[index].0, written: file, recalculated: recalculated[index], pages: nil)
      if index < pages.count { book.pages = try await Self.look(at: pages[index]) }
      books.append(book)
    }
    edits = zip(changed, recalculated.dropFirst(written.count)).map {
      Edit(block: $0, recalculated: $1)
    }
    print("Pages to look at: \(Self.folder.path)")
  }

  /// Types the changes into the workbooks; openpyxl stores no results of formulas.
  private static func type(_ blocks: [ChangedBlock]) async throws -> [URL] {
    struct Job: Encodable {
      enum Value: Encodable {
        case number(Double)
        case text(String)
        func encode(to encoder: any Encoder) throws {
          var container = encoder.singleValueContainer()
          switch self {
          case .number(let number): try container.encode(number)
          case .text(let text): try container.encode(text)
          }
        }
      }
      var input: String
      var output: String
      var sheet: String
      var cells: [String: Value]
    }
    var outputs: [URL] = []
    let jobs = blocks.enumerated().map { index, block in
      let context = ReportContext(block.before, .vi)
      let output = work.appending(path: "sua-\(index).xlsx")
      outputs.append(output)
      var cells: [String: Job.Value] = [:]
      for edit in block.edits {
        guard let cell = context.matrix.cell(unit: edit.unit, criterion: edit.criterion) else {
          continue
        }
        cells["\(cell)"] =
          edit.points.map { .number($0.doubleValue) }
          ?? .text(context.text(MatrixPhrase.notApplicable))
      }
      return Job(
        input: work.appending(path: "ngau-nhien-\(index).xlsx").path, output: output.path,
        sheet: context.text(.matrix), cells: cells)
    }
    let file = work.appending(path: "jobs.json")
    try JSONEncoder().encode(jobs).write(to: file)
    let status = try await Tool.run(python ?? "", ["-B", script, "edit", file.path])
    guard status == 0 else { throw CocoaError(.fileWriteUnknown) }
    return outputs
  }

  /// The text of each page; the pages are kept as pictures.
  private static func look(at pdf: URL) async throws -> [String] {
    let text = work.appending(path: "\(pdf.lastPathComponent).txt")
    _ = try await Tool.run(
      "/usr/bin/env", ["pdftotext", "-layout", pdf.path, text.path])
    _ = try await Tool.run(
      "/usr/bin/env",
      ["pdftoppm", "-r", "60", "-png", pdf.path, pdf.deletingPathExtension().path])
    // A form feed ends every page.
    return try String(contentsOf: text, encoding: .utf8)
      .split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
