import Spreadsheet

/// Dates as cells of type `d` hold them (ISO 8601, ECMA-376 Part 1, §18.18.11).
enum ISODateTime {
  /// The date, or the time of day, that `text` writes; nil when it writes neither.
  ///
  /// A time zone is left out: spreadsheets know none.
  static func value(_ text: String) -> CellValue? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    if parts.count == 1, text.contains(":") { return time(parts[0]).map(CellValue.time) }
    guard parts.count <= 2, let day = parts.first.flatMap(date) else { return nil }
    guard parts.count == 2 else { return .date(day) }
    guard let time = time(parts[1]) else { return nil }
    return .date(CivilDateTime(year: day.year, month: day.month, day: day.day, time: time))
  }

  private static func date(_ text: Substring) -> CivilDateTime? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { digits($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    let date = CivilDateTime(year: year, month: month, day: day)
    return date.isValid ? date : nil
  }

  private static func time(_ text: Substring) -> CivilTime? {
    let clock = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    guard isZone(text.dropFirst(clock.count)) else { return nil }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = digits(parts[0]), hour < 24,
      let minute = digits(parts[1]), minute < 60
    else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    if parts.count == 3 {
      guard let seconds = DecimalText.double(Array(parts[2].utf8)), seconds < 60 else { return nil }
      milliseconds = min(milliseconds + Int((seconds * 1000).rounded()), 86_399_999)
    }
    return CivilTime(milliseconds: milliseconds)
  }

  private static func isZone(_ text: Substring) -> Bool {
    if text.isEmpty || text == "Z" { return true }
    guard let sign = text.first, sign == "+" || sign == "-" else { return false }
    return text.dropFirst().allSatisfy { $0.isNumber || $0 == ":" }
  }

  private static func digits(_ text: Substring) -> Int? {
    text.count <= 4 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }
}
