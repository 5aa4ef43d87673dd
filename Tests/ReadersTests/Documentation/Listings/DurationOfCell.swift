import Readers

/// The hours in a cell that the format `[h]:mm` shows: a time below one day, else a number of days.
func hours(in value: CellValue) -> Double? {
  switch value {
  case .time(let time): Double(time.milliseconds) / 3_600_000
  case .number(let days): days * 24
  default: nil
  }
}
