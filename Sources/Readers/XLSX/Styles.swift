/// The number format of each cell format (ECMA-376 Part 1, §18.8.10), resolved once a format.
struct Styles: Sendable {
  /// By the index that a cell's `s` holds.
  let formats: [NumberFormat]
  /// Whether a format shows every number as a number, by the same index.
  private let arePlain: [Bool]

  /// The given formats by index.
  init(formats: [NumberFormat] = []) {
    self.formats = formats
    arePlain = formats.map(\.isPlain)
  }

  /// Whether a number of the cell format `index` is a number and nothing else.
  @inline(__always)
  func isPlain(_ index: Int) -> Bool {
    index >= arePlain.count || index < 0 || arePlain[index]
  }

  /// The number format of the cell format `index`; general where there is none.
  func format(_ index: Int) -> NumberFormat {
    formats.indices.contains(index) ? formats[index] : .general
  }

  /// Reads the styles part.
  final class Handler: XMLHandler {
    private var codes: [Int: NumberFormat] = [:]
    private var identifiers: [Int] = []
    private var isInCellFormats = false

    /// The formats of the cells; complete once the part is read, wherever its lists stand.
    var styles: Styles {
      // A part may list a format a million times; each is made once.
      var known = codes
      return Styles(
        formats: identifiers.map { identifier in
          if let format = known[identifier] { return format }
          let format = NumberFormat(builtIn: identifier)
          known[identifier] = format
          return format
        })
    }

    func start(_ element: XMLElement) {
      switch element.name {
      case "numFmt":
        if !isInDifferential, let id = element["numFmtId"].flatMap({ DecimalText.integer($0) }),
          let code = element["formatCode"]
        {
          codes[id] = NumberFormat(code: code.string)
        }
      case "cellXfs": isInCellFormats = true
      case "dxfs": isInDifferential = true
      case "xf":
        if isInCellFormats {
          identifiers.append(element["numFmtId"].flatMap { DecimalText.integer($0) } ?? 0)
        }
      default: break
      }
    }

    /// Formats of conditional formatting may reuse numbers of the cells' formats.
    private var isInDifferential = false

    func characters(_ text: XMLText) {}

    func end(_ name: XMLText) {
      if name == "cellXfs" { isInCellFormats = false }
      if name == "dxfs" { isInDifferential = false }
    }
  }
}
