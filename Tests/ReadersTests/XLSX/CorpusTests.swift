import Foundation
import Readers
import Spreadsheet
import Testing

/// Workbooks that other projects keep as tests, beside the package where they are present.
enum Corpus {
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return ["../shared/corpus", "../../shared/corpus"].map { root.appending(path: $0) }
      .first { FileManager.default.fileExists(atPath: $0.path) }?.standardizedFileURL
  }()

  /// The files under `subfolder` for which `isWanted` holds, sorted by path.
  static func files(_ subfolder: String, _ isWanted: (URL) -> Bool) -> [URL] {
    guard let folder = folder?.appending(path: subfolder),
      let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return all.compactMap { $0 as? URL }.filter(isWanted).sorted { $0.path < $1.path }
  }
}

@Suite("Public workbooks", .enabled(if: Corpus.folder != nil))
struct CorpusTests {
  /// A known cell: its row, column, tag and value.
  private struct Known: Decodable {
    struct Sheet: Decodable {
      let name: String
      let cells: [[Item]]
    }
    enum Item: Decodable {
      case number(Double)
      case text(String)
      case flag(Bool)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
          self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }

      var text: String {
        switch self {
        case .number(let number): CellValue.shortest(number)
        case .text(let text): text
        case .flag(let flag): flag ? "true" : "false"
        }
      }
    }
    let sheets: [Sheet]
  }

  @Test("every cell on which two other readers agree is read as they read it")
  func knownCells() throws {
    let files = Corpus.files("xlsx") { $0.path.hasSuffix(".cells.json") }
    #expect(!files.isEmpty)
    for file in files {
      let path = String(file.path.dropLast(".cells.json".count))
      let known = try JSONDecoder().decode(Known.self, from: Data(contentsOf: file))
      let workbook = try WorkbookGrid(reading: Workbook.open(path: path))
      for sheet in known.sheets {
        let read = try #require(workbook.sheets.first { $0.name == sheet.name }, "\(path)")
        var rest = Set<CellReference>()
        for row in read.rows {
          for cell in row.cells where !cell.value.text.isEmpty {
            rest.insert(CellReference(row: row.number, column: cell.column))
          }
        }
        for cell in sheet.cells {
          let place = CellReference(row: Int(cell[0].text) ?? 0, column: Int(cell[1].text) ?? 0)
          rest.remove(place)
          let value = read[place]?.value ?? .empty
          #expect(
            agrees(value, tag: cell[2].text, text: cell[3].text),
            "\(path) \(sheet.name) \(place): \(value), not \(cell[2].text) \(cell[3].text)")
        }
        #expect(rest.isEmpty, "\(path) \(sheet.name): cells that nobody else sees")
      }
    }
  }

  private func agrees(_ value: CellValue, tag: String, text: String) -> Bool {
    switch (tag, value) {
    case ("n", .number(let number)):
      guard let known = Double(text) else { return false }
      return abs(number - known) <= 1e-11 * max(1, abs(known))
    case ("u", .number(let days)): return abs(days * 86_400 - (Double(text) ?? .nan)) < 1
    case ("u", .time): return true
    case ("s", .text(let string)): return string == text
    case ("b", .boolean(let flag)): return text.lowercased() == "\(flag)"
    case ("e", .error(let token)): return token == text
    case ("t", .time(let time)): return "\(time)".prefix(8) == text.prefix(8)
    case ("d", .date(let date)): return secondsApart(date, text).map { $0 <= 1 } ?? false
    default: return false
    }
  }

  /// Other readers cut fractions of a second where this one rounds.
  private func secondsApart(_ date: CivilDateTime, _ text: String) -> Int? {
    let numbers = text.prefix(19).split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count >= 3 else { return nil }
    let clock = numbers.dropFirst(3) + [0, 0, 0]
    let other = CivilDateTime(year: numbers[0], month: numbers[1], day: numbers[2])
    let seconds = clock.prefix(3).reduce(0) { $0 * 60 + $1 }
    let days = date.daysSince1970 - other.daysSince1970
    return abs(days * 86_400 + date.time.milliseconds / 1000 - seconds)
  }

  @Test("no workbook crashes the reader: it is read or refused")
  func noCrash() throws {
    for file in Corpus.files("", { !$0.hasDirectoryPath && !$0.path.hasSuffix(".json") }) {
      do {
        for sheet in try Workbook.open(path: file.path).sheets { _ = try sheet.read { _ in } }
      } catch is ReadingError {
        continue
      }
    }
  }
}
