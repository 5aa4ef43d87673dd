import Regulation
import Spreadsheet

/// When a mail came, as the block's clock shows it: Asia/Ho_Chi_Minh, seven hours ahead of UTC all the
/// year round.
struct ReceivedTime: Comparable {
  /// Milliseconds since 1970-01-01 of that clock.
  private let milliseconds: Int

  private static let day = 86_400_000
  private static let offset = 7 * 3_600_000

  /// Reads ISO 8601, such as `2019-11-20T09:00:00+07:00`.
  ///
  /// A time without an offset is the block's own; nil for any other text.
  init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let date = parts[0].split(separator: "-").map { Int($0) }
    let clock = parts[1].prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let time = clock.prefix { $0 != "." }.split(separator: ":").map { Int($0) }
    guard date.count == 3, let year = date[0], let month = date[1], let dayOfMonth = date[2],
      (2...3).contains(time.count), let hour = time[0], let minute = time[1],
      let second = time.count == 3 ? time[2] : 0
    else { return nil }
    let day = CivilDateTime(year: year, month: month, day: dayOfMonth)
    guard day.isValid, let shift = Self.shift(parts[1][clock.endIndex...]) else { return nil }
    milliseconds =
      day.daysSince1970 * Self.day
      + CivilTime(hour: hour, minute: minute, second: second).milliseconds
      - (shift - Self.offset)
  }

  /// A moment of the block's own clock.
  init(_ moment: CivilDateTime) {
    milliseconds = moment.daysSince1970 * Self.day + moment.time.milliseconds
  }

  /// The offset from UTC that a zone states: `Z`, `+07:00`, `-0500`; the block's own where none does.
  private static func shift(_ zone: Substring) -> Int? {
    if zone.isEmpty { return offset }
    if zone == "Z" { return 0 }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard let sign = zone.first, "+-".contains(sign), [2, 4].contains(digits.count),
      let number = Int(digits)
    else { return nil }
    let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
    return (sign == "-" ? -minutes : minutes) * 60_000
  }

  /// How many days of 24 hours have begun since `deadline`; 0 for what came in time.
  func daysLate(after deadline: ReceivedTime) -> Int {
    let late = milliseconds - deadline.milliseconds
    return late <= 0 ? 0 : (late + Self.day - 1) / Self.day
  }

  static func < (left: ReceivedTime, right: ReceivedTime) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
