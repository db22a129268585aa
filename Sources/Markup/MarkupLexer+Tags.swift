extension MarkupLexer {
  mutating func startTag() -> MarkupToken {
    let start = position
    let nameEnd = endOfName(from: start + 1)
    let (end, endsInValue) = endOfTag(from: nameEnd)
    let isClosed = bytes.byte(at: end) == UInt8(ascii: ">")
    // In `<a href=/news/>` the address takes the slash.
    let isSelfClosing = isClosed && !endsInValue && end > nameEnd && bytes[end - 1] == UInt8(ascii: "/")
    let contentEnd = isSelfClosing ? end - 1 : end
    let name = start + 1..<nameEnd
    if dialect == .html { rawText = RawTextElement(bytes, name) }
    return MarkupToken(
      .startTag, start..<(isClosed ? end + 1 : end), name: name, content: nameEnd..<contentEnd,
      isSelfClosing: isSelfClosing)
  }

  mutating func endTag() -> MarkupToken {
    let start = position
    let nameEnd = endOfName(from: start + 2)
    let (end, _) = endOfTag(from: nameEnd)
    let isClosed = bytes.byte(at: end) == UInt8(ascii: ">")
    // `</>` means nothing.
    let kind: MarkupToken.Kind = nameEnd == start + 2 ? .comment : .endTag
    return MarkupToken(
      kind, start..<(isClosed ? end + 1 : end), name: start + 2..<nameEnd, content: nameEnd..<end)
  }

  private func endOfName(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isBlank || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<") { break }
      index += 1
    }
    return index
  }

  /// Where the `>` of a tag stands, or what comes instead of it: the next tag, or the end; and whether a value without
  /// quotes reaches up to it.
  private mutating func endOfTag(from start: Int) -> (end: Int, endsInValue: Bool) {
    var index = start
    var valueEnd = start
    // Quotes count only where a value begins, as in HTML 5: `<p title=it's>` is one tag.
    var awaitsValue = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return (index, valueEnd == index && index > start) }
      if byte == UInt8(ascii: "<"), beginsMarkup(at: index) { return (index, false) }
      if awaitsValue {
        if byte.isBlank {
          index += 1
          continue
        }
        awaitsValue = false
        let isQuoted = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        index = endOfValue(from: index)
        if !isQuoted { valueEnd = index }
        continue
      }
      awaitsValue = byte == UInt8(ascii: "=")
      index += 1
    }
    return (index, false)
  }

  /// The index after an attribute's value; for one whose quote does not end, the index after the quote.
  mutating func endOfValue(from start: Int) -> Int {
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      var index = start
      while index < bytes.count, !bytes[index].isBlank, bytes[index] != UInt8(ascii: ">") { index += 1 }
      return index
    }
    let flag: Missing = quote == UInt8(ascii: "'") ? .apostrophe : .quote
    guard !missing.contains(flag) else { return start + 1 }
    let close = bytes.firstIndex(of: quote, from: start + 1, to: bytes.count)
    guard close < bytes.count else {
      missing.insert(flag)
      return start + 1
    }
    return close + 1
  }

  /// The text of an element that holds no tags, from `position` to its end tag; nil when there is none.
  mutating func rawTextToken(of element: RawTextElement) -> MarkupToken? {
    let start = position
    let end: Int
    if let found = endTag(of: element, from: start) {
      end = found
    } else {
      missing.insert(.end(of: element))
      guard element.isCode else { return nil }
      end = bytes.count
    }
    guard end > start else { return nil }
    position = end
    return MarkupToken(element.hasReferences ? .text : .cdata, start..<end, content: start..<end)
  }

  private func endTag(of element: RawTextElement, from start: Int) -> Int? {
    guard !missing.contains(.end(of: element)) else { return nil }
    let length = element.name.utf8CodeUnitCount
    var index = start
    while let found = bytes.firstIndex(of: "</", from: index) {
      let end = found + 2 + length
      if bytes.isEqual(found + 2..<end, ignoringCase: element.name) {
        let next = bytes.byte(at: end)
        if next.isBlank || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") { return found }
      }
      index = found + 2
    }
    return nil
  }
}
