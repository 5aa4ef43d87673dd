import Spreadsheet

/// The worksheets of an XML spreadsheet, where they stand in it, and its styles.
///
/// Elements and attributes are those of the XML Spreadsheet reference of Excel 2003.
final class SpreadsheetMLOutline: XMLHandler {
  /// A worksheet as the document begins it.
  struct Worksheet {
    let name: String
    /// Where it stands; nil where that cannot be told.
    let section: XMLSection?
    fileprivate(set) var visibility = SheetVisibility.visible
  }

  /// The worksheets in document order.
  private(set) var worksheets: [Worksheet] = []
  private(set) var dateSystem = DateSystem.from1900
  private var styles = SpreadsheetMLStyles()
  private var finder = XMLSectionFinder()
  private var path: [Element] = []
  private var visible: [UInt8] = []

  private enum Element {
    case workbook, worksheet, options, visible, excelWorkbook, styles, style, other
  }

  /// The number formats of the cells' styles.
  var formats: SpreadsheetMLStyles.Resolved { styles.resolved }

  func start(_ element: XMLElement) {
    path.append(enter(element))
  }

  func willParse(_ piece: ArraySlice<UInt8>) { finder.add(piece) }

  func characters(_ text: XMLText) {
    if path.last == .visible { text.append(to: &visible) }
  }

  func end(_ name: XMLText) {
    if path.popLast() == .visible, !worksheets.isEmpty {
      worksheets[worksheets.count - 1].visibility =
        switch String(decoding: visible, as: UTF8.self) {
        case "SheetHidden": .hidden
        case "SheetVeryHidden": .veryHidden
        default: .visible
        }
    }
  }

  private func enter(_ element: XMLElement) -> Element {
    switch (path.last, element.name) {
    case (nil, "Workbook"):
      finder.enter(element)
      return .workbook
    case (.workbook, "Worksheet"):
      worksheets.append(
        Worksheet(
          name: element.named("Name")?.string ?? "", section: finder.section(at: element)))
      return .worksheet
    case (.workbook, "ExcelWorkbook"): return .excelWorkbook
    case (.excelWorkbook, "Date1904"):
      dateSystem = .from1904
      return .other
    case (.worksheet, "WorksheetOptions"): return .options
    case (.options, "Visible"):
      visible.removeAll()
      return .visible
    case (.workbook, "Styles"): return .styles
    case (.styles, "Style"):
      styles.begin(id: element.named("ID")?.string, parent: element.named("Parent")?.string)
      return .style
    case (.style, "NumberFormat"):
      styles.setFormat(element.named("Format")?.string ?? "")
      return .other
    default: return .other
    }
  }
}

extension XMLElement {
  /// The value of an attribute of an XML spreadsheet, which has a prefix (`ss:`) unless it was
  /// written by hand.
  func named(_ name: StaticString) -> XMLText? { self[name, qualified: true] ?? self[name] }
}

/// The number formats of an XML spreadsheet's styles.
struct SpreadsheetMLStyles {
  private struct Style {
    var parent: String?
    var format: String?
  }

  private var styles: [String: Style] = [:]
  private var current: String?

  /// The formats by number, and the number of each style.
  struct Resolved {
    let formats: Styles
    let numbers: [String: Int]
  }

  /// The style `id` begins.
  mutating func begin(id: String?, parent: String?) {
    current = id
    if let id { styles[id] = Style(parent: parent) }
  }

  /// The style that was begun has this number format.
  mutating func setFormat(_ format: String) {
    if let current { styles[current]?.format = format }
  }

  /// The styles with what they take over from others.
  var resolved: Resolved {
    var formats: [NumberFormat] = [.general]
    var numbers: [String: Int] = [:]
    for id in styles.keys {
      numbers[id] = formats.count
      formats.append(format(of: id).map(NumberFormat.init(named:)) ?? .general)
    }
    return Resolved(formats: Styles(formats: formats), numbers: numbers)
  }

  private func format(of id: String) -> String? {
    var style = styles[id]
    // Styles may name each other in a circle.
    for _ in 0..<16 {
      if let format = style?.format { return format }
      style = (style?.parent).flatMap { styles[$0] }
    }
    return nil
  }
}
