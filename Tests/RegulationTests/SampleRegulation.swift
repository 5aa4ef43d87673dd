import Regulation
import Spreadsheet

/// What a test writes into a cell of a regulation.
enum Input: Sendable, Equatable {
  case value(CellValue)
  case percent(Double)
  /// A formula without a result.
  case formula(String)

  static func date(_ year: Int, _ month: Int, _ day: Int, hour: Int = 0) -> Input {
    .value(
      .date(
        CivilDateTime(
          year: year, month: month, day: day, time: CivilTime(hour: hour, minute: 0))))
  }
}

extension Input: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  init(stringLiteral value: String) { self = .value(.text(value)) }
  init(floatLiteral value: Double) { self = .value(.number(value)) }
  init(integerLiteral value: Int) { self = .value(.number(Double(value))) }
  init(booleanLiteral value: Bool) { self = .value(.boolean(value)) }
  init(nilLiteral: ()) { self = .value(.empty) }
}

/// A regulation as rows of cells, which a test changes before it is loaded.
struct SampleRegulation: Sendable {
  /// Sheets by name, in workbook order.
  var sheets: [(name: String, rows: [[Input]])]

  /// A small regulation without a fault: the header of each sheet is its first row.
  init() {
    sheets = [
      ("Khối", [["Mục", "Giá trị"], ["Tên khối", "Khối Nội chính"], ["Năm", 2019]]),
      (
        "Đơn vị",
        [
          [
            "Mã", "Tên đơn vị", "Tên gọi khác", "Thư điện tử", "Nhóm", "Ký giao ước", "Không xét",
            "Điểm năm trước", "Tệp dùng",
          ],
          ["CA", "Công an tỉnh"],
          ["TA", "Tòa án nhân dân tỉnh"],
        ]
      ),
      (
        "Tiêu chí",
        [
          [
            "Mã", "Nội dung", "Điểm tối đa", "Loại", "Diện", "Cách chấm", "Chỉ tiêu", "Minh chứng",
            "Áp dụng", "Thuộc",
          ],
          ["I", "Nhiệm vụ chuyên môn", 30],
          ["1.1", "Giải quyết án", 20, nil, nil, nil, nil, nil, nil, "I"],
          ["1.2", "Tiếp công dân", 15, nil, nil, nil, nil, nil, nil, "I"],
        ]
      ),
    ]
  }

  /// The rows of a sheet, which is added where it is absent.
  subscript(name: String) -> [[Input]] {
    get { sheets.first { $0.name == name }?.rows ?? [] }
    set {
      if let index = sheets.firstIndex(where: { $0.name == name }) {
        sheets[index].rows = newValue
      } else {
        sheets.append((name, newValue))
      }
    }
  }

  /// Writes one cell, such as `Tiêu chí` `C3`.
  mutating func set(_ sheet: String, _ cell: String, _ input: Input) {
    guard let reference = CellReference(cell) else { return }
    var rows = self[sheet]
    while rows.count < reference.row { rows.append([]) }
    while rows[reference.row - 1].count < reference.column { rows[reference.row - 1].append(nil) }
    rows[reference.row - 1][reference.column - 1] = input
    self[sheet] = rows
  }

  /// Adds an item to the sheet Khối.
  mutating func item(_ title: String, _ value: Input) {
    self["Khối"].append([.value(.text(title)), value])
  }

  /// The workbook of the sheets.
  var workbook: WorkbookGrid {
    WorkbookGrid(
      sheets: sheets.map { name, rows in
        SheetGrid(
          name: name,
          rows: rows.enumerated().compactMap { index, inputs in
            let cells = inputs.enumerated().compactMap { column, input -> Cell? in
              switch input {
              case .value(.empty): nil
              case .value(let value): Cell(column: column + 1, value: value)
              case .percent(let number):
                Cell(column: column + 1, value: .number(number), isPercentage: true)
              case .formula(let text): Cell(column: column + 1, value: .empty, formula: text)
              }
            }
            return cells.isEmpty ? nil : Row(number: index + 1, cells: cells)
          })
      })
  }

  /// The regulation that the sheets give.
  func load() throws -> Regulation { try Regulation(workbook) }

  /// The faults that the sheets have; none where they load.
  func faults() throws -> [RegulationFault] {
    do {
      _ = try load()
      return []
    } catch let error as RegulationError {
      return error.faults
    }
  }
}
