import Foundation

@testable import Readers

extension TemporaryFolder {
  /// A part of a package as text, for what the readers have no use for: charts, headers, comments.
  func part(_ part: String, of name: String) throws -> String? {
    try bytes(ofPart: part, of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A part of a package.
  func bytes(ofPart part: String, of name: String) throws -> [UInt8]? {
    let archive = try ZipArchive(bytes: Array(bytes(name)))
    return try archive.entries().first { $0.name == part }.map { try archive.bytes(of: $0) }
  }

  /// The names of a package's parts.
  func parts(of name: String) throws -> [String] {
    try ZipArchive(bytes: Array(bytes(name))).entries().map(\.name)
  }
}
