import Language
import Ranking
import Regulation

/// The sentences about how a unit came to its rank, class and titles.
enum RemarkPhrase: Phrase {
  case tieAbove, tieBelow, conditionFailed, quotaFull
  case withdrew, notConfirmed, passedTo, passedToNobody, passedOn
  case noDeduction, covenantSigned

  var translation: Translation {
    switch self {
    case .tieAbove:
      Translation(
        vi: "bằng điểm {units}, xếp trên nhờ {key}", en: "ties with {units}, above them by {key}")
    case .tieBelow:
      Translation(
        vi: "bằng điểm {units}, xếp dưới do {key}", en: "ties with {units}, below them by {key}")
    case .conditionFailed:
      Translation(
        vi: "đủ điểm {class} nhưng không đạt điều kiện “{condition}”",
        en: "has the points of {class} but not its condition “{condition}”")
    case .quotaFull:
      Translation(
        vi: "đủ điều kiện {class} nhưng hết {places} suất ({percent}% của {ranked} đơn vị)",
        en: "fit for {class}, whose {places} places are taken ({percent}% of {ranked} units)")
    case .withdrew: Translation(vi: "xin rút {title}", en: "withdrew from {title}")
    case .notConfirmed:
      Translation(
        vi: "không đủ phiếu cho {title} ({inFavour}/{cast} phiếu, cần {percent}%)",
        en: "not confirmed for {title} ({inFavour} of {cast} votes, {percent}% needed)")
    case .passedTo: Translation(vi: "chuyển cho {unit}", en: "passed on to {unit}")
    case .passedToNobody:
      Translation(vi: "chưa chuyển cho đơn vị nào", en: "passed on to no unit")
    case .passedOn:
      Translation(vi: "nhận suất {title} của {unit}", en: "has the place for {title} of {unit}")
    case .noDeduction: Translation(vi: "không có điểm trừ", en: "no deduction")
    case .covenantSigned: Translation(vi: "đã ký giao ước", en: "covenant signed")
    }
  }
}

extension UnitStanding {
  /// Why the unit is not ranked; of a ranked one what decided about its rank, class and titles beside
  /// its points; empty where there is nothing to say.
  func reasonText(in language: Language, _ regulation: Regulation) -> String {
    reasonText(in: language, regulation) { code in
      regulation.units.first { $0.code == code }?.name ?? code
    }
  }

  /// The same in the language of a report, which knows the names of all units.
  func reasonText(in context: ReportContext) -> String {
    reasonText(in: context.language, context.regulation, name: context.name(ofUnit:))
  }

  private func reasonText(
    in language: Language, _ regulation: Regulation, name: (String) -> String
  ) -> String {
    var parts = [reason?.text(in: language)].compactMap { $0 }
    if isTied { parts.append(ReportWord.tied.text(in: language)) }
    parts += remarks.map { $0.text(in: language, regulation, name: name) }
    return parts.joined(separator: "; ")
  }
}

extension OutcomeRemark {
  /// The remark as people read it, units by their names.
  func text(
    in language: Language, _ regulation: Regulation, name: (String) -> String
  ) -> String {
    func text(_ phrase: RemarkPhrase, _ arguments: [String: String] = [:]) -> String {
      phrase.text(in: language, arguments)
    }
    switch self {
    case .tieDecided(let key, let isAbove, let units):
      return text(
        isAbove ? .tieAbove : .tieBelow,
        [
          "units": units.map(name).joined(separator: ", "),
          "key": key.text(in: language, regulation),
        ])
    case .conditionFailed(let className, let condition):
      return text(
        .conditionFailed, ["class": className, "condition": condition.text(in: language)])
    case .quotaFull(let className, let quota):
      return text(
        .quotaFull,
        [
          "class": className, "percent": quota.percent.map { "\($0)" } ?? "",
          "ranked": "\(quota.ranked)", "places": "\(quota.places)",
        ])
    case .titleForgone(let title, let cause, let heir):
      let fate = heir.map { text(.passedTo, ["unit": name($0)]) } ?? text(.passedToNobody)
      return "\(cause.text(in: language, title: title)), \(fate)"
    case .titlePassedOn(let title, let unit):
      return text(.passedOn, ["title": title, "unit": name(unit)])
    }
  }
}

extension ForgoneCause {
  /// The cause as people read it.
  fileprivate func text(in language: Language, title: String) -> String {
    switch self {
    case .withdrawn: RemarkPhrase.withdrew.text(in: language, ["title": title])
    case .notConfirmed(let inFavour, let cast, let percent):
      RemarkPhrase.notConfirmed.text(
        in: language,
        [
          "title": title, "inFavour": "\(inFavour)", "cast": "\(cast)", "percent": "\(percent)",
        ])
    }
  }
}

extension ClassCondition {
  /// Điều kiện as people read it.
  fileprivate func text(in language: Language) -> String {
    let phrase: RemarkPhrase =
      switch self {
      case .noDeduction: .noDeduction
      case .covenantSigned: .covenantSigned
      }
    return phrase.text(in: language)
  }
}

extension TieKey {
  /// The key as people read it; a criterion with its content.
  fileprivate func text(in language: Language, _ regulation: Regulation) -> String {
    if case .criterion(let code) = self {
      return [code, regulation.criteria[code]?.content].compactMap { $0 }.joined(separator: " ")
    }
    return TieWord(self)?.text(in: language) ?? ""
  }
}

/// The keys of Bằng điểm that are words.
private enum TieWord: Phrase {
  case unexpected, hardship, newFactor, base, bonus, fewerDeductions, lastYear, signedEarlier

  init?(_ key: TieKey) {
    switch key {
    case .criterion: return nil
    case .aspect(.unexpectedTask): self = .unexpected
    case .aspect(.hardship): self = .hardship
    case .aspect(.newFactor): self = .newFactor
    case .base: self = .base
    case .bonus: self = .bonus
    case .fewerDeductions: self = .fewerDeductions
    case .lastYear: self = .lastYear
    case .signedEarlier: self = .signedEarlier
    }
  }

  var translation: Translation {
    switch self {
    case .unexpected: Translation(vi: "điểm đột xuất", en: "unexpected tasks")
    case .hardship: Translation(vi: "điểm vượt khó", en: "hardship")
    case .newFactor: Translation(vi: "điểm nhân tố mới", en: "new factors")
    case .base: Translation(vi: "điểm thường", en: "base points")
    case .bonus: Translation(vi: "điểm thưởng", en: "bonus")
    case .fewerDeductions: Translation(vi: "điểm trừ", en: "deductions")
    case .lastYear: Translation(vi: "điểm năm trước", en: "last year's points")
    case .signedEarlier: Translation(vi: "ngày ký giao ước", en: "the day of signing")
    }
  }
}
