import Readers
import Testing

/// A text and the table that a clerk sees in it.
struct DialectCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let rows: [[String]]
  var file = "diem.csv"

  var testDescription: String { name }
}

@Suite struct CSVDialectTests {
  @Test("The delimiter is the one that makes a table", arguments: tables)
  func findsDelimiter(table: DialectCase) throws {
    #expect(try texts(ofCSV: table.text, name: table.file) == table.rows)
  }

  @Test("Text without a table stays whole", arguments: prose)
  func keepsProse(table: DialectCase) throws {
    #expect(try texts(ofCSV: table.text, name: table.file) == table.rows)
  }

  @Test("Quoting follows the file", arguments: quoting)
  func findsQuoting(table: DialectCase) throws {
    #expect(try texts(ofCSV: table.text, name: table.file) == table.rows)
  }

  static let tables: [DialectCase] = [
    DialectCase(
      name: "decimal commas in a file of semicolons",
      text: "Nội dung;Điểm\nKỷ luật;9,5\nTác phong;8,25\n",
      rows: [["Nội dung", "Điểm"], ["Kỷ luật", "9,5"], ["Tác phong", "8,25"]]),
    DialectCase(
      name: "decimal commas in every row, without a header",
      text: "Kỷ luật;9,5\nTác phong;8,25\nHọc tập;7,0",
      rows: [["Kỷ luật", "9,5"], ["Tác phong", "8,25"], ["Học tập", "7,0"]]),
    DialectCase(
      name: "quoted decimal commas in a file of commas",
      text: "Nội dung,Điểm\nKỷ luật,\"9,5\"\nTác phong,\"8,25\"\n",
      rows: [["Nội dung", "Điểm"], ["Kỷ luật", "9,5"], ["Tác phong", "8,25"]]),
    DialectCase(
      name: "columns of decimal commas between semicolons",
      text: "1,5;2,5;3,5\n4,5;5,5;6,5\n", rows: [["1,5", "2,5", "3,5"], ["4,5", "5,5", "6,5"]]),
    DialectCase(
      name: "titles above and signatures below outnumber the table",
      text: """
        CÔNG AN TỈNH HẢI DƯƠNG
        PHÒNG THAM MƯU
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Hải Dương, ngày 15 tháng 12 năm 2025
        BẢNG TỰ CHẤM ĐIỂM
        (Kèm theo Công văn số 12, ngày 01/12/2025)

        STT;Nội dung;Tối đa;Tự chấm
        1;Kỷ luật, tác phong;10;9,5
        ;Tổng;10;9,5
        NGƯỜI LẬP
        THỦ TRƯỞNG
        (Ký, ghi rõ họ tên, đóng dấu)
        """,
      rows: [
        ["CÔNG AN TỈNH HẢI DƯƠNG"], ["PHÒNG THAM MƯU"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Hải Dương, ngày 15 tháng 12 năm 2025"], ["BẢNG TỰ CHẤM ĐIỂM"],
        ["(Kèm theo Công văn số 12, ngày 01/12/2025)"], [],
        ["STT", "Nội dung", "Tối đa", "Tự chấm"], ["1", "Kỷ luật, tác phong", "10", "9,5"],
        ["", "Tổng", "10", "9,5"], ["NGƯỜI LẬP"], ["THỦ TRƯỞNG"], ["(Ký, ghi rõ họ tên, đóng dấu)"],
      ]),
    DialectCase(
      name: "prose full of commas and semicolons between tabs",
      text: "TT\tNội dung\tGhi chú\n1\tMột, hai, ba; bốn, năm\ta; b, c\n2\tx, y; z, t\tm; n, o\n",
      rows: [
        ["TT", "Nội dung", "Ghi chú"], ["1", "Một, hai, ba; bốn, năm", "a; b, c"],
        ["2", "x, y; z, t", "m; n, o"],
      ]),
    DialectCase(
      name: "the same number of commas in every text between semicolons",
      text: "Gọn, đẹp;Tốt\nNhanh, mạnh;Khá\nĐúng, đủ;Tốt\n",
      rows: [["Gọn, đẹp", "Tốt"], ["Nhanh, mạnh", "Khá"], ["Đúng, đủ", "Tốt"]]),
    DialectCase(
      name: "more semicolons inside texts than commas between them",
      text: "TT,Nội dung,Điểm\n1,Một; hai; ba; bốn; năm,10\n2,Sáu; bảy; tám; chín; mười,9\n",
      rows: [
        ["TT", "Nội dung", "Điểm"], ["1", "Một; hai; ba; bốn; năm", "10"],
        ["2", "Sáu; bảy; tám; chín; mười", "9"],
      ]),
    DialectCase(
      name: "semicolons in quoted texts between commas",
      text: "TT,Nội dung,Điểm\n1,\"Một, hai; ba\",10\n2,\"Sáu, bảy; tám\",\"9,5\"\n",
      rows: [
        ["TT", "Nội dung", "Điểm"], ["1", "Một, hai; ba", "10"], ["2", "Sáu, bảy; tám", "9,5"],
      ]),
    DialectCase(
      name: "ragged rows between tabs, with the same number of commas in each",
      text: "Đúng; đủ\tTốt\tPV01;PV02\t-1,5\nKhen;thưởng\tTốt, khá\nGọn, đẹp\tKhá\tx\n",
      rows: [
        ["Đúng; đủ", "Tốt", "PV01;PV02", "-1,5"], ["Khen;thưởng", "Tốt, khá"],
        ["Gọn, đẹp", "Khá", "x"],
      ]),
    DialectCase(
      name: "ragged rows", text: "a;b;c;d\n1;2\n3;4;5\n6;7;8;9\nx\n",
      rows: [["a", "b", "c", "d"], ["1", "2"], ["3", "4", "5"], ["6", "7", "8", "9"], ["x"]]),
    DialectCase(
      name: "delimiters that trail every row",
      text: "BẢNG ĐIỂM;;;;\nTT;Nội dung;Điểm;;\n1;Kỷ luật;9,5;;\n",
      rows: [["BẢNG ĐIỂM"], ["TT", "Nội dung", "Điểm"], ["1", "Kỷ luật", "9,5"]]),
    DialectCase(
      name: "bars", text: "a|b|c\n1|x, y|3,5\n2|z; t|4,5\n",
      rows: [["a", "b", "c"], ["1", "x, y", "3,5"], ["2", "z; t", "4,5"]]),
    DialectCase(
      name: "decimal commas between bars below a title", text: "Điểm\n8,25|1.000,5\n",
      rows: [["Điểm"], ["8,25", "1.000,5"]]),
    DialectCase(
      name: "commas with a space behind each", text: "a, b, c\n1, 2, 3\n4, 5, 6\n",
      rows: [["a", " b", " c"], ["1", " 2", " 3"], ["4", " 5", " 6"]]),
    DialectCase(
      name: "a single row", text: "STT;Nội dung;Điểm", rows: [["STT", "Nội dung", "Điểm"]]),
    DialectCase(
      name: "a single row of tabs", text: "Kỷ luật; tốt\t9,5\n",
      rows: [["Kỷ luật; tốt", "9,5"]]),
    DialectCase(
      name: "a first line that names the delimiter", text: "sep=|\r\na,b|c;d\r\n\r\ne|f\r\n",
      rows: [["a,b", "c;d"], [], ["e", "f"]]),
    DialectCase(
      name: "a first line that names an unusual delimiter", text: "SEP=^\na^b\n",
      rows: [["a", "b"]]),
    DialectCase(
      name: "a first line that names the delimiter behind a byte order mark",
      text: "\u{FEFF}sep=;\na;b,c\n", rows: [["a", "b,c"]]),
    DialectCase(
      name: "texts with a space behind each comma",
      text:
        "Đăk R'lấp, Tốt, 12/01/2025, Nhất\nBắc Ninh, Khá, 02/03/2025, Nhì\nHà Nam, Tốt, 5/6/2025, Ba\n",
      rows: [
        ["Đăk R'lấp", " Tốt", " 12/01/2025", " Nhất"], ["Bắc Ninh", " Khá", " 02/03/2025", " Nhì"],
        ["Hà Nam", " Tốt", " 5/6/2025", " Ba"],
      ]),
    DialectCase(
      name: "two numbers of which one has a sign behind the comma",
      text: "Biểu 1\nx,y\n-1,-1\n0,0\n1,1\n2,8\n",
      rows: [["Biểu 1"], ["x", "y"], ["-1", "-1"], ["0", "0"], ["1", "1"], ["2", "8"]]),
    DialectCase(
      name: "ragged rows of whole numbers among single ones",
      text: "30347\n38,1,27,457,13937,57\n19925\n30,31,1,21\n1,0\n58,59,45\n4\n2,3\n",
      rows: [
        ["30347"], ["38", "1", "27", "457", "13937", "57"], ["19925"], ["30", "31", "1", "21"],
        ["1", "0"], ["58", "59", "45"], ["4"], ["2", "3"],
      ]),
    DialectCase(
      name: "carets", text: "a^b^c\n1^x, y^2\n3^z^4\n",
      rows: [["a", "b", "c"], ["1", "x, y", "2"], ["3", "z", "4"]]),
    DialectCase(name: "tildes", text: "a~b\nc~d\n", rows: [["a", "b"], ["c", "d"]]),
    DialectCase(
      name: "colons", text: "root:x:0:Quản trị\nmail:x:8:Thư\nwww:x:33:Trang\n",
      rows: [
        ["root", "x", "0", "Quản trị"], ["mail", "x", "8", "Thư"], ["www", "x", "33", "Trang"],
      ]),
    DialectCase(
      name: "colons between apostrophes", text: "'c''s':'a b':'1/2/03'\n'd':'e f':'12/8/02'\n",
      rows: [["c's", "a b", "1/2/03"], ["d", "e f", "12/8/02"]]),
    DialectCase(
      name: "plus signs with spaces, between apostrophes",
      text: "'c''s'+ 'a b'+ '1/2/03'\n'd'+ 'e ''f'' g'+ '12/8/02'\n",
      rows: [["c's", "a b", "1/2/03"], ["d", "e 'f' g", "12/8/02"]]),
    DialectCase(
      name: "question marks", text: "5/5/03?6/5/03?7/5/03\n5/5/03?6/5/03?7/5/03\n",
      rows: [["5/5/03", "6/5/03", "7/5/03"], ["5/5/03", "6/5/03", "7/5/03"]]),
    DialectCase(
      name: "spaces between numbers below a heading",
      text: "ma diem hang\nPV01 9.5 1\nPV02 8.25 2\n",
      rows: [["ma", "diem", "hang"], ["PV01", "9.5", "1"], ["PV02", "8.25", "2"]]),
    DialectCase(name: "nothing but the line that names the delimiter", text: "sep=;", rows: []),
  ]

  static let prose: [DialectCase] = [
    DialectCase(
      name: "a single column of words", text: "Tên\nThanh tra\nTham mưu\n",
      rows: [["Tên"], ["Thanh tra"], ["Tham mưu"]]),
    DialectCase(
      name: "a single column of decimals", text: "Điểm\n9,5\n8,25\n10\n",
      rows: [["Điểm"], ["9,5"], ["8,25"], ["10"]]),
    DialectCase(
      name: "sentences",
      text: """
        Kính gửi: Khối trưởng
        Đơn vị đã thực hiện tốt, không có vi phạm, đúng hạn.
        Có 3 tập thể; 5 cá nhân được khen
        Một số việc còn chậm, cần khắc phục
        Trân trọng
        """,
      rows: [
        ["Kính gửi: Khối trưởng"], ["Đơn vị đã thực hiện tốt, không có vi phạm, đúng hạn."],
        ["Có 3 tập thể; 5 cá nhân được khen"], ["Một số việc còn chậm, cần khắc phục"],
        ["Trân trọng"],
      ], file: "bao-cao.txt"),
    DialectCase(
      name: "a letter with a single comma",
      text: "CÔNG AN TỈNH\nKính gửi: Khối trưởng, thường trực\nĐơn vị báo cáo kết quả\nTrân trọng",
      rows: [
        ["CÔNG AN TỈNH"], ["Kính gửi: Khối trưởng, thường trực"], ["Đơn vị báo cáo kết quả"],
        ["Trân trọng"],
      ], file: "thu.txt"),
    DialectCase(
      name: "names of three words each", text: "Nguyễn Văn Ba\nTrần Thị Tư\nLê Văn Năm\n",
      rows: [["Nguyễn Văn Ba"], ["Trần Thị Tư"], ["Lê Văn Năm"]]),
    DialectCase(
      name: "numbered names below a heading of as many words",
      text: "Tên đội\nĐội 1\nĐội 2\nĐội 3\n", rows: [["Tên đội"], ["Đội 1"], ["Đội 2"], ["Đội 3"]]),
    DialectCase(
      name: "telephone numbers", text: "0912 345 678\n0913 456 789\n",
      rows: [["0912 345 678"], ["0913 456 789"]]),
    DialectCase(
      name: "times of day", text: "Giờ họp\n07:30\n14:00\n16:45\n",
      rows: [["Giờ họp"], ["07:30"], ["14:00"], ["16:45"]]),
    DialectCase(
      name: "dates with times", text: "2025-01-02 07:30:00\n2025-01-03 14:00:00\n",
      rows: [["2025-01-02 07:30:00"], ["2025-01-03 14:00:00"]]),
    DialectCase(
      name: "labels with a colon", text: "Đơn vị: PV01\nNăm: 2025\n",
      rows: [["Đơn vị: PV01"], ["Năm: 2025"]]),
    DialectCase(
      name: "a single quoted column", text: "\"a, b\"\n\"c, \"\"d\"\"\"\n",
      rows: [["a, b"], ["c, \"d\""]]),
    DialectCase(name: "nothing", text: "", rows: []),
    DialectCase(name: "blank lines alone", text: "\n\r\n\r", rows: []),
    DialectCase(name: "delimiters alone", text: ";;;\n;;;\n", rows: []),
  ]

  static let quoting: [DialectCase] = [
    DialectCase(
      name: "apostrophes that enclose every text", text: "'a';'b'\n'một; hai';'ba'\n'c''s';'d'\n",
      rows: [["a", "b"], ["một; hai", "ba"], ["c's", "d"]]),
    DialectCase(
      name: "apostrophes that mark text as text in a spreadsheet",
      text: "Mã;Điểm\n'01;9\n'02;8\n'03;7\n",
      rows: [["Mã", "Điểm"], ["'01", "9"], ["'02", "8"], ["'03", "7"]]),
    DialectCase(
      name: "an apostrophe within a word", text: "tên;điểm\nĐăk R'lấp;9\n'H'Leo;8\n",
      rows: [["tên", "điểm"], ["Đăk R'lấp", "9"], ["'H'Leo", "8"]]),
    DialectCase(
      name: "a few words in apostrophes beside quoted fields",
      text: "a;b\n'x';\"y;z\"\n'm';n\n'k';l\n",
      rows: [["a", "b"], ["'x'", "y;z"], ["'m'", "n"], ["'k'", "l"]]),
    DialectCase(
      name: "apostrophes of which one has no fellow at the field's end",
      text: "'a';'b'\n'c';'d'\n'e' và f;'g'\n",
      rows: [["'a'", "'b'"], ["'c'", "'d'"], ["'e' và f", "'g'"]]),
    DialectCase(
      name: "words in apostrophes in a file that encloses fields in quotes",
      text: "'a';'b'\n'c';\"d;e\"\n'f';'g'\n",
      rows: [["'a'", "'b'"], ["'c'", "d;e"], ["'f'", "'g'"]]),
    DialectCase(
      name: "quotes escaped by backslash",
      text: #"a,b\#n1,"nói \"được, làm\" tốt"\#n2,"C:\\tệp, x"\#n"#,
      rows: [["a", "b"], ["1", "nói \"được, làm\" tốt"], ["2", #"C:\tệp, x"#]]),
    DialectCase(
      name: "delimiters escaped by backslash",
      text: #"TT,Nội dung,Điểm\#n1,Gọn\, đẹp,9\#n2,Nhanh,8\#n3,Đúng\, đủ\, kịp,7\#n"#,
      rows: [
        ["TT", "Nội dung", "Điểm"], ["1", "Gọn, đẹp", "9"], ["2", "Nhanh", "8"],
        ["3", "Đúng, đủ, kịp", "7"],
      ]),
    DialectCase(
      name: "a delimiter escaped by backslash in every row, and a backslash escaped",
      text: #"1;a\;b;x\#n2;c\;d;y\\z\#n"#, rows: [["1", "a;b", "x"], ["2", "c;d", #"y\z"#]]),
    DialectCase(
      name: "paths that end in a backslash",
      text: #"ma,thu muc,so\#n1,C:\don vi\,5\#n2,D:\hồ sơ\,6\#n"#,
      rows: [["ma", "thu muc", "so"], ["1", #"C:\don vi\"#, "5"], ["2", #"D:\hồ sơ\"#, "6"]]),
    DialectCase(
      name: "quotes behind a delimiter and a space",
      text: "\"a\", \"b\", \"c\"\n\"1\", \"x, y\", \"z\"\n",
      rows: [["a", "b", "c"], ["1", "x, y", "z"]]),
    DialectCase(
      name: "a single row in which apostrophes keep the delimiter", text: ";'123;4';\n",
      rows: [["", "123;4"]]),
    DialectCase(
      name: "a backslash that ends a quoted field", text: #"a,b\#n"C:\tệp, x\",2\#n"#,
      rows: [["a", "b"], [#"C:\tệp, x\"#, "2"]]),
    DialectCase(
      name: "backslashes outside quotes", text: #"a,b\#nC:\x,\"y\#n"#,
      rows: [["a", "b"], [#"C:\x"#, #"\"y"#]]),
  ]
}
