/// How serial numbers stand for days (ECMA-376 Part 1, §18.17.4).
public enum DateSystem: Sendable, Hashable {
  /// Day 1 is 1900-01-01, and day 60 is the 29 February 1900 that never was: as Excel counts.
  case from1900
  /// Day 0 is 1904-01-01, as in workbooks that began on a Macintosh.
  case from1904

  /// The day and time of a serial number, rounded to the millisecond, as Excel shows it.
  ///
  /// Days up to 59 of the 1900 system are counted as Excel counts them (1 is 1 January 1900); the
  /// day 60 that never was gives 29 February 1900. Nil for a negative or absurdly large number.
  public func dateTime(ofSerial serial: Double) -> CivilDateTime? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial)
    var milliseconds = Int(((serial - Double(days)) * 86_400_000).rounded())
    if milliseconds >= 86_400_000 {
      days += 1
      milliseconds = 0
    }
    let time = CivilTime(milliseconds: milliseconds)
    switch self {
    case .from1904:
      return CivilDateTime(daysSince1970: days - 24_107, time: time)
    case .from1900:
      if days == 60 { return CivilDateTime(year: 1900, month: 2, day: 29, time: time) }
      return CivilDateTime(daysSince1970: days - (days < 60 ? 25_568 : 25_569), time: time)
    }
  }
}
