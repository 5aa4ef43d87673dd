import Foundation
import Readers
import Testing

/// The csv-spectrum collection, where it lies beside the package.
@Suite struct CSVCorpusTests {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../../shared/corpus/csv").standardizedFileURL
  static let spectrum = root.appendingPathComponent("max-mapper+csv-spectrum")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: spectrum.path) }

  /// Two are left out, whose stated truth is not that of the file beside it: a number in
  /// `location_coordinates` differs, and `newlines_crlf` has lost its carriage returns.
  static let names = [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
    "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  ]

  @Test("Every case of csv-spectrum reads as it should", .enabled(if: isPresent), arguments: names)
  func readsSpectrum(name: String) throws {
    let csv = Self.spectrum.appendingPathComponent("csvs/\(name).csv")
    let truth = Self.spectrum.appendingPathComponent("json/\(name).json")
    let rows = try texts(ofCSV: [UInt8](Data(contentsOf: csv)), name: csv.path)
    let records = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: truth)) as? [[String: String]])
    let heading = try #require(rows.first)
    let read = rows.dropFirst().map { row in
      Dictionary(
        uniqueKeysWithValues: heading.enumerated().map { column, title in
          (title, column < row.count ? row[column] : "")
        })
    }
    #expect(read == records)
  }
}
