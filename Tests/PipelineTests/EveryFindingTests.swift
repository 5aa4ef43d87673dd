import Foundation
import Normalizer
import Pipeline
import Regulation
import Spreadsheet
import TestSupport
import Testing

/// Every finding, raised by a file that another program made (`fixtures/tung-ton-tai`).
@Suite struct EveryFindingTests {
  static func block() throws -> BlockFolder {
    try BlockFolder(path: "\(Checkout.root)/fixtures/tung-ton-tai")
  }

  /// The findings of the block, read under a limit that one of its files exceeds.
  static let findings = Task {
    let block = try EveryFindingTests.block()
    let limits = Limits(cells: 1000)
    return try await Consolidator(block: block, regulation: block.regulation(), limits: limits)
      .consolidate().findings
  }

  /// What no file of the block can show by itself, with the test that raises it.
  static let elsewhere: Set<FindingCode> = [.lateSubmission]

  @Test("Every code has a row in the table")
  func complete() {
    let raised = Set(RaisedFinding.table.map(\.code)).union(Self.elsewhere)
    #expect(FindingCode.allCases.filter { !raised.contains($0) } == [])
  }

  @Test("The finding names file, cell, value and action", arguments: RaisedFinding.table)
  func raised(_ expected: RaisedFinding) async throws {
    func agrees(_ wanted: String?, _ found: String?) -> Bool {
      wanted == found?.precomposedStringWithCanonicalMapping
    }
    let findings = try await Self.findings.value
    let same = findings.filter { $0.code == expected.code }
    #expect(
      same.contains { finding in
        finding.severity == expected.severity && finding.unit == expected.unit
          && agrees(expected.file, finding.file) && agrees(expected.sheet, finding.sheet)
          && finding.cell == expected.cell && agrees(expected.value, finding.value)
          && agrees(expected.action, finding.action)
      }, "\(same)")
  }

  @Test("Nothing is an error that no row speaks of")
  func errors() async throws {
    let rows = RaisedFinding.table.map { "\($0.code) \($0.file ?? $0.unit ?? "")" }
    for finding in try await Self.findings.value where finding.severity == .error {
      let file = finding.file?.precomposedStringWithCanonicalMapping
      #expect(rows.contains("\(finding.code) \(file ?? finding.unit ?? "")"), "\(finding)")
    }
  }

  /// The mail's time is the ledger's to know; the files of the block say nothing of it.
  @Test("A file of the block that a mail brought after the deadline is late")
  func late() async throws {
    let block = try Self.block()
    let regulation = try block.regulation()
    var files = try await Consolidator(block: block, regulation: regulation).check(
      files: ["\(block.path)/bai-nop/Sở Nội vụ.xlsx"])
    files[0].received = "2020-11-21T09:12:00+07:00"
    let findings = SubmissionSelection(files, regulation: regulation).findings
    #expect(
      findings.map { "\($0.code.rawValue) \($0.severity) \($0.unit ?? "") \($0.value ?? "")" } == [
        "late-submission warning SNV 2020-11-21T09:12:00+07:00"
      ])
    #expect(
      findings[0].file?.precomposedStringWithCanonicalMapping == "bai-nop/Sở Nội vụ.xlsx")
  }
}
