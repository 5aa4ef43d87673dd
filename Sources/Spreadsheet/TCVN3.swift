/// Text in the 8-bit encodings of Vietnamese that came before Unicode.
public enum LegacyVietnamese {
  /// The text that Latin-1 characters stand for in a `.VnTime` font, where each is a byte of
  /// TCVN3 (the VN3 part of TCVN 5712:1993): `c«ng an tØnh` is `công an tỉnh`.
  ///
  /// Fonts for capitals (`.VnTimeH`) use the same bytes, so their text comes out in small letters.
  ///
  /// - Parameter isCertain: whether the text is known to be TCVN3, if anything but ASCII stands in
  ///   it: then only letters beyond Latin-1 speak against it.
  /// - Returns: nil when the text does not look like TCVN3: it holds letters beyond Latin-1, it
  ///   reads as Vietnamese the way it is, or it does not read as Vietnamese when decoded.
  public static func decodeTCVN3(_ text: String, isCertain: Bool = false) -> String? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var decoded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value < 0x100 {
        decoded.append(TCVN3.scalar(for: UInt8(scalar.value)))
      } else if scalar.properties.isAlphabetic
        || scalar.properties.canonicalCombiningClass != .notReordered
      {
        return nil
      } else {
        decoded.append(scalar)
      }
    }
    if isCertain { return String(decoded) }
    let asStored = VietnamesePlausibility(of: text.unicodeScalars)
    let asTCVN3 = VietnamesePlausibility(of: decoded)
    guard asTCVN3.syllables > asStored.syllables, asTCVN3.isConvincing else { return nil }
    return String(decoded)
  }
}

/// The byte table of TCVN3.
package enum TCVN3 {
  /// The character that `byte` stands for.
  ///
  /// Bytes that TCVN3 leaves open are read as Windows-1252
  /// has them in its upper half, which is what the systems of these fonts show.
  package static func scalar(for byte: UInt8) -> Unicode.Scalar {
    byte < firstByte ? Unicode.Scalar(byte) : upperHalf[Int(byte - firstByte)]
  }

  private static let firstByte: UInt8 = 0xA1

  /// The characters from byte A1 to byte FF; `·` marks a byte that the encoding leaves open.
  private static let upperHalf: [Unicode.Scalar] = {
    let rows = [
      "ĂÂÊÔƠƯĐăâêôơưđ·",  // A1…AF
      "·····àảãáạ·ằẳẵắ·",  // B0…BF
      "······ặầẩẫấậè·ẻẽ",  // C0…CF
      "éẹềểễếệìỉ···ĩíịò",  // D0…DF
      "·ỏõóọồổỗốộờởỡớợù",  // E0…EF
      "·ủũúụừửữứựỳỷỹýỵ·",  // F0…FF
    ]
    return rows.joined().unicodeScalars.enumerated().map { offset, scalar in
      scalar == "·" ? Unicode.Scalar(firstByte + UInt8(offset)) : scalar
    }
  }()
}
