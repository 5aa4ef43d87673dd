/// VISCII (RFC 1456): every letter of Vietnamese in one byte, six capitals among the control
/// characters.
enum VISCII {
  /// The character of each byte.
  static let characters: [Unicode.Scalar] = {
    var characters = (0...255).map { Unicode.Scalar(UInt8($0)) }
    for (offset, letter) in fromByte80.unicodeScalars.enumerated() {
      characters[0x80 + offset] = letter
    }
    for (byte, letter) in capitalsAmongControls { characters[byte] = letter }
    return characters
  }()

  private static let fromByte80 =
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ" + "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ" + "Õắằặấầẩậẽẹếềểễệố" + "ồổỗỠƠộờởịỰỨỪỬơớƯ"
    + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ" + "ĐứÒÓÔạỷừửÙÚỹỵÝỡư" + "àáâãảăữẫèéêẻìíĩỉ" + "đựòóôõỏọụùúũủýợỮ"

  private static let capitalsAmongControls: KeyValuePairs<Int, Unicode.Scalar> = [
    0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ",
  ]
}
