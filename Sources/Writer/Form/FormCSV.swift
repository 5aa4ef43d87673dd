import Language
import Regulation

/// A unit's form as CSV: the same tables below each other, without formulas and rules.
public enum FormCSV {
  /// The file's bytes: UTF-8 with a byte order mark, fields divided by `;` as spreadsheet programs in
  /// Vietnamese expect, numbers with a decimal comma where the form is Vietnamese.
  public static func bytes(_ form: UnitForm) -> [UInt8] {
    var csv = CSVText(delimiter: ";")
    let layout = FormLayout(form.regulation, unit: form.unit)
    let formulas = FormFormulas(form, layout: layout)
    let width = FormColumn.allCases.count
    func record(_ fields: [CSVText.Field]) {
      csv.record(fields + Array(repeating: .text(nil), count: max(0, width - fields.count)))
    }
    func number(_ text: String?) -> CSVText.Field { .number(text.map(form.number)) }

    record([.text(form.title(.title))])
    record([.text(form.regulation.block.name)])
    record([.text(form.unitLine)])
    record([])
    record(FormColumn.allCases.map { .text($0.text(in: form.language)) })
    for line in layout.lines {
      let criterion = line.criterion
      record([
        .text(criterion.code), .text(criterion.content),
        number(formulas.maximum(of: line)?.description),
        number(line.isGroup ? nil : criterion.target?.description),
      ])
    }
    record([.text(nil), .text(form.text(.total)), number("\(formulas.highestTotal)")])
    record([])
    record([.text(form.text(.staff))])
    appendTable(.peopleTitle, FormPersonColumn.allCases.map { $0.text(in: form.language) })
    appendTable(.practiceTitle, FormPracticeColumn.allCases.map { $0.text(in: form.language) })
    return csv.bytes

    func appendTable(_ title: FormPhrase, _ columns: [String]) {
      record([.text(form.title(title))])
      record(columns.map { .text($0) })
      for row in 1...UnitForm.preparedRows { record([number("\(row)")]) }
      record([])
    }
  }
}
