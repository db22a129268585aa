/// Text out of the ranges of tokens.
extension MarkupLexer {
  package enum Place: Sendable {
    /// The content of a `.text` token.
    case text
    /// The value of an attribute.
    case attribute
  }

  /// The text of a range with characters in the place of references. NULs are left out, broken UTF-8 is replaced.
  package mutating func string(_ range: Range<Int>, in place: Place = .text) -> String {
    // Most text has no reference.
    if bytes.firstIndex(of: UInt8(ascii: "&"), from: range.lowerBound, to: range.upperBound) == range.upperBound,
      bytes.firstIndex(of: 0, from: range.lowerBound, to: range.upperBound) == range.upperBound
    {
      return verbatim(range)
    }
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    append(range, in: place, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the decoded bytes of a range, for whoever puts a text together out of several tokens.
  package mutating func append(_ range: Range<Int>, in place: Place = .text, to output: inout [UInt8]) {
    guard dialect == .xml else {
      CharacterReferences.decode(bytes, range, as: place == .text ? .htmlText : .htmlAttribute, into: &output)
      return
    }
    guard !entities.isEmpty else {
      CharacterReferences.decode(bytes, range, as: .xml, into: &output)
      return
    }
    CharacterReferences.decode(bytes, range, as: .xml, into: &output) { entities.text(for: $0) }
  }

  /// The text of a range as it stands there: of a `.cdata` token, of a name.
  package func verbatim(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Whether a range, mostly a name, is a text of small letters; large letters count as small ones in HTML only.
  package func matches(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard dialect == .xml else { return bytes.isEqual(range, ignoringCase: text) }
    return range.count == text.utf8CodeUnitCount && bytes.hasBytes(text, at: range.lowerBound)
  }

  /// A name without its prefix: `creator` of `dc:creator`.
  package func localName(_ name: Range<Int>) -> Range<Int> {
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"), from: name.lowerBound, to: name.upperBound)
    return colon < name.upperBound ? colon + 1..<name.upperBound : name
  }

  /// The attributes of a start tag.
  package func attributes(of token: MarkupToken) -> MarkupAttributes {
    MarkupAttributes(bytes, token.content)
  }

  /// Decodes a text that stands by itself, such as a title that was escaped twice. Linear.
  package static func decoded(_ text: String, dialect: MarkupDialect = .html) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var lexer = MarkupLexer(bytes, dialect: dialect)
      return lexer.string(0..<bytes.count)
    }
  }
}
