import Language

/// Moments of the ledger as people write them.
enum ShownTime {
  /// `2019-11-20T09:00:00+07:00` as `09:00 ngày 20/11/2019`, days and months with their leading zeros;
  /// anything else as it is.
  static func text(_ moment: String, in language: Language) -> String {
    guard let match = moment.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d).*/) else {
      return moment
    }
    let (_, year, month, day, time) = match.output
    return language == .vi
      ? "\(time) ngày \(day)/\(month)/\(year)" : "\(day)/\(month)/\(year) \(time)"
  }
}
