import Ranking
import Regulation
import Spreadsheet

/// The formulas for rank and class of the units of one group, with the values that they give.
///
/// The rank is refined key by key: a unit moves behind those that share its rank so far and have
/// more under the next key. Classes are given one after the other, best first.
struct MatrixRanks {
  let layout: MatrixLayout
  let regulation: Regulation
  private let standings: [UnitStanding]
  private let columns: ClosedRange<Int>
  /// The numbers by which each unit is ordered.
  private let keys: [[Int64]]
  /// Each unit's rank by its total and so many keys of the tie chain.
  private let ranksByKeys: [[Int]]

  /// Where last year's points are not known: less than any.
  static let unknownPoints = -1e9
  /// Where nobody says when the covenant was signed: later than any day.
  static let unknownDay = 1e6

  /// The ranked units of a group; nil where there are none.
  init?(_ consolidation: Consolidation, layout: MatrixLayout, group: String) {
    guard let columns = layout.rankedColumns(ofGroup: group) else { return nil }
    self.columns = columns
    self.layout = layout
    regulation = consolidation.regulation
    standings = consolidation.standings.units.filter {
      $0.unit.group == group && $0.status == .ranked
    }
    let order = RankOrder(consolidation.regulation)
    let keys = standings.map { order.keys(of: $0) }
    self.keys = keys
    ranksByKeys = (0...regulation.block.ties.count).map { count in
      RankOrder.ranks(ofKeys: keys.map { Array($0.prefix(count + 1)) })
    }
  }

  /// The columns with the position of their units in the group.
  var positions: [(column: Int, position: Int)] {
    standings.indices.map { (columns.lowerBound + $0, $0) }
  }

  func standing(_ position: Int) -> UnitStanding { standings[position] }

  // MARK: - Ranks

  /// A unit's rank by its total and the first `count` keys of the tie chain.
  func rank(_ position: Int, keys count: Int) -> Int {
    ranksByKeys[count][position]
  }

  /// The formula of that rank.
  func rankFormula(_ position: Int, keys count: Int) -> String {
    let ties = layout.workings.ties
    guard count > 0 else {
      let row = layout.totalRow
      return "1+SUMPRODUCT(--(\(across(row))>\(cell(row, position))))"
    }
    let tie = ties[count - 1]
    // The earlier day goes first.
    let sign = tie.key == .signedEarlier ? "<" : ">"
    return "\(cell(tie.rankBefore, position))+SUMPRODUCT("
      + "(\(across(tie.rankBefore))=\(cell(tie.rankBefore, position)))"
      + "*(\(across(tie.row))\(sign)\(cell(tie.row, position))))"
  }

  /// A unit's number under a key, as the workings show it.
  func number(_ tie: Int, _ position: Int) -> Double {
    let unit = standings[position].unit
    switch regulation.block.ties[tie] {
    case .lastYear: return unit.lastYear?.doubleValue ?? Self.unknownPoints
    case .signedEarlier:
      guard case .signed(let date) = unit.covenant else { return Self.unknownDay }
      // Days from 1899-12-30, as workbooks count them.
      return Double(date.daysSince1970 + 25_569)
        + Double(date.time.milliseconds) / 86_400_000
    default: return Double(keys[position][tie + 1]) / 10_000
    }
  }

  // MARK: - Classes

  /// How many places a class has in the group; nil without a quota.
  func places(_ grade: MatrixWorkings.Grade) -> Int? {
    grade.rule.places(ofRanked: standings.count)
  }

  /// Whether a unit reaches a class and no better one took it.
  func isAdmitted(_ grade: Int, _ position: Int) -> Bool {
    (classIndex(position).map { $0 >= grade } ?? true)
      && regulation.classes[grade].admits(standings[position])
  }

  func admittedFormula(_ grade: Int, _ position: Int) -> String {
    let conditions = (grade > 0 ? ["\(before(grade, position))=0"] : []) + demands(grade, position)
    return "IF(AND(\(conditions.joined(separator: ","))),1,0)"
  }

  /// The number of the best class down to `grade` that a unit gets, from 1; 0 for none.
  func best(_ grade: Int, _ position: Int) -> Int {
    guard let index = classIndex(position), index <= grade else { return 0 }
    return index + 1
  }

  func bestFormula(_ grade: Int, _ position: Int) -> String {
    let rows = layout.workings.grades[grade]
    let condition: String
    if let admitted = rows.admittedRow, let places = places(rows) {
      let rank = layout.rankRow
      // Units of one rank go in together or not at all: all of them are counted.
      let upToOwn =
        "SUMIF(\(across(rank)),\"<=\"&\(cell(rank, position)),\(across(admitted)))"
      condition = "\(cell(admitted, position))=1,\(upToOwn)<=\(places)"
    } else {
      condition = demands(grade, position).joined(separator: ",")
    }
    let own = "IF(AND(\(condition)),\(grade + 1),0)"
    guard grade > 0 else { return own }
    let before = before(grade, position)
    return "IF(\(before)>0,\(before),\(own))"
  }

  /// The name of the class that the last step leaves.
  func classFormula(_ position: Int) -> String? {
    guard let last = layout.workings.grades.last else { return nil }
    let names = layout.workings.grades.map {
      "$\(CellReference.letters(ofColumn: MatrixLayout.contentColumn))$\($0.row)"
    }
    let step = cell(last.row, position)
    return "IF(\(step)=0,\"\",CHOOSE(\(step),\(names.joined(separator: ","))))"
  }

  private func classIndex(_ position: Int) -> Int? {
    regulation.classes.firstIndex { $0.name == standings[position].className }
  }

  private func before(_ grade: Int, _ position: Int) -> String {
    cell(layout.workings.grades[grade - 1].row, position)
  }

  /// The floor and the condition of a class.
  private func demands(_ grade: Int, _ position: Int) -> [String] {
    let rows = layout.workings.grades[grade]
    let floor = "$\(CellReference.letters(ofColumn: MatrixLayout.maximumColumn))$\(rows.row)"
    let demands = ["\(cell(layout.totalRow, position))>=\(floor)"]
    switch rows.rule.condition {
    case .noDeduction: return demands + ["\(cell(layout.deductionRow, position))=0"]
    case .covenantSigned:
      return standings[position].unit.covenant == nil ? demands + ["1=0"] : demands
    case nil: return demands
    }
  }

  // MARK: - Cells

  private func cell(_ row: Int, _ position: Int) -> String {
    "\(CellReference(row: row, column: columns.lowerBound + position))"
  }

  /// A row over all ranked units of the group.
  private func across(_ row: Int) -> String {
    let first = CellReference.letters(ofColumn: columns.lowerBound)
    let last = CellReference.letters(ofColumn: columns.upperBound)
    return "$\(first)$\(row):$\(last)$\(row)"
  }
}
