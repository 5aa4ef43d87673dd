import Testing

@testable import Spreadsheet

@Suite struct TextPoolTests {
  @Test("Texts come back as they are, however many there were before")
  func manyTexts() {
    let pool = TextPool()
    for round in 0..<2 {
      for number in 0..<5000 {
        let text = String(repeating: "Tiêu chí ", count: number % 80) + "\(number)"
        let found = Array(text.utf8).withUnsafeBufferPointer(pool.string)
        #expect(found == text, "round \(round)")
      }
    }
  }

  @Test("Texts that differ in one byte are told apart", arguments: [16, 17, 24, 31, 64, 512, 513])
  func neighbours(count: Int) {
    let pool = TextPool()
    for index in 0..<count {
      var bytes = [UInt8](repeating: 97, count: count)
      bytes[index] = 98
      let found = bytes.withUnsafeBufferPointer(pool.string)
      #expect(Array(found.utf8) == bytes)
    }
  }
}
