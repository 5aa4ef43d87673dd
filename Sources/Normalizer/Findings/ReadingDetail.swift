public import Language

/// What readers say of a file that they cannot read, for people: `ReadingError.detail` is English, and
/// each of its texts stands here with its Vietnamese.
///
/// What libraries say besides helps nobody who does not read English; it is left out in Vietnamese.
public enum ReadingDetail: Phrase {
  // Containers.
  case zipContainer, zipTooShort, zipTooLong, zipChecksum, zipCompressed, zipLonger, zipEntry
  case zipSize, zipPassword
  case compoundDirectory, compoundHeader, compoundSector, unknownCompound
  // Encryption.
  case passwordProtected, documentPassword, rightsManagement, xorObfuscation, unopened
  case unknownEncryption, encryptionIntegrity, encryptionShort, damagedEncryption, noPassword
  case wrongPassword, wrongPasswords, encryptionRounds, encryptionSize
  // Parts.
  case malformedPart, malformedXML, malformedLine, malformedText, documentType, emptyPart,
    refusedXML, refusedHTML
  case missingPart, missingSheetPart, unnamedSheetPart, noMainPart, notWorkbook, noWorkbookPart
  case documentWithoutContent, documentWithOtherContent
  // Cells and records.
  case cellOutside, cellAtOutside, rowOutside, rowNumber, cellReference, badIndex, badCount
  case errorValue, formulaResult, recordShort, recordEnd, recordEndOfType, headerEnd, listEnd
  case sheetEnd, noSheetThere, rowOrder, manyRows, ends
  case sharedString, substreams
  // Files.
  case emptyFile, textNotWorkbook, cannotOpen, cannotOpenFolder, cannotReadOn, notFile, pipe,
    neither, tooLarge
  // Formats that are not read.
  case document, image, archive, database, binaryWorkbook, presentation, plainPage, flatDocument
  case mail, imageOrVideo, drawing, openText, openFile, book, message, appleDocument
  // Limits.
  case limit, limitXML, attributes, blanks, merges, openElements, inflateMemory, parseMemory

  /// A detail as people read it in `language`; one that is not known stays as it is.
  public static func text(_ detail: String, in language: Language) -> String {
    switch language {
    case .en: detail
    case .vi: translating(detail, to: .vi) ?? detail
    }
  }

  /// The text in every language, the English as the readers write it.
  public var translation: Translation {
    switch self {
    case .zipContainer:
      Translation(
        vi: "gói ZIP của tệp bị hỏng hoặc chưa tải hết", en: "damaged ZIP container: {detail}")
    case .zipTooShort:
      Translation(
        vi: "một phần trong gói ZIP bị cụt", en: "damaged ZIP entry: it ends too early")
    case .zipTooLong:
      Translation(
        vi: "một phần trong gói ZIP dài hơn mức đã ghi",
        en: "damaged ZIP entry: it is longer than it says")
    case .zipChecksum:
      Translation(
        vi: "một phần trong gói ZIP sai mã kiểm tra",
        en: "damaged ZIP entry: its checksum is wrong")
    case .zipCompressed:
      Translation(
        vi: "dữ liệu nén trong gói ZIP bị hỏng",
        en: "damaged ZIP entry: invalid compressed data")
    case .zipLonger:
      Translation(
        vi: "một phần trong gói ZIP ghi độ dài lớn hơn cả tệp",
        en: "damaged ZIP entry: it says it is longer than the file")
    case .zipEntry:
      Translation(vi: "một phần trong gói ZIP bị hỏng", en: "damaged ZIP entry: {detail}")
    case .zipSize:
      Translation(
        vi: "một phần trong gói ZIP lớn hơn 4 GiB", en: "a ZIP entry of more than 4 GiB")
    case .zipPassword:
      Translation(
        vi: "gói ZIP có mật khẩu", en: "ZIP entries protected by a password")
    case .compoundDirectory:
      Translation(
        vi: "thư mục bên trong tệp .xls bị hỏng", en: "the compound file's directory is damaged")
    case .compoundHeader:
      Translation(
        vi: "phần đầu tệp .xls bị cụt", en: "the compound file's header is cut short")
    case .compoundSector:
      Translation(
        vi: "phần đầu tệp .xls bị hỏng", en: "the compound file's sector size is damaged")
    case .unknownCompound:
      Translation(
        vi: "tệp OLE2 của chương trình không rõ", en: "OLE2 compound file of an unknown program")
    case .passwordProtected:
      Translation(
        vi: "sổ tính có mật khẩu", en: "workbook protected by a password")
    case .documentPassword:
      Translation(
        vi: "sổ tính OpenDocument có mật khẩu",
        en: "OpenDocument spreadsheet protected by a password")
    case .rightsManagement:
      Translation(
        vi: "tệp bị khóa bằng quản lý quyền, không mật khẩu nào mở được",
        en: "protected by rights management, which no password opens")
    case .xorObfuscation:
      Translation(
        vi: "kiểu che XOR, chưa mở được", en: "XOR obfuscation, which is not opened")
    case .unopened:
      Translation(vi: "{name}, chưa mở được", en: "{name}, which is not opened")
    case .noPassword:
      Translation(vi: "{scheme}; chưa có mật khẩu", en: "{scheme}: no password was given")
    case .wrongPassword:
      Translation(vi: "{scheme}; mật khẩu đã cho sai", en: "{scheme}: the password given is wrong")
    case .wrongPasswords:
      Translation(
        vi: "{scheme}; cả {count} mật khẩu đã cho đều sai",
        en: "{scheme}: all {count} passwords given are wrong")
    case .encryptionRounds:
      Translation(
        vi: "{scheme}; mỗi mật khẩu tốn {rounds} vòng băm, mỗi tệp nhiều nhất {bound}; số mật khẩu "
          + "đã thử: {count}",
        en: "{scheme}: {rounds} hash rounds for each password, at most {bound} a file are worked "
          + "out; passwords tried: {count}")
    case .encryptionSize:
      Translation(
        vi: "{count} byte mô tả cách mã hóa, nhiều nhất {bound}",
        en: "{count} bytes describe the encryption, at most {bound} are read")
    case .unknownEncryption:
      Translation(
        vi: "kiểu mã hóa không rõ, phiên bản {version}",
        en: "unknown encryption, version {version}")
    case .encryptionIntegrity:
      Translation(
        vi: "phần mã hóa bị hỏng hoặc đã bị sửa",
        en: "the encrypted package fails its integrity check: damaged or altered")
    case .encryptionShort:
      Translation(vi: "phần mã hóa bị cụt", en: "the encrypted package is cut short{detail}")
    case .damagedEncryption:
      Translation(vi: "thông tin mã hóa bị hỏng", en: "damaged encryption: {detail}")
    case .malformedPart:
      Translation(
        vi: "nội dung XML bị cụt giữa chừng",
        en: "malformed XML: the part ends in the middle of an element")
    case .malformedXML: Translation(vi: "nội dung XML bị hỏng", en: "malformed XML")
    case .malformedLine:
      Translation(
        vi: "nội dung XML bị hỏng ở dòng {line}", en: "malformed XML, line {line}: {detail}")
    case .malformedText:
      Translation(
        vi: "nội dung XML bị hỏng: có đoạn CDATA không phải UTF-8",
        en: "malformed XML: a CDATA section is not UTF-8")
    case .documentType:
      Translation(
        vi: "nội dung XML có khai báo trong DOCTYPE, không được phép",
        en: "a document type declaration with declarations in it is not allowed")
    case .emptyPart: Translation(vi: "phần này rỗng", en: "the part is empty")
    case .refusedXML:
      Translation(
        vi: "không khởi động được bộ đọc XML", en: "the XML parser refused its options")
    case .refusedHTML:
      Translation(
        vi: "không khởi động được bộ đọc HTML", en: "the HTML parser refused its options")
    case .missingPart: Translation(vi: "thiếu phần chính", en: "the main part is missing")
    case .missingSheetPart:
      Translation(vi: "thiếu nội dung của trang tính", en: "the sheet's part is missing")
    case .unnamedSheetPart:
      Translation(
        vi: "không ghi nội dung của trang tính nằm ở đâu", en: "the sheet's part is not named")
    case .noMainPart:
      Translation(
        vi: "trong tệp không ghi phần nào là sổ tính",
        en: "the package does not say which part is the workbook")
    case .notWorkbook: Translation(vi: "tệp không phải sổ tính", en: "the part is not a workbook")
    case .noWorkbookPart:
      Translation(
        vi: "dữ liệu không bắt đầu như một sổ tính",
        en: "the stream does not begin as a workbook does")
    case .documentWithoutContent:
      Translation(
        vi: "sổ tính OpenDocument thiếu nội dung",
        en: "an OpenDocument spreadsheet without its content")
    case .documentWithOtherContent:
      Translation(
        vi: "tệp OpenDocument có nội dung không phải sổ tính",
        en: "an OpenDocument spreadsheet whose content is no spreadsheet")
    case .cellOutside:
      Translation(vi: "có ô nằm ngoài trang tính", en: "a cell lies outside the sheet")
    case .cellAtOutside:
      Translation(
        vi: "ô {cell} nằm ngoài trang tính", en: "cell {cell} lies outside the sheet")
    case .rowOutside:
      Translation(vi: "dòng {row} nằm ngoài trang tính", en: "row {row} lies outside the sheet")
    case .rowNumber: Translation(vi: "số dòng “{value}” sai", en: "row number “{value}”")
    case .cellReference:
      Translation(vi: "tên ô “{value}” sai", en: "cell reference “{value}”")
    case .badIndex: Translation(vi: "chỉ số “{value}” sai", en: "index “{value}”")
    case .badCount:
      Translation(
        vi: "“{value}” không phải số dòng hay số cột",
        en: "“{value}” is no count of rows or columns")
    case .errorValue:
      Translation(
        vi: "không có mã lỗi ô số {value}", en: "error value {value} does not exist")
    case .formulaResult:
      Translation(
        vi: "kết quả công thức thuộc kiểu không có",
        en: "a formula's result of type {value} does not exist")
    case .recordShort:
      Translation(
        vi: "bản ghi kiểu {type} bị cụt", en: "a record of type {type} is cut short")
    case .recordEnd:
      Translation(vi: "dữ liệu hết giữa một bản ghi", en: "the data end within a record")
    case .recordEndOfType:
      Translation(
        vi: "dữ liệu hết giữa bản ghi kiểu {type}",
        en: "the data end within a record of type {type}")
    case .headerEnd: Translation(vi: "phần đầu tệp bị cụt", en: "the header ends too early")
    case .listEnd:
      Translation(
        vi: "dữ liệu hết trước danh sách trang tính",
        en: "the data end before the list of sheets does")
    case .sheetEnd:
      Translation(
        vi: "dữ liệu hết trước khi hết trang tính", en: "the data end before the sheet does")
    case .noSheetThere:
      Translation(
        vi: "không có trang tính ở chỗ sổ tính đã ghi",
        en: "no sheet begins where the workbook says")
    case .rowOrder:
      Translation(
        vi: "các dòng được lưu theo thứ tự không đọc được",
        en: "rows are stored in an order that cannot be followed")
    case .manyRows: Translation(vi: "hơn {count} dòng", en: "more than {count} rows")
    case .ends: Translation(vi: "tệp bị cụt", en: "it ends too early")
    case .sharedString:
      Translation(
        vi: "không có chuỗi dùng chung số {index}; sổ tính có {count}",
        en: "shared string {index} does not exist, the workbook holds {count}")
    case .substreams:
      Translation(
        vi: "hơn {count} luồng con lồng nhau", en: "more than {count} substreams within each other")
    case .textNotWorkbook:
      Translation(
        vi: "tệp là văn bản hoặc bị hỏng, không phải bảng tính",
        en: "text or a damaged file, no workbook")
    case .emptyFile: Translation(vi: "tệp rỗng", en: "the file is empty")
    case .cannotOpen: Translation(vi: "không mở được tệp", en: "the file cannot be opened")
    case .cannotOpenFolder:
      Translation(vi: "không mở được thư mục", en: "the folder cannot be opened")
    case .cannotReadOn:
      Translation(vi: "không đọc được đến hết tệp", en: "the file cannot be read to its end")
    case .notFile: Translation(vi: "đây không phải tệp", en: "it is not a file")
    case .pipe:
      Translation(
        vi: "đây là đường ống hoặc thiết bị, không phải tệp", en: "a pipe or device, no file")
    case .neither:
      Translation(
        vi: "không phải sổ tính, cũng không phải văn bản", en: "neither a workbook nor text")
    case .tooLarge:
      Translation(
        vi: "lớn hơn {limit} byte, là mức lớn nhất được đọc",
        en: "larger than {limit} bytes, which is the most read")
    case .document: Translation(vi: "tài liệu {name}{kind}", en: "{name} document{kind}")
    case .image: Translation(vi: "ảnh {name}", en: "{name} image")
    case .imageOrVideo: Translation(vi: "ảnh hoặc phim {name}", en: "{name} image or video")
    case .archive: Translation(vi: "tệp nén {name}", en: "{name} archive")
    case .database: Translation(vi: "cơ sở dữ liệu {name}", en: "{name} database")
    case .binaryWorkbook:
      Translation(vi: "sổ tính Excel nhị phân (.xlsb)", en: "Excel binary workbook (.xlsb)")
    case .presentation:
      Translation(vi: "bản trình chiếu {name}{kind}", en: "{name} presentation{kind}")
    case .plainPage: Translation(vi: "trang HTML không có bảng", en: "HTML page without a table")
    case .flatDocument: Translation(vi: "tệp OpenDocument phẳng", en: "flat OpenDocument file")
    case .drawing: Translation(vi: "bản vẽ {name}{kind}", en: "{name} drawing{kind}")
    case .openText: Translation(vi: "văn bản OpenDocument (.odt)", en: "OpenDocument text (.odt)")
    case .openFile: Translation(vi: "tệp OpenDocument khác", en: "OpenDocument file")
    case .book: Translation(vi: "sách EPUB", en: "EPUB book")
    case .message: Translation(vi: "thư Outlook (.msg)", en: "Outlook message (.msg)")
    case .appleDocument:
      Translation(
        vi: "tài liệu Apple Numbers hoặc Pages", en: "Apple Numbers or Pages document")
    case .mail:
      Translation(vi: "trang web lưu hoặc thư (MIME)", en: "web archive or mail (MIME)")
    case .limit:
      Translation(
        vi: "{limit}: {met}, nhiều nhất {bound}", en: "{limit}: {met}, at most {bound} are read")
    case .limitXML:
      Translation(
        vi: "XML, dòng {line}: tên, giá trị hoặc số tầng quá lớn", en: "XML, line {line}: {detail}")
    case .attributes:
      Translation(
        vi: "quá nhiều thuộc tính trong các thẻ", en: "more attributes in tags than any page has")
    case .blanks:
      Translation(
        vi: "hơn {count} dấu cách trong văn bản", en: "more than {count} blanks in text")
    case .merges: Translation(vi: "hơn {count} vùng gộp ô", en: "more than {count} merged ranges")
    case .openElements:
      Translation(
        vi: "hơn {count} thẻ lồng nhau", en: "more than {count} elements open at once")
    case .inflateMemory:
      Translation(vi: "không đủ bộ nhớ để giải nén", en: "no memory to inflate")
    case .parseMemory: Translation(vi: "không đủ bộ nhớ để đọc", en: "no memory to parse")
    }
  }
}
