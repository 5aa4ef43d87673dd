/// The functions that are computed (ECMA-376 Part 1, §18.17.7): those whose result neither the
/// clock nor the language of a program changes.
enum FormulaFunction: String, CaseIterable {
  case sum = "SUM"
  case product = "PRODUCT"
  case sumProduct = "SUMPRODUCT"
  case minimum = "MIN"
  case maximum = "MAX"
  case average = "AVERAGE"
  case count = "COUNT"
  case countA = "COUNTA"
  case countBlank = "COUNTBLANK"
  case subtotal = "SUBTOTAL"

  case sumIf = "SUMIF"
  case sumIfs = "SUMIFS"
  case countIf = "COUNTIF"
  case averageIf = "AVERAGEIF"

  case round = "ROUND"
  case roundUp = "ROUNDUP"
  case roundDown = "ROUNDDOWN"
  case truncate = "TRUNC"
  case integer = "INT"
  case absolute = "ABS"
  case sign = "SIGN"
  case modulo = "MOD"
  case squareRoot = "SQRT"
  case power = "POWER"

  case condition = "IF"
  case conditions = "IFS"
  case choose = "CHOOSE"
  case ifError = "IFERROR"
  case ifNotAvailable = "IFNA"
  case and = "AND"
  case or = "OR"
  case not = "NOT"
  case `true` = "TRUE"
  case `false` = "FALSE"
  case notAvailable = "NA"
  case isBlank = "ISBLANK"
  case isNumber = "ISNUMBER"
  case isText = "ISTEXT"
  case isError = "ISERROR"

  case concatenate = "CONCATENATE"
  case length = "LEN"
  case trim = "TRIM"

  /// The function of a name as files write it, newer ones with the prefix `_xlfn.`; nil for one
  /// that is not computed.
  init?(name: String) {
    var name = name.uppercased()
    if name.hasPrefix("_XLFN.") { name.removeFirst("_XLFN.".count) }
    self.init(rawValue: name)
  }

  /// How many arguments it takes.
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .true, .false, .notAvailable: 0...0
    case .countBlank, .integer, .absolute, .sign, .squareRoot, .not, .isBlank, .isNumber, .isText,
      .isError, .length, .trim:
      1...1
    case .round, .roundUp, .roundDown, .modulo, .power, .countIf, .ifError, .ifNotAvailable: 2...2
    case .truncate: 1...2
    case .sumIf, .averageIf, .condition: 2...3
    case .subtotal, .choose, .conditions: 2...255
    case .sumIfs: 3...255
    case .sum, .product, .sumProduct, .minimum, .maximum, .average, .count, .countA, .and, .or,
      .concatenate:
      1...255
    }
  }
}
