/// Cuts a text of tags into tokens, one a call, and takes whatever comes: no input stops it.
///
/// The tokens are ranges of the buffer, and every byte belongs to exactly one of them; nothing is allocated for a token.
/// Text is decoded when it is asked for, see `string(_:in:)`. Linear, whatever is left open: what has been looked for in vain
/// once is not looked for again.
///
/// What is damaged is read so that little is lost: a `<` that begins no tag is text, a tag or comment that does not end
/// gives way at the next sign of an end, and an open CDATA section reaches to the end. How HTML is read is HTML 5's
/// section 13.2.5.
package struct MarkupLexer {
  /// The bytes, which must be UTF-8 and must outlive the lexer; those that are not are replaced when text is decoded.
  package let bytes: UnsafeBufferPointer<UInt8>
  package let dialect: MarkupDialect
  /// Where the next token begins.
  package internal(set) var position = 0
  /// What the document type of an XML text declared.
  var entities = DeclaredEntities()
  /// The element whose text holds no tags, when the last token began it.
  var rawText: RawTextElement?
  var missing: Missing = []

  /// What no longer comes in the buffer.
  struct Missing: OptionSet {
    let rawValue: UInt16
    static let commentEnd = Missing(rawValue: 1)
    static let instructionEnd = Missing(rawValue: 2)
    static let quote = Missing(rawValue: 4)
    static let apostrophe = Missing(rawValue: 8)
    static func end(of element: RawTextElement) -> Missing { Missing(rawValue: 16 << element.rawValue) }
  }

  package init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: MarkupDialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  /// The next token; `.end` at the end and ever after.
  package mutating func next() -> MarkupToken {
    let start = position
    if let element = rawText {
      rawText = nil
      if let token = rawTextToken(of: element) { return token }
    }
    guard start < bytes.count else {
      return MarkupToken(.end, bytes.count..<bytes.count, content: bytes.count..<bytes.count)
    }
    guard bytes[start] == UInt8(ascii: "<"), beginsMarkup(at: start) else { return text() }
    let token = markup()
    position = token.range.upperBound
    return token
  }

  /// Whether the text ends within a tag, so that its last value may be a part of one.
  package func isCutShort(_ token: MarkupToken) -> Bool {
    token.range.upperBound == bytes.count && bytes.last != UInt8(ascii: ">")
      && (token.kind == .startTag || token.kind == .endTag)
  }

  private mutating func markup() -> MarkupToken {
    switch bytes[position + 1] {
    case UInt8(ascii: "!"): declaration()
    case UInt8(ascii: "?"): instruction()
    case UInt8(ascii: "/"): endTag()
    default: startTag()
    }
  }

  private mutating func text() -> MarkupToken {
    let start = position
    // Whoever comes here has seen that the first byte begins no tag.
    var end = start + 1
    while true {
      end = bytes.firstIndex(of: UInt8(ascii: "<"), from: end, to: bytes.count)
      if end == bytes.count || beginsMarkup(at: end) { break }
      end += 1
    }
    position = end
    return MarkupToken(.text, start..<end, content: start..<end)
  }

  /// Whether the `<` at `index` begins something other than text.
  func beginsMarkup(at index: Int) -> Bool {
    let second = bytes.byte(at: index + 1)
    switch second {
    case UInt8(ascii: "!"): return beginsDeclaration(at: index)
    case UInt8(ascii: "?"):
      return bytes.byte(at: index + 2).beginsName || isClosed(from: index + 2)
    case UInt8(ascii: "/"):
      let third = bytes.byte(at: index + 2)
      return beginsName(third) || third == UInt8(ascii: ">")
    default: return beginsName(second)
    }
  }

  /// Whether a `<!` begins a declaration or a comment. HTML 5 takes all of them for comments (13.2.5.42), but a headline may say `<!~`,
  /// and whatever follows would be lost.
  private func beginsDeclaration(at index: Int) -> Bool {
    let third = bytes.byte(at: index + 2)
    if third == UInt8(ascii: "[") || bytes.hasBytes("--", at: index + 2) { return true }
    if bytes.isEqual(index + 2..<index + 9, ignoringCase: "doctype") { return true }
    let mayBegin = third == UInt8(ascii: "-") || third == UInt8(ascii: ">") || third.isBlank || third.isLetter
    return mayBegin && isClosed(from: index + 2)
  }

  /// Whether a `>` comes before the next `<`.
  private func isClosed(from start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: ">") { return true }
      index += 1
    }
    return false
  }

  private func beginsName(_ byte: UInt8) -> Bool {
    dialect == .html ? byte.isLetter : byte.beginsName
  }
}
