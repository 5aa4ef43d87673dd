import Language
import Normalizer
import Regulation
import Spreadsheet

extension Points {
  /// The amount as texts of the language write it: `9,5` in Vietnamese.
  func text(in language: Language) -> String {
    language == .vi ? description.replacing(".", with: ",") : description
  }
}

extension CivilDateTime {
  /// `20/11/2019`, the leading zeros as official documents write them.
  var writtenDay: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(day))/\(two(month))/\(year)"
  }
}

extension UnitFeedback {
  func text(_ phrase: FeedbackPhrase, _ arguments: [String: String] = [:]) -> String {
    phrase.text(in: language, arguments)
  }

  func text(_ title: ColumnTitle) -> String { title.text(in: language) }

  /// `Khối …, năm 2019`.
  var subtitle: String {
    ReportPhrase.forYear.text(in: language, ["block": block.name, "year": "\(block.year)"])
  }

  /// The name of the unit's group; the whole block's where it has no groups.
  var groupName: String {
    unit.group.isEmpty
      ? ReportPhrase.wholeBlock.text(in: language)
      : ReportPhrase.groupNamed.text(in: language, ["group": unit.group])
  }

  /// `chậm nhất ngày 25/11/2019`, or with the time of day; nil where there is no deadline.
  var deadlineText: String? {
    guard let deadline else { return nil }
    let minutes = deadline.time.milliseconds / 60_000
    if minutes == 24 * 60 - 1 { return text(.deadlineDay, ["day": deadline.writtenDay]) }
    return text(
      .deadlineTime,
      ["time": String("\(deadline.time)".prefix(5)), "day": deadline.writtenDay])
  }

  /// What counts where a finding was made: what was done about it, else the points of its criterion.
  func counted(at finding: Finding) -> String {
    if let action = finding.action(in: language) { return action }
    guard let criterion = finding.arguments["criterion"],
      let counted = lines.first(where: { $0.criterion.code == criterion })?.counted
    else { return "" }
    return counted.text(in: language)
  }

  /// A finding as a note on its cell: what it is, what counts, what to do.
  func note(_ finding: Finding) -> String {
    let counted = counted(at: finding)
    let task = finding.severity == .info ? nil : finding.code.unitTask?.text(in: language)
    return [
      "[\(finding.severity.text(in: language))] \(finding.statement(in: language))",
      counted.isEmpty ? nil : "\(text(ColumnTitle.counted)): \(counted)",
      task.map { text(.toDo, ["task": $0]) },
    ].compactMap { $0 }.joined(separator: "\n")
  }

  /// How a sheet of the feedback prints: with the margins and page numbers of official documents.
  func page(
    columns: Int, rows: Int, repeatedRows: ClosedRange<Int>? = nil
  ) -> PageSetup {
    // An ampersand begins a code; Excel takes 255 characters at most.
    let name = String("\(unit.name), \(block.year)".prefix(100)).replacing("&", with: "&&")
    let font = "&\"\(CellStyle.font),Regular\"&9"
    return PageSetup(
      area: CellRange(CellReference(row: 1, column: 1), CellReference(row: rows, column: columns)),
      repeatedRows: repeatedRows, margins: .official, isNumbered: true,
      footer: "&L\(font)\(CellText.fit(name))&R\(font)\(ReportPhrase.page.text(in: language))")
  }
}
