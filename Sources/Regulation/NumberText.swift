import Language

/// A number as Vietnamese texts write it: decimal comma or point, full-width digits, a sign.
public enum NumberText: Sendable, Hashable {
  /// One reading only.
  case number(Quantity)
  /// `1.000` or `1,000`: the separator groups thousands or marks decimals, the text alone does
  /// not say which.
  case grouped(thousands: Quantity, decimal: Quantity)

  /// Reads a number with nothing else around it but spaces; nil where the text is none.
  public init?(_ text: some StringProtocol) {
    var negative = false
    var signed = false
    var digits: [UInt8] = []
    var marks: [(byte: UInt8, position: Int)] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(UInt8(scalar.value - 0x30))
      case 0xFF10...0xFF19: digits.append(UInt8(scalar.value - 0xFF10))
      case 0x2E, 0xFF0E: marks.append((UInt8(ascii: "."), digits.count))
      case 0x2C, 0xFF0C: marks.append((UInt8(ascii: ","), digits.count))
      case 0x2B, 0xFF0B:
        guard !signed, digits.isEmpty, marks.isEmpty else { return nil }
        signed = true
      case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFF0D:
        guard !signed, digits.isEmpty, marks.isEmpty else { return nil }
        signed = true
        negative = true
      default:
        if VietnameseText.isInvisibleOrSpace(scalar) {
          // Spaces may stand before the number, behind it and behind its sign, not inside.
          continue
        }
        return nil
      }
    }
    guard !digits.isEmpty, digits.count <= 18, Self.spacesAreOutside(text) else { return nil }
    var magnitude: Int64 = 0
    for digit in digits { magnitude = magnitude * 10 + Int64(digit) }
    let coefficient = negative ? -magnitude : magnitude
    func quantity(mark position: Int?) -> Quantity {
      Quantity(coefficient: coefficient, scale: position.map { digits.count - $0 } ?? 0)
    }

    guard let last = marks.last else {
      self = .number(quantity(mark: nil))
      return
    }
    guard last.position < digits.count else { return nil }
    if marks.count == 1 {
      guard digits.count - last.position == 3, (1...3).contains(last.position), digits[0] != 0
      else {
        self = .number(quantity(mark: last.position))
        return
      }
      self = .grouped(thousands: quantity(mark: nil), decimal: quantity(mark: last.position))
      return
    }
    // Several separators: all alike group thousands; else the last marks the decimals.
    let groups = last.byte == marks[0].byte ? marks : Array(marks.dropLast())
    guard groups.allSatisfy({ $0.byte == marks[0].byte }), (1...3).contains(groups[0].position)
    else { return nil }
    let end = last.byte == marks[0].byte ? digits.count : last.position
    var position = groups[0].position
    for group in groups {
      guard group.position == position else { return nil }
      position += 3
    }
    guard position == end else { return nil }
    self = .number(quantity(mark: last.byte == marks[0].byte ? nil : last.position))
  }

  private static func spacesAreOutside(_ text: some StringProtocol) -> Bool {
    var seenDigit = false
    var spaceAfterDigit = false
    for scalar in text.unicodeScalars {
      if VietnameseText.isInvisibleOrSpace(scalar) {
        if seenDigit, scalar.properties.isWhitespace { spaceAfterDigit = true }
      } else {
        if spaceAfterDigit { return false }
        if scalar.properties.numericType != nil || ".,".unicodeScalars.contains(scalar) {
          seenDigit = true
        }
      }
    }
    return true
  }
}
