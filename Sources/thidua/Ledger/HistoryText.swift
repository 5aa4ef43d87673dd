import Language
import Ledger
import Normalizer
import Pipeline
import Ranking
import Writer

/// The history of a block as people read it.
struct HistoryText {
  private let history: History
  private let language: Language

  init(_ history: History, language: Language) {
    self.history = history
    self.language = language
  }

  /// Prints what came in, then the runs.
  func show() throws {
    let files = TextTable(
      titles: [.number, .received, .unit, .file, .sender, .verdict].map(text),
      rows: history.receipts.map(row))
    try Terminal.print(files.text)
    guard !history.runs.isEmpty else { return }
    let runs = TextTable(
      titles: [.run, .time, .version, .result].map(text),
      rows: history.runs.map { entry in
        [
          "\(entry.number)", entry.time, entry.run.version,
          String(entry.run.result.hexadecimal.prefix(12)),
        ]
      })
    try Terminal.print("\n" + runs.text)
    guard !history.replies.isEmpty else { return }
    let replies = TextTable(
      titles: [.time, .run, .unit, .recipients, .reply].map(text),
      rows: history.replies.map { entry in
        let reply = entry.reply
        let state = text(LedgerText(reply.state))
        return [
          entry.time, "\(reply.run)", reply.unit, reply.recipients.joined(separator: ", "),
          reply.detail.map { "\(state): \($0)" } ?? state,
        ]
      })
    try Terminal.print("\n" + replies.text)
  }

  private func row(_ item: History.Item) -> [String] {
    let receipt = item.entry.receipt
    let name = receipt.path ?? (receipt.name.isEmpty ? receipt.source : receipt.name)
    return [
      "\(item.entry.number)",
      receipt.message.flatMap { $0.sent ?? $0.arrived } ?? item.entry.time,
      receipt.unit ?? "–", name, receipt.message?.sender ?? "–", verdict(of: item),
    ]
  }

  private func verdict(of item: History.Item) -> String {
    if let verdict = item.verdict.flatMap(FileVerdict.init(rawValue:)), let run = item.run {
      return LedgerText.verdictInRun.text(
        in: language, ["verdict": verdict.text(in: language), "run": "\(run)"])
    }
    return LedgerText(item.entry.receipt.kind).text(in: language)
  }

  private func text(_ phrase: LedgerText) -> String { phrase.text(in: language) }
}

/// The difference of two runs as people read it.
struct DifferenceText {
  private let difference: RunDifference
  private let language: Language

  init(_ difference: RunDifference, language: Language) {
    self.difference = difference
    self.language = language
  }

  /// Prints what changed, unit by unit, and why.
  func show() throws {
    try Terminal.print(
      LedgerText.differenceHeading.text(
        in: language, ["from": "\(difference.from)", "to": "\(difference.to)"]))
    if difference.regulation != nil {
      try Terminal.print(LedgerText.regulationChanged.text(in: language))
    }
    if let version = difference.version { try line(.version, version, indent: "") }
    if difference.units.isEmpty {
      try Terminal.print(LedgerText.nothingChanged.text(in: language))
    }
    for unit in difference.units {
      try Terminal.print("\(unit.code) — \(unit.name)")
      for (title, change) in [
        (LedgerText.status, unit.status.map(words)), (.rank, unit.rank), (.total, unit.total),
        (.className, unit.className), (.titles, unit.titles), (.file, unit.file),
      ] {
        if let change { try line(title, change, indent: "  ") }
      }
      for score in unit.scores {
        try Terminal.print(
          "  \(score.criterion): \(score.counted.before ?? "–") → \(score.counted.after ?? "–")")
      }
      for finding in unit.findings {
        let phrase = finding.after == nil ? LedgerText.findingGone : .findingNew
        try Terminal.print(
          "  "
            + phrase.text(in: language, ["finding": finding.after ?? finding.before ?? ""]))
      }
    }
  }

  private func words(_ status: RunDifference.Change) -> RunDifference.Change {
    func word(_ raw: String?) -> String? {
      raw.flatMap { UnitStatus(rawValue: $0)?.text(in: language) ?? $0 }
    }
    var change = status
    change.before = word(status.before)
    change.after = word(status.after)
    return change
  }

  private func line(
    _ title: LedgerText, _ change: RunDifference.Change, indent: String
  ) throws {
    let before = change.before.flatMap { $0.isEmpty ? nil : $0 } ?? "–"
    let after = change.after.flatMap { $0.isEmpty ? nil : $0 } ?? "–"
    try Terminal.print("\(indent)\(title.text(in: language)): \(before) → \(after)")
  }
}
