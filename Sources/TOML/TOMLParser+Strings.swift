extension TOMLParser {
  /// A text in any of the four notations. Nil where it does not end: then the rest of the line, or of the file, was taken for it.
  mutating func parseString() -> String? {
    let start = cursor.place
    let isBasic = cursor.sees("\"")
    let isLong = cursor.takes(isBasic ? "\"\"\"" : "'''")
    if !isLong { cursor.advance() }
    if isLong, cursor.sees("\n") || cursor.sees("\r\n") { skipNewline() }
    var text: [UInt8] = []
    while let byte = cursor.current, isLong || !cursor.isAtLineEnd {
      switch byte {
      case "\"" where isBasic, "'" where !isBasic:
        if closesString(isLong: isLong, byte, &text) { return String(decoding: text, as: UTF8.self) }
      case "\\" where isBasic: parseEscape(isLong: isLong, &text)
      case "\n", "\r":
        skipNewline()
        text.append(.lineFeed)
      case _ where byte.isControl:
        report(.controlCharacter(byte), at: cursor.place)
        cursor.advance()
      default:
        text.append(byte)
        cursor.advance()
      }
    }
    report(.stringUnclosed, at: start)
    return nil
  }

  /// Steps over quotation marks. Three of them end a text of several lines; up to two more before those belong to it.
  private mutating func closesString(isLong: Bool, _ quote: UInt8, _ text: inout [UInt8]) -> Bool {
    guard isLong else {
      cursor.advance()
      return true
    }
    var count = 1
    while count < 5, cursor.byte(ahead: count) == quote { count += 1 }
    cursor.advance(count)
    let isEnd = count >= 3
    text += repeatElement(quote, count: isEnd ? count - 3 : count)
    return isEnd
  }

  private mutating func parseEscape(isLong: Bool, _ text: inout [UInt8]) {
    let start = cursor
    cursor.advance()
    if isLong, takesHiddenLineEnd() { return }
    guard let sign = cursor.current, !cursor.isAtLineEnd else { return report(.badEscape("\\"), at: start.place) }
    cursor.advance()
    switch sign {
    case "b": text.append(0x08)
    case "t": text.append(0x09)
    case "n": text.append(0x0A)
    case "f": text.append(0x0C)
    case "r": text.append(0x0D)
    case "\"", "\\": text.append(sign)
    case "u": parseScalar(digits: 4, from: start, &text)
    case "U": parseScalar(digits: 8, from: start, &text)
    default:
      // The rest of a sign of several bytes is text, yet belongs into the message.
      let end = start.bytes[(start.position + 2)...].firstIndex { $0 & 0xC0 != 0x80 } ?? start.bytes.count
      report(.badEscape(String(excerpt: start.bytes[start.position..<end])), at: start.place)
    }
  }

  /// A backslash at the end of a line hides the line end and all blanks and line ends behind it.
  private mutating func takesHiddenLineEnd() -> Bool {
    let before = cursor
    cursor.skipBlanks()
    guard cursor.isAtLineEnd, !cursor.isAtEnd else {
      cursor = before
      return false
    }
    while cursor.isAtLineEnd, !cursor.isAtEnd {
      skipNewline()
      cursor.skipBlanks()
    }
    return true
  }

  private mutating func parseScalar(digits count: Int, from start: TOMLCursor, _ text: inout [UInt8]) {
    var value: UInt32 = 0
    var digits = 0
    while digits < count, let digit = cursor.current?.hexadecimal {
      value = value << 4 | UInt32(digit)
      digits += 1
      cursor.advance()
    }
    guard digits == count, let scalar = Unicode.Scalar(value) else {
      return report(.badEscape(String(excerpt: start.bytes[start.position..<cursor.position])), at: start.place)
    }
    text += String(scalar).utf8
  }
}

extension UInt8 {
  fileprivate var hexadecimal: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
