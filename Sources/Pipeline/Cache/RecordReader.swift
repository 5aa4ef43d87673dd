import Normalizer
import Regulation

/// Reads what `RecordWriter` wrote.
///
/// Records of another hand lead to `Damage`, never further: every length is held against what there is.
struct RecordReader {
  /// Bytes that no `RecordWriter` wrote.
  struct Damage: Error {}

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private let texts: [String]

  /// A reader of some bytes, whose texts are numbered in `texts`.
  init(_ bytes: ArraySlice<UInt8>, texts: [String] = []) {
    self.bytes = bytes
    self.texts = texts
    position = bytes.startIndex
  }

  /// Whether all bytes are read.
  var isAtEnd: Bool { position == bytes.endIndex }

  /// The bytes that are not read yet.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// A number that is not negative.
  mutating func number() throws(Damage) -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard position < bytes.endIndex, shift < 64 else { throw Damage() }
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: number) }
      shift += 7
    }
  }

  /// A number of either sign.
  mutating func signed() throws(Damage) -> Int64 {
    let number = UInt64(bitPattern: Int64(try number()))
    return Int64(bitPattern: number >> 1) ^ -Int64(number & 1)
  }

  /// So many bytes.
  mutating func bytes(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw Damage() }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// A text by its number.
  mutating func text() throws(Damage) -> String {
    let number = try number()
    guard texts.indices.contains(number) else { throw Damage() }
    return texts[number]
  }

  /// A truth value.
  mutating func flag() throws(Damage) -> Bool {
    switch try bytes(1).first {
    case 0: false
    case 1: true
    default: throw Damage()
    }
  }

  /// A value that may not be there.
  mutating func optional<Value>(
    _ body: (inout Self) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try flag() ? body(&self) : nil
  }

  mutating func optionalText() throws(Damage) -> String? {
    try optional { reader throws(Damage) in try reader.text() }
  }

  /// Several values.
  mutating func list<Value>(
    _ body: (inout Self) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = try number()
    // Each takes a byte at least.
    guard count >= 0, count <= bytes.endIndex - position else { throw Damage() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  /// Several values by their texts.
  mutating func dictionary<Value>(
    _ body: (inout Self) throws(Damage) -> Value
  ) throws(Damage) -> [String: Value] {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - position else { throw Damage() }
    var values = [String: Value](minimumCapacity: count)
    for _ in 0..<count {
      let key = try text()
      values[key] = try body(&self)
    }
    return values
  }

  // MARK: - What a file holds

  /// What the file of a record holds, which is known by what came with it.
  mutating func file(
    path: String, name: String, sha256: String, received: String?
  ) throws(Damage) -> NormalizedFile {
    let unit = try optionalText()
    let tables = try list { reader throws(Damage) in
      let unit = try reader.text()
      let source = SubmissionSource(
        file: path, sha256: sha256, sheet: try reader.text(), received: received)
      let entries = try reader.dictionary { reader throws(Damage) in try reader.entry() }
      return ScoreTable(unit: unit, source: source, entries: entries)
    }
    let findings = try list { reader throws(Damage) in try reader.finding() }
    var file = NormalizedFile(
      path: path, name: name, sha256: sha256, received: received, unit: unit, tables: tables,
      findings: findings)
    file.dossiers = try dictionary { reader throws(Damage) in try reader.dossier() }
    file.places = try list { reader throws(Damage) in
      let unit = try reader.optionalText()
      let sheet = try reader.text()
      let (first, last) = (try reader.number(), try reader.number())
      guard first <= last else { throw Damage() }
      return TablePlace(unit: unit, sheet: sheet, rows: first...last)
    }
    guard isAtEnd else { throw Damage() }
    return file
  }

  private mutating func points() throws(Damage) -> Points? {
    try optional { reader throws(Damage) in Points(tenThousandths: try reader.signed()) }
  }

  private mutating func entry() throws(Damage) -> ScoreEntry {
    let selfPoints = try points()
    let enteredPoints = try points()
    let appraisedPoints = try points()
    let countedPoints = try points()
    let result = try optional { reader throws(Damage) in
      let coefficient = try reader.signed()
      let scale = try reader.number()
      guard (0...18).contains(scale) else { throw Damage() }
      return Quantity(coefficient: coefficient, scale: scale)
    }
    let isNotApplicable = try flag()
    var entry = ScoreEntry(sheet: try text())
    entry.selfPoints = selfPoints
    entry.enteredPoints = enteredPoints
    entry.appraisedPoints = appraisedPoints
    entry.countedPoints = countedPoints
    entry.result = result
    entry.isNotApplicable = isNotApplicable
    entry.cell = try optionalText()
    entry.evidence = try optionalText()
    entry.note = try optionalText()
    return entry
  }

  private mutating func finding() throws(Damage) -> Finding {
    guard let code = FindingCode(rawValue: try text()),
      let severity = Severity(rawValue: try text())
    else { throw Damage() }
    var finding = Finding(code, severity)
    finding.unit = try optionalText()
    finding.file = try optionalText()
    finding.sheet = try optionalText()
    finding.cell = try optionalText()
    finding.value = try optionalText()
    finding.action = try optionalText()
    finding.arguments = try dictionary { reader throws(Damage) in try reader.text() }
    return finding
  }

  private mutating func dossier() throws(Damage) -> Dossier {
    var dossier = Dossier()
    dossier.nominations = try list { reader throws(Damage) in try reader.nomination() }
    dossier.practices = try list { reader throws(Damage) in
      let (name, content) = (try reader.text(), try reader.text())
      let effect = try reader.optionalText()
      let scope = try reader.optionalText()
      let evidence = try reader.optionalText()
      return GoodPractice(
        name: name, content: content, effect: effect, scope: scope, evidence: evidence,
        source: try reader.source())
    }
    dossier.staff = try optional { reader throws(Damage) in Int(try reader.signed()) }
    return dossier
  }

  private mutating func nomination() throws(Damage) -> Nomination {
    let name = try text()
    let position = try optionalText()
    let title = try text()
    let achievement = try optionalText()
    let initiative = try optionalText()
    let document = try optionalText()
    let source = try source()
    let flaw = try optional { reader throws(Damage) in
      guard let flaw = Nomination.Flaw(number: try reader.number()) else { throw Damage() }
      return flaw
    }
    return Nomination(
      name: name, position: position, title: title, achievement: achievement,
      initiative: initiative, document: document, source: source, flaw: flaw)
  }

  private mutating func source() throws(Damage) -> SourceCell {
    let (file, sheet) = (try text(), try text())
    return SourceCell(file: file, sheet: sheet, cell: try text())
  }
}
