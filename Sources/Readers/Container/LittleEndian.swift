extension [UInt8] {
  /// The unsigned number in the two bytes from `offset`, which must lie inside, lowest byte first.
  func uint16(at offset: Int) -> UInt16 {
    UInt16(self[offset]) | UInt16(self[offset + 1]) << 8
  }

  /// The unsigned number in the four bytes from `offset`, which must lie inside, lowest byte first.
  func uint32(at offset: Int) -> UInt32 {
    UInt32(uint16(at: offset)) | UInt32(uint16(at: offset + 2)) << 16
  }

  /// The unsigned number in the eight bytes from `offset`, which must lie inside, lowest byte
  /// first.
  func uint64(at offset: Int) -> UInt64 {
    UInt64(uint32(at: offset)) | UInt64(uint32(at: offset + 4)) << 32
  }
}
