/// A piece of a text of tags, as ranges of its bytes: nothing is copied or decoded.
package struct MarkupToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// `<name …>`; `content` holds the attributes, see `MarkupAttributes`.
    case startTag
    /// `</name>`.
    case endTag
    /// Text between tags, in which character references stand for characters.
    case text
    /// Text that means itself: a CDATA section, or what stands in `script` and `style`.
    case cdata
    case comment
    /// `<!DOCTYPE …>`.
    case declaration
    /// `<?name …?>`.
    case instruction
    /// There is no more; every call after it gives it again.
    case end
  }

  package let kind: Kind
  /// The whole piece with its brackets.
  package let range: Range<Int>
  /// The name of a tag or an instruction with its prefix, as written; else empty.
  package let name: Range<Int>
  /// What the piece holds: text, the inside of a comment, the attributes of a start tag.
  package let content: Range<Int>
  /// Whether a start tag ends with `/>`, which in XML stands for its end tag too.
  package let isSelfClosing: Bool

  init(
    _ kind: Kind, _ range: Range<Int>, name: Range<Int>? = nil, content: Range<Int>, isSelfClosing: Bool = false
  ) {
    self.kind = kind
    self.range = range
    self.name = name ?? range.lowerBound..<range.lowerBound
    self.content = content
    self.isSelfClosing = isSelfClosing
  }
}
