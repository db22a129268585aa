extension [UInt8] {
  /// Without blanks and line breaks at both ends.
  var trimmed: ArraySlice<UInt8> {
    var slice = self[...]
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    return slice
  }

  /// Without the bytes of a character that was cut at the end.
  var withoutHalfScalar: [UInt8] {
    guard let start = lastIndex(where: { $0 & 0xc0 != 0x80 }), self[start] >= 0xc0 else { return self }
    let length = self[start] >= 0xf0 ? 4 : self[start] >= 0xe0 ? 3 : 2
    return count - start < length ? Array(self[..<start]) : self
  }
}
