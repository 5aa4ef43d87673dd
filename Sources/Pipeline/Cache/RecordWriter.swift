import Normalizer
import Regulation
import Spreadsheet

/// Writes what files hold in few bytes, for `RecordReader`: numbers in sevens of bits, lowest first,
/// each text once.
struct RecordWriter {
  /// The bytes of the record that is being written.
  private(set) var bytes: [UInt8] = []
  /// The texts, in the order of their numbers.
  private(set) var texts: [String] = []
  private var numbers: [ExactText: Int] = [:]

  /// Hands over the record and begins another; texts keep their numbers.
  mutating func takeRecord() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Appends a number that is not negative.
  mutating func append(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends a number of either sign, small ones in few bytes.
  mutating func append(signed number: Int64) {
    append(Int(truncatingIfNeeded: (number << 1) ^ (number >> 63)))
  }

  /// Appends a text.
  mutating func append(_ text: String) {
    let key = ExactText(text)
    if let number = numbers[key] {
      append(number)
    } else {
      numbers[key] = texts.count
      append(texts.count)
      texts.append(text)
    }
  }

  /// Appends whether a value is there, and the value.
  mutating func append<Value>(_ value: Value?, _ body: (inout Self, Value) -> Void) {
    bytes.append(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  mutating func append(_ text: String?) { append(text) { $0.append($1) } }

  /// Appends how many values there are, and each.
  mutating func append<Values: Collection>(
    _ values: Values, _ body: (inout Self, Values.Element) -> Void
  ) {
    append(values.count)
    for value in values { body(&self, value) }
  }

  // MARK: - What a file holds

  mutating func append(_ file: NormalizedFile) {
    append(file.unit)
    append(file.tables) { $0.append($1) }
    append(file.findings) { $0.append($1) }
    append(file.dossiers) { writer, entry in
      writer.append(entry.key)
      writer.append(entry.value)
    }
    append(file.places) { writer, place in
      writer.append(place.unit)
      writer.append(place.sheet)
      writer.append(place.rows.lowerBound)
      writer.append(place.rows.upperBound)
    }
  }

  private mutating func append(_ table: ScoreTable) {
    append(table.unit)
    append(table.source.sheet)
    append(table.entries) { writer, entry in
      writer.append(entry.key)
      writer.append(entry.value)
    }
  }

  private mutating func append(_ entry: ScoreEntry) {
    for points in [
      entry.selfPoints, entry.enteredPoints, entry.appraisedPoints, entry.countedPoints,
    ] {
      append(points) { $0.append(signed: $1.tenThousandths) }
    }
    append(entry.result) { writer, result in
      writer.append(signed: result.coefficient)
      writer.append(result.scale)
    }
    bytes.append(entry.isNotApplicable ? 1 : 0)
    append(entry.sheet)
    append(entry.cell)
    append(entry.evidence)
    append(entry.note)
  }

  private mutating func append(_ finding: Finding) {
    append(finding.code.rawValue)
    append(finding.severity.rawValue)
    for text in [
      finding.unit, finding.file, finding.sheet, finding.cell, finding.value, finding.action,
    ] {
      append(text)
    }
    append(finding.arguments) { writer, argument in
      writer.append(argument.key)
      writer.append(argument.value)
    }
  }

  private mutating func append(_ dossier: Dossier) {
    append(dossier.nominations) { writer, nomination in
      writer.append(nomination.name)
      writer.append(nomination.position)
      writer.append(nomination.title)
      writer.append(nomination.achievement)
      writer.append(nomination.initiative)
      writer.append(nomination.document)
      writer.append(nomination.source)
      writer.append(nomination.flaw) { $0.append($1.number) }
    }
    append(dossier.practices) { writer, practice in
      writer.append(practice.name)
      writer.append(practice.content)
      writer.append(practice.effect)
      writer.append(practice.scope)
      writer.append(practice.evidence)
      writer.append(practice.source)
    }
    append(dossier.staff) { $0.append(signed: Int64($1)) }
  }

  private mutating func append(_ source: SourceCell) {
    append(source.file)
    append(source.sheet)
    append(source.cell)
  }
}

extension Nomination.Flaw {
  /// The flaw as a record has it.
  fileprivate var number: Int {
    switch self {
    case .incomplete: 0
    case .duplicate: 1
    case .unknownTitle: 2
    case .conditionMissing: 3
    }
  }

  /// The flaw of a record; nil for one that there is not.
  init?(number: Int) {
    switch number {
    case 0: self = .incomplete
    case 1: self = .duplicate
    case 2: self = .unknownTitle
    case 3: self = .conditionMissing
    default: return nil
    }
  }
}
