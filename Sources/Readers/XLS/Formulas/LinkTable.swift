/// What formulas name by number: sheets of this workbook and of others, and defined names ([MS-XLS]
/// §2.1.7.20.3, the link table).
struct LinkTable {
  /// A workbook that formulas refer to.
  private enum Book {
    case this
    case addIn
    case other(name: String, sheets: [String])
  }

  /// A sheet or several (XTI, §2.5.341).
  private struct Target {
    let book: Int
    let first: Int
    let last: Int
  }

  /// What stands where a sheet was that is no more.
  private static let lost = 0xFFFF

  private var books: [Book] = []
  /// The names of the books, by the position of their book and their own.
  private var bookNames: [[String]] = []
  private var targets: [Target] = []
  private var names: [String] = []
  /// The sheets of this workbook, in its order.
  private var sheets: [String] = []

  /// To be called once the list of sheets is read.
  mutating func resolve(sheets: [BoundSheet]) {
    self.sheets = sheets.map(\.name)
  }

  /// Reads a record of the link table.
  ///
  /// - Throws: `PartFault` when it is cut short.
  mutating func read(_ type: UInt16, _ fields: inout BIFFFields, text: BIFFText) throws {
    switch type {
    case BIFFRecord.book: try addBook(&fields)
    case BIFFRecord.bookName: try addBookName(&fields, text: text)
    case BIFFRecord.definedName: try addName(&fields, text: text)
    case BIFFRecord.bookSheets where text.version == .biff8: try addTargets(&fields)
    default: break
    }
  }

  /// SupBook (§2.4.271).
  private mutating func addBook(_ fields: inout BIFFFields) throws {
    let sheetCount = Int(try fields.uint16())
    let kind = try fields.uint16()
    bookNames.append([])
    switch kind {
    case 0x0401: books.append(.this)
    case 0x3A01: books.append(.addIn)
    default:
      let path = try fields.characters(Int(kind), isWide: fields.uint8() & 1 != 0)
      var sheets: [String] = []
      for _ in 0..<sheetCount where !fields.isAtEnd {
        let count = Int(try fields.uint16())
        sheets.append(try fields.characters(count, isWide: fields.uint8() & 1 != 0))
      }
      books.append(.other(name: Self.fileName(path), sheets: sheets))
    }
  }

  /// The file's own name in an encoded path, whose steps are parted by control codes (§2.5.277).
  private static func fileName(_ path: String) -> String {
    String(
      path.unicodeScalars.split { $0.value < 0x20 || $0 == "/" || $0 == "\\" }.last
        .map(String.UnicodeScalarView.init) ?? .init())
  }

  /// ExternName (§2.4.105): a name of the book that came last.
  private mutating func addBookName(_ fields: inout BIFFFields, text: BIFFText) throws {
    guard !bookNames.isEmpty else { return }
    try fields.skip(6)
    bookNames[bookNames.count - 1].append(try text.short(&fields))
  }

  /// ExternSheet of BIFF8 (§2.4.106).
  private mutating func addTargets(_ fields: inout BIFFFields) throws {
    for _ in 0..<(try fields.uint16()) where !fields.isAtEnd {
      targets.append(
        Target(
          book: Int(try fields.uint16()), first: Int(try fields.uint16()),
          last: Int(try fields.uint16())))
    }
  }

  /// Lbl (§2.4.150): a defined name.
  private mutating func addName(_ fields: inout BIFFFields, text: BIFFText) throws {
    let flags = try fields.uint16()
    try fields.skip(1)
    let count = Int(try fields.uint8())
    try fields.skip(10)
    if text.version == .biff8 {
      names.append(try fields.characters(count, isWide: fields.uint8() & 1 != 0))
    } else {
      names.append(text.codePage.decode(try fields.bytes(count)))
    }
    // Print areas and the like have a number for a name.
    if flags & 0x20 != 0, let number = names.popLast()?.unicodeScalars.first?.value {
      names.append("_xlnm.\(number)")
    }
  }

  /// The defined name of this number, counted from 1; nil where there is none.
  func name(_ number: Int) -> String? {
    names.indices.contains(number - 1) ? names[number - 1] : nil
  }

  /// The name of this number, counted from 1, in the book of a target: an add-in's function, or a
  /// name of this workbook or another.
  func name(_ number: Int, inBookOf target: Int) -> String? {
    guard let book = book(of: target) else { return nil }
    switch books[book] {
    case .this: return name(number)
    case .addIn:
      let names = bookNames[book]
      return names.indices.contains(number - 1) ? names[number - 1] : nil
    case .other: return nil
    }
  }

  /// What stands before a reference to a target: `'Sheet'!`, `'[Book]Sheet'!`; nil where there is no
  /// such target, and the error where the sheet is no more.
  func prefix(ofTarget number: Int) -> SheetPrefix? {
    guard let book = book(of: number) else { return nil }
    let target = targets[number]
    switch books[book] {
    case .this: return prefix(first: target.first, last: target.last)
    case .addIn: return nil
    case .other(let name, let sheets):
      return Self.prefix(first: target.first, last: target.last, of: sheets, book: "[\(name)]")
    }
  }

  /// The same for sheets of this workbook by their positions.
  func prefix(first: Int, last: Int) -> SheetPrefix? {
    Self.prefix(first: first, last: last, of: sheets, book: "")
  }

  private func book(of target: Int) -> Int? {
    guard targets.indices.contains(target), books.indices.contains(targets[target].book) else {
      return nil
    }
    return targets[target].book
  }

  private static func prefix(
    first: Int, last: Int, of sheets: [String], book: String
  ) -> SheetPrefix? {
    if first == lost || last == lost { return .lost }
    guard sheets.indices.contains(first), sheets.indices.contains(last) else { return nil }
    var place = book + sheets[first]
    if last != first { place += ":" + sheets[last] }
    return .text("'" + place.replacing("'", with: "''") + "'!")
  }
}

/// What stands before a reference to another sheet.
enum SheetPrefix {
  case text(String)
  /// The sheet was deleted: the reference is an error.
  case lost
}
