import Language
import Ranking
import Regulation
import Spreadsheet
import Testing

@testable import Normalizer
@testable import Writer

@Suite struct `The words of the reports` {
  /// Every table of texts that the reports draw on.
  static let tables: [any Phrase.Type] = [
    ReportPhrase.self, ColumnTitle.self, AnnexPhrase.self, SummaryPhrase.self, ProposalPhrase.self,
    AnalysisPhrase.self, ReportWord.self, FindingWord.self, FindingSentence.self,
  ]

  @Test(arguments: tables.indices)
  func `are there in both languages, with the same places to fill`(table: Int) {
    func check<P: Phrase>(_ type: P.Type) {
      for phrase in type.allCases {
        let (vi, en) = (phrase.translation.vi, phrase.translation.en)
        #expect(!vi.isEmpty && !en.isEmpty, "\(type).\(phrase)")
        #expect(!Self.isVietnamese(en), "\(type).\(phrase): \(en)")
        #expect(Self.places(vi) == Self.places(en), "\(type).\(phrase)")
      }
    }
    check(Self.tables[table])
  }

  private static func places(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{(\w+)\}/).map { String($0.output.1) })
  }

  /// Whether a text has a letter that English has not, but for titles of the regulation's columns,
  /// which are quoted as they stand there.
  private static func isVietnamese(_ text: String) -> Bool {
    text.replacing(/“[^”]*”/, with: "").unicodeScalars.contains {
      $0.properties.isAlphabetic && !$0.isASCII
    }
  }

  /// A block whose names are all in English, with something on every sheet.
  private static var consolidation: Consolidation {
    var block = Block(name: "Internal affairs", year: 2019)
    block.deadline = CivilDateTime(
      year: 2019, month: 11, day: 25, time: CivilTime(hour: 17, minute: 0, second: 0))
    var units = (0..<6).map { MemberUnit(code: "U\($0)", name: "Unit \($0)") }
    units[0].lastYear = Points(80)
    units[1].lastYear = Points(82)
    let codes: [(String, String?, CriterionKind, Aspect?)] = [
      ("I", nil, .base, nil), ("1", "I", .base, .unexpectedTask), ("2", "I", .base, nil),
      ("3", nil, .bonus, nil), ("4", nil, .deduction, nil),
    ]
    let criteria = CriteriaTable(
      codes.map { code, parent, kind, aspect in
        var criterion = Criterion(
          code: code, content: "Criterion \(code)", maximum: code == "I" ? nil : Points(50))
        criterion.parent = parent
        criterion.kind = kind
        criterion.aspect = aspect
        return criterion
      })
    var regulation = Regulation(
      block: block, units: units, criteria: criteria,
      classes: [
        ClassRule(name: "Excellent", floor: Points(60), quotaPercent: Quantity(30)),
        ClassRule(name: "Good", floor: Points(0)),
      ],
      titles: [
        TitleRule(name: "Flag", subject: .collective, quota: .count(1)),
        TitleRule(name: "Merit", subject: .collective, quota: .unlimited),
      ])
    var vote = TitleVote(unit: "U1", title: "Flag")
    vote.isWithdrawn = true
    regulation.votes = [vote]
    let tables = units.dropLast().enumerated().map { index, unit in
      ScoreTable(
        unit: unit.code,
        source: SubmissionSource(file: "\(unit.code).xlsx", sha256: "00", sheet: "Scores"),
        entries: Dictionary(
          uniqueKeysWithValues: ["1", "2", "3", "4"].map { code in
            var entry = ScoreEntry(
              selfPoints: Points(30), appraisedPoints: Points(code == "1" ? 20 + index / 2 : 30),
              sheet: "Scores", cell: "D\(code)")
            entry.countedPoints = entry.appraisedPoints
            if code == "1" { entry.evidence = "Report 12" }
            return (code, entry)
          }))
    }
    let files = tables.map { table in
      NormalizedFile(
        path: table.source.file, name: table.source.file, sha256: "00", received: nil,
        unit: table.unit, tables: [table], findings: [])
    }
    let selection = SubmissionSelection(files, regulation: regulation)
    let standings = Ranker(regulation).standings(selection)
    return Consolidation(
      regulation: regulation, standings: standings, findings: standings.findings,
      files: files.map {
        ReceivedFile(
          path: $0.path, sha256: "00", unit: $0.unit, sheet: "Scores",
          received: "2019-11-20T09:00:00+07:00", verdict: .counted)
      })
  }

  @Test func `are English throughout where the names are`() throws {
    let folder = try TemporaryFolder()
    try RankingWorkbook.write(Self.consolidation, language: .en, to: "\(folder.path)/b.xlsx")
    let workbook = try folder.workbook("b.xlsx")
    #expect(workbook.sheets.count >= 11)
    for sheet in workbook.sheets {
      #expect(!Self.isVietnamese(sheet.name))
      for text in sheet.texts { #expect(!Self.isVietnamese(text), "\(sheet.name): \(text)") }
    }
    for part in try folder.parts(of: "b.xlsx") where part.hasPrefix("xl/charts/chart") {
      let xml = try #require(try folder.part(part, of: "b.xlsx"))
      #expect(!Self.isVietnamese(xml), "\(part)")
    }
  }

  @Test func `name sheets as every program allows, in both languages`() throws {
    for language in Language.allCases {
      let folder = try TemporaryFolder()
      try RankingWorkbook.write(Self.consolidation, language: language, to: "\(folder.path)/b.xlsx")
      for sheet in try folder.workbook("b.xlsx").sheets {
        #expect(sheet.name.count <= 31)
        #expect(!sheet.name.contains { "[]:*?/\\'".contains($0) })
      }
    }
  }
}
