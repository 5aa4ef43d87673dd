import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// LibreOffice is asked for PDFs, and what goes wrong there is said.
@Suite struct PDFConverterTests {
  /// A folder with a program in place of LibreOffice.
  static func folder(_ script: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\n\(script)\n", to: "bin/soffice")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/bin/soffice")
    try folder.write("x", to: "a.xlsx")
    return folder
  }

  static func convert(_ folder: TemporaryFolder, limit: Duration = .seconds(60)) throws -> [String]
  {
    try PDFConverter(
      searchPath: "/nowhere:\(folder.path)/bin", interruption: Interruption(), timeLimit: limit
    ).convert(["a.xlsx"], in: folder.path)
  }

  @Test("Where there is no LibreOffice that is the failure")
  func missing() throws {
    let folder = try TemporaryFolder()
    try folder.write("no program", to: "soffice")
    #expect(throws: PDFFailure.notInstalled) {
      try PDFConverter(searchPath: folder.path, interruption: Interruption())
    }
  }

  @Test("The PDF has the report's name, and the profile is one of its own that is taken away")
  func converts() throws {
    let folder = try Self.folder(
      """
      for argument; do
        case $argument in -env:UserInstallation=file://*) echo "${argument#*://}" > profile;; esac
      done
      mkdir -p "$(cat profile)"
      echo %PDF > a.pdf
      """.replacing("profile)", with: "$0.profile)").replacing("> profile", with: "> $0.profile")
        .replacing("> a.pdf", with: "> \"$(dirname \"$0\")/../a.pdf\""))
    #expect(try Self.convert(folder) == ["a.pdf"])
    let profile = String(decoding: try folder.read("bin/soffice.profile"), as: UTF8.self)
      .trimmingCharacters(in: .newlines)
    #expect(profile.hasSuffix("/profile"))
    #expect(!FileManager.default.fileExists(atPath: profile))
  }

  @Test("What it says before it fails is passed on, and success without a PDF is a failure")
  func fails() throws {
    let failing = try Self.folder("echo boom >&2; exit 3")
    #expect(throws: PDFFailure.failed("\(failing.path)/bin/soffice: 3: boom")) {
      try Self.convert(failing)
    }
    let idle = try Self.folder("echo 'no filter' >&2")
    #expect(throws: PDFFailure.failed("no filter")) { try Self.convert(idle) }
  }

  @Test("One that does not end is ended, with what it started")
  func endless() throws {
    let folder = try Self.folder("sleep 600 & echo $! > \"$0.child\"; wait")
    #expect(throws: PDFFailure.timedOut(seconds: 1)) {
      try Self.convert(folder, limit: .seconds(1))
    }
    let child = String(decoding: try folder.read("bin/soffice.child"), as: UTF8.self)
    let process = try #require(pid_t(child.trimmingCharacters(in: .newlines)))
    // Ended, or a zombie until its new parent looks.
    let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    #expect(state == nil || state?.contains(") Z") == true)
  }

  static let hasLibreOffice: Bool = {
    (try? PDFConverter(interruption: Interruption())) != nil
  }()

  @Test("LibreOffice opens the workbook and the drafts", .enabled(if: hasLibreOffice))
  func reports() async throws {
    let folder = try ConsolidationTests.soundBlock()
    let consolidation = try await ConsolidationTests.consolidate(folder)
    let output = "\(folder.path)/ket-qua"
    let outcome = try Publication(folder: output).publish(
      consolidation, language: .vi, extras: [.documents, .pdf])
    #expect(outcome.pdfFailure == nil)
    for name in ["bang-xep-hang.pdf", "to-trinh.pdf", "bien-ban-hop.pdf"] {
      #expect(outcome.paths.contains("\(output)/\(name)"))
      #expect(try folder.read("ket-qua/\(name)").starts(with: "%PDF-".utf8))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: output).count == 8)
  }
}
