import Foundation

/// The C library looks at a vector of bytes at once.
extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first such byte from `start` on; nil where there is none.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let baseAddress, start < count,
      let found = memchr(baseAddress + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }

  /// The offset at which `pattern` first stands; nil where it does not, and where it is empty.
  package func offset(of pattern: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let baseAddress, let patternAddress = pattern.baseAddress, let first = pattern.first else { return nil }
    var next = 0
    while let start = offset(of: first, from: next), start + pattern.count <= count {
      if memcmp(baseAddress + start, patternAddress, pattern.count) == 0 { return start }
      next = start + 1
    }
    return nil
  }
}

extension String {
  /// Whether the text holds an ASCII character.
  package func contains(ascii: Unicode.Scalar) -> Bool {
    var text = self
    return text.withUTF8 { $0.offset(of: UInt8(ascii: ascii)) != nil }
  }
}

extension Substring {
  /// Where `text` first stands, compared byte by byte.
  @usableFromInline package func range(ofBytes text: String) -> Range<Index>? {
    var (own, pattern) = (self, text)
    let count = pattern.utf8.count
    let offset = own.withUTF8 { bytes in pattern.withUTF8 { bytes.offset(of: $0) } }
    return offset.map { offset in
      let start = utf8.index(startIndex, offsetBy: offset)
      return start..<utf8.index(start, offsetBy: count)
    }
  }
}

extension StringProtocol {
  /// Whether `text`, which is not empty, stands in this one, compared byte by byte. Several times as fast as `contains`, which compares characters.
  @inlinable package func holds(_ text: String) -> Bool { Substring(self).range(ofBytes: text) != nil }
}

extension Substring {
  /// With the capital letters of ASCII as small ones. `lowercased()` takes some hundred steps for a character.
  package var lowercasedASCII: String {
    var text = self
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { output in
        for (index, byte) in bytes.enumerated() { output[index] = (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }
        return bytes.count
      }
    }
  }
}

extension [UInt8] {
  /// Without blanks and line breaks at both ends.
  package var trimmed: ArraySlice<UInt8> {
    var slice = self[...]
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    return slice
  }

  /// Without the bytes of a character that was cut at the end.
  package var withoutHalfScalar: [UInt8] {
    guard let start = lastIndex(where: { $0 & 0xc0 != 0x80 }), self[start] >= 0xc0 else { return self }
    let length = self[start] >= 0xf0 ? 4 : self[start] >= 0xe0 ? 3 : 2
    return count - start < length ? Array(self[..<start]) : self
  }
}
