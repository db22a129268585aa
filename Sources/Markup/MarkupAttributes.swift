/// The attributes of a start tag, one after the other, read as HTML 5 reads them (13.2.5.32 to 13.2.5.39).
///
/// Quotes may be missing, so may values and blanks; the last of several attributes with one name comes last. No allocation.
package struct MarkupAttributes: Sequence, IteratorProtocol {
  package struct Attribute: Hashable, Sendable {
    /// The name with its prefix, as written.
    package let name: Range<Int>
    /// The value without its quotes, not decoded; empty where there is none.
    package let value: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int

  /// - Parameters:
  ///   - bytes: The buffer of the lexer, which must outlive this.
  ///   - content: What a token of a start tag holds.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>) {
    self.bytes = bytes
    position = content.lowerBound
    end = Swift.min(content.upperBound, bytes.count)
  }

  package mutating func next() -> Attribute? {
    while position < end, bytes[position].isBlank || bytes[position] == UInt8(ascii: "/") { position += 1 }
    guard position < end else { return nil }
    let nameStart = position
    // A name may begin with "=", says HTML 5; so every round takes at least one byte.
    position += 1
    while position < end, !endsName(bytes[position]) { position += 1 }
    let name = nameStart..<position
    skipBlanks()
    guard position < end, bytes[position] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: name.upperBound..<name.upperBound)
    }
    position += 1
    skipBlanks()
    return Attribute(name: name, value: value())
  }

  private mutating func value() -> Range<Int> {
    guard position < end else { return end..<end }
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      let close = bytes.firstIndex(of: quote, from: start, to: end)
      position = Swift.min(close + 1, end)
      return start..<close
    }
    let start = position
    while position < end, !bytes[position].isBlank { position += 1 }
    return start..<position
  }

  private mutating func skipBlanks() {
    while position < end, bytes[position].isBlank { position += 1 }
  }

  private func endsName(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/")
  }
}
