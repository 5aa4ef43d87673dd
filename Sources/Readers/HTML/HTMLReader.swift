import Spreadsheet

/// Reads the tables of a page.
final class HTMLReader: HTMLHandler {
  /// The tables in the order in which they begin; those inside another's cell are tables of their
  /// own.
  private(set) var tables: [HTMLTable] = []
  /// The names that Excel gives to the page's sheets.
  private(set) var sheetNames: [String] = []
  /// What stands outside of the tables.
  private(set) var surroundings = HTMLSurroundings()

  private let allowance: CellAllowance
  private let mostOpenElements: Int
  private var cellCount = 0
  private var styles = HTMLStyleSheet()
  private var formats = HTMLNumberFormats()
  private var openElements = 0
  /// How many elements deep the parser is inside one whose text is not shown.
  private var ignoredDepth = 0
  /// The tables that are open, the innermost last.
  private var open: [OpenTable] = []
  /// The text of a `style` element or of a sheet's name.
  private var gathered: [UInt8]?
  private var heading = HTMLHeading()

  private struct OpenTable {
    let index: Int
    var cell: HTMLCellAttributes?
    var text = HTMLCellText()
    var isInCaption = false
    /// Elements that are open inside a hidden group of rows.
    var hiddenGroups: [Bool] = []
  }

  /// A reader that hands out the cells that are allowed of a page of a given cost.
  init(allowance: CellAllowance, cost: HTMLCost) {
    self.allowance = allowance
    mostOpenElements = cost.mostOpenElements
  }

  /// Where a failure is looked for: the cell that was begun last.
  var lastCell: CellReference? { open.last.flatMap { tables[$0.index].lastCell } }

  /// The page ends.
  func finish() throws {
    while !open.isEmpty { try endTable() }
    try closeSurroundings(isNamed: false)
  }

  /// Each line outside of tables fills a cell.
  private func closeSurroundings(isNamed: Bool) throws {
    cellCount += surroundings.close(tables: tables.count, isNamed: isNamed)
    try allowance.check(cellCount)
  }

  func start(_ name: XMLText, _ attributes: HTMLAttributes) throws {
    openElements += 1
    guard openElements <= mostOpenElements else {
      throw PartFault(.limitExceeded, "more than \(mostOpenElements) elements open at once")
    }
    if ignoredDepth > 0 {
      ignoredDepth += 1
      if name == "x:name" { gathered = [] }
      if name == "x:date1904" { formats.dateSystem = .from1904 }
      return
    }
    switch name {
    case "table": try beginTable(attributes)
    case "style":
      ignoredDepth = 1
      gathered = []
    // `comment` holds LibreOffice's notes to cells.
    case "script", "xml", "comment", "title": ignoredDepth = 1
    case "h1", "h2", "h3", "h4":
      if open.isEmpty { heading.begin() }
      breakBlock()
    case "em": heading.beginName()
    default:
      if open.isEmpty {
        startOutside(name, attributes)
      } else {
        try startInTable(name, attributes)
      }
    }
  }

  private func startOutside(_ name: XMLText, _ attributes: HTMLAttributes) {
    if name == "br" {
      surroundings.breakLine()
    } else if HTMLSurroundings.isIgnored(name) || styles.style(of: attributes).isHidden {
      ignoredDepth = 1
    } else if Self.isBlock(name) {
      surroundings.breakBlock()
    }
  }

  func characters(_ text: XMLText) {
    if gathered != nil {
      gathered?.append(contentsOf: text)
    } else if ignoredDepth == 0 {
      if open.isEmpty {
        heading.append(text)
        surroundings.append(text)
      } else if open[open.count - 1].cell != nil || open[open.count - 1].isInCaption {
        open[open.count - 1].text.append(text)
      }
    }
  }

  func end(_ name: XMLText) throws {
    openElements -= 1
    if let bytes = gathered, name == "style" || name == "x:name" {
      let text = String(decoding: bytes, as: UTF8.self)
      if name == "style" { styles.add(text) } else { sheetNames.append(text) }
      gathered = nil
    }
    if ignoredDepth > 0 {
      ignoredDepth -= 1
      return
    }
    switch name {
    case "table": if !open.isEmpty { try endTable() }
    case "td", "th": try endCell()
    case "tr":
      try endCell()
      withTable { $0.endRow() }
    case "thead", "tbody", "tfoot": endGroup()
    case "caption": endCaption()
    case "em": heading.endName()
    default: if Self.isBlock(name) { breakBlock() }
    }
  }

  /// Excel hides what is meant for it alone in comments: `<!--[if gte mso 9]><xml>…`.
  func comment(_ text: XMLText) {
    guard text.starts(with: "[if".utf8) else { return }
    let island = String(decoding: text, as: UTF8.self)
    for piece in island.split(separator: "<x:Name>").dropFirst() {
      sheetNames.append(Self.resolved(String(piece.prefix { $0 != "<" })))
    }
    if island.contains("<x:Date1904") { formats.dateSystem = .from1904 }
  }

  /// A name with its entities resolved: the parser leaves comments as they are.
  private static func resolved(_ name: String) -> String {
    name.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }

  private func startInTable(_ name: XMLText, _ attributes: HTMLAttributes) throws {
    switch name {
    case "tr":
      try endCell()
      try tables[open[open.count - 1].index].beginRow(
        isHidden: styles.style(of: attributes).isHidden)
    case "td", "th": try beginCell(attributes)
    case "br": open[open.count - 1].text.breakLine()
    case "thead", "tbody", "tfoot":
      let isHidden = styles.style(of: attributes).isHidden
      open[open.count - 1].hiddenGroups.append(isHidden)
      if isHidden { withTable { $0.hiddenGroups += 1 } }
    case "col", "colgroup": describeColumns(name, attributes)
    case "caption":
      open[open.count - 1].isInCaption = true
      open[open.count - 1].text.reset()
    default:
      if Self.isBlock(name) { breakBlock() }
      // Hidden pieces of a cell serve sorting and scripts.
      if open[open.count - 1].cell != nil, styles.style(of: attributes).isHidden {
        ignoredDepth = 1
      }
    }
  }

  private static func isBlock(_ name: XMLText) -> Bool {
    switch name {
    case "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
      "blockquote", "pre", "center", "hr", "form", "fieldset", "address", "section", "article":
      true
    default: false
    }
  }

  private func withTable(_ body: (inout HTMLTable) -> Void) {
    if let index = open.last?.index { body(&tables[index]) }
  }

  private func breakBlock() {
    if open.isEmpty {
      surroundings.breakBlock()
    } else {
      open[open.count - 1].text.breakBlock()
    }
  }

  private func beginTable(_ attributes: HTMLAttributes) throws {
    breakBlock()
    var table = HTMLTable(isHidden: styles.style(of: attributes).isHidden)
    if open.isEmpty {
      table.caption = heading.takeName()
      try closeSurroundings(isNamed: table.caption != nil)
    }
    open.append(OpenTable(index: tables.count))
    tables.append(table)
  }

  private func endTable() throws {
    try endCell()
    withTable { $0.finish() }
    open.removeLast()
    breakBlock()
  }

  private func endGroup() {
    guard !open.isEmpty, open[open.count - 1].hiddenGroups.popLast() == true else { return }
    withTable { $0.hiddenGroups -= 1 }
  }

  private func endCaption() {
    guard !open.isEmpty, open[open.count - 1].isInCaption else { return }
    open[open.count - 1].isInCaption = false
    let text = open[open.count - 1].text.text.replacing("\n", with: " ")
    if !text.isEmpty { withTable { $0.caption = text } }
  }

  private func describeColumns(_ name: XMLText, _ attributes: HTMLAttributes) {
    // The columns of a group are described one by one, or counted by its span.
    guard let count = attributes.count("span") ?? (name == "col" ? 1 : nil) else { return }
    let style = styles.style(of: attributes)
    withTable { $0.describeColumns(count, areHidden: style.isHidden) }
  }

  private func beginCell(_ attributes: HTMLAttributes) throws {
    try endCell()
    let table = open.count - 1
    let index = open[table].index
    if !tables[index].isInRow { try tables[index].beginRow(isHidden: false) }
    try tables[index].beginCell(
      columns: attributes.count("colspan"), rows: attributes.count("rowspan"))
    open[table].cell = HTMLCellAttributes(attributes, style: styles.style(of: attributes))
    open[table].text.reset()
  }

  private func endCell() throws {
    guard let table = open.last, let cell = table.cell else { return }
    open[open.count - 1].cell = nil
    let (value, isPercentage, isTyped) = cell.value(text: table.text.text, formats: &formats)
    guard value != .empty || cell.formula != nil, let reference = tables[table.index].lastCell
    else { return }
    cellCount += 1
    try allowance.check(cellCount)
    tables[table.index].set(
      Cell(
        column: reference.column, value: value, formula: cell.formula, isPercentage: isPercentage),
      isTyped: isTyped)
  }
}

/// The heading that LibreOffice sets above each sheet's table: `Sheet 1: <em>name</em>`.
private struct HTMLHeading {
  private var isOpen = false
  private var isInName = false
  private var name: [UInt8] = []

  mutating func begin() {
    isOpen = true
    name.removeAll()
  }

  mutating func beginName() { isInName = isOpen }

  mutating func endName() {
    isInName = false
    isOpen = false
  }

  mutating func append(_ text: XMLText) {
    if isInName { text.append(to: &name) }
  }

  /// The name in the last heading; nil where there is none, or another table had it.
  mutating func takeName() -> String? {
    defer { name.removeAll() }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
