import Spreadsheet

/// What the workbook part says (ECMA-376 Part 1, §18.2).
struct WorkbookPart {
  /// A sheet as the workbook lists it.
  struct SheetEntry {
    let name: String
    let visibility: SheetVisibility
    /// The relationship that leads to its part; nil where none is named.
    let relationship: String?

    /// Whether it is a module of Excel 5 or 95, which stays in the list with an empty relationship
    /// while its code lies in the part of the macros.
    var isModule: Bool { relationship?.isEmpty == true }
  }

  fileprivate(set) var sheets: [SheetEntry] = []
  fileprivate(set) var dateSystem = DateSystem.from1900
  fileprivate(set) var recalculatesOnLoad = false
  /// Whether the part's root is a workbook at all.
  fileprivate(set) var isWorkbook = false

  /// Reads the part.
  final class Handler: XMLHandler {
    private(set) var workbook = WorkbookPart()

    func start(_ element: XMLElement) {
      switch element.name {
      case "workbook": workbook.isWorkbook = true
      case "workbookPr":
        if element["date1904"]?.isTrue == true { workbook.dateSystem = .from1904 }
      case "calcPr":
        if element["fullCalcOnLoad"]?.isTrue == true { workbook.recalculatesOnLoad = true }
      case "sheet":
        workbook.sheets.append(
          SheetEntry(
            name: EscapedText.decode(element["name"].map(Array.init) ?? []),
            visibility: element["state"].flatMap { SheetVisibility(rawValue: $0.string) }
              ?? .visible,
            relationship: element["id", qualified: true]?.string))
      default: break
      }
    }

    func characters(_ text: XMLText) {}
    func end(_ name: XMLText) {}
  }
}
