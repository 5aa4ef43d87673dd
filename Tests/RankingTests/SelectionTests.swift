import Normalizer
import Regulation
import Spreadsheet
import TestSupport
import Testing

/// Which of a unit's files counts (spec §2, One unit, several files).
@Suite struct SelectionTests {
  /// A file of the police with this total on criterion 1.1.
  static func file(
    _ path: String, score: Double, received: String? = nil,
    regulation: Regulation = SmallBlock.regulation(), unit: String = "Công an tỉnh"
  ) -> NormalizedFile {
    FileNormalizer(regulation).normalize(
      SheetGrid(SmallBlock.table(unit: unit, scores: ["1.1": .number(score)])),
      path: "bai-nop/\(path)", sha256: "\(score)", received: received)
  }

  static func counted(_ selection: SubmissionSelection) -> String? {
    selection.tables["CA"]?.source.file
  }

  static let names: [(older: String, newer: String)] = [
    ("CA.xlsx", "CA v2.xlsx"), ("CA lần 1.xlsx", "CA lần 2.xlsx"), ("CA (1).xlsx", "CA (2).xlsx"),
    ("CA_v9.xlsx", "CA_v10.xlsx"), ("CA 2019-11-20.xlsx", "CA 2019-11-21.xlsx"),
    ("CA 20.11.2019.xlsx", "CA 01.12.2019.xlsx"), ("CA_20191120.xlsx", "CA_20191201.xlsx"),
    ("CA_lan1.xlsx", "CA_lan2.xlsx"),
  ]

  @Test("The later version by its name counts, the other is superseded", arguments: names)
  func versions(_ item: (older: String, newer: String)) {
    for files in [
      [Self.file(item.older, score: 5), Self.file(item.newer, score: 7)],
      [Self.file(item.newer, score: 7), Self.file(item.older, score: 5)],
    ] {
      let selection = SubmissionSelection(files, regulation: SmallBlock.regulation())
      #expect(Self.counted(selection) == "bai-nop/\(item.newer)")
      #expect(selection.findings.map(\.code) == [.supersededSubmission])
      #expect(selection.findings.first?.file == "bai-nop/\(item.older)")
      #expect(selection.verdicts["bai-nop/\(item.older)"] == .superseded)
    }
  }

  @Test("Two different files in no known order leave the unit pending")
  func conflict() {
    let selection = SubmissionSelection(
      [Self.file("CA.xlsx", score: 5), Self.file("CA chot.xlsx", score: 6)],
      regulation: SmallBlock.regulation())
    #expect(Self.counted(selection) == nil)
    #expect(selection.conflicting == ["CA"])
    #expect(selection.findings.map(\.code) == [.versionConflict, .versionConflict])
    #expect(selection.findings.allSatisfy { $0.severity == .error })
  }

  @Test("The same bytes twice are a duplicate and count once")
  func duplicate() {
    let selection = SubmissionSelection(
      [Self.file("CA.xlsx", score: 5), Self.file("khac/CA.xlsx", score: 5)],
      regulation: SmallBlock.regulation())
    #expect(Self.counted(selection) == "bai-nop/CA.xlsx")
    #expect(selection.findings.map(\.code) == [.duplicateSubmission])
  }

  @Test("Tệp dùng decides before everything else")
  func fileToCount() {
    var units = SmallBlock.units
    units[0].fileToCount = "CA lần 1.xlsx"
    let selection = SubmissionSelection(
      [Self.file("CA lần 1.xlsx", score: 5), Self.file("CA lần 2.xlsx", score: 7)],
      regulation: SmallBlock.regulation(units: units))
    #expect(Self.counted(selection) == "bai-nop/CA lần 1.xlsx")
  }

  @Test("The last mail before the deadline counts, whatever the names say")
  func mail() {
    let regulation = SmallBlock.regulation {
      $0.deadline = CivilDateTime(year: 2019, month: 11, day: 20)
    }
    let selection = SubmissionSelection(
      [
        Self.file("CA v3.xlsx", score: 5, received: "2019-11-18T09:00:00+07:00"),
        Self.file("CA v1.xlsx", score: 6, received: "2019-11-19T09:00:00+07:00"),
        Self.file("CA v4.xlsx", score: 7, received: "2019-11-21T09:00:00+07:00"),
      ], regulation: regulation)
    #expect(Self.counted(selection) == "bai-nop/CA v1.xlsx")
  }

  @Test("Two units with the same scores throughout are told of")
  func copies() {
    let selection = SubmissionSelection(
      [
        Self.file("CA.xlsx", score: 5),
        FileNormalizer(SmallBlock.regulation()).normalize(
          SheetGrid(
            SmallBlock.table(unit: "Tòa án nhân dân tỉnh", scores: ["1.1": 5])),
          path: "bai-nop/TA.xlsx"),
      ], regulation: SmallBlock.regulation())
    #expect(selection.findings.map(\.code) == [.copiedSubmission, .copiedSubmission])
    #expect(selection.findings.compactMap(\.unit) == ["CA", "TA"])
    #expect(selection.tables.count == 2)
  }

  @Test("A unit whose only file cannot be used is pending, not absent")
  func unusable() {
    let regulation = SmallBlock.regulation()
    let file = FileNormalizer(regulation).unusable(
      path: "bai-nop/Công an tỉnh.xlsx", name: "Công an tỉnh.xlsx", sha256: "1",
      error: ReadingError(.encrypted, file: "x", detail: ""))
    #expect(file.findings.map(\.code) == [.encryptedFile])
    let selection = SubmissionSelection([file], regulation: regulation)
    #expect(selection.unusable == ["CA"])
  }
}
