extension UnsafeBufferPointer<UInt8> {
  /// The byte at an index; 0 behind the end, so that nobody has to ask before looking ahead.
  @inline(__always)
  func byte(at index: Int) -> UInt8 {
    index < count ? self[index] : 0
  }

  /// Where the next `byte` stands before `end`; `end` when there is none. Eight bytes a step.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = UInt64(byte) &* ones
    let memory = UnsafeRawPointer(baseAddress)
    var index = start
    while let memory, index + 8 <= end {
      let word = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ pattern
      // The lowest byte that is 0 in `word`; bytes above it may be reported wrongly, which does not matter.
      let hit = (word &- ones) & ~word & 0x8080_8080_8080_8080
      if hit != 0 { return index + hit.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, self[index] != byte { index += 1 }
    return index
  }

  /// Where `phrase` next begins; nil when it does not come any more. Linear for phrases of a few bytes.
  func firstIndex(of phrase: StaticString, from start: Int) -> Int? {
    let length = phrase.utf8CodeUnitCount
    let last = count - length
    var index = start
    while index <= last {
      index = firstIndex(of: phrase.utf8Start.pointee, from: index, to: count)
      if index <= last, hasBytes(phrase, at: index) { return index }
      index += 1
    }
    return nil
  }

  @inline(__always)
  func hasBytes(_ phrase: StaticString, at index: Int) -> Bool {
    let length = phrase.utf8CodeUnitCount
    guard index + length <= count else { return false }
    for offset in 0..<length where self[index + offset] != phrase.utf8Start[offset] { return false }
    return true
  }

  /// Whether the bytes of a range are a phrase of small letters, large letters counting as small ones.
  func isEqual(_ range: Range<Int>, ignoringCase phrase: StaticString) -> Bool {
    guard range.count == phrase.utf8CodeUnitCount, range.upperBound <= count else { return false }
    for offset in 0..<range.count where self[range.lowerBound + offset].smallLetter != phrase.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The range without blanks at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  @inline(__always)
  var isBlank: Bool { self == 0x20 || (self <= 0x0d && self >= 0x09 && self != 0x0b) }

  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  /// What a name can begin with; all of what is not ASCII may.
  @inline(__always)
  var beginsName: Bool { isLetter || self >= 0x80 || self == UInt8(ascii: "_") || self == UInt8(ascii: ":") }

  @inline(__always)
  var smallLetter: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
