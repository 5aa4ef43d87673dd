import Foundation
import Language
import Normalizer
import Ranking
import Regulation
import Testing

@testable import Readers
@testable import Writer

@Suite struct `The drafts for Word` {
  /// The standard block with votes, a withdrawal, people, and texts that XML and templates must not
  /// take for their own.
  private static var consolidation: Consolidation {
    var consolidation = SampleBlock.standard().consolidation
    var regulation = consolidation.regulation
    regulation.units[0].name = "Sở A & <B> {year}\u{1}"
    regulation.block.place = "Cần Thơ"
    regulation.block.position = "Trưởng khối"
    regulation.titles = [
      TitleRule(
        name: "Cờ", subject: .collective, quota: .count(1),
        decision: .scoreThenVote(percent: Quantity(80))),
      TitleRule(
        name: "CSTĐ", subject: .individual, quota: .unlimited,
        decision: .scoreThenVote(percent: Quantity(60))),
    ]
    var vote = TitleVote(unit: regulation.units[1].code, title: "Cờ")
    vote.ballots = TitleVote.Ballots(cast: 9, inFavour: 7)
    var withdrawal = TitleVote(unit: regulation.units[2].code, title: "Cờ")
    withdrawal.isWithdrawn = true
    regulation.votes = [vote, withdrawal]
    consolidation.regulation = regulation
    for index in consolidation.standings.units.indices {
      let code = consolidation.standings.units[index].unit.code
      consolidation.standings.units[index].titles = code == regulation.units[0].code ? ["Cờ"] : []
      if code == regulation.units[0].code {
        consolidation.standings.units[index].unit.name = regulation.units[0].name
      }
    }
    let source = SourceCell(file: "a.xlsx", sheet: "s", cell: "B1")
    consolidation.proposals.nominees = [
      Nominee(
        unit: regulation.units[0].code,
        nomination: Nomination(name: "Nguyễn Văn A", title: "CSTĐ", source: source),
        status: .proposed),
      Nominee(
        unit: regulation.units[1].code,
        nomination: Nomination(name: "Trần Thị B", title: "CSTĐ", source: source),
        status: .overQuota),
    ]
    return consolidation
  }

  private static func package(
    _ document: WordDocument, _ language: Language = .vi,
    of consolidation: Consolidation = consolidation
  ) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/\(document.fileName)"
    try document.write(consolidation, language: language, to: path)
    return [UInt8](try folder.bytes(document.fileName))
  }

  private static func parts(_ bytes: [UInt8]) throws -> [(name: String, root: XMLNodes)] {
    let archive = try ZipArchive(bytes: bytes)
    return try archive.entries().map { entry in
      (
        entry.name,
        XMLNodes(root: try XMLTree.parse(archive.bytes(of: entry), part: entry.name))
      )
    }
  }

  private static func body(
    _ document: WordDocument, _ language: Language = .vi,
    of consolidation: Consolidation = consolidation
  ) throws -> XMLNodes {
    let parts = try parts(package(document, language, of: consolidation))
    return try #require(parts.first { $0.name == "word/document.xml" }).root
  }

  static let variants = WordDocument.allCases.flatMap { document in
    Language.allCases.map { (document, $0) }
  }

  @Test(arguments: variants)
  func `are packages of the parts that word processors look for`(
    document: WordDocument, language: Language
  ) throws {
    let parts = try Self.parts(Self.package(document, language))
    #expect(parts.first?.name == "[Content_Types].xml")
    let names = Set(parts.map { "/\($0.name)" })
    let types = try #require(parts.first).root.elements("Override")
    for type in types { #expect(names.contains(type["PartName"] ?? "")) }
    let relations = try #require(parts.first { $0.name == "word/_rels/document.xml.rels" }).root
    for relation in relations.elements("Relationship") {
      #expect(names.contains("/word/\(relation["Target"] ?? "")"))
    }
  }

  @Test(arguments: variants)
  func `leave no place of a template open`(document: WordDocument, language: Language) throws {
    for (name, root) in try Self.parts(Self.package(document, language)) {
      for text in root.texts + root.all.flatMap({ $0.attributes.map(\.value) }) {
        // A name from a submission stays as it was written.
        let own = text.replacing("{year}", with: "")
        #expect(!own.contains("{"), "\(name): \(text)")
      }
      for element in root.all {
        #expect(!element.name.hasPrefix("t:"))
        #expect(!element.attributes.contains { $0.name.hasPrefix("t:") })
      }
    }
  }

  @Test(arguments: variants)
  func `are the same bytes for the same consolidation, with no time in them`(
    document: WordDocument, language: Language
  ) throws {
    let bytes = try Self.package(document, language)
    #expect(try Self.package(document, language) == bytes)
    #expect(
      bytes.suffix(WordDocument.unedited.utf8.count).elementsEqual(WordDocument.unedited.utf8))
    // Every local header says 1980-01-01, 00:00 (APPNOTE 4.4.6).
    let date: [UInt8] = [0x00, 0x00, 0x21, 0x00]
    let headers = bytes.indices.dropLast(14).filter {
      bytes[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 0x03, 0x04])
    }
    #expect(headers.count == 9)
    for header in headers { #expect(bytes[header + 10..<header + 14].elementsEqual(date)) }
  }

  /// The order in which the schema asks for the children that are used here (ECMA-376 Part 1, Annex A).
  static let order = [
    "w:pPr": [
      "w:pStyle", "w:keepNext", "w:keepLines", "w:pBdr", "w:tabs", "w:spacing", "w:ind", "w:jc",
      "w:outlineLvl",
    ],
    "w:rPr": ["w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:sz", "w:szCs", "w:lang"],
    "w:tblPr": [
      "w:tblStyle", "w:tblW", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar",
    ],
    "w:trPr": ["w:cantSplit", "w:tblHeader"],
    "w:tcPr": ["w:tcW", "w:tcMar", "w:vAlign"],
    "w:tblCellMar": ["w:top", "w:left", "w:bottom", "w:right"],
    "w:tblBorders": ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"],
    "w:sectPr": ["w:headerReference", "w:pgSz", "w:pgMar", "w:cols", "w:titlePg"],
    "w:style": [
      "w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:unhideWhenUsed",
      "w:qFormat", "w:pPr", "w:rPr", "w:tblPr",
    ],
    "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr"],
    "w:tr": ["w:trPr", "w:tc"],
    "w:settings": [
      "w:zoom", "w:defaultTabStop", "w:characterSpacingControl", "w:compat", "w:themeFontLang",
    ],
  ]

  @Test(arguments: WordDocument.allCases)
  func `keep the order of the schema`(document: WordDocument) throws {
    for (name, root) in try Self.parts(Self.package(document)) {
      for element in root.all {
        guard let order = Self.order[element.name] else { continue }
        let places = element.elements.map { order.firstIndex(of: $0.name) }
        #expect(!places.contains(nil), "\(name): \(element.elements.map(\.name))")
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(name)")
      }
    }
  }

  @Test(arguments: WordDocument.allCases)
  func `name styles that exist, and every cell ends in a paragraph`(document: WordDocument) throws {
    let parts = try Self.parts(Self.package(document))
    let styles = try #require(parts.first { $0.name == "word/styles.xml" }).root
    let known = Set(styles.elements("w:style").compactMap { $0["w:styleId"] })
    for (_, root) in parts {
      for use in root.all
      where ["w:pStyle", "w:tblStyle", "w:basedOn", "w:next"].contains(use.name) {
        #expect(known.contains(use["w:val"] ?? ""))
      }
      for cell in root.elements("w:tc") { #expect(cell.elements.last?.name == "w:p") }
    }
  }

  @Test(arguments: WordDocument.allCases)
  func `have tables as wide as the text, whose heads are repeated and whose rows stay whole`(
    document: WordDocument
  ) throws {
    let body = try Self.body(document)
    for table in body.elements("w:tbl") {
      let inside = XMLNodes(root: table)
      let columns = inside.elements("w:gridCol").compactMap { $0["w:w"].flatMap(Int.init) }
      #expect(columns.reduce(0, +) == 9071)
      let rows = inside.elements("w:tr")
      for row in rows {
        let cells = XMLNodes(root: row)
        #expect(
          cells.elements("w:tcW").compactMap { $0["w:w"].flatMap(Int.init) } == columns)
        #expect(!cells.elements("w:cantSplit").isEmpty)
      }
      if !inside.elements("w:tblStyle").isEmpty {
        #expect(
          rows.map { !XMLNodes(root: $0).elements("w:tblHeader").isEmpty }.firstIndex(of: true) == 0
        )
      }
    }
    let page = try #require(body.elements("w:pgSz").first)
    #expect(page["w:w"] == "11906" && page["w:h"] == "16838")
  }

  @Test func `rank every unit and list those without a rank with their reasons`() throws {
    let consolidation = Self.consolidation
    for document in WordDocument.allCases {
      let rows = try Self.body(document).rows
      for standing in consolidation.standings.units where standing.unit.name.count < 40 {
        let name = standing.unit.name.replacing("\u{1}", with: "␁")
        let row = try #require(rows.first { $0.contains { $0.hasPrefix(name) } }, "\(name)")
        if let rank = standing.rank {
          #expect(row[0] == "\(rank)")
          #expect(row[1] == name + (standing.isTied ? " (đồng hạng)" : ""))
          let total = try #require(Double(row[5].replacing(",", with: ".")))
          #expect(total == standing.total?.doubleValue)
        } else {
          #expect(row.count == 4 && !row[3].isEmpty)
        }
      }
    }
  }

  @Test func `hold what was submitted as text, whatever it looks like`() throws {
    let texts = try Self.body(.submission).texts
    #expect(texts.contains("Sở A & <B> {year}␁"))
  }

  @Test func `propose units and people with their votes, and leave open what was not voted on`()
    throws
  {
    let rows = try Self.body(.submission).rows
    #expect(rows.contains { $0.count == 6 && $0[1] == "Cờ" && $0[5] == "…/…" })
    #expect(rows.contains { $0.contains("Nguyễn Văn A") })
    #expect(!rows.contains { $0.contains("Trần Thị B") })
    let minutes = try Self.body(.minutes).rows
    #expect(minutes.contains { $0.contains("Trần Thị B") && $0.contains("Vượt số lượng") })
    let units = Self.consolidation.regulation.units
    #expect(
      minutes.contains {
        $0.dropFirst() == [units[1].name, "Cờ", "9", "7", "77,8", "Không đạt (dưới 80%)"]
      })
    #expect(
      minutes.contains { $0.dropFirst() == [units[2].name, "Cờ", "", "", "", "Xin rút"] })
    #expect(
      minutes.contains {
        $0.dropFirst()
          == [
            "Nguyễn Văn A (Sở A & <B> {year}␁)", "CSTĐ", "……", "……", "……", "Chưa bỏ phiếu",
          ]
      })
  }

  @Test func `put ties, withdrawals and pending units before the meeting, with room to decide`()
    throws
  {
    let consolidation = Self.consolidation
    let rows = try Self.body(.minutes).rows
    func expectMatter(_ subject: String, naming unit: String) {
      let matters = rows.filter { $0.count == 4 && $0[1] == subject && $0[3].isEmpty }
      #expect(matters.contains { $0[2].contains(unit) }, "\(subject): \(unit)")
    }
    expectMatter("Xin rút, không đủ phiếu", naming: consolidation.regulation.units[2].name)
    let units = consolidation.standings.units
    for standing in units where standing.isTied {
      expectMatter(
        "Đồng hạng, vượt số lượng", naming: standing.unit.name.replacing("\u{1}", with: "␁"))
    }
    for standing in units where standing.status == .pending {
      expectMatter("Chờ xử lý", naming: standing.unit.name)
    }
    #expect(units.contains(where: \.isTied) && units.contains { $0.status == .pending })
  }

  @Test func `sign as the regulation says, and leave dots for what it does not say`() throws {
    var consolidation = Self.consolidation
    consolidation.regulation.block.signatory = ""
    let open = try Self.body(.submission, of: consolidation).texts
    #expect(open.contains("TRƯỞNG KHỐI"))
    #expect(open.contains("Cần Thơ, ngày … tháng … năm ……"))
    #expect(open.filter { $0 == "……………………………" }.count == 1)
    consolidation.regulation.block.signatory = "Phạm D"
    let signed = try Self.body(.submission, of: consolidation).texts
    #expect(signed.contains("Phạm D"))
    #expect(!signed.contains("……………………………"))
  }

  @Test func `say so where there is nothing to rank, propose or decide`() throws {
    let regulation = Regulation(
      block: Block(name: "Khối", year: 2020), units: [], criteria: CriteriaTable([]))
    let empty = Consolidation(
      regulation: regulation, standings: Standings(units: [], findings: []), findings: [],
      files: [])
    let texts = try Self.body(.minutes, of: empty).texts
    for sentence in [
      "Không có tập thể nào được đề nghị.", "Không có cá nhân nào được đề nghị.",
      "Không có việc nào chờ quyết định.", "Chưa ghi nhận kết quả bỏ phiếu nào.",
    ] {
      #expect(texts.contains(sentence))
    }
  }
}

/// An element and all below it, to look for things in.
private struct XMLNodes {
  let root: XMLTree.Element

  var all: [XMLTree.Element] {
    [root] + root.elements.flatMap { XMLNodes(root: $0).all }
  }

  func elements(_ name: String) -> [XMLTree.Element] { all.filter { $0.name == name } }

  /// The texts in the order of the document.
  var texts: [String] {
    root.children.flatMap { child -> [String] in
      switch child {
      case .text(let text): [text]
      case .element(let element): XMLNodes(root: element).texts
      }
    }
  }

  /// The rows of all tables, each as its cells' texts.
  var rows: [[String]] {
    elements("w:tr").map { row in
      row.elements.filter { $0.name == "w:tc" }.map { XMLNodes(root: $0).texts.joined() }
    }
  }
}

extension XMLTree.Element {
  fileprivate var elements: [XMLTree.Element] {
    children.compactMap { child in
      if case .element(let element) = child { element } else { nil }
    }
  }

  fileprivate subscript(name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}
