import Language
import Ranking
import Regulation

extension UnitFeedback {
  /// The result in a few sentences, for the head of the workbook and the text of a letter: total and
  /// rank or why there is none, class and titles, what was changed, what to correct and until when.
  public var summary: [String] {
    var sentences: [String] = []
    if let rank = standing.rank, let total = standing.total {
      sentences.append(
        text(
          standing.isTied ? .tiedSentence : .rankedSentence,
          [
            "total": total.text(in: language), "rank": "\(rank)",
            "units": "\(comparison.rankedUnits)",
            "group": unit.group.isEmpty ? groupName : unit.group,
          ]))
    } else {
      let reason = standing.reason?.text(in: language) ?? standing.status.text(in: language)
      sentences.append(text(.unrankedSentence, ["reason": reason]))
    }
    if let name = standing.className { sentences.append(text(.classSentence, ["class": name])) }
    if !standing.titles.isEmpty {
      sentences.append(
        text(.titlesSentence, ["titles": standing.titles.joined(separator: "; ")]))
    }
    if !standing.scores.isEmpty {
      let changed = changedCriteria.count
      sentences.append(
        changed == 0
          ? text(.nothingChangedSentence) : text(.changedSentence, ["count": "\(changed)"]))
    }
    let corrections = corrections.count
    if corrections == 0 {
      sentences.append(text(.noCorrection))
    } else if let deadline = deadlineText {
      sentences.append(
        text(.correctBySentence, ["count": "\(corrections)", "deadline": deadline]))
    } else {
      sentences.append(text(.correctSentence, ["count": "\(corrections)"]))
    }
    return sentences
  }
}
