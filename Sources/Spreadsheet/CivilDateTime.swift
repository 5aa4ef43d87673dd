/// A day and time of the proleptic Gregorian calendar, without a time zone: what a spreadsheet shows.
public struct CivilDateTime: Hashable, Sendable, Comparable {
  /// The year, such as 2019.
  public var year: Int
  /// The month, 1…12.
  public var month: Int
  /// The day of the month, 1…31.
  public var day: Int
  /// The time of the day.
  public var time: CivilTime

  /// A day with a time, midnight where none is given.
  ///
  /// The parts are not checked.
  public init(year: Int, month: Int, day: Int, time: CivilTime = CivilTime(milliseconds: 0)) {
    self.year = year
    self.month = month
    self.day = day
    self.time = time
  }

  /// Earlier before later.
  public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    (left.year, left.month, left.day, left.time.milliseconds)
      < (right.year, right.month, right.day, right.time.milliseconds)
  }

  /// The day that lies `days` after 1970-01-01 (before it, when negative).
  public init(daysSince1970 days: Int, time: CivilTime = CivilTime(milliseconds: 0)) {
    // Years that begin in March put the leap day last; eras of 400 years repeat.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, time: time)
  }

  /// The number of days from 1970-01-01 to this day.
  public var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Whether year, month and day name a day that exists.
  public var isValid: Bool {
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    let back = CivilDateTime(daysSince1970: daysSince1970)
    return back.year == year && back.month == month && back.day == day
  }
}

extension CivilDateTime: CustomStringConvertible {
  /// ISO 8601 without a zone: `2019-03-18T00:00:00`, milliseconds only where there are any.
  public var description: String { "\(isoDate)T\(time)" }

  /// The day alone: `2019-03-18`.
  public var isoDate: String {
    "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A time of day, to the millisecond.
public struct CivilTime: Hashable, Sendable {
  /// Milliseconds since midnight, 0…86 399 999.
  public var milliseconds: Int

  /// The time that lies `milliseconds` after midnight.
  public init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// The time at `hour`:`minute`:`second`.
  public init(hour: Int, minute: Int, second: Int = 0) {
    milliseconds = ((hour * 60 + minute) * 60 + second) * 1000
  }
}

extension CivilTime: CustomStringConvertible {
  /// `07:30:00`, milliseconds only where there are any.
  public var description: String {
    let seconds = milliseconds / 1000
    let clock =
      "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    return milliseconds % 1000 == 0 ? clock : "\(clock).\(padded(milliseconds % 1000, 3))"
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
