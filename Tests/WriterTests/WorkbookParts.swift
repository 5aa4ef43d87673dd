import Foundation

@testable import Readers

extension TemporaryFolder {
  /// A part of a package as text, for what the readers have no use for: charts, headers, comments.
  func part(_ part: String, of name: String) throws -> String? {
    let archive = try ZipArchive(bytes: Array(bytes(name)))
    return try archive.entries().first { $0.name == part }
      .map { String(decoding: try archive.bytes(of: $0), as: UTF8.self) }
  }

  /// The names of a package's parts.
  func parts(of name: String) throws -> [String] {
    try ZipArchive(bytes: Array(bytes(name))).entries().map(\.name)
  }
}
