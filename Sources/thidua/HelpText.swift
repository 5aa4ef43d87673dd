public import ArgumentParser
public import Language
import Spreadsheet

/// What `--help` says of each command and option.
enum HelpText: Phrase {
  case program, consolidate, check, read, initialize
  case block, files, file, directory
  case feedback, feedbackOutput, units, by
  case forms, formsOutput, csv, force, explain, code, checkJSON, from
  case documents, pdf
  case submissions, output, json, jobs, language, strict, verbose, sheet, format, name, year,
    password, passwordFile, limit

  /// The text in the language that the command line asks for.
  var text: String { text(in: .requested) }

  /// The text as the help of an argument.
  var help: ArgumentHelp { ArgumentHelp(text) }

  var translation: Translation {
    switch self {
    case .program:
      Translation(
        vi: "Tổng hợp bảng tự chấm điểm thi đua của các đơn vị thành bảng xếp hạng.",
        en: "Consolidates the self-scored emulation tables of units into a ranking.")
    case .consolidate:
      Translation(
        vi: "Đọc mọi bài nộp của một khối, chấm theo quy chế và ghi bảng xếp hạng.",
        en: "Reads all submissions of a block, applies its regulation and writes the ranking.")
    case .check:
      Translation(
        vi: "Nêu tồn tại của từng tệp trước khi gửi hoặc tổng hợp; mã thoát 1 khi có lỗi.",
        en: "Lists the findings on single files before sending or consolidating; exits 1 on errors."
      )
    case .read:
      Translation(
        vi: "In những gì đọc được từ một tệp bảng tính.",
        en: "Prints what the reader sees in a spreadsheet file.")
    case .initialize:
      Translation(
        vi: "Tạo thư mục khối có mẫu quy chế để điền.",
        en: "Makes a block folder with a regulation to fill in.")
    case .forms:
      Translation(
        vi: "Lập biểu tự chấm để điền cho từng đơn vị.",
        en: "Makes a fill-in workbook for each unit.")
    case .feedback:
      Translation(
        vi:
          "Lập phản hồi cho từng đơn vị: kết quả, những điểm thay đổi và lý do, bảng đã nộp có ghi "
          + "chú.",
        en:
          "Writes each unit's feedback: its result, what was changed and why, its table with notes."
      )
    case .feedbackOutput:
      Translation(
        vi: "Thư mục ghi phản hồi (mặc định: ket-qua/phan-hoi/ của khối).",
        en: "The folder to write to (default: ket-qua/phan-hoi/ of the block).")
    case .units:
      Translation(
        vi: "Chỉ lập cho các đơn vị có mã này.", en: "Write to the units with these codes only.")
    case .by:
      Translation(
        vi: "Hạn chỉnh sửa, ví dụ 25/11/2019, thay cho mục “Hạn chỉnh sửa” của quy chế.",
        en: "Until when units may correct, as 25/11/2019, in place of the regulation's item.")
    case .formsOutput:
      Translation(
        vi: "Thư mục ghi các biểu (mặc định: mau-cham/ của khối).",
        en: "The folder to write the forms to (default: mau-cham/ of the block).")
    case .csv:
      Translation(
        vi: "Ghi CSV (UTF-8 có BOM, dấu chấm phẩy) thay cho XLSX.",
        en: "Write CSV (UTF-8 with a BOM, semicolons) in place of XLSX.")
    case .force:
      Translation(
        vi: "Ghi đè các biểu đã có.", en: "Write over forms that are there already.")
    case .explain:
      Translation(
        vi:
          "Giải thích một mã tồn tại: ý nghĩa, cách xử lý, chỗ thay đổi; không có mã thì liệt kê.",
        en: "Explains a finding's code: meaning, treatment, setting; lists all without a code.")
    case .code: Translation(vi: "Mã tồn tại, ví dụ over-maximum.", en: "A code, as over-maximum.")
    case .checkJSON:
      Translation(
        vi: "In tồn tại ra đầu ra chuẩn dạng JSON, theo từng tệp.",
        en: "Print the findings to standard output as JSON, file by file.")
    case .from:
      Translation(
        vi: "Bảng tiêu chí đã có của khối (XLSX, CSV…), đọc vào dự thảo quy chế.",
        en: "The block's existing criteria table (XLSX, CSV …), read into a draft.")
    case .block:
      Translation(
        vi: "Thư mục khối, có quy-che.xlsx (hoặc quy-che/) và bai-nop/.",
        en: "The block's folder, with quy-che.xlsx (or quy-che/) and bai-nop/.")
    case .files: Translation(vi: "Các tệp cần kiểm tra.", en: "The files to check.")
    case .file: Translation(vi: "Tệp bảng tính hoặc CSV.", en: "A spreadsheet or CSV file.")
    case .directory: Translation(vi: "Thư mục khối sẽ tạo.", en: "The block folder to make.")
    case .submissions:
      Translation(
        vi: "Tệp hoặc thư mục bài nộp dùng thay cho bai-nop/.",
        en: "Files or folders of submissions to read in place of bai-nop/.")
    case .output:
      Translation(
        vi: "Thư mục ghi kết quả (mặc định: ket-qua/ của khối).",
        en: "The folder to write to (default: ket-qua/ of the block).")
    case .json:
      Translation(
        vi: "Ghi thêm ket-qua.json vào tệp này, hoặc ra đầu ra chuẩn với “-”.",
        en: "Also write the JSON result to this file, or to standard output with “-”.")
    case .documents:
      Translation(
        vi: "Ghi thêm dự thảo to-trinh.docx và bien-ban-hop.docx để sửa trong Word.",
        en: "Also write the drafts to-trinh.docx (submission) and bien-ban-hop.docx (minutes).")
    case .pdf:
      Translation(
        vi: "Ghi thêm bản PDF (cần LibreOffice; không có thì mã thoát 69, kết quả vẫn được ghi).",
        en: "Also write PDFs (needs LibreOffice; exits 69 without it, the results stand).")
    case .jobs:
      Translation(
        vi: "Số tệp đọc cùng lúc (mặc định: số bộ xử lý).",
        en: "How many files are read at a time (default: one a processor).")
    case .language:
      Translation(
        vi: "Ngôn ngữ của báo cáo và thông báo: vi hoặc en.",
        en: "The language of reports and messages: vi or en.")
    case .strict:
      Translation(
        vi: "Mã thoát 1 khi có tồn tại mức lỗi.",
        en: "Exit 1 when there are findings of severity error.")
    case .verbose:
      Translation(
        vi: "Ghi nhật ký từng tệp ra luồng lỗi chuẩn.",
        en: "Log each file to standard error.")
    case .password:
      Translation(
        vi: "Mật khẩu thử mở tệp mã hóa, trước mật khẩu của các đơn vị; có thể ghi nhiều lần. "
          + "Người dùng khác trên máy thấy được dòng lệnh: nên dùng --password-file.",
        en: "A password to try on encrypted files, before those of the units; may be repeated. "
          + "Other users of the machine can see a command line: better use --password-file.")
    case .passwordFile:
      Translation(
        vi: "Tệp văn bản UTF-8 chứa các mật khẩu cần thử, mỗi dòng một mật khẩu. "
          + "Biến môi trường {variable} cũng được đọc như vậy.",
        en: "A text file (UTF-8) with passwords to try, one a line. "
          + "The environment variable {variable} is read in the same way.")
    case .sheet: Translation(vi: "Chỉ in trang tính này.", en: "Print this sheet only.")
    case .format: Translation(vi: "Dạng in: ndjson, csv hoặc count.", en: "ndjson, csv or count.")
    case .name: Translation(vi: "Tên khối ghi vào quy chế.", en: "The block's name.")
    case .limit:
      Translation(
        vi: "Nâng hoặc hạ một giới hạn khi đọc: {names}. Dùng được nhiều lần.",
        en: "Raise or lower a limit of reading: {names}. May be given several times.")
    case .year:
      Translation(vi: "Năm thi đua (mặc định: năm nay).", en: "The year (default: this year).")
    }
  }
}

extension Language: ExpressibleByArgument {
  /// The language that the command line asks for, known before it is parsed: help is printed in it.
  static let requested: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .vi
      }
      if argument.hasPrefix("--lang=") {
        return Language(rawValue: String(argument.dropFirst("--lang=".count))) ?? .vi
      }
    }
    return .vi
  }()
}

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: HelpText.language.help)
  var language: Language = .vi
}
