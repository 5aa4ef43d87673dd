public import Foundation

/// Times as the ledger writes them: ISO 8601 with the offset of Viet Nam, whatever the machine's.
public enum Timestamp {
  /// Seconds that Asia/Ho_Chi_Minh is ahead of UTC; it knows no summer time.
  public static let offset = 7 * 3600

  /// The time now.
  public static var now: String { text(of: Date()) }

  /// A moment, as `2019-11-20T09:00:00+07:00`.
  public static func text(of date: Date) -> String {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    return text(ofUnixTime: seconds)
  }

  /// A moment in seconds since 1970, as `2019-11-20T09:00:00+07:00`.
  public static func text(ofUnixTime seconds: Int) -> String {
    var time = time_t(seconds + offset)
    var parts = tm()
    gmtime_r(&time, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let year = String(Int(parts.tm_year) + 1900)
    let date = "\(year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))+07:00"
  }
}

extension Timestamp {
  /// The seconds since 1970 of a moment as the ledger writes it; nil for another text.
  public static func unixTime(of text: String) -> Int? {
    guard let date = try? Date(text, strategy: .iso8601) else { return nil }
    return Int(date.timeIntervalSince1970)
  }
}
