/// How much of a text that has accents reads as Vietnamese: the evidence for a decoding.
///
/// Only words with a character beyond ASCII count; the others read the same in every encoding.
package struct VietnamesePlausibility: Hashable, Sendable {
  /// The words that hold a character beyond ASCII.
  package private(set) var words = 0
  /// Those of them that are spelt as a Vietnamese syllable can be.
  package private(set) var syllables = 0
  /// Those of them that are frequent in tables of this field.
  package private(set) var frequentSyllables = 0

  /// Counts the words of `text`, which must be composed (Unicode NFC).
  package init(of text: some Sequence<Unicode.Scalar>) {
    var word: [Unicode.Scalar] = []
    for scalar in text {
      if Self.belongsToWord(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        count(word)
        word.removeAll(keepingCapacity: true)
      }
    }
    count(word)
  }

  /// A number to compare decodings of the same bytes by: more is better.
  package var score: Int { syllables + 2 * frequentSyllables - 2 * (words - syllables) }

  /// Whether most words with accents are Vietnamese.
  package var isConvincing: Bool { syllables > 0 && syllables * 3 >= words * 2 }

  private mutating func count(_ word: [Unicode.Scalar]) {
    guard word.contains(where: { !$0.isASCII }) else { return }
    words += 1
    guard VietnameseSyllable.isPlausible(word) else { return }
    syllables += 1
    var spelling = String.UnicodeScalarView()
    spelling.append(contentsOf: word)
    if Self.frequent.contains(String(spelling).lowercased()) { frequentSyllables += 1 }
  }

  /// Letters, digits, and the signs that letters turn into under a wrong encoding.
  ///
  /// So `®iÓm` is one word; punctuation that texts really hold ends a word.
  private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z": true
    case "\u{A0}", "\u{2010}"..."\u{2027}", "\u{FEFF}", "\u{20AB}", "\u{20AC}": false
    default: !scalar.isASCII
    }
  }

  /// Syllables that score tables and their title and signature rows are made of.
  private static let frequent: Set<String> = Set(
    """
    án bàn bảng báo bảo bậc biên bình bị bộ cá cán cáo cách cải cảnh cấp cầu chấm chất chấp chậm
    chế chỉ chí chính chủ chú chúc chức chứng chuẩn chương có cơ cố công cộng của cứ cụm cường đã
    đại đạo đạt đáng đảng để đề đều địa điểm điều định đình đoàn độ độc đối đội đồn đồng động đột
    đơn được đủ đúng đức dân dẫn dự dưỡng giá giải giảm giám giao giới gồm gửi hành hạn hiện hiệp
    hiệu hình hòa hoà hoàn hoạch học hồ hồi hội hợp huấn huyện huy hướng kế kết kê khác khai khảo
    khẩn khắc khích khó khối khởi không khuyết kiểm kiến kỳ kỷ ký kỹ là lãnh làm lần lập lệ lệnh lĩnh
    loại lớn lời luật lực lượng lượt lý mặt mật mẫu máy mình minh mô mới mục mức năm nâng nếp ngành ngày
    nghĩa nghị nghiệp nghiêm ngoài người nguyên nhà nhân nhất nhiệm nhiều nội nữ nước phát phần phẩm
    phê phó phòng phối phố phục phúc phủ phụ phương phấn phú quả quản quân quốc quy quyết quyền quý quỹ sách
    sai sản sáng sát sinh số sở sơ sĩ sự sức sỹ tác tài tải tập tạo tặng tâm tầng tế thành tháng thanh
    thắng thẩm thập thất thể thế thì thi thích thiết thống thông thời thủ thuật thực thưởng thường
    thượng tích tiên tiến tiêu tiếp tiết tín tính tỉnh tình tổ tổng tòa toà toàn tố tốt tối tội tỷ tỉ trách
    trạng trại trấn trật trên triển trị trình trí trọng trong trưởng trường trợ trực truyền truy trừ tự tuyên
    tuyển từ tử tư tưởng tướng ủy uỷ ứng văn vấn vật về vệ vi viên viện việc vì vị vinh vụ vùng vượt
    và vững với xã xây xét xếp xuất xử ý yêu yếu đua điển đầu đấu đánh điện đăng đó đến đợt đổi
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
