import Language
import Normalizer
import Ranking
import Regulation

/// The lines of the minutes' table of votes: what the sheet Bỏ phiếu records, and a line to fill in for
/// every proposal that the regulation puts to the vote and that has none.
struct BallotLines {
  private let contents: DocumentContents
  private var regulation: Regulation { contents.consolidation.regulation }

  /// The votes on what a document is about.
  init(_ contents: DocumentContents) {
    self.contents = contents
  }

  /// The row about a unit, or about a person: else that of the person's unit.
  func vote(unit: String, title: String, person: String? = nil) -> TitleVote? {
    let votes = regulation.votes.filter { $0.unit == unit && $0.title == title }
    let own = votes.first { $0.person.map { Nomination.personKey(of: $0) } == person }
    return own ?? votes.first { $0.person == nil }
  }

  /// The lines: those recorded in the regulation's order, then those to fill in.
  func lines() -> [[String: String]] {
    let recorded = regulation.votes.map { vote in
      line(
        subject(unit: vote.unit, person: vote.person), title: vote.title, vote: vote,
        rule: regulation.titles.first { $0.name == vote.title })
    }
    return recorded + open()
  }

  private func open() -> [[String: String]] {
    regulation.titles.flatMap { title -> [[String: String]] in
      guard case .scoreThenVote = title.decision else { return [] }
      switch title.subject {
      case .collective:
        return contents.consolidation.standings.units
          .filter {
            $0.titles.contains(title.name) && vote(unit: $0.unit.code, title: title.name) == nil
          }
          .map { line($0.unit.name, title: title.name, vote: nil, rule: title) }
      case .individual:
        return contents.consolidation.proposals.nominees
          .filter {
            $0.status == .proposed && $0.nomination.title == title.name
              && vote(unit: $0.unit, title: title.name, person: $0.nomination.personKey) == nil
          }
          .map {
            line(
              subject(unit: $0.unit, person: $0.nomination.name), title: title.name, vote: nil,
              rule: title)
          }
      }
    }
  }

  private func subject(unit: String, person: String?) -> String {
    let name = contents.name(ofUnit: unit)
    guard let person else { return name }
    return DocumentWord.person.text(in: contents.language, ["person": person, "unit": name])
  }

  private func line(
    _ subject: String, title: String, vote: TitleVote?, rule: TitleRule?
  ) -> [String: String] {
    let dots = "……"
    let ballots = vote?.ballots
    return [
      "subject": subject,
      "title": title,
      "cast": ballots.map { "\($0.cast)" } ?? (vote?.isWithdrawn == true ? "" : dots),
      "inFavour": ballots.map { "\($0.inFavour)" } ?? (vote?.isWithdrawn == true ? "" : dots),
      "share": ballots.map(share) ?? (vote?.isWithdrawn == true ? "" : dots),
      "note": note(vote, rule),
    ]
  }

  private func note(_ vote: TitleVote?, _ rule: TitleRule?) -> String {
    let language = contents.language
    if vote?.isWithdrawn == true { return DocumentWord.withdrawn.text(in: language) }
    guard let ballots = vote?.ballots else { return DocumentWord.notVoted.text(in: language) }
    guard case .scoreThenVote(let percent)? = rule?.decision else { return "" }
    let word: DocumentWord = ballots.confirm(percent: percent) ? .confirmed : .notConfirmed
    return word.text(in: language, ["percent": decimal("\(percent)")])
  }

  /// The share in percent, to one decimal, half away from zero.
  private func share(_ ballots: TitleVote.Ballots) -> String {
    guard ballots.cast > 0 else { return "–" }
    let fraction = Fraction(ballots.inFavour) * Fraction(100) / Fraction(ballots.cast)
    return decimal(Points(rounding: fraction).map { "\($0.rounded(places: 1))" } ?? "–")
  }

  private func decimal(_ text: String) -> String {
    contents.language == .vi ? text.replacing(".", with: ",") : text
  }
}
