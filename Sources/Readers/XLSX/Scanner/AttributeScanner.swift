/// Goes through the attributes of a start tag (XML 1.0, productions 40 to 44).
///
/// It knows what programs write of numbers and words: values between `"`, of ASCII, without
/// references. It ends at all else; whether it ended at the end of the tag is asked for afterwards.
struct AttributeScanner {
  /// Whether the tag ended with `>`.
  private(set) var endsTag = false
  /// Whether the tag ended with `/>`.
  private(set) var endsEmpty = false
  /// The names so far: a name must not come twice.
  private var names: [UnsafeBufferPointer<UInt8>] = []

  /// The attributes of another tag begin.
  @inline(__always)
  mutating func begin() {
    endsTag = false
    endsEmpty = false
    names.removeAll(keepingCapacity: true)
  }

  /// The next attribute; nil at the end of the tag, and for what is not known.
  ///
  /// - Parameter position: behind the name of the element or the value before; moved behind this
  ///   value, or behind the tag.
  mutating func next(_ position: inout UnsafePointer<UInt8>) -> Attribute? {
    var next = position
    next.skipBlanks()
    if next[0] == UInt8(ascii: ">") {
      endsTag = true
      position = next + 1
      return nil
    }
    if next[0] == UInt8(ascii: "/"), next[1] == UInt8(ascii: ">") {
      endsEmpty = true
      position = next + 2
      return nil
    }
    guard next > position, Self.isLetter(next[0]) else { return nil }
    let start = next
    while Self.isLetter(next[0]) || next[0] >= 48 && next[0] <= 58 { next += 1 }
    let name = UnsafeBufferPointer(start: start, count: next - start)
    guard next[0] == UInt8(ascii: "="), next[1] == UInt8(ascii: "\"") else { return nil }
    let value = next + 2
    next = value
    while next[0] != UInt8(ascii: "\"") {
      guard next[0] >= 0x20, next[0] < 0x80, next[0] != UInt8(ascii: "<"),
        next[0] != UInt8(ascii: "&")
      else { return nil }
      next += 1
    }
    // `xml:` and `xmlns` mean something to a parser; what comes twice is not well-formed.
    guard !name.starts(with: "xml".utf8), names.count < Self.most,
      !names.contains(where: { $0.elementsEqual(name) })
    else { return nil }
    names.append(name)
    position = next + 1
    return Attribute(name: name, value: UnsafeBufferPointer(start: value, count: next - value))
  }

  /// No element of a row has more.
  private static let most = 32

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// One attribute, valid as long as its block.
  struct Attribute {
    let name: UnsafeBufferPointer<UInt8>
    let value: UnsafeBufferPointer<UInt8>

    @inline(__always)
    func isNamed(_ literal: StaticString) -> Bool { name.isEqual(to: literal) }

    @inline(__always)
    func isValued(_ literal: StaticString) -> Bool { value.isEqual(to: literal) }

    /// The value as an integer, as `DecimalText.integer(_:)` reads it.
    var integer: Int? { DecimalText.integer(value) }

    /// Whether the value says true, as `XMLText.isTrue` reads it.
    var isTrue: Bool {
      isValued("1") || isValued("true") || isValued("on") || isValued("True")
    }

    /// The type of a cell; nil for a name that is not known.
    var storedType: CellDecoder.StoredType? {
      if isValued("s") { return .sharedString }
      if isValued("n") { return .number }
      if isValued("str") { return .formulaString }
      if isValued("inlineStr") { return .inlineString }
      if isValued("b") { return .boolean }
      if isValued("e") { return .error }
      return isValued("d") ? .date : nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those of `literal`.
  @inline(__always)
  fileprivate func isEqual(to literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != literal.utf8Start[index] { return false }
    return true
  }
}
