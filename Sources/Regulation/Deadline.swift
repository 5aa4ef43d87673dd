public import Spreadsheet

extension CivilDateTime {
  /// Reads a deadline as the regulation writes it: `2019-11-20 17:00`, `20/11/2019`,
  /// `17h00 20/11/2019`; nil for anything else.
  ///
  /// A day without a time lasts to its last second.
  public init?(deadline text: String) {
    guard let date = RegulationText.dateTime(text) else { return nil }
    self = date.endingDay
  }

  /// The last second of the day where no time is given, else the moment itself.
  var endingDay: CivilDateTime {
    guard time.milliseconds == 0 else { return self }
    var end = self
    end.time = CivilTime(hour: 23, minute: 59, second: 59)
    return end
  }
}
