/// What begins with `<!` or `<?`.
extension MarkupLexer {
  mutating func declaration() -> MarkupToken {
    let start = position
    if bytes.hasBytes("<!--", at: start) { return comment() }
    if dialect == .xml, bytes.isEqual(start + 2..<start + 9, ignoringCase: "[cdata[") {
      let contentStart = start + 9
      guard let end = bytes.firstIndex(of: "]]>", from: contentStart) else {
        return MarkupToken(.cdata, start..<bytes.count, content: contentStart..<bytes.count)
      }
      return MarkupToken(.cdata, start..<end + 3, content: contentStart..<end)
    }
    if bytes.isEqual(start + 2..<start + 9, ignoringCase: "doctype") { return documentType() }
    return upToBracket(.comment, contentStart: start + 2)
  }

  mutating func instruction() -> MarkupToken {
    let start = position
    guard dialect == .xml else { return upToBracket(.comment, contentStart: start + 1) }
    var nameEnd = start + 2
    while nameEnd < bytes.count, bytes[nameEnd].beginsName || bytes[nameEnd].isDigit || bytes[nameEnd] == 0x2d {
      nameEnd += 1
    }
    if !missing.contains(.instructionEnd) {
      if let end = bytes.firstIndex(of: "?>", from: start + 2) {
        return instruction(nameEnd: nameEnd, contentEnd: end, end: end + 2)
      }
      missing.insert(.instructionEnd)
    }
    let end = bytes.firstIndex(of: UInt8(ascii: ">"), from: start, to: bytes.count)
    return instruction(nameEnd: nameEnd, contentEnd: end, end: min(end + 1, bytes.count))
  }

  private func instruction(nameEnd: Int, contentEnd: Int, end: Int) -> MarkupToken {
    let nameEnd = min(nameEnd, contentEnd)
    return MarkupToken(.instruction, position..<end, name: position + 2..<nameEnd, content: nameEnd..<contentEnd)
  }

  /// A comment that does not end reaches to the next `>`, as browsers once had it: the rest of the page is not lost.
  private mutating func comment() -> MarkupToken {
    let start = position
    let contentStart = start + 4
    // `<!-->` and `<!--->` are comments, 13.2.5.43.
    if dialect == .html {
      for (length, phrase) in [(5, "<!-->" as StaticString), (6, "<!--->")] where bytes.hasBytes(phrase, at: start) {
        return MarkupToken(.comment, start..<start + length, content: contentStart..<contentStart)
      }
    }
    if !missing.contains(.commentEnd) {
      if let end = endOfComment(from: contentStart) {
        return MarkupToken(.comment, start..<end.upperBound, content: contentStart..<end.lowerBound)
      }
      missing.insert(.commentEnd)
    }
    return upToBracket(.comment, contentStart: contentStart)
  }

  /// Where `-->` stands, or in HTML `--!>`.
  private func endOfComment(from start: Int) -> Range<Int>? {
    var index = start
    while let found = bytes.firstIndex(of: "--", from: index) {
      if bytes.byte(at: found + 2) == UInt8(ascii: ">") { return found..<found + 3 }
      if dialect == .html, bytes.hasBytes("!>", at: found + 2) { return found..<found + 4 }
      index = found + 1
    }
    return nil
  }

  private func upToBracket(_ kind: MarkupToken.Kind, contentStart: Int) -> MarkupToken {
    let first = min(contentStart, bytes.count)
    let end = bytes.firstIndex(of: UInt8(ascii: ">"), from: first, to: bytes.count)
    return MarkupToken(kind, position..<min(end + 1, bytes.count), content: first..<end)
  }

  /// `<!DOCTYPE …>`, in XML with what its internal subset declares. One that does not end reaches to the next tag.
  private mutating func documentType() -> MarkupToken {
    let start = position
    var index = start + 9
    var isInside = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): isInside = dialect == .xml
      case UInt8(ascii: "]"): isInside = false
      case UInt8(ascii: ">") where !isInside:
        return MarkupToken(.declaration, start..<index + 1, content: start + 9..<index)
      case UInt8(ascii: "<"):
        let next = bytes.byte(at: index + 1)
        guard isInside, next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else {
          return MarkupToken(.declaration, start..<index, content: start + 9..<index)
        }
        index = declared(at: index)
        continue
      default: break
      }
      index += 1
    }
    return MarkupToken(.declaration, start..<bytes.count, content: min(start + 9, bytes.count)..<bytes.count)
  }

  /// Notes a declaration of the internal subset and gives the index after it. What is open in it ends at the next `>`.
  private mutating func declared(at start: Int) -> Int {
    if bytes.hasBytes("<!--", at: start), !missing.contains(.commentEnd) {
      if let end = endOfComment(from: start + 4) { return end.upperBound }
      missing.insert(.commentEnd)
    }
    var index = start + 2
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let isQuote = bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
      index = isQuote ? endOfValue(from: index) : index + 1
    }
    if bytes.hasBytes("<!ENTITY", at: start) { entities.note(bytes, start + 8..<index) }
    return min(index + 1, bytes.count)
  }
}
