import Testing

@testable import Intake

@Suite("A name from outside")
struct SafeNameTests {
  static let names: [(String, String)] = [
    ("bảng điểm.xlsx", "bảng điểm.xlsx"),
    ("bảng điểm.xlsx", "bảng điểm.xlsx"),
    ("../../etc/passwd", "passwd"),
    ("..\\..\\Windows\\system.ini", "system.ini"),
    ("..", "tep"), ("", "tep"), ("/", "tep"), ("...xlsx", "xlsx"),
    ("CON.xlsx", "_CON.xlsx"), ("lpt1", "_lpt1"), ("nul.", "_nul"),
    ("a\u{0}b\r\n.xlsx", "ab.xlsx"),
    ("phan\u{202E}xslx.exe", "phanxslx.exe"),
    ("a:b?.xlsx", "a_b_.xlsx"),
    (".htaccess", "htaccess"), ("~$khoa.xlsx", "$khoa.xlsx"), ("-rf", "rf"),
    ("điểm. ", "điểm"),
  ]

  @Test("becomes the name of a file in its folder and nothing else", arguments: names)
  func becomesSafe(name: String, expected: String) {
    #expect(SafeName.file(name) == expected)
  }

  @Test("that is too long is cut before its extension")
  func long() {
    let name = SafeName.file(String(repeating: "ố", count: 200) + ".xlsx")
    #expect(name.utf8.count <= SafeName.maximumBytes)
    #expect(name.hasSuffix("ố.xlsx"))
  }
}
