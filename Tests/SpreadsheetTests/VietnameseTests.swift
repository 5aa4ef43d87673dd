import Spreadsheet
import Testing

@Suite struct LegacyVietnameseTests {
  @Test(
    "Text of a TCVN3 font is decoded",
    arguments: [
      ("c«ng an tØnh", "công an tỉnh"), ("§¬n vÞ", "Đơn vị"), ("®iÓm tù chÊm", "điểm tự chấm"),
      ("céng hoµ x· héi chñ nghÜa viÖt nam", "cộng hoà xã hội chủ nghĩa việt nam"),
      ("Néi dung – 9,5", "Nội dung – 9,5"), ("Kû luËt, ®iÒu lÖnh", "Kỷ luật, điều lệnh"),
      ("trư­ëng", nil), ("phßng chèng téi ph¹m", "phòng chống tội phạm"),
    ] as [(String, String?)])
  func decodes(stored: String, text: String?) {
    #expect(LegacyVietnamese.decodeTCVN3(stored) == text)
  }

  @Test(
    "Text that reads as it is stays",
    arguments: [
      "", "STT", "Điểm tự chấm", "công an tỉnh", "Café", "à", "là", "và có", "không", "Bảng ±5%",
      "§ 12",
      "Ô", "Đà Nẵng", "déjà vu", "12 m²", "30°C",
    ])
  func keeps(stored: String) {
    #expect(LegacyVietnamese.decodeTCVN3(stored) == nil)
  }
}

@Suite struct TCVN3Tests {
  @Test("All letters of Vietnamese that TCVN3 holds are in its table")
  func holdsAllLetters() {
    let letters = Set(
      ("ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂÊÔƠƯĐ").unicodeScalars)
    let decoded = (0...255).map { TCVN3.scalar(for: UInt8($0)) }
    #expect(letters.isSubset(of: decoded))
  }

  @Test("Plain ASCII stands for itself")
  func keepsASCII() {
    #expect((0..<128).allSatisfy { TCVN3.scalar(for: $0).value == UInt32($0) })
  }
}

@Suite struct VietnameseSyllableTests {
  @Test(
    "Syllables of Vietnamese are told, in any case",
    arguments: [
      "điểm", "Nghĩa", "QUYẾT", "gìn", "giếng", "uỷ", "ủy", "hoà", "hòa", "khuỷu", "quốc",
      "nghiêng",
      "yêu", "ở", "xoong", "thuở", "Đắk", "ước", "luật", "tuyển", "quýt", "gì", "già", "giặc",
      "quả",
    ])
  func accepts(word: String) {
    #expect(VietnameseSyllable.isPlausible(word.unicodeScalars) == (word != "Đắk"))
  }

  @Test(
    "What no syllable can be is told",
    arguments: [
      "", "đ", "®iÓm", "ñieåm", "bc", "càfé", "tốf", "các̀", "đề2", "tòp", "trảc", "bẹm̀", "ôê",
    ])
  func refuses(word: String) {
    #expect(!VietnameseSyllable.isPlausible(word.unicodeScalars))
  }
}

@Suite struct VietnamesePlausibilityTests {
  @Test("Only words beyond ASCII are counted, by what they are")
  func counts() {
    let evidence = VietnamesePlausibility(
      of: "Đơn vị: PV01, điểm 9,5; café và Zürich".unicodeScalars)
    #expect(evidence.words == 6)
    #expect(evidence.syllables == 4)
    #expect(evidence.frequentSyllables == 4)
    #expect(evidence.isConvincing)
  }

  @Test("Vietnamese scores above the same bytes read in another encoding")
  func compares() {
    let right = VietnamesePlausibility(of: "công an tỉnh".unicodeScalars)
    let wrong = VietnamesePlausibility(of: "c«ng an tØnh".unicodeScalars)
    #expect(right.score > wrong.score)
    #expect(!wrong.isConvincing)
  }

  @Test("Punctuation that texts hold ends a word")
  func splitsWords() {
    let evidence = VietnamesePlausibility(of: "“Kỷ–luật”…\u{A0}tốt".unicodeScalars)
    #expect(evidence.words == 3)
    #expect(evidence.syllables == 3)
  }

  @Test("Text without accents proves nothing")
  func provesNothing() {
    #expect(!VietnamesePlausibility(of: "STT; PV01".unicodeScalars).isConvincing)
  }
}

@Suite struct VietnameseVowelTests {
  @Test("Each vowel is taken apart and put together again, in either case")
  func roundTrips() throws {
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".unicodeScalars {
      for tone in VietnameseTone.allCases {
        let composed = try #require(VietnameseVowel.composing(letter, with: tone))
        let vowel = try #require(VietnameseVowel(composed))
        #expect(vowel.letter == letter)
        #expect(vowel.tone == tone)
      }
    }
  }

  @Test("Composed letters are those of Unicode's canonical composition")
  func composesCanonically() throws {
    let marks: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".unicodeScalars {
      for mark in marks {
        let tone = try #require(VietnameseTone(combining: mark))
        let composed = try #require(VietnameseVowel.composing(letter, with: tone))
        var pair = String.UnicodeScalarView()
        pair.append(contentsOf: [letter, mark])
        // Strings are equal when they are canonically equivalent.
        #expect(String(composed) == String(pair))
      }
    }
  }

  @Test("A letter that has a tone or is no vowel takes none")
  func refuses() {
    #expect(VietnameseVowel.composing("á", with: .dot) == nil)
    #expect(VietnameseVowel.composing("b", with: .acute) == nil)
    #expect(VietnameseVowel("b") == nil)
    #expect(VietnameseTone(combining: "\u{302}") == nil)
  }
}
