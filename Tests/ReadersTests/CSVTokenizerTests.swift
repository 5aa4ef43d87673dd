import Testing

@testable import Readers

@Suite struct CSVTokenizerTests {
  @Test(
    "Fields and records are cut as RFC 4180 has it",
    arguments: [
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("a\r\n\nb\r\rc", [["a"], [""], ["b"], [""], ["c"]]),
      ("a,\n,b\n", [["a", ""], ["", "b"]]),
      ("a,", [["a", ""]]),
      (",", [["", ""]]),
      ("\n", [[""]]),
      ("", []),
      ("\"a\",\"b\"\n", [["a", "b"]]),
      ("\"a,b\",c", [["a,b", "c"]]),
      ("\"a\r\nb\",c\r\nd", [["a\r\nb", "c"], ["d"]]),
      ("\"a \"\"b\"\"\",c", [["a \"b\"", "c"]]),
      ("\"\"\"\",\"\"", [["\"", ""]]),
      (" a , b ", [[" a ", " b "]]),
    ])
  func cutsRecords(text: String, records: Texts) {
    #expect(tokens(of: text) == records)
  }

  @Test(
    "Nothing is lost where quotes are misplaced",
    arguments: [
      ("text behind a closing quote", "\"a\"b,c\n", [["ab", "c"]]),
      (
        "text behind a closing quote that holds quotes", "\"a\"\"x\" \"b\",c\n",
        [["a\"x \"b\"", "c"]]
      ),
      ("a quote within plain text", "a \"b\",5\" c\n", [["a \"b\"", "5\" c"]]),
      ("a quote that never closes", "a,\"b\nc,d\n", [["a", "\"b"], ["c", "d"]]),
      (
        "a quote that never closes before escaped ones", "\"b,c\n\"\",d\n",
        [["\"b", "c"], ["", "d"]]
      ),
      ("a quote at the very end", "a,\"", [["a", "\""]]),
      (
        "a lone quote that meets the next field's", "1,\"a,x\n2,b,y\n3,\"c,d\",z\n",
        [["1", "\"a", "x"], ["2", "b", "y"], ["3", "c,d", "z"]]
      ),
      ("an escaped quote that ends the text", "\"a\"\"", [["\"a\"\""]]),
    ])
  func survivesMisplacedQuotes(name: String, text: String, records: Texts) {
    #expect(tokens(of: text) == records)
  }

  @Test("Without a delimiter a line is a field")
  func readsLines() {
    let dialect = CSVDialect(delimiter: nil)
    #expect(tokens(of: "a,b;c\td\n\"e\nf\"\n", dialect: dialect) == [["a,b;c\td"], ["e\nf"]])
  }

  @Test("Backslashes escape only where the dialect says so")
  func readsBackslashes() {
    var dialect = CSVDialect(delimiter: Separator.comma)
    #expect(tokens(of: #""a\"",b"#, dialect: dialect) == [[#""a\"""#, "b"]])
    dialect.escapesWithBackslash = true
    #expect(tokens(of: #""a\"",b"#, dialect: dialect) == [[#"a""#, "b"]])
    #expect(tokens(of: #""a\\","b\n""#, dialect: dialect) == [[#"a\"#, #"b\n"#]])
  }

  @Test(
    "A text of misplaced quotes is read in time that grows with its length",
    arguments: ["\"a\n", "\"a,", ",\"\"a", "\"\"\","])
  func staysLinear(part: String) {
    let text = "\"x," + String(repeating: part, count: 50_000)
    var fields = 0
    let time = ContinuousClock().measure { fields = tokens(of: text).joined().count }
    #expect(fields > 10_000)
    #expect(time < .seconds(20))
  }

  private func tokens(
    of text: String, dialect: CSVDialect = CSVDialect(delimiter: Separator.comma)
  ) -> Texts {
    var tokenizer = CSVTokenizer(Array(text.utf8), dialect: dialect)
    var records = Texts()
    var record: [String] = []
    while let field = tokenizer.next() {
      record.append(tokenizer.content(of: field))
      #expect(field.isEmpty == record.last?.isEmpty)
      if field.endsRecord {
        records.append(record)
        record = []
      }
    }
    #expect(record.isEmpty)
    return records
  }
}
