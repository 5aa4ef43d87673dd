/// How serial numbers stand for days (ECMA-376 Part 1, §18.17.4).
public enum DateSystem: Sendable, Hashable {
  /// Day 1 is 1900-01-01, and day 60 is the 29 February 1900 that never was: as Excel counts.
  case from1900
  /// Day 0 is 1904-01-01, as in workbooks that began on a Macintosh.
  case from1904

  /// The day and time of a serial number, rounded to the millisecond, as Excel shows it.
  ///
  /// Days up to 59 of the 1900 system are counted as Excel counts them (1 is 1 January 1900). The
  /// day 60, which Excel shows as 29 February 1900, gives 28 February, the last day that there
  /// was: what is handed out is always a day of the calendar. Nil for a negative number and for
  /// one beyond 31 December 9999.
  public func dateTime(ofSerial serial: Double) -> CivilDateTime? {
    let offset = self == .from1904 ? Self.daysBetweenSystems : 0
    guard serial >= 0, serial < Double(Self.lastDay + 1 - offset) else { return nil }
    var days = Int(serial)
    var milliseconds = Int(((serial - Double(days)) * 86_400_000).rounded())
    if milliseconds >= 86_400_000 {
      days += 1
      milliseconds = 0
    }
    let time = CivilTime(milliseconds: milliseconds)
    if days > Self.lastDay - offset { return nil }
    switch self {
    case .from1904:
      return CivilDateTime(daysSince1970: days - 24_107, time: time)
    case .from1900:
      return CivilDateTime(daysSince1970: days - (days < 60 ? 25_568 : 25_569), time: time)
    }
  }

  /// How many days later the 1904 system begins to count.
  private static let daysBetweenSystems = 1462
  /// 31 December 9999 in the 1900 system.
  private static let lastDay = 2_958_465
}
