import Foundation
import Readers
import Spreadsheet

/// A folder that is gone with the test.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// The workbook as the program's own reader sees it.
  func workbook(_ name: String) throws -> WorkbookGrid {
    try WorkbookGrid(reading: Workbook.open(path: "\(path)/\(name)"))
  }
}

extension WorkbookGrid {
  func sheet(_ name: String) -> SheetGrid? { sheets.first { $0.name == name } }
}

extension SheetGrid {
  /// All texts of the sheet.
  var texts: [String] {
    rows.flatMap(\.cells).compactMap { cell in
      if case .text(let text) = cell.value { text } else { nil }
    }
  }

  /// The row whose first text in `column` is `text`.
  func row(with text: String, in column: Int) -> Row? {
    rows.first { $0[column: column]?.value == .text(text) }
  }
}
