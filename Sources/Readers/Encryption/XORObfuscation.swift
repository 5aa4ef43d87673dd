import Spreadsheet

/// Obfuscation with exclusive or, the protection of Excel 95 and before and a choice of later ones
/// ([MS-OFFCRYPTO] §2.3.7.2, method 1).
struct XORObfuscation {
  let key: UInt16
  let verifier: UInt16

  /// The scheme in words.
  let name = "XOR obfuscation"

  /// Passwords are cut to so many characters.
  private static let longestPassword = 15

  /// What fills the mask up behind the password.
  private static let padding: [UInt8] = [
    0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00,
  ]

  /// Takes the obfuscation off the data of one record.
  struct Mask {
    fileprivate let bytes: [UInt8]

    /// Takes it off the bytes in `range`, of a record whose data are those in `body`.
    func apply(to stream: inout [UInt8], in range: Range<Int>, ofRecordWith body: Range<Int>) {
      for index in range {
        let mask = bytes[(index + body.count) & 15]
        stream[index] = Self.rotatedRight(stream[index] ^ mask, by: 5)
      }
    }

    fileprivate static func rotatedRight(_ byte: UInt8, by count: UInt8) -> UInt8 {
      byte >> count | byte << (8 - count)
    }
  }

  /// The mask; nil when the password is wrong.
  func mask(for password: Password) -> Mask? {
    for characters in Self.candidates(password) where !characters.isEmpty {
      guard Self.verifier(of: characters) == verifier, Self.key(of: characters) == key else {
        continue
      }
      let padded = (characters + Self.padding).prefix(16)
      return Mask(
        bytes: padded.enumerated().map { index, byte in
          let part = UInt8(truncatingIfNeeded: index & 1 == 0 ? key : key >> 8)
          return Mask.rotatedRight(byte ^ part, by: 1)
        })
    }
    return nil
  }

  /// The password in one byte a character: as Western Windows writes it, or the lower byte of each,
  /// the upper one where that is zero (§2.3.7.4).
  private static func candidates(_ password: Password) -> [[UInt8]] {
    let western = password.secret.unicodeScalars.compactMap { scalar in
      Windows1252.characters.firstIndex(of: scalar).map { UInt8($0) }
    }
    let halves = password.secret.utf16.map { unit in
      let low = UInt8(truncatingIfNeeded: unit)
      return low == 0 ? UInt8(truncatingIfNeeded: unit >> 8) : low
    }
    let isWestern = western.count == password.secret.unicodeScalars.count
    return (isWestern ? [western, halves] : [halves]).map { Array($0.prefix(longestPassword)) }
  }

  /// What tells a wrong password (§2.3.7.1).
  private static func verifier(of password: [UInt8]) -> UInt16 {
    let hash = ([UInt8(password.count)] + password).reversed().reduce(UInt16(0)) { hash, byte in
      ((hash << 1 | hash >> 14 & 1) & 0x7FFF) ^ UInt16(byte)
    }
    return hash ^ 0xCE4B
  }

  /// The key (§2.3.7.2).
  ///
  /// The tables of the standard are two runs of one shift register.
  private static func key(of password: [UInt8]) -> UInt16 {
    func step(_ register: inout UInt16) {
      register = register << 1 | register >> 15
      if register & 1 != 0 { register ^= 0x1020 }
    }
    var key: UInt16 = 0
    var element: UInt16 = 0x8000
    var initial: UInt16 = 0xFFFF
    for byte in password.reversed() {
      for bit in 0..<8 {
        step(&element)
        step(&initial)
        if bit < 7, byte >> bit & 1 != 0 { key ^= element }
      }
    }
    return key ^ initial
  }
}
