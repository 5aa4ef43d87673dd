import Regulation
import Testing

@Suite("The sheet Giao ước")
struct CovenantSheetTests {
  @Test("gives units targets of their own, by code or name")
  func targets() throws {
    var sample = SampleRegulation()
    sample.set("Tiêu chí", "F3", "tỷ lệ")
    sample.set("Tiêu chí", "G3", 98)
    sample["Giao ước"] = [
      ["Đơn vị", "Tiêu chí", "Chỉ tiêu"], ["CA", 1.1, 99],
      ["Toà án nhân dân tỉnh", "1.1.", "97,5%"],
    ]
    let regulation = try sample.load()
    let half = Quantity(coefficient: 975, scale: 1)
    #expect(
      regulation.covenant == [
        CovenantTarget(unit: "CA", criterion: "1.1", target: Quantity(99)),
        CovenantTarget(unit: "TA", criterion: "1.1", target: half),
      ])
    let common = try #require(regulation.criteria["1.1"])
    #expect(regulation.criterion(common, for: "TA").target == half)
    #expect(regulation.criterion(common, for: "XX").target == Quantity(98))
  }
}
