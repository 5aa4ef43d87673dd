import Spreadsheet
import Testing

@Suite("Passwords")
struct PasswordTests {
  @Test("no way of printing a password shows it")
  func hidden() {
    let password: Password = "rất-bí-mật"
    var dumped = ""
    dump([password], to: &dumped)
    for text in [
      "\(password)", String(reflecting: [password]), "\(Optional(password) as Any)", dumped,
    ] {
      #expect(!text.contains("bí-mật"))
    }
    #expect(password.secret == "rất-bí-mật")
  }
}
