import Language
import Spreadsheet

/// Readings that several sheets of the regulation share.
enum RegulationText {
  /// Whether a text is one of the titles, case, accents and spaces aside, or the first with
  /// another in parentheses: `Mã`, `CODE`, `Mã (Code)`.
  static func isTitle(_ text: String, of titles: [String]) -> Bool {
    let key = VietnameseText.fold(text)
    let keys = titles.map { VietnameseText.fold($0) }
    return keys.contains(key) || keys.dropFirst().contains { "\(keys[0]) \($0)" == key }
  }

  /// The content of a cell in one line; a number at 15 significant digits, so that a code that was
  /// counted up as 1.1 + 0.1 is `1.2`.
  static func line(_ cell: Cell) -> String {
    if case .number(let number) = cell.value, let quantity = Quantity(number) {
      return quantity.description
    }
    return VietnameseText.tidy(cell.value.text)
  }

  /// The parts of a list written with `;`, blanks left out.
  static func list(_ text: String) -> [String] {
    text.split(separator: ";").map { VietnameseText.tidy($0) }.filter { !$0.isEmpty }
  }

  /// The number in a cell: typed, or as text with a decimal comma or point.
  ///
  /// `1.000` is a thousand here: a regulation has no maximum to judge it by, and nobody writes a
  /// whole number of points with three decimals.
  static func number(_ cell: Cell) -> Quantity? {
    switch cell.value {
    case .number(let number): Quantity(number)
    case .text(let text): number(text)
    default: nil
    }
  }

  static func number(_ text: some StringProtocol) -> Quantity? {
    switch NumberText(text) {
    case .number(let quantity): quantity
    case .grouped(let thousands, _): thousands
    case nil: nil
    }
  }

  /// A percentage 0…100: `20`, `20%`, or 0.2 in a cell that shows percent.
  static func percent(_ cell: Cell) -> Quantity? {
    let quantity: Quantity?
    if case .number(let number) = cell.value, cell.isPercentage {
      quantity = Quantity(number * 100)
    } else if case .text(let text) = cell.value {
      quantity = percent(text)
    } else {
      quantity = number(cell)
    }
    // A bare fraction below one is a percentage whose format was lost: asked about, not guessed.
    guard let quantity, quantity >= Quantity(0), quantity <= Quantity(100),
      quantity.isZero || quantity >= Quantity(1) || isPercentage(cell)
    else { return nil }
    return quantity
  }

  /// Whether the cell says that its number is a percentage.
  static func isPercentage(_ cell: Cell) -> Bool {
    cell.isPercentage || line(cell).hasSuffix("%")
  }

  /// A target: a number, or a percentage that may lie above 100.
  static func target(_ cell: Cell) -> Quantity? {
    guard isPercentage(cell) else { return number(cell) }
    if case .number(let number) = cell.value { return Quantity(number * 100) }
    return percent(line(cell))
  }

  static func percent(_ text: some StringProtocol) -> Quantity? {
    var rest = VietnameseText.tidy(text)
    if rest.hasSuffix("%") { rest.removeLast() }
    return number(rest)
  }

  /// A day, with or without a time: a date cell, `2019-11-20 17:00`, `20/11/2019`, `17:00 20/11/2019`.
  static func dateTime(_ cell: Cell) -> CivilDateTime? {
    switch cell.value {
    case .date(let date): date
    case .text(let text): dateTime(text)
    default: nil
    }
  }

  static func dateTime(_ text: String) -> CivilDateTime? {
    var date: CivilDateTime?
    var time: CivilTime?
    let parts = VietnameseText.tidy(text).split { $0 == " " || $0 == "T" || $0 == "," }
    for part in parts {
      if part.contains(":") || part.contains("h") {
        let fields = part.split(omittingEmptySubsequences: true) { $0 == ":" || $0 == "h" }
          .map { Int($0) }
        guard time == nil, (1...3).contains(fields.count), fields.allSatisfy({ $0 != nil }) else {
          return nil
        }
        let (hour, minute) = (fields[0] ?? 0, fields.count > 1 ? fields[1] ?? 0 : 0)
        let second = fields.count > 2 ? fields[2] ?? 0 : 0
        if (hour, minute, second) == (24, 0, 0) {
          // The end of the day, by its last second: midnight is the next day's.
          time = CivilTime(hour: 23, minute: 59, second: 59)
        } else if (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) {
          time = CivilTime(hour: hour, minute: minute, second: second)
        } else {
          return nil
        }
      } else {
        let texts = part.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
        let fields = texts.compactMap { Int($0) }
        guard date == nil, texts.count == 3, fields.count == 3 else { return nil }
        let read =
          fields[0] > 31
          ? CivilDateTime(year: fields[0], month: fields[1], day: fields[2])
          : CivilDateTime(year: fields[2], month: fields[1], day: fields[0])
        guard (1901...9999).contains(read.year), read.isValid else { return nil }
        date = read
      }
    }
    guard var result = date else { return nil }
    if let time { result.time = time }
    return result
  }
}
