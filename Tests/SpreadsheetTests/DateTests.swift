import Spreadsheet
import Testing

@Suite struct DateSystemTests {
  @Test(
    "Serial numbers of the 1900 system are days of the calendar, the 60th the last of February",
    arguments: [
      (0.0, "1899-12-31T00:00:00"), (1, "1900-01-01T00:00:00"), (59, "1900-02-28T00:00:00"),
      (60, "1900-02-28T00:00:00"), (61, "1900-03-01T00:00:00"), (1462, "1904-01-01T00:00:00"),
      (25_569, "1970-01-01T00:00:00"), (43_542, "2019-03-18T00:00:00"),
      (45_351, "2024-02-29T00:00:00"), (43_542.5, "2019-03-18T12:00:00"),
      (43_542.312_5, "2019-03-18T07:30:00"), (60.25, "1900-02-28T06:00:00"),
      (2_958_465, "9999-12-31T00:00:00"),
    ] as [(Double, String)])
  func reads1900(serial: Double, date: String) {
    #expect(DateSystem.from1900.dateTime(ofSerial: serial)?.description == date)
  }

  @Test(
    "Serial numbers of the 1904 system count from 1 January 1904",
    arguments: [
      (0.0, "1904-01-01T00:00:00"), (1, "1904-01-02T00:00:00"), (59, "1904-02-29T00:00:00"),
      (60, "1904-03-01T00:00:00"), (42_080, "2019-03-18T00:00:00"), (0.75, "1904-01-01T18:00:00"),
    ] as [(Double, String)])
  func reads1904(serial: Double, date: String) {
    #expect(DateSystem.from1904.dateTime(ofSerial: serial)?.description == date)
  }

  @Test("The two systems are 1462 days apart", arguments: [61.0, 1_000, 40_000.5, 60_000.25])
  func differ(serial: Double) {
    #expect(
      DateSystem.from1900.dateTime(ofSerial: serial + 1462)
        == DateSystem.from1904.dateTime(ofSerial: serial))
  }

  @Test(
    "Times are rounded to the millisecond, up to the next day",
    arguments: [
      (1 + 1 / 3.0, "1900-01-01T08:00:00"), (1.000_000_004_629_63, "1900-01-01T00:00:00"),
      (1.000_000_011_574_07, "1900-01-01T00:00:00.001"), (1.999_999_999_9, "1900-01-02T00:00:00"),
      (59.999_999_999_9, "1900-02-28T00:00:00"),
    ] as [(Double, String)])
  func rounds(serial: Double, date: String) {
    #expect(DateSystem.from1900.dateTime(ofSerial: serial)?.description == date)
  }

  @Test(
    "Numbers that are no day are refused",
    arguments: [-0.5, -1, 2_958_466, 1e300, .infinity, -.infinity, .nan] as [Double])
  func refuses(serial: Double) {
    #expect(DateSystem.from1900.dateTime(ofSerial: serial) == nil)
    #expect(DateSystem.from1904.dateTime(ofSerial: serial) == nil)
  }

  @Test("No day lies behind 31 December 9999 in either system")
  func endsWithYear9999() {
    #expect(
      DateSystem.from1904.dateTime(ofSerial: 2_957_003)?.description == "9999-12-31T00:00:00")
    #expect(DateSystem.from1904.dateTime(ofSerial: 2_957_004) == nil)
    #expect(DateSystem.from1900.dateTime(ofSerial: 2_958_465.999_999_999) == nil)
  }
}

@Suite struct CivilDateTimeTests {
  @Test(
    "Days are counted from 1970 on",
    arguments: [
      (0, 1970, 1, 1), (-1, 1969, 12, 31), (59, 1970, 3, 1), (11_016, 2000, 2, 29),
      (-25_508, 1900, 3, 1), (-719_468, 0, 3, 1), (-719_528, 0, 1, 1), (2_932_896, 9999, 12, 31),
    ])
  func countsDays(days: Int, year: Int, month: Int, day: Int) {
    let date = CivilDateTime(year: year, month: month, day: day)
    #expect(date.daysSince1970 == days)
    #expect(CivilDateTime(daysSince1970: days) == date)
  }

  @Test("Each day follows the one before")
  func followsCalendar() {
    var before = CivilDateTime(daysSince1970: -800_000)
    for days in stride(from: -799_999, through: 800_000, by: 1) {
      let date = CivilDateTime(daysSince1970: days)
      let isNextDay = date.day == before.day + 1 && date.month == before.month
      let isNextMonth = date.day == 1 && date.month == before.month % 12 + 1
      if !(isNextDay || isNextMonth) || date <= before || date.daysSince1970 != days {
        Issue.record("\(before) is followed by \(date)")
        return
      }
      before = date
    }
  }

  @Test(
    "Only days that exist are valid",
    arguments: [
      (2024, 2, 29, true), (2023, 2, 29, false), (1900, 2, 29, false), (2000, 2, 29, true),
      (2025, 4, 31, false), (2025, 12, 31, true), (2025, 13, 1, false), (2025, 0, 1, false),
      (2025, 1, 0, false), (2025, 1, 32, false),
    ])
  func validates(year: Int, month: Int, day: Int, isValid: Bool) {
    #expect(CivilDateTime(year: year, month: month, day: day).isValid == isValid)
  }

  @Test("Dates and times are written in ISO 8601, milliseconds where there are any")
  func writes() {
    var date = CivilDateTime(
      year: 2019, month: 3, day: 8, time: CivilTime(hour: 7, minute: 5, second: 9))
    #expect(date.description == "2019-03-08T07:05:09")
    #expect(date.isoDate == "2019-03-08")
    date.time.milliseconds += 40
    #expect(date.description == "2019-03-08T07:05:09.040")
    #expect(CivilTime(milliseconds: 86_399_999).description == "23:59:59.999")
  }

  @Test("Times of a day are in order")
  func sorts() {
    let morning = CivilDateTime(year: 2019, month: 3, day: 8, time: CivilTime(hour: 7, minute: 0))
    let noon = CivilDateTime(year: 2019, month: 3, day: 8, time: CivilTime(hour: 12, minute: 0))
    #expect(morning < noon)
    #expect(noon < CivilDateTime(year: 2019, month: 3, day: 9))
  }
}
