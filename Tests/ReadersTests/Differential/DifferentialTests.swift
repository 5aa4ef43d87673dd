import Foundation
import Readers
import Spreadsheet
import Testing

/// A Python with the readers and writers that `requirements.txt` names.
///
/// `make test` puts it into `.build/python`; the environment variable `THIDUA_PYTHON` names another.
enum OtherReaders {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static let python: URL? = {
    let root = folder.appending(path: "../../..").standardizedFileURL
    let path =
      ProcessInfo.processInfo.environment["THIDUA_PYTHON"]
      ?? root.appending(path: ".build/python/bin/python3").path
    return FileManager.default.isExecutableFile(atPath: path) ? URL(filePath: path) : nil
  }()

  /// A workbook as the other readers see it.
  struct KnownWorkbook: Decodable {
    struct Cell: Decodable {
      let value: [String]?
      let formula: String?
      let isDisputed: Bool
    }
    struct Sheet: Decodable {
      let name: String
      let visibility: String
      let merges: [String]
      let hiddenRows: [Int]
      let cells: [String: Cell]
    }
    let file: String
    let sheets: [Sheet]
  }

  struct Failed: Error {
    let status: Int32
  }

  /// Writes the workbooks into `folder` and reads them there.
  static func workbooks(in folder: URL, by python: URL) throws -> [KnownWorkbook] {
    let output = folder.appending(path: "cells.json")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = python
    // Nothing is left behind beside the scripts.
    process.arguments = ["-B", Self.folder.appending(path: "oracle.py").path, folder.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
    return try JSONDecoder().decode([KnownWorkbook].self, from: Data(contentsOf: output))
  }
}

@Suite("Generated workbooks", .enabled(if: OtherReaders.python != nil))
struct DifferentialTests {
  @Test("every cell, merge and hidden row is read as other readers read it")
  func otherReaders() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let python = try #require(OtherReaders.python)
    let workbooks = try OtherReaders.workbooks(in: folder, by: python)
    #expect(workbooks.count == 7)
    for known in workbooks {
      let workbook = try WorkbookGrid(reading: Workbook.open(path: known.file))
      let file = URL(filePath: known.file).lastPathComponent
      #expect(workbook.sheets.map(\.name) == known.sheets.map(\.name), "\(file)")
      for (sheet, knownSheet) in zip(workbook.sheets, known.sheets) {
        compare(sheet, with: knownSheet, in: file)
      }
    }
  }

  private func compare(
    _ sheet: SheetGrid, with known: OtherReaders.KnownWorkbook.Sheet, in file: String
  ) {
    let place = "\(file) \(sheet.name)"
    #expect(sheet.visibility.rawValue == known.visibility, "\(place)")
    #expect(sheet.layout.mergedRanges.map(\.description).sorted() == known.merges, "\(place)")
    let rows = Set(sheet.rows.map(\.number))
    #expect(
      sheet.rows.filter(\.isHidden).map(\.number) == known.hiddenRows.filter(rows.contains),
      "\(place)")
    var rest = known.cells
    var differences: [String] = []
    for row in sheet.rows {
      for cell in row.cells {
        let reference = "\(CellReference(row: row.number, column: cell.column))"
        guard let other = rest.removeValue(forKey: reference) else {
          differences.append("\(reference): nobody else sees \(cell)")
          continue
        }
        if !other.isDisputed, !agrees(cell.value, other.value) {
          differences.append("\(reference): \(cell.value), not \(other.value ?? [])")
        }
        if cell.formula != other.formula {
          differences.append("\(reference): =\(cell.formula ?? ""), not =\(other.formula ?? "")")
        }
      }
    }
    differences += rest.map { "\($0.key): not read, \($0.value)" }
    #expect(differences.isEmpty, "\(place): \(differences.prefix(10))")
  }

  private func agrees(_ value: CellValue, _ other: [String]?) -> Bool {
    guard let other, other.count == 2 else { return value == .empty }
    let text = other[1]
    switch (other[0], value) {
    case ("n", .number(let number)): return number == Double(text)
    case ("s", .text(let string)): return string == text
    case ("b", .boolean(let flag)): return "\(flag)" == text
    case ("e", .error(let token)): return token == text
    // Others round to the microsecond first.
    case ("d", .date(let date)): return isNear("\(date.isoDate)T\(clock(date.time))", text)
    case ("t", .time(let time)): return isNear(clock(time), text)
    case ("u", .number(let days)): return abs(days - (Double(text) ?? .nan)) < 1e-8
    case ("u", .time(let time)):
      return abs(Double(time.milliseconds) / 86_400_000 - (Double(text) ?? .nan)) < 1e-8
    default: return false
    }
  }

  private func clock(_ time: CivilTime) -> String {
    let text = "\(time)"
    return text.contains(".") ? text : text + ".000"
  }

  /// Whether two times written to the millisecond are the same or neighbours.
  private func isNear(_ one: String, _ other: String) -> Bool {
    one == other
      || one.dropLast(3) == other.dropLast(3)
        && abs((Int(one.suffix(3)) ?? 0) - (Int(other.suffix(3)) ?? 9)) <= 1
  }
}
