/// What is of interest in the style of an element (CSS 2.2, and what Excel adds to it).
struct HTMLStyle: Hashable {
  /// The number format as Excel's `mso-number-format` writes it, unescaped.
  var numberFormat: String?
  /// Whether `display:none` hides the element.
  var isHidden = false

  /// No style.
  init() {}

  /// The style that the declarations in `text` give.
  init(declarations text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let name = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
      rest = rest.dropFirst(name.count)
      guard rest.popFirst() == UInt8(ascii: ":") else { continue }
      let value = Self.takeValue(from: &rest)
      switch Self.trimmed(String(decoding: name, as: UTF8.self)).lowercased() {
      case "mso-number-format": numberFormat = value
      case "display": isHidden = value.lowercased() == "none"
      default: break
      }
    }
  }

  /// Takes over what `other` says and this style does not.
  mutating func inherit(_ other: HTMLStyle) {
    numberFormat = numberFormat ?? other.numberFormat
    isHidden = isHidden || other.isHidden
  }

  /// A value up to its semicolon, without quotes; `\` takes the next character as it is, or a
  /// character's number in hexadecimal (CSS 2.2, §4.1.3).
  private static func takeValue(from rest: inout ArraySlice<UInt8>) -> String {
    var value: [UInt8] = []
    var quote: UInt8?
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"):
        let digits = rest.prefix(6).prefix { Self.isHexadecimal($0) }
        if digits.count >= 4, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code)
        {
          rest = rest.dropFirst(digits.count)
          if rest.first == 0x20 { rest = rest.dropFirst() }
          value += String(Character(scalar)).utf8
        } else if let next = rest.popFirst() {
          value.append(next)
        }
      case quote: quote = nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil, value.allSatisfy({ $0 == 0x20 }) {
          quote = byte
        } else {
          value.append(byte)
        }
      case UInt8(ascii: ";") where quote == nil:
        return trimmed(String(decoding: value, as: UTF8.self))
      default: value.append(byte)
      }
    }
    return trimmed(String(decoding: value, as: UTF8.self))
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

/// The styles that a page gives to classes of elements.
struct HTMLStyleSheet {
  private var classes: [String: HTMLStyle] = [:]

  /// Adds the rules of a `style` element whose selector is a class, such as `.xl24` or `td.xl24`.
  mutating func add(_ text: String) {
    for rule in text.split(separator: "}") {
      let parts = rule.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let style = HTMLStyle(declarations: String(parts[1]))
      guard style != HTMLStyle() else { continue }
      for selector in parts[0].split(separator: ",") {
        let words = selector.split(whereSeparator: \.isWhitespace)
        guard let word = words.last, let dot = word.lastIndex(of: ".") else { continue }
        let name = String(word[word.index(after: dot)...])
        var merged = style
        if let earlier = classes[name] { merged.inherit(earlier) }
        classes[name] = merged
      }
    }
  }

  /// The style of an element with these attributes: its own declarations first, then its classes'.
  func style(of attributes: HTMLAttributes) -> HTMLStyle {
    var style = attributes["style"].map { HTMLStyle(declarations: $0) } ?? HTMLStyle()
    guard !classes.isEmpty, let names = attributes["class"] else { return style }
    for name in names.split(whereSeparator: \.isWhitespace) {
      if let other = classes[String(name)] { style.inherit(other) }
    }
    return style
  }
}
