import Foundation
import Normalizer
import Pipeline
import Ranking
import Regulation
import TestSupport
import Testing
import Writer

/// People and practices from files to reports.
@Suite struct PeopleTests {
  /// The small block with titles for people; the police nominate, the procuracy twice.
  static func block() throws -> TemporaryFolder {
    let folder = try ConsolidationTests.soundBlock()
    try folder.write(
      """
      Danh hiệu;Đối tượng;Số lượng;Từ mức;Điều kiện
      Cờ thi đua;tập thể;1;;
      Lao động tiên tiến;cá nhân;50%;;
      Chiến sĩ thi đua cơ sở;cá nhân;2;Tốt;có sáng kiến

      """, to: "quy-che/danh-hieu.csv")
    try folder.write(
      CSVBlock.submission(unit: "Công an tỉnh", "9,5", "9") + """
        ;TỔNG CỘNG;;18,5
        ;;;
        Tổng số cán bộ, chiến sĩ: 4;;;
        STT;Họ và tên;Chức vụ;Danh hiệu đề nghị;Sáng kiến
        1;Nguyễn Văn A;Đội trưởng;Lao động tiên tiến;
        2;Nguyễn Văn B;Cán bộ;LĐTT;
        3;Nguyễn Văn C;Cán bộ;LĐTT;
        4;Nguyễn Văn A;Đội trưởng;Chiến sỹ thi đua cơ sở;Số hóa
        ;Tổng cộng: 4;;
        ;;;
        STT;Tên mô hình;Nội dung;Hiệu quả;Minh chứng
        1;Camera an ninh;Lắp camera;Giảm vi phạm;QĐ 5

        """, to: "bai-nop/cong an.csv")
    try folder.write(
      CSVBlock.submission(unit: "Viện kiểm sát nhân dân tỉnh", "8", "9,75", "0,5") + """
        Họ và tên;Danh hiệu đề nghị;Sáng kiến;
        Nguyễn Văn D;CSTĐCS;Quy trình mới;
        Nguyễn Văn E;CSTĐCS;;

        """, to: "bai-nop/dot 1/vks.csv")
    return folder
  }

  @Test("Scores stay as they are, people and practices are carried with their cells")
  func consolidation() async throws {
    let consolidation = try await ConsolidationTests.consolidate(try Self.block())
    let outcome = consolidation.standings.units.map {
      "\($0.rank ?? 0) \($0.unit.code) \($0.total ?? .zero) \($0.className ?? "")"
    }
    #expect(outcome == ["1 CA 18.5 Xuất sắc", "2 VKS 17.25 Tốt", "3 TA 12 Khá"])
    let people = consolidation.proposals.nominees.map {
      "\($0.unit) \($0.nomination.source.cell) \($0.nomination.title) \($0.status.rawValue)"
    }
    #expect(
      people == [
        "CA B14 Lao động tiên tiến proposed", "CA B15 Lao động tiên tiến proposed",
        "CA B16 Lao động tiên tiến over-quota", "CA B17 Chiến sĩ thi đua cơ sở proposed",
        "VKS A11 Chiến sĩ thi đua cơ sở proposed",
        "VKS A12 Chiến sĩ thi đua cơ sở condition-missing",
      ])
    #expect(consolidation.proposals.practices.map(\.practice.source.cell) == ["B21"])
    let findings = consolidation.findings.map {
      "\($0.code.rawValue) \($0.unit ?? "") \($0.cell ?? "")"
    }
    #expect(
      findings == [
        "nomination-duplicate CA B17", "nomination-over-quota CA B16",
        "nomination-without-condition VKS C12",
      ])
  }

  @Test("A version that does not count contributes nobody")
  func superseded() async throws {
    let folder = try Self.block()
    try folder.write(
      CSVBlock.submission(unit: "Công an tỉnh", "9", "9") + """
        Họ và tên;Danh hiệu đề nghị;Chức vụ;
        Nguyễn Văn G;;Cán bộ;

        """, to: "bai-nop/cong an v2.csv")
    let consolidation = try await ConsolidationTests.consolidate(folder)
    let police = consolidation.proposals.nominees.filter { $0.unit == "CA" }
    #expect(police.map(\.nomination.name) == ["Nguyễn Văn G"])
    #expect(police.map(\.status) == [.incomplete])
    #expect(consolidation.proposals.practices.isEmpty)
  }

  @Test("The reports are whole, and no message names a person")
  func reports() async throws {
    let folder = try Self.block()
    let consolidation = try await ConsolidationTests.consolidate(folder)
    _ = try Publication(folder: "\(folder.path)/ket-qua").publish(consolidation, language: .vi)
    let data = Data(try folder.read("ket-qua/ket-qua.json"))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((root["people"] as? [Any])?.count == 6)
    #expect((root["practices"] as? [Any])?.count == 1)
    let findings = try JSONSerialization.data(withJSONObject: root["findings"] ?? [])
    #expect(!String(decoding: findings, as: UTF8.self).contains("Nguy"))
  }
}
