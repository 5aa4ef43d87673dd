import Foundation
import Pipeline
import TestSupport
import Testing

/// Reports appear whole or not at all.
@Suite struct PublicationTests {
  static func publish(_ folder: TemporaryFolder, to output: String) async throws -> String {
    let consolidation = try await ConsolidationTests.consolidate(folder)
    return try Publication(folder: output).publish(consolidation, language: .vi).paths[0]
  }

  @Test("A run leaves the three reports and nothing else")
  func threeFiles() async throws {
    let folder = try ConsolidationTests.soundBlock()
    let path = try await Self.publish(folder, to: "\(folder.path)/ket-qua")
    #expect(path == "\(folder.path)/ket-qua/bang-xep-hang.xlsx")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/ket-qua")
    #expect(Set(names) == Set(Publication.fileNames))
  }

  @Test("The same input gives the same bytes")
  func sameBytes() async throws {
    let folder = try ConsolidationTests.soundBlock()
    _ = try await Self.publish(folder, to: "\(folder.path)/a")
    try await Task.sleep(for: .milliseconds(2100))
    _ = try await Self.publish(folder, to: "\(folder.path)/b")
    for name in Publication.fileNames {
      #expect(try folder.read("a/\(name)") == folder.read("b/\(name)"), "\(name)")
    }
  }

  @Test("Where the folder cannot be made nothing is written")
  func folderIsFile() async throws {
    let folder = try ConsolidationTests.soundBlock()
    try folder.write("here first", to: "ket-qua")
    await #expect(throws: PipelineError.self) {
      try await Self.publish(folder, to: "\(folder.path)/ket-qua")
    }
    #expect(try folder.read("ket-qua") == Array("here first".utf8))
  }

  @Test("Where one report cannot be put in its place the drafts are taken away")
  func blockedReport() async throws {
    let folder = try ConsolidationTests.soundBlock()
    try folder.write("in the way", to: "ket-qua/bang-xep-hang.xlsx/x")
    await #expect(throws: PipelineError.self) {
      try await Self.publish(folder, to: "\(folder.path)/ket-qua")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/ket-qua")
    #expect(names == ["bang-xep-hang.xlsx"])
  }

  @Test("A new block folder holds a regulation that loads, and is never overwritten")
  func create() throws {
    let folder = try TemporaryFolder()
    let path = try BlockFolder.create(at: "\(folder.path)/khoi", name: "Khối Nội chính", year: 2019)
    let regulation = try BlockFolder(path: "\(folder.path)/khoi").regulation()
    #expect(regulation.block.name == "Khối Nội chính")
    #expect(regulation.block.year == 2019)
    let bytes = try folder.read("khoi/quy-che.xlsx")
    #expect(path == "\(folder.path)/khoi/quy-che.xlsx")
    #expect(throws: PipelineError.self) {
      try BlockFolder.create(at: "\(folder.path)/khoi", name: "Khác", year: 2020)
    }
    #expect(try folder.read("khoi/quy-che.xlsx") == bytes)
  }
}
