import Foundation
import TestSupport
import Testing

/// The built program's drafts for Word and PDFs, and what it says of a faulty command line.
@Suite struct DocumentCommandTests {
  @Test("--documents writes the drafts, the same each time, and nothing without it")
  func documents() throws {
    let folder = try CommandLineTests.block()
    let outcome = try CommandLineTests.run(["consolidate", folder.path, "--documents"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Đã ghi \(folder.path)/ket-qua/to-trinh.docx"))
    let first = try folder.read("ket-qua/bien-ban-hop.docx")
    #expect(first.starts(with: "PK".utf8))
    #expect(
      try CommandLineTests.run(
        ["consolidate", folder.path, "--documents", "--output", "\(folder.path)/khac"]
      ).status == 0)
    #expect(try folder.read("khac/bien-ban-hop.docx") == first)
    #expect(
      try CommandLineTests.run(
        ["consolidate", folder.path, "--output", "\(folder.path)/khong"]
      ).status == 0)
    #expect(!folder.has("khong/to-trinh.docx"))
  }

  @Test("A draft is written anew, but one that was edited is left alone, with all reports")
  func edited() throws {
    let folder = try CommandLineTests.block()
    let arguments = ["consolidate", folder.path, "--documents"]
    #expect(try CommandLineTests.run(arguments).status == 0)
    #expect(try CommandLineTests.run(arguments).status == 0)
    try folder.write("edited", to: "ket-qua/to-trinh.docx")
    try folder.write("old", to: "ket-qua/ket-qua.json")
    let refused = try CommandLineTests.run(arguments)
    #expect(refused.status == 73)
    #expect(refused.errors.contains("to-trinh.docx đã được sửa"))
    #expect(try folder.read("ket-qua/to-trinh.docx") == Array("edited".utf8))
    #expect(try folder.read("ket-qua/ket-qua.json") == Array("old".utf8))
  }

  @Test("--pdf without LibreOffice says so and exits 69, and the results are written")
  func noLibreOffice() throws {
    let folder = try CommandLineTests.block()
    let outcome = try CommandLineTests.run(
      ["consolidate", folder.path, "--pdf"], environment: ["PATH": "/nowhere"])
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("không có LibreOffice"))
    #expect(folder.has("ket-qua/bang-xep-hang.xlsx"))
    #expect(!folder.has("ket-qua/bang-xep-hang.pdf"))
  }

  static let usage: [(arguments: [String], vietnamese: String)] = [
    (["consolidate"], "Lỗi: thiếu tham số '<block>'"),
    (["consolidate", "X", "--khong"], "Lỗi: không có tùy chọn '--khong'"),
    (["consolidate", "X", "--stric"], "Lỗi: không có tùy chọn '--stric'; có phải '--strict'?"),
    (["consolidate", "X", "--output"], "Lỗi: thiếu giá trị cho '--output <output>'"),
    (
      ["consolidate", "X", "--lang", "fr"],
      "Lỗi: giá trị 'fr' không hợp lệ cho '--lang <lang>'; các giá trị nhận: 'vi' và 'en'"
    ),
    (["consolidate", "X", "--jobs", "x"], "Lỗi: giá trị 'x' không hợp lệ cho '--jobs <jobs>'"),
    (["read", "X", "Y"], "Lỗi: thừa tham số 'Y'"),
    (["consolidate", "X", "--strict=1"], "Lỗi: tùy chọn '--strict' không nhận giá trị"),
  ]

  @Test("A faulty command line is explained in Vietnamese", arguments: usage)
  func usageErrors(_ item: (arguments: [String], vietnamese: String)) throws {
    let outcome = try CommandLineTests.run(item.arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(item.vietnamese), "\(outcome.errors)")
    #expect(outcome.errors.contains("Cách dùng: thidua"))
    #expect(outcome.errors.contains("để biết thêm."))
    for english in ["Error", "Usage", "Missing", "Unknown", "See "] {
      #expect(!outcome.errors.contains(english), "\(outcome.errors)")
    }
  }

  @Test("Under --lang en, and in help, the parser's own words stay or are translated")
  func languages() throws {
    let english = try CommandLineTests.run(["consolidate", "--lang", "en"])
    #expect(english.errors.contains("Error: Missing expected argument '<block>'"))
    let help = try CommandLineTests.run(["consolidate", "--help"])
    #expect(help.status == 0)
    for vietnamese in ["MÔ TẢ: ", "CÁCH DÙNG: ", "THAM SỐ:", "TÙY CHỌN:", "In trợ giúp này."] {
      #expect(help.output.contains(vietnamese), "\(help.output)")
    }
    for english in ["OVERVIEW", "USAGE", "OPTIONS", "default:", "values:", "Show "] {
      #expect(!help.output.contains(english), "\(help.output)")
    }
    let root = try CommandLineTests.run(["--help"])
    #expect(root.output.contains("CÁC LỆNH:"))
    #expect(!root.output.contains("See "))
    #expect(try CommandLineTests.run(["--help", "--lang", "en"]).output.contains("OVERVIEW: "))
  }

  @Test("A damaged file is spoken of in Vietnamese")
  func damagedFile() throws {
    let folder = try CommandLineTests.block()
    try folder.write("PK\u{3}\u{4} no more of it", to: "bai-nop/ca.xlsx")
    let path = "\(folder.path)/bai-nop/ca.xlsx"
    let outcome = try CommandLineTests.run(["read", path])
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("gói ZIP của tệp bị hỏng"))
    #expect(!outcome.errors.contains("damaged"))
    #expect(try CommandLineTests.run(["check", folder.path, path]).output.contains("gói ZIP"))
  }

  @Test("Output that the system refuses is explained in Vietnamese")
  func refusedOutput() throws {
    let folder = try CommandLineTests.block()
    try folder.write("x", to: "ket-qua")
    let outcome = try CommandLineTests.run(["consolidate", folder.path])
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("đã có tệp cùng tên") || outcome.errors.contains("thư mục"))
    #expect(!outcome.errors.contains("Cocoa") && !outcome.errors.contains("exist"))
  }
}
