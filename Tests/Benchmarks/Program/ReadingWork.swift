import Pipeline
import Readers

/// What `thidua read --format count` does.
enum ReadingWork {
  /// Counts rows, cells and numbers of each sheet of a file.
  static func count(_ path: String) throws {
    var printer = SheetPrinter(format: .count)
    for sheet in try Workbook.open(path: path).sheets {
      try printer.print(sheet) { Swift.print(String(decoding: $0, as: UTF8.self), terminator: "") }
    }
  }
}
