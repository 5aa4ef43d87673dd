import Foundation
import Normalizer
import Pipeline
import Ranking
import TestSupport
import Testing
import Writer

/// The block of 2019 against what was worked out by hand (`fixtures/README.md`).
@Suite struct FixtureBlockTests {
  /// `fixtures/khoi-noi-chinh-2019.expected.json`; a key that is absent is not compared.
  struct Expectation: Decodable {
    struct Unit: Decodable {
      var code: String
      var status: String
      var rank: Int?
      var tied: Bool
      var total: String?
      var base: String?
      var bonus: String?
      var deduction: String?
      var `class`: String?
      var titles: [String]
      var source: String?
      var scores: [String: String]?
    }
    struct Finding: Decodable, CustomStringConvertible {
      var unit: String?
      var code: String
      var severity: String?
      var file: String?
      var sheet: String?
      var cell: String?
      var row: Int?
      var value: String?
      var action: String?
      var description: String { "\(unit ?? "–") \(code) \(file ?? "") \(cell ?? "")" }

      func matches(_ finding: Normalizer.Finding) -> Bool {
        func agrees(_ expected: String?, _ actual: String?) -> Bool {
          expected == nil
            || expected == actual?.precomposedStringWithCanonicalMapping
        }
        let digits = finding.cell?.prefix { $0 != ":" }.filter(\.isNumber)
        return unit == finding.unit && code == finding.code.rawValue
          && agrees(severity, finding.severity.rawValue) && agrees(file, finding.file)
          && agrees(sheet, finding.sheet) && agrees(cell, finding.cell)
          && agrees(value, finding.value) && agrees(action, finding.action)
          && (row == nil || digits == row.map(String.init))
      }
    }
    var units: [Unit]
    var findings: [Finding]
  }

  static let fixtures = "\(Checkout.root)/fixtures"

  static func expectation() throws -> Expectation {
    let path = "\(fixtures)/khoi-noi-chinh-2019.expected.json"
    return try JSONDecoder().decode(
      Expectation.self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func consolidation() async throws -> Consolidation {
    let block = try BlockFolder(path: "\(fixtures)/khoi-noi-chinh-2019")
    return try await Consolidator(block: block, regulation: try block.regulation()).consolidate()
  }

  @Test("Every unit has the status, sums, rank, class and titles that were worked out by hand")
  func units() async throws {
    let consolidation = try await Self.consolidation()
    let expected = try Self.expectation().units
    #expect(expected.count == 8)
    for unit in expected {
      let actual = try #require(
        consolidation.standings.units.first { $0.unit.code == unit.code })
      #expect(actual.status.rawValue == unit.status, "\(unit.code)")
      #expect(actual.rank == unit.rank, "\(unit.code)")
      #expect(actual.isTied == unit.tied, "\(unit.code)")
      #expect(actual.total?.description == unit.total, "\(unit.code)")
      #expect(actual.base?.description == unit.base, "\(unit.code)")
      #expect(actual.bonus?.description == unit.bonus, "\(unit.code)")
      #expect(actual.deduction?.description == unit.deduction, "\(unit.code)")
      #expect(actual.className == unit.class, "\(unit.code)")
      #expect(actual.titles == unit.titles, "\(unit.code)")
      if let source = unit.source {
        #expect(
          actual.source?.file.precomposedStringWithCanonicalMapping == source, "\(unit.code)")
      }
      for (criterion, points) in unit.scores ?? [:] {
        let score = actual.scores.first { $0.criterion == criterion }
        #expect(score?.counted.description == points, "\(unit.code) \(criterion)")
      }
    }
  }

  @Test("Every laid fault is found with its place, value and action, and there is no other error")
  func findings() async throws {
    var actual = try await Self.consolidation().findings
    let expected = try Self.expectation().findings
    #expect(Set(expected.map(\.code)).count >= 30)
    for finding in expected {
      let index = actual.firstIndex { finding.matches($0) }
      #expect(index != nil, "\(finding)")
      if let index { actual.remove(at: index) }
    }
    let laid = Set(expected.map { "\($0.unit ?? "") \($0.code)" })
    for finding in actual where finding.severity == .error {
      #expect(laid.contains("\(finding.unit ?? "") \(finding.code.rawValue)"), "\(finding)")
    }
  }

  @Test("Every file is listed with what became of it")
  func files() async throws {
    let files = try await Self.consolidation().files
    let verdicts = Dictionary(grouping: files, by: \.verdict).mapValues(\.count)
    #expect(
      verdicts == [.counted: 7, .superseded: 1, .duplicate: 1, .waiting: 1, .unusable: 2])
  }
}

/// A block that another project's programs made, where it lies beside the checkout.
@Suite struct SampleBlockTests {
  @Test(
    "The sample block comes out as it must",
    .enabled(if: Checkout.shared("sample-block/khoi-mau") != nil))
  func sample() async throws {
    let folder = try #require(Checkout.shared("sample-block"))
    struct Expectation: Decodable {
      struct Unit: Decodable {
        var code: String
        var status: String
        var rank: Int?
        var total: String?
        var `class`: String?
      }
      struct Finding: Decodable, Hashable {
        var unit: String?
        var code: String
      }
      var units: [Unit]
      var findings: [Finding]
    }
    let expected = try JSONDecoder().decode(
      Expectation.self,
      from: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/khoi-mau.expected.json")))
    let block = try BlockFolder(path: "\(folder)/khoi-mau")
    let consolidation = try await Consolidator(
      block: block, regulation: try block.regulation()
    ).consolidate()
    for unit in expected.units {
      let actual = try #require(
        consolidation.standings.units.first { $0.unit.code == unit.code })
      #expect(actual.status.rawValue == unit.status)
      guard unit.status == "ranked" else { continue }
      #expect(actual.rank == unit.rank)
      #expect(actual.total?.description == unit.total)
      #expect(actual.className == unit.class)
    }
    let found = Set(
      consolidation.findings.map {
        Expectation.Finding(unit: $0.unit, code: $0.code.rawValue)
      })
    #expect(Set(expected.findings).subtracting(found) == [])
    let errors = consolidation.findings.filter { $0.severity == .error }.map {
      Expectation.Finding(unit: $0.unit, code: $0.code.rawValue)
    }
    #expect(Set(errors).subtracting(expected.findings) == [])
  }
}
