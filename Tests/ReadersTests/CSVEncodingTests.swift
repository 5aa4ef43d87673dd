import Readers
import Spreadsheet
import Testing

@Suite struct CSVEncodingTests {
  static let scoreTable: Texts = [
    ["CÔNG AN TỈNH BẮC NINH"],
    ["BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2025"],
    ["STT", "Nội dung", "Điểm tối đa", "Tự chấm", "Ghi chú"],
    ["1", "Chấp hành kỷ luật, điều lệnh", "10", "9,5", "Không phát sinh"],
    ["2", "Giữ gìn an ninh trật tự ở cơ sở", "20", "18,25", "Quỹ, huỷ, nghĩa, đoàn thể"],
    ["", "Tổng cộng", "30", "27,75"],
    ["", "THỦ TRƯỞNG ĐƠN VỊ"],
  ]

  @Test(
    "A table reads the same in every encoding, and those before Unicode are noted",
    arguments: VietnameseEncoder.allCases, [",", ";", "\t"])
  func readsEveryEncoding(encoder: VietnameseEncoder, delimiter: String) throws {
    let bytes = encoder.encode(csv(Self.scoreTable, delimiter: delimiter, newline: "\r\n"))
    #expect(try texts(ofCSV: bytes) == Self.scoreTable.map { $0.map(encoder.surviving) })
    #expect(try legacyEncoding(ofCSV: bytes) == encoder.reportedName)
  }

  @Test(
    "A few accented words among plain ones are enough to tell the encoding",
    arguments: VietnameseEncoder.allCases)
  func readsShortTexts(encoder: VietnameseEncoder) throws {
    let rows: Texts = [
      ["TT", "Điểm"], ["1", "9"], ["2", "CBCS"], ["3", "PV01"], ["KQ", "công an CHẤM"],
    ]
    let bytes = encoder.encode(csv(rows, delimiter: ";", newline: "\n"))
    #expect(try texts(ofCSV: bytes) == rows.map { $0.map(encoder.surviving) })
    #expect(try legacyEncoding(ofCSV: bytes) == encoder.reportedName)
  }

  @Test("Every letter of Vietnamese survives", arguments: VietnameseEncoder.allCases)
  func readsEveryLetter(encoder: VietnameseEncoder) throws {
    let letters =
      "ă â đ ê ô ơ ư à ả ã á ạ ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ồ ổ ỗ ố "
      + "ộ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ"
    let rows = Self.scoreTable + [["", letters, letters.uppercased()]]
    let bytes = encoder.encode(csv(rows, delimiter: ";", newline: "\n"))
    let lastRow = try #require(try texts(ofCSV: bytes).last)
    // Composed letter by letter, not merely canonically equivalent.
    #expect(
      lastRow.map { Array($0.unicodeScalars) }
        == ["", letters, letters.uppercased()].map { Array(encoder.surviving($0).unicodeScalars) })
  }

  @Test("A capital that TCVN 5712 puts among the control characters is a letter")
  func readsCapitalsAmongControls() throws {
    let rows: Texts = [["Nội dung", "Điểm"], ["ĐỨC", "9"]]
    let bytes = VietnameseEncoder.tcvn5712.encode(csv(rows, delimiter: ";", newline: "\n"))
    #expect(try texts(ofCSV: bytes) == rows)
  }

  @Test("A capital that VISCII puts among the control characters is a letter")
  func readsCapitalsOfVISCII() throws {
    let rows: Texts = [["Nội dung", "Điểm"], ["KỶ LUẬT", "9"], ["TỔ MẪU", "8"]]
    let bytes = VietnameseEncoder.viscii.encode(csv(rows, delimiter: ";", newline: "\n"))
    #expect(try texts(ofCSV: bytes) == rows)
    #expect(try legacyEncoding(ofCSV: bytes) == "VISCII")
  }

  @Test("What is no character of UTF-32 is replaced and noted")
  func replacesInUTF32() throws {
    var bytes = VietnameseEncoder.utf32LittleEndianWithMark.encode(
      String(repeating: "Điểm;9,5\n", count: 30))
    bytes.replaceSubrange(4..<8, with: [0, 0, 0x11, 0])
    #expect(try texts(ofCSV: bytes)[0] == ["\u{FFFD}iểm", "9,5"])
    #expect(try legacyEncoding(ofCSV: bytes) == "UTF-32LE")
  }

  @Test("A lone sign of Windows-1252 is no syllable of VISCII")
  func readsLoneSign() throws {
    let bytes = Array("id,name\n1,english\n2,".utf8) + [0xA9, 0x0A]
    #expect(try texts(ofCSV: bytes)[2] == ["2", "©"])
    #expect(try legacyEncoding(ofCSV: bytes) == "Windows-1252")
  }

  @Test("Plain ASCII is UTF-8 and needs no note")
  func readsASCII() throws {
    #expect(try texts(ofCSV: "a;b\n1;2\n") == [["a", "b"], ["1", "2"]])
    #expect(try legacyEncoding(ofCSV: Array("a;b\n1;2\n".utf8)) == nil)
  }

  @Test("Western European text is Windows-1252")
  func readsWindows1252() throws {
    let bytes =
      Array("nom;prix\ncaf".utf8) + [0xE9] + Array(" cr".utf8) + [0xE8] + Array("me;3 ".utf8) + [
        0x80
      ]
    #expect(try texts(ofCSV: bytes) == [["nom", "prix"], ["café crème", "3 €"]])
    #expect(try legacyEncoding(ofCSV: bytes) == "Windows-1252")
  }

  @Test("The evidence shows the share of Vietnamese words and the first of them")
  func statesEvidence() throws {
    let bytes = VietnameseEncoder.tcvn3.encode("Nội dung;Điểm\nCông tác;5\n")
    #expect(
      try CSVWorkbook(bytes: bytes, name: "a.csv").notes == [
        .legacyEncoding(name: "TCVN3 (ABC)", evidence: "4/4: Nội, Điểm, Công")
      ])
  }

  @Test(
    "Bytes that are no UTF-8 in a text that else is are replaced and noted",
    arguments: [[0xFF] as [UInt8], [0xC3], [0xE1, 0xBB]])
  func replacesInvalidBytes(invalid: [UInt8]) throws {
    let bytes = Array("Nội dung;Điểm\nKỷ luật tốt".utf8) + invalid + Array(";9,5\n".utf8)
    #expect(
      try texts(ofCSV: bytes) == [["Nội dung", "Điểm"], ["Kỷ luật tốt\u{FFFD}", "9,5"]])
    #expect(try legacyEncoding(ofCSV: bytes) == "UTF-8")
  }

  @Test("Half of a surrogate pair and a last odd byte in UTF-16 are replaced and noted")
  func replacesInvalidUnits() throws {
    let bytes: [UInt8] = [
      0xFF, 0xFE, 0x61, 0, 0x3B, 0, 0x00, 0xD8, 0x0A, 0, 0x62, 0, 0x3B, 0, 0x63,
    ]
    #expect(try texts(ofCSV: bytes) == [["a", "\u{FFFD}"], ["b", "\u{FFFD}"]])
    #expect(try legacyEncoding(ofCSV: bytes) == "UTF-16LE")
  }

  @Test("Decomposed letters stay as they are stored in Unicode")
  func keepsDecomposedLetters() throws {
    let cell = try texts(ofCSV: "e\u{302}\u{301};1\n2;3\n")[0][0]
    #expect(Array(cell.unicodeScalars) == ["e", "\u{302}", "\u{301}"])
  }

  @Test("A zero byte is a character like others")
  func keepsZeroBytes() throws {
    #expect(try texts(ofCSV: "a,b\n\0,2\n") == [["a", "b"], ["\0", "2"]])
  }

  @Test("Quotes and dashes of Windows keep their place in TCVN3 text")
  func readsPunctuationInTCVN3() throws {
    let bytes =
      VietnameseEncoder.tcvn3.encode("Nội dung;Điểm\nPhong trào ") + [0x93]
      + VietnameseEncoder.tcvn3.encode("Ba nhất") + [0x94] + Array(";9\n".utf8)
    #expect(try texts(ofCSV: bytes)[1] == ["Phong trào “Ba nhất”", "9"])
  }
}
