import Spreadsheet
import Testing

@testable import Readers

/// A text read in blocks says what it says when it is read from start to end.
@Suite struct CSVBlockTests {
  @Test(
    "Blocks change nothing, wherever they end",
    arguments: [
      "a,b,c\n1,2,3\n4,5,6\n",
      "a;b\r\n1;2\r\n\r\n\r\n3;4",
      "a,b\rc,d\re,f\r",
      "a,\"b\nb\nb,b\",c\n\"d\r\n\",e\n",
      "a,\"say \"\"so\"\"\n,\n\",c\nd,e,f\n",
      "a,\"b\nc,d\ne,\"f,g\nh,i\n",
      "\"\n\",\"\n\"\n\"\n\",\"\n\"\n",
      "\"\"\"\n\"\"\",\"\"\nx,y\n",
      "a\tb\\\tc\n\\\td\te\n",
      "a, \"b\nb\", c\nd, \"e\", f\n",
      "tên,điểm\nSở Nội vụ,9.5\nBan Tuyên giáo,8\n",
      ",,,\n\n,\n,x\n", "a,", "\n\n\n", "a,b\n\"",
    ])
  func readsInBlocks(text: String) throws {
    for block in 1...12 {
      for reach in [0, 3, 1 << 20] {
        try expectSame(Array(text.utf8), RecordBlocks.Sizes(text: 0, block: block, reach: reach))
      }
    }
  }

  @Test("Blocks change nothing in texts drawn at random", arguments: 0..<150)
  func readsRandomTexts(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", "\\", "\\\"", ";", " ", "a",
      "Điểm", "12.5",
    ]
    let text = (0..<200).map { _ in pieces[below(pieces.count)] }.joined()
    let sizes = RecordBlocks.Sizes(
      text: 0, block: 1 + below(40), reach: [0, 5, 50, 1 << 20][below(4)])
    try expectSame(Array(text.utf8), sizes)
  }

  @Test("A field that is longer than blocks and what lies behind them is read")
  func readsLongField() throws {
    let long = String(repeating: "một hai, \"\"ba\"\"\n", count: 150_000)
    let line = "1,2,3\n"
    let lines = String(repeating: line, count: 60_000)
    try expectSame(Array("a,b,c\n\(lines)x,\"\(long)\",z\n\(lines)".utf8), RecordBlocks.Sizes())
  }

  @Test(
    "Limits are met at the same cell",
    arguments: [Limits(cells: 7), Limits(columns: 2), Limits(cellText: 3), Limits(rows: 3)])
  func meetsLimits(limits: Limits) throws {
    let text = Array("a,b\nc,\"d\"\ne,f\ng,h,i\nlonger,k\n".utf8)
    for block in 1...20 {
      try expectSame(text, RecordBlocks.Sizes(text: 0, block: block), limits)
    }
  }

  @Test("The text of another row is never handed out with a row that is kept")
  func keepsRows() throws {
    let text = DecodedText(Array("a,b,c\nd\ne,f\n".utf8))
    let sheet = CSVSheet(
      file: "t.csv", text: text, limits: Limits(), blockSizes: RecordBlocks.Sizes(text: 0, block: 4)
    )
    var kept: [RowView] = []
    try sheet.forEachRow { kept.append($0) }
    #expect(
      kept.map { row in row.cells.map(row.text(of:)) } == [["a", "b", "c"], ["d"], ["e", "f"]])
  }

  private func expectSame(
    _ bytes: [UInt8], _ sizes: RecordBlocks.Sizes, _ limits: Limits = Limits()
  ) throws {
    let whole = read(bytes, RecordBlocks.Sizes(text: .max), limits)
    let blocks = read(bytes, sizes, limits)
    #expect(whole.rows == blocks.rows)
    #expect(whole.failure == blocks.failure)
  }

  private func read(
    _ bytes: [UInt8], _ sizes: RecordBlocks.Sizes, _ limits: Limits
  ) -> (rows: [Row], failure: String?) {
    let sheet = BoundedSheet(
      CSVSheet(
        file: "t.csv", text: DecodedText(bytes), limits: limits, blockSizes: sizes),
      file: "t.csv", limits: limits)
    var rows: [Row] = []
    do {
      try sheet.read { rows.append($0) }
      return (rows, nil)
    } catch {
      return (rows, "\(error)")
    }
  }
}
