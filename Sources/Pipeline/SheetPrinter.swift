public import Spreadsheet
import Writer

/// Writes what a reader sees of a file, for `thidua read`.
public struct SheetPrinter {
  /// The forms of output.
  public enum Format: String, CaseIterable, Sendable {
    /// One JSON object a row that is not blank.
    case ndjson
    /// The cells at their places (RFC 4180), one sheet after the other.
    case csv
    /// One line a sheet: its name, rows, cells and the sum of its numbers, between tabs.
    case count
  }

  /// How many bytes are gathered before they are handed to the caller.
  private static let flushSize = 64 << 10

  private let format: Format
  private var buffer: [UInt8] = []

  /// A printer of the given form.
  public init(format: Format) {
    self.format = format
  }

  /// Reads `sheet` and hands its text to `flush`, piece by piece.
  ///
  /// - Throws: `ReadingError`, after the rows before the failure were handed out; and whatever
  ///   `flush` throws.
  public mutating func print(
    _ sheet: any SheetSource, flush: ([UInt8]) throws -> Void
  ) throws {
    var totals = (rows: 0, cells: 0, sum: 0.0)
    var lastRow = 0
    var failure: (any Error)?
    let prefix = Self.jsonPrefix(of: sheet.name)
    do {
      _ = try sheet.forEachRow { row in
        guard !row.cells.allSatisfy(\.isBlank) else { return }
        switch format {
        case .ndjson: appendJSON(row, prefix: prefix)
        case .csv:
          // Blank rows keep their lines, so that the line of a row is its number.
          for _ in lastRow..<row.number - 1 { endRecord() }
          appendRecord(row)
          lastRow = row.number
        case .count:
          totals.rows += 1
          for cell in row.cells where !cell.isBlank {
            totals.cells += 1
            if case .number(let number) = cell.content { totals.sum += number }
          }
        }
        if buffer.count >= Self.flushSize { try empty(into: flush) }
      }
    } catch {
      failure = error
    }
    if format == .count, failure == nil {
      buffer += sheet.name.utf8
      buffer += "\t\(totals.rows)\t\(totals.cells)\t\(CellValue.shortest(totals.sum))\n".utf8
    }
    try empty(into: flush)
    if let failure { throw failure }
  }

  private mutating func empty(into flush: ([UInt8]) throws -> Void) throws {
    guard !buffer.isEmpty else { return }
    try flush(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension SheetPrinter {
  /// The beginning of every line of a sheet, up to the row's number.
  private static func jsonPrefix(of sheet: String) -> [UInt8] {
    var prefix = Array("{\"sheet\":".utf8)
    JSONText.append(sheet, to: &prefix)
    prefix += ",\"row\":".utf8
    return prefix
  }

  private mutating func appendJSON(_ row: RowView, prefix: [UInt8]) {
    buffer += prefix
    buffer += String(row.number).utf8
    buffer += ",\"cells\":{".utf8
    var isFirst = true
    for cell in row.cells where !cell.isBlank {
      buffer += (isFirst ? "\"" : ",\"").utf8
      isFirst = false
      buffer += CellReference.letters(ofColumn: cell.column).utf8
      buffer += "\":".utf8
      CellJSON.append(cell, of: row, to: &buffer)
    }
    buffer += "}}\n".utf8
  }
}

extension SheetPrinter {
  private mutating func appendRecord(_ row: RowView) {
    var column = 1
    for cell in row.cells where !cell.isBlank {
      buffer.append(contentsOf: repeatElement(UInt8(ascii: ","), count: cell.column - column))
      column = cell.column
      switch cell.content {
      case .text, .error: row.withText(of: cell) { CSVText.append($0.span, to: &buffer) }
      default: buffer += row.text(of: cell).utf8
      }
    }
    endRecord()
  }

  private mutating func endRecord() {
    buffer += [0x0D, 0x0A]
  }
}

/// A cell as `read --format ndjson` shows it.
private enum CellJSON {
  static func append(_ cell: CellView, of row: RowView, to buffer: inout [UInt8]) {
    switch cell.content {
    case .empty: buffer += "null".utf8
    case .number(let number): append(number, to: &buffer)
    case .text: row.withText(of: cell) { JSONText.append($0.span, to: &buffer) }
    case .boolean(let flag): buffer += (flag ? "true" : "false").utf8
    case .error: append(row.text(of: cell), as: "error", to: &buffer)
    case .date(let date): append("\(date)", as: "date", to: &buffer)
    case .time(let time): append("\(time)", as: "time", to: &buffer)
    }
  }

  /// JSON has no infinities; no reader hands them out, and null stands for them here.
  private static func append(_ number: Double, to buffer: inout [UInt8]) {
    if number == 0, number.sign == .minus {
      buffer += "-0.0".utf8
    } else {
      buffer += (number.isFinite ? CellValue.shortest(number) : "null").utf8
    }
  }

  private static func append(_ text: String, as key: String, to buffer: inout [UInt8]) {
    buffer += "{\"\(key)\":".utf8
    JSONText.append(text, to: &buffer)
    buffer.append(UInt8(ascii: "}"))
  }
}
