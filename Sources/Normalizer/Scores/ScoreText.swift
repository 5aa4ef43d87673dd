import Language
import Regulation
import Spreadsheet

/// What a cell of a score column says, before any rule about maxima and signs.
enum ScoreReading: Hashable {
  case blank
  case number(Quantity)
  /// `có`, `x`, `✓`, `đạt`
  case yes
  /// `không`
  case no
  /// `không phát sinh`, `KPS`, `-`
  case notApplicable
  /// A day where a score should be, with what day.month says.
  case date(dayMonth: Quantity?)
  case ambiguous
  case notANumber
}

/// Reads the cells of score columns.
enum ScoreText {
  /// Reads a cell's value.
  ///
  /// - Parameters:
  ///   - maximum: what decides whether `1.000` can be one thousand, and whether `9/10` says 9.
  ///   - allowsPercent: whether the number may be a percentage (a result, not points).
  ///   - signDoesNotMatter: whether a number and its opposite mean the same, as with deductions.
  static func read(
    _ value: CellValue, isPercentage: Bool = false, maximum: Quantity?, allowsPercent: Bool = false,
    signDoesNotMatter: Bool = false
  ) -> ScoreReading {
    switch value {
    case .empty: return .blank
    case .boolean(let flag): return flag ? .yes : .no
    case .error: return .notANumber
    case .time(let time): return .date(dayMonth: fraction(time))
    case .date(let date): return .date(dayMonth: dayMonth(date))
    case .number(let number):
      if isPercentage {
        guard allowsPercent, let percent = Quantity(number * 100) else { return .ambiguous }
        return .number(percent)
      }
      return Quantity(number).map { .number($0) } ?? .notANumber
    case .text(let text):
      return read(
        text, maximum: maximum, allowsPercent: allowsPercent, signDoesNotMatter: signDoesNotMatter)
    }
  }

  private static func read(
    _ original: String, maximum: Quantity?, allowsPercent: Bool, signDoesNotMatter: Bool
  ) -> ScoreReading {
    var text = VietnameseText.tidy(original)
    if text.isEmpty { return .blank }
    if text.allSatisfy({ "-–—−".contains($0) }) { return .notApplicable }
    let words = VietnameseText.fold(text)
    if ["kps", "k p s", "khong phat sinh", "ko phat sinh"].contains(words) {
      return .notApplicable
    }
    if ["✓", "✔", "☑", "√"].contains(text) || ["x", "co", "dat"].contains(words) { return .yes }
    if ["khong", "khong dat", "khong co"].contains(words) { return .no }
    if let date = DateText.date(text) { return .date(dayMonth: dayMonth(date)) }
    if allowsPercent, text.hasSuffix("%") { text.removeLast() }
    // (3) is minus three to an accountant and a remark to anybody else.
    if text.hasPrefix("("), text.hasSuffix(")"),
      let inside = NumberText(text.dropFirst().dropLast())
    {
      guard signDoesNotMatter, case .number(let quantity) = inside else { return .ambiguous }
      return .number(-quantity)
    }
    if let slash = text.firstIndex(of: "/") {
      guard let above = plain(text[..<slash]), let below = plain(text[text.index(after: slash)...]),
        let maximum, below == maximum
      else { return .notANumber }
      return .number(above)
    }
    switch NumberText(withoutUnit(text)) {
    case .number(let quantity): return .number(quantity)
    case .grouped(let thousands, _):
      guard let maximum, thousands <= maximum else { return .ambiguous }
      return .number(thousands)
    case nil: return .notANumber
    }
  }

  private static func plain(_ text: Substring) -> Quantity? {
    if case .number(let quantity) = NumberText(withoutUnit(VietnameseText.tidy(text))) {
      return quantity
    }
    return nil
  }

  /// The text without `đ` or `điểm` behind the number.
  private static func withoutUnit(_ text: String) -> Substring {
    guard let end = text.lastIndex(where: \.isNumber) else { return text[...] }
    let rest = text[text.index(after: end)...]
    return ["d", "diem", "d."].contains(VietnameseText.fold(rest))
      ? text[...end] : text[...]
  }

  /// The score below one that a date or time format shows as a time of day: 0.5 as 12:00.
  ///
  /// Nil for a time that is no score of two decimals: somebody meant the time.
  private static func fraction(_ time: CivilTime) -> Quantity? {
    let hundredths = time.milliseconds / 864_000
    guard hundredths * 864_000 == time.milliseconds else { return nil }
    return Quantity(coefficient: Int64(hundredths), scale: 2)
  }

  /// The number that Excel made a day of: `9.5` became 9 May.
  ///
  /// A day of the year 1900 or 1904 is a plain number under a date format, and its serial is what
  /// was typed.
  private static func dayMonth(_ date: CivilDateTime) -> Quantity? {
    let epoch: Int? =
      switch date.year {
      case 1900: date.month <= 2 ? 25_568 : 25_569
      case 1904: 24_107
      default: nil
      }
    if let epoch {
      let serial = date.daysSince1970 + epoch
      return Quantity(Double(serial) + Double(date.time.milliseconds) / 86_400_000)
    }
    guard date.time.milliseconds == 0 else { return nil }
    return Quantity(
      coefficient: Int64(date.month < 10 ? date.day * 10 : date.day * 100) + Int64(date.month),
      scale: date.month < 10 ? 1 : 2)
  }
}

/// Days written as text, as CSV exports show cells that Excel turned into dates.
enum DateText {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The day that a text names, as in `2026-05-09`, `2026-05-09 00:00:00`, `09/05/2026` or `9-May`.
  ///
  /// Nil for anything else; the year of a day without one is 2000.
  static func date(_ text: String) -> CivilDateTime? {
    var text = text[...]
    if text.hasSuffix("00:00:00") { text = text.dropLast(8) }
    while let last = text.last, last == " " || last == "T" { text = text.dropLast() }
    let parts = text.split { "-/. ".contains($0) }.map(String.init)
    switch parts.count {
    case 3 where parts[1].lowercased() == "thg" || VietnameseText.fold(parts[1]) == "thang":
      return valid(year: 2000, month: Int(parts[2]), day: Int(parts[0]))
    case 3:
      guard text.contains("-") || text.contains("/") else {
        // 09.05.2026, and nothing shorter: 1.2.3 is a code or a slip.
        guard parts[2].count == 4, parts[0].count == 2, parts[1].count == 2 else { return nil }
        return valid(year: Int(parts[2]), month: Int(parts[1]), day: Int(parts[0]))
      }
      if parts[0].count == 4 {
        return valid(year: Int(parts[0]), month: Int(parts[1]), day: Int(parts[2]))
      }
      guard parts[2].count == 4 || parts[2].count == 2, let year = Int(parts[2]) else {
        return nil
      }
      return valid(
        year: parts[2].count == 2 ? 2000 + year : year, month: month(parts[1]), day: Int(parts[0]))
    case 2:
      guard let month = months.firstIndex(of: parts[1].lowercased()) else { return nil }
      return valid(year: 2000, month: month + 1, day: Int(parts[0]))
    default: return nil
    }
  }

  private static func month(_ text: String) -> Int? {
    Int(text) ?? months.firstIndex(of: String(text.lowercased().prefix(3))).map { $0 + 1 }
  }

  private static func valid(year: Int?, month: Int?, day: Int?) -> CivilDateTime? {
    guard let year, let month, let day else { return nil }
    let date = CivilDateTime(year: year, month: month, day: day)
    return date.isValid ? date : nil
  }
}
