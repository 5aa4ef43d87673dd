/// Tells spreadsheet formats made of lines of plain text, which would pass for CSV.
enum LineFormat {
  /// The name of the format of `bytes`; nil for other text.
  static func name(of bytes: [UInt8]) -> String? {
    let head = bytes.prefix(200)
    let lines = head.split { $0 == 0x0A || $0 == 0x0D }.prefix(2).map { line in
      String(decoding: line, as: UTF8.self).drop { $0 == " " }
    }
    guard let first = lines.first, let second = lines.dropFirst().first else { return nil }
    // A table of data may begin with a column called ID, but not go on as records of SYLK do.
    if first.hasPrefix("ID;P"), recordsOfSYLK.contains(where: second.hasPrefix) {
      return "SYLK spreadsheet (.slk)"
    }
    if first == "TABLE", second == "0,1" { return "DIF spreadsheet (.dif)" }
    return nil
  }

  /// What the records behind the first of a SYLK file begin with.
  private static let recordsOfSYLK = ["P;P", "B;", "C;", "F;", "O;", "NN;", "NU;"]
}
