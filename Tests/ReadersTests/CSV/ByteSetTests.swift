import Testing

@testable import Readers

@Suite struct ByteSetTests {
  @Test("The first member is found wherever it stands", arguments: 0..<40)
  func findsFirstMember(place: Int) {
    let set = ByteSet(0x2C, 0x0A, 0x0D, 0x80)
    for member in [0x2C, 0x0A, 0x0D, 0x80] as [UInt8] {
      // Neighbours of members are what a comparison of words may take for one.
      for other in [0x2B, 0x2D, 0x0B, 0x09, 0x0C, 0x81, 0x7F, 0x00, 0xFF, 0x01] as [UInt8] {
        var bytes = [UInt8](repeating: other, count: 40)
        bytes[place] = member
        #expect(set.firstIndex(in: bytes.span, from: 0, to: 40) == place)
        #expect(set.firstIndex(in: bytes.span, from: place, to: 40) == place)
        #expect(set.firstIndex(in: bytes.span, from: 0, to: place) == place)
        #expect(set.firstIndex(in: bytes.span, from: place + 1, to: 40) == max(40, place + 1))
      }
    }
  }

  @Test("Of two members the first counts", arguments: 0..<16)
  func findsLowest(place: Int) {
    var bytes = [UInt8](repeating: 0x61, count: 17)
    bytes[16] = 0x0A
    bytes[place] = 0x2C
    #expect(ByteSet(0x0A, 0x2C, 0x2C, 0x2C).firstIndex(in: bytes.span, from: 0, to: 17) == place)
  }
}
