/// Tells text from anything else.
enum BinaryDetection {
  private static let head = 1_024

  /// Whether the bytes hold what text does not: a NUL near the start, or many control characters. NULs that only fill up
  /// the end do not count.
  static func isBinary(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if let mark = TextEncoding.byteOrderMark(of: bytes), mark.encoding != .utf8 { return false }
    if let first = bytes.prefix(head).firstIndex(of: 0), first == 0 || bytes[first...].contains(where: { $0 != 0 }) {
      return true
    }
    var controls = 0
    for byte in bytes.prefix(64 << 10) where isControl(byte) { controls += 1 }
    return controls * 50 > min(bytes.count, 64 << 10)
  }

  /// Escape counts as text: it is part of texts copied from terminals, and goes when they are made safe.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0d && byte != 0x0c && byte != 0x1b
  }
}
