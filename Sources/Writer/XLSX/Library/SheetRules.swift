internal import CLibxlsxwriter
import Glibc
import Spreadsheet

extension SheetWriter {
  /// Fills the cells of a range for which a formula, written for its first cell, holds.
  func highlight(_ range: CellRange, where formula: String, fill: UInt32) throws {
    let format = try workbook.format(CellStyle(fill: fill)).handle
    try call("\(range)") { sheet in
      "=\(formula)".withMutableCString { formula in
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
        rule.value_string = formula
        rule.format = format
        return worksheet_conditional_format_range(
          sheet, range.first.lxwRow, range.first.lxwColumn, range.last.lxwRow,
          range.last.lxwColumn, &rule)
      }
    }
  }

  /// Offers the texts of another range as a list to choose from; strict lists refuse other texts.
  func offer(
    _ source: CellRange, on sheetName: String, in range: CellRange, isStrict: Bool, hint: String
  ) throws {
    try call("\(range)") { sheet in
      "=\(CellLink(sheet: sheetName, range: source).absolute)".withMutableCString { formula in
        hint.withMutableCString { hint in
          var rule = lxw_data_validation()
          rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
          rule.value_formula = formula
          rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
          rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
          rule.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
          rule.show_error = UInt8(
            isStrict ? LXW_VALIDATION_ON.rawValue : LXW_VALIDATION_OFF.rawValue)
          rule.error_message = isStrict ? hint : nil
          return worksheet_data_validation_range(
            sheet, range.first.lxwRow, range.first.lxwColumn, range.last.lxwRow,
            range.last.lxwColumn, &rule)
        }
      }
    }
  }

  /// Refuses what is typed into the cells of a range where it breaks a rule; blank cells are free.
  func validate(_ range: CellRange, _ rule: CellRule, hint: CellHint) throws {
    try call("\(range)") { sheet in
      Self.cut(hint.title, 32).withMutableCString { title in
        Self.cut(hint.text, 255).withMutableCString { text in
          var validation = lxw_data_validation()
          validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
          validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
          validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
          validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
          validation.input_title = title
          validation.input_message = text
          validation.error_title = title
          validation.error_message = text
          func apply() -> lxw_error {
            worksheet_data_validation_range(
              sheet, range.first.lxwRow, range.first.lxwColumn, range.last.lxwRow,
              range.last.lxwColumn, &validation)
          }
          switch rule {
          case .anything:
            validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
            return apply()
          case .decimal(let bounds):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            validation.minimum_number = bounds.lowerBound
            validation.maximum_number = bounds.upperBound
            return apply()
          case .decimalFromZero, .wholeFromZero:
            let type =
              rule == .wholeFromZero ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL
            validation.validate = UInt8(type.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
            validation.value_number = 0
            return apply()
          case .formula(let formula):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
            return "=\(formula)".withMutableCString { formula in
              validation.value_formula = formula
              return apply()
            }
          case .list(let texts):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
            let copies = texts.map { strdup($0) }
            defer { for copy in copies { free(copy) } }
            // The list ends with a null pointer.
            var pointers = copies + [nil]
            return pointers.withUnsafeMutableBufferPointer { list in
              validation.value_list = list.baseAddress
              return apply()
            }
          }
        }
      }
    }
  }

  /// A text fit for XML with so many characters at most.
  private static func cut(_ text: String, _ limit: Int) -> String {
    String(String.UnicodeScalarView(CellText.fit(text).unicodeScalars.prefix(limit)))
  }

  /// Locks every cell whose style does not unlock it, without a password; rows and columns may still
  /// be made larger.
  func protect() throws {
    let sheet = try workbook.sheet(index)
    var options = lxw_protection()
    options.format_columns = 1
    options.format_rows = 1
    worksheet_protect(sheet, nil, &options)
  }

}
