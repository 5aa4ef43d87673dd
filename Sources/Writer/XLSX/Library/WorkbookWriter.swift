internal import CLibxlsxwriter
import Glibc
import Language
import Spreadsheet

/// A workbook that is being written by libxlsxwriter.
///
/// The class owns the C workbook: `write` closes it, and where it fails the memory is freed and
/// no file is finished. The same calls give the same bytes: the time of creation is fixed, as the
/// library fixes the times in the zip directory.
final class WorkbookWriter {
  /// The path of the file.
  let path: String
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
  private var linksOfSheet: [Int] = []
  private var sizesOfSheet: [CellSizes] = []
  private var edits: [Int: SheetPartEdit] = [:]
  private var rowsOfSheet: [Int: SheetRows] = [:]
  /// Where texts stand among the shared strings.
  private var texts: [ExactText: Int] = [:]
  /// The formats of the styles that were used.
  var formats: [CellStyle: CellFormat] = [:]

  /// The first moment that a zip directory can name, 1980-01-01: this program knows no clock.
  private static let creation = 315_532_800
  /// The most links that Excel keeps on a sheet.
  private static let linkLimit = 65_530

  /// Writes a workbook to `path`: `body` fills it, then it is closed.
  ///
  /// - Parameter office: whose workbook it is; its author in the document's properties.
  /// - Throws: `WritingError`, or what `body` throws.
  static func write(
    to path: String, title: String, office: String = "",
    _ body: (WorkbookWriter) throws -> Void
  ) throws {
    try NumericLocale.withC(file: path) {
      let workbook = try WorkbookWriter(path: path, title: title, office: office)
      try body(workbook)
      try workbook.close()
    }
  }

  private init(path: String, title: String, office: String) throws {
    self.path = path
    // The library opens the file last and says little about why it cannot.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else {
      throw WritingError(file: path, detail: String(cString: strerror(errno)))
    }
    Glibc.close(descriptor)
    // Parts are written to temporary files before they are packed: beside the output, where there
    // must be room for it anyway.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    handle = folder.withMutableCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = folder
      return workbook_new_opt(path, &options)
    }
    guard let handle else { throw WritingError(file: path, detail: "out of memory") }
    try CellText.fit(title).withMutableCString { title in
      try CellText.fit(office).withMutableCString { office in
        var properties = lxw_doc_properties()
        properties.title = title
        properties.author = office
        properties.company = office
        properties.created = Self.creation
        try check(workbook_set_properties(handle, &properties))
      }
    }
  }

  deinit {
    if let handle { lxw_workbook_free(handle) }
  }

  /// The C workbook, as long as it is not closed.
  func openHandle() throws -> UnsafeMutablePointer<lxw_workbook> {
    guard let handle else { throw WritingError(file: path, detail: "the workbook is closed") }
    return handle
  }

  private func close() throws {
    guard let handle else { return }
    for (index, rows) in rowsOfSheet { try finish(rows, of: index) }
    // The library frees the workbook whether it succeeds or not.
    self.handle = nil
    PackageEdits.note(edits, of: path)
    errno = 0
    let error = workbook_close(handle)
    let code = errno
    guard error != LXW_NO_ERROR else { return }
    // Of a full disk the library's error says no more than that packing failed.
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    if [ENOSPC, EDQUOT, EFBIG, EIO].contains(code) || SystemFailure.isDiskFull(folder) {
      let reason = code == 0 ? ENOSPC : code
      throw WritingError(file: path, detail: SystemFailure.message(reason))
    }
    try check(error)
  }

  /// Sets a custom document property (ECMA-376 Part 1, §22.3), cut to the 255 characters that it
  /// may have.
  func setProperty(_ name: String, _ value: String) throws {
    let fitting = String(String.UnicodeScalarView(CellText.fit(value).unicodeScalars.prefix(255)))
    try check(workbook_set_custom_property_string(openHandle(), name, fitting))
  }

  /// Adds a sheet behind those that are there.
  ///
  /// - Parameter hasOwnRows: whether the cells go past the library, which keeps each in memory, straight
  ///   into the package: such a sheet has neither charts nor comments, and no chart shows its cells.
  /// - Throws: `WritingError` where the name is taken or no name of a sheet.
  func addSheet(_ name: String, hasOwnRows: Bool = false) throws -> SheetWriter {
    let handle = try openHandle()
    try check(workbook_validate_sheet_name(handle, name), sheet: name)
    guard let sheet = workbook_add_worksheet(handle, name) else {
      throw WritingError(file: path, sheet: name, detail: "the sheet cannot be added")
    }
    sheets.append(sheet)
    linksOfSheet.append(0)
    sizesOfSheet.append(CellSizes())
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)  // A4: ECMA-376 Part 1, §18.3.1.63
    let rows = hasOwnRows ? SheetRows() : nil
    rowsOfSheet[sheets.count - 1] = rows
    return SheetWriter(workbook: self, index: sheets.count - 1, name: name, rows: rows)
  }

  /// Leaves the rows of a sheet to the package, and tells the library where its cells stand.
  private func finish(_ rows: SheetRows, of index: Int) throws {
    guard let packed = rows.close() else {
      throw WritingError(file: path, detail: "the rows of a sheet cannot be packed")
    }
    edits[index, default: SheetPartEdit()].rows = packed
    edits[index, default: SheetPartEdit()].links = rows.links
    guard let area = rows.area else { return }
    let sheet = try sheet(index)
    sheet.pointee.dim_rowmin = area.first.lxwRow
    sheet.pointee.dim_colmin = area.first.lxwColumn
    sheet.pointee.dim_rowmax = area.last.lxwRow
    sheet.pointee.dim_colmax = area.last.lxwColumn
  }

  /// The position of a text among the workbook's shared strings, made fit for a cell.
  func textIndex(of text: String) throws -> Int {
    let table = try openHandle().pointee.sst
    let key = ExactText(text)
    if let index = texts[key] {
      // The library counts each use of a text (ECMA-376 Part 1, §18.4.9).
      table?.pointee.string_count += 1
      return index
    }
    guard let element = lxw_get_sst_index(table, CellText.fit(text), 0) else {
      throw WritingError(file: path, detail: "out of memory")
    }
    let index = Int(element.pointee.index)
    texts[key] = index
    return index
  }

  /// The C worksheet at a position, counted from 0.
  func sheet(_ index: Int) throws -> UnsafeMutablePointer<lxw_worksheet> {
    _ = try openHandle()
    return sheets[index]
  }

  /// Whether a sheet has room for another link; counts it.
  func takeLink(_ index: Int) -> Bool {
    guard linksOfSheet[index] < Self.linkLimit else { return false }
    linksOfSheet[index] += 1
    return true
  }

  /// The sizes that were set on a sheet.
  func sizes(of sheet: Int) -> CellSizes { sizesOfSheet[sheet] }

  /// Notes the height of a row.
  func note(height: Double, ofRow row: Int, on sheet: Int) {
    sizesOfSheet[sheet].set(height: height, ofRow: row)
  }

  /// Notes the width of a column.
  func note(width: Double, ofColumn column: Int, on sheet: Int) {
    sizesOfSheet[sheet].set(width: width, ofColumn: column)
  }

  /// Marks a sheet whose first page shows no number, though the others do.
  func leaveFirstPageUnnumbered(_ sheet: Int) {
    edits[sheet, default: SheetPartEdit()].leavesFirstPageUnnumbered = true
  }

  /// Throws what an error code says of a place.
  func check(
    _ error: lxw_error, sheet: String? = nil, cell: @autoclosure () -> String? = nil
  ) throws {
    guard error != LXW_NO_ERROR else { return }
    throw WritingError(
      file: path, sheet: sheet, cell: cell(), detail: String(cString: lxw_strerror(error)))
  }
}
