import Language
import Testing

@Suite("Vietnamese texts")
struct VietnameseTextTests {
  @Test(
    "fold to their words without case, accents and punctuation",
    arguments: [
      ("Điểm tự\nđánh giá:", "diem tu danh gia"), ("  MÃ  tiêu-chí ", "ma tieu chi"),
      ("I.1)", "i 1"),
      ("Ngh\u{1ECB} quyết 04", "nghi quyet 04"),
      ("Nghi\u{0323} quye\u{0302}\u{0301}t 04", "nghi quyet 04"),
      ("S\u{1ED1}\u{A0}TT", "so tt"), ("１２", "12"), ("Ðơn vị", "don vi"),
      ("zero\u{200B}width", "zerowidth"),
      ("", ""), ("…—!", ""), ("ƯỨỪỬỮỰ ĂẮ ÂẤ ÊẾ ÔỐ ƠỚ Ỵ", "uuuuuu aa aa ee oo oo y"),
    ])
  func fold(text: String, key: String) {
    #expect(VietnameseText.fold(text) == key)
  }

  @Test(
    "have one key wherever the tone is put and however it is encoded",
    arguments: [
      ("Toà án", "Tòa án"), ("HOÀ BÌNH", "hòa bình"), ("Thuỷ lợi", "thủy lợi"),
      ("thưởng", "THU\u{031B}O\u{031B}\u{0309}NG"),
      ("Khối  Nội-chính", "khối nội chính"), ("Việt", "Vie\u{0323}\u{0302}t"),
      ("Việt", "Viê\u{0323}t"),
    ])
  func sameKey(one: String, other: String) {
    #expect(VietnameseText.accentKey(one) == VietnameseText.accentKey(other))
  }

  @Test(
    "keep their accents apart where accents count",
    arguments: [
      ("thường", "thưởng"), ("Phú", "Phù"), ("Đa", "Da"), ("tốt", "tôt"), ("an", "ăn"),
      ("ân", "ăn"),
      ("ơn", "ôn"), ("Nam", "Năm"),
    ])
  func differentKey(one: String, other: String) {
    #expect(VietnameseText.accentKey(one) != VietnameseText.accentKey(other))
    #expect(VietnameseText.fold(one) == VietnameseText.fold(other))
  }

  @Test("tidy to one line and keep their letters")
  func tidy() {
    #expect(VietnameseText.tidy("  Công\u{A0} an\r\n\ttỉnh \u{FEFF}") == "Công an tỉnh")
    #expect(VietnameseText.tidy("\u{200B} \n") == "")
  }

  @Test("know whether they were typed without accents")
  func unaccented() {
    #expect(VietnameseText.isUnaccented("Cong an tinh – 2019 ✓"))
    #expect(!VietnameseText.isUnaccented("Công an tinh"))
  }

  @Test(
    "are as far apart as the letters to change",
    arguments: [
      ("cong an", "cong an", 0), ("cong an", "cong am", 1), ("abc", "ac", 1), ("abc", "xyz", 3),
      ("", "ab", 2), ("abcdef", "x", 4),
    ])
  func distance(one: String, other: String, edits: Int) {
    #expect(VietnameseText.editDistance(one, other, limit: 3) == edits)
  }

  @Test("hold a phrase by whole words")
  func phrases() {
    #expect(VietnameseText.contains("khoi noi chinh 2019", phrase: "noi chinh"))
    #expect(!VietnameseText.contains("khoi noi chinhs", phrase: "noi chinh"))
    #expect(!VietnameseText.contains("khoinoi chinh", phrase: "noi chinh"))
    #expect(VietnameseText.range(of: "chinh", in: "noi chinh") == 4..<9)
    #expect(VietnameseText.range(of: "noi chinh", in: "chinh") == nil)
    #expect(!VietnameseText.contains("noi", phrase: ""))
  }
}

private enum Greeting: Phrase {
  case scored

  var translation: Translation {
    Translation(vi: "{unit} đạt {points} điểm", en: "{unit} has {points} points {")
  }
}

@Suite("A phrase")
struct PhraseTests {
  @Test("is filled in either language")
  func filled() {
    let arguments = ["unit": "CA {points}", "points": "9,5"]
    // What fills a place is not itself filled.
    #expect(Greeting.scored.text(in: .vi, arguments) == "CA {points} đạt 9,5 điểm")
    #expect(Greeting.scored.text(in: .en, arguments) == "CA {points} has 9,5 points {")
  }

  @Test("is never lost for want of a detail")
  func unfilled() {
    #expect(Greeting.scored.text(in: .vi, ["unit": "CA"]) == "CA đạt — điểm")
    #expect(Greeting.scored.text(in: .vi) == "— đạt — điểm")
  }
}
