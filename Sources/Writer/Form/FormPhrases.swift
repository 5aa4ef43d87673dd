import Language
import Spreadsheet

/// The titles of a form's sheets and the sentences on them.
enum FormPhrase: Phrase {
  case scoreSheet, peopleSheet, practiceSheet, listSheet
  case title, peopleTitle, practiceTitle, unit, guidance, peopleGuidance, practiceGuidance
  case evidenceLegend, total, relative, dateLine, place, head, signHere, page
  case scoreHint, scoreHintOpen, deductionHint, evidenceTitle, evidenceHint, titleHint
  case staff, staffTitle, staffHint
  case passFailHint, countHint, resultHint, targetHint, notApplicableHint

  var translation: Translation {
    switch self {
    case .scoreSheet: Translation(vi: "Chấm điểm", en: "Scores")
    case .peopleSheet: Translation(vi: "Cá nhân đề nghị", en: "Nominations")
    case .practiceSheet: Translation(vi: "Cách làm hay", en: "Good practices")
    case .listSheet: Translation(vi: "Danh mục", en: "Lists")
    case .title:
      Translation(
        vi: "BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM {year}", en: "EMULATION SELF-SCORE TABLE, YEAR {year}")
    case .peopleTitle:
      Translation(
        vi: "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG NĂM {year}",
        en: "PERSONS PROPOSED FOR TITLES, YEAR {year}")
    case .practiceTitle:
      Translation(
        vi: "MÔ HÌNH MỚI, CÁCH LÀM HAY NĂM {year}", en: "NEW MODELS AND GOOD PRACTICES, YEAR {year}"
      )
    case .unit: Translation(vi: "Đơn vị: {unit}", en: "Unit: {unit}")
    case .guidance:
      Translation(
        vi:
          "Chỉ nhập vào các ô nền vàng. Tiêu chí có cột “Kết quả” thì nhập kết quả, điểm được tính "
          + "theo quy chế; các tiêu chí khác nhập điểm. Không thêm, xóa hay đổi dòng.",
        en: "Fill in the yellow cells only. Where a criterion takes a result, enter the result and "
          + "the points follow; elsewhere enter the points. Do not add, delete or change rows.")
    case .peopleGuidance:
      Translation(
        vi:
          "Mỗi người một dòng cho mỗi danh hiệu; chọn danh hiệu trong danh sách. Nêu số, ký hiệu, "
          + "ngày của văn bản công nhận.",
        en: "One row a person and title; choose the title from the list. Give number and date of "
          + "the decision of recognition.")
    case .practiceGuidance:
      Translation(
        vi: "Mỗi mô hình, cách làm hay một dòng; nêu hiệu quả bằng số liệu và phạm vi đã áp dụng.",
        en: "One row a model or practice; give its effect in figures and where it was applied.")
    case .evidenceLegend:
      Translation(
        vi: "(*) Tiêu chí phải có minh chứng (ô nền cam): có điểm mà để trống minh chứng thì ô "
          + "chuyển sang màu đỏ.",
        en: "(*) Evidence is required (orange cells): they turn red where points stand without it.")
    case .total: Translation(vi: "TỔNG CỘNG", en: "TOTAL")
    case .relative:
      Translation(
        vi: "Điểm do khối tính sau khi so kết quả với các đơn vị khác.",
        en: "The block computes the points once all results are known.")
    case .dateLine:
      Translation(
        vi: "{place}, ngày …… tháng …… năm …………", en: "{place}, …… / …… / …………")
    case .place: Translation(vi: "…………………", en: "…………………")
    case .head: Translation(vi: "THỦ TRƯỞNG ĐƠN VỊ", en: "HEAD OF THE UNIT")
    case .signHere: Translation(vi: "(Ký tên, đóng dấu)", en: "(Signature and seal)")
    case .page: Translation(vi: "Trang &P/&N", en: "Page &P/&N")
    case .scoreHint:
      Translation(vi: "Điểm từ 0 đến {maximum}.", en: "Points from 0 to {maximum}.")
    case .scoreHintOpen: Translation(vi: "Điểm từ 0 trở lên.", en: "Points from 0.")
    case .deductionHint:
      Translation(
        vi: "Điểm trừ ghi số dương, khối sẽ trừ; không có thì ghi 0.",
        en: "Deductions are positive numbers, the block subtracts them; 0 where there are none.")
    case .evidenceTitle: Translation(vi: "Minh chứng", en: "Evidence")
    case .evidenceHint:
      Translation(
        vi: "Bắt buộc khi có điểm: số, ký hiệu, ngày của văn bản hoặc tên tệp kèm theo.",
        en: "Required with points: number and date of the document, or the attached file's name.")
    case .titleHint:
      Translation(
        vi: "Chọn danh hiệu, hình thức khen thưởng trong danh sách.",
        en: "Choose the title from the list.")
    case .staff: Translation(vi: "Tổng số cán bộ, người lao động:", en: "Total staff:")
    case .staffTitle: Translation(vi: "Biên chế", en: "Staff")
    case .staffHint:
      Translation(
        vi: "Số người hiện có của đơn vị, số nguyên: căn cứ tính tỷ lệ cá nhân được đề nghị.",
        en: "The people that the unit has, a whole number: percentages of persons are taken of it.")
    case .passFailHint:
      Translation(
        vi: "Chọn có (đạt) hoặc không (không đạt).", en: "Choose có (met) or không (not met).")
    case .countHint:
      Translation(
        vi: "Số lần, số nguyên từ 0; mỗi lần {step} điểm.",
        en: "A count, a whole number from 0; {step} points each.")
    case .resultHint:
      Translation(vi: "Kết quả thực hiện, số từ 0.", en: "The result, a number from 0.")
    case .targetHint:
      Translation(
        vi: "Kết quả thực hiện, số từ 0, cùng đơn vị tính với chỉ tiêu {target}.",
        en: "The result, a number from 0, in the unit of the target {target}.")
    case .notApplicableHint:
      Translation(
        vi: " Không phát sinh thì ghi KPS.", en: " Enter KPS where it did not arise.")
    }
  }
}

/// The columns of a form's tables.
///
/// Their titles are of those that the reader knows in any submission.
enum FormColumn: Int, Phrase {
  case code = 1
  case content, maximum, target, result, selfScore, evidence, note

  var translation: Translation {
    switch self {
    case .code: Translation(vi: "Mã", en: "Code")
    case .content: Translation(vi: "Nội dung", en: "Content")
    case .maximum: Translation(vi: "Điểm tối đa", en: "Maximum")
    case .target: Translation(vi: "Chỉ tiêu", en: "Target")
    case .result: Translation(vi: "Kết quả", en: "Result")
    case .selfScore: Translation(vi: "Điểm tự chấm", en: "Self score")
    case .evidence: Translation(vi: "Minh chứng", en: "Evidence")
    case .note: Translation(vi: "Giải trình", en: "Note")
    }
  }

  /// The column's width in characters.
  var width: Double {
    switch self {
    case .code: 8
    case .content: 50
    case .maximum, .target: 9
    case .result, .selfScore: 11
    case .evidence, .note: 27
    }
  }

  /// The column's number, counted from 1.
  var number: Int { rawValue }

  /// The column's letters.
  var letters: String { CellReference.letters(ofColumn: rawValue) }
}

/// The columns of the table of persons.
enum FormPersonColumn: Phrase {
  case number, name, position, title, achievement, initiative, recognition

  var translation: Translation {
    switch self {
    case .number: Translation(vi: "STT", en: "No.")
    case .name: Translation(vi: "Họ và tên", en: "Full name")
    case .position: Translation(vi: "Chức vụ", en: "Position")
    case .title: Translation(vi: "Danh hiệu đề nghị", en: "Proposed title")
    case .achievement: Translation(vi: "Thành tích", en: "Achievements")
    case .initiative: Translation(vi: "Sáng kiến", en: "Initiative")
    case .recognition: Translation(vi: "Văn bản công nhận", en: "Document")
    }
  }

  var width: Double {
    switch self {
    case .number: 6
    case .name, .position, .recognition: 22
    case .title: 26
    case .achievement: 40
    case .initiative: 28
    }
  }
}

/// The columns of the table of good practices.
enum FormPracticeColumn: Phrase {
  case number, name, content, effect, scope, evidence

  var translation: Translation {
    switch self {
    case .number: Translation(vi: "STT", en: "No.")
    case .name: Translation(vi: "Tên mô hình", en: "Practice")
    case .content: Translation(vi: "Nội dung", en: "Content")
    case .effect: Translation(vi: "Hiệu quả", en: "Effect")
    case .scope: Translation(vi: "Phạm vi", en: "Scope")
    case .evidence: Translation(vi: "Minh chứng", en: "Evidence")
    }
  }

  var width: Double {
    switch self {
    case .number: 6
    case .name, .evidence: 28
    case .content, .effect: 42
    case .scope: 22
    }
  }
}
