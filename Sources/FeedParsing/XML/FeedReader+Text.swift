import ArticleFields
import Markup

/// The text of an element while it is being read.
struct FeedCapture {
  let field: FeedField
  /// Whether the element says of what kind its text is, or the dialect leaves no doubt.
  let isDeclared: Bool
  /// Direct children of their item or feed come before those that stand deeper.
  let rank: Int
  var kind: FeedText.Kind
  /// The kind before elements were met in it.
  let writtenKind: FeedText.Kind
  var bytes: [UInt8] = []
  var isCut = false
  /// What a link's attributes say of its text.
  var relation: LinkRelation?
  /// Whether a `guid` says that it is no address.
  var isOpaque = false
}

extension FeedReader {
  mutating func takeText(_ token: MarkupToken) {
    guard capture != nil else {
      if place == .author || place == .source, looseText.count < 2_048 {
        let isWhole = Self.append(token, of: &lexer, limit: 2_048, isEscaped: false, to: &looseText)
        if !isWhole { looseText = looseText.withoutHalfScalar }
      }
      return
    }
    guard var current = capture.take() else { return }
    let room = current.field.limit - current.bytes.count
    if room <= 0 {
      current.isCut = true
    } else {
      // A CDATA section in what is HTML by rights is HTML, whatever stands beside it.
      let isEscaped = current.kind == .markup && !(token.kind == .cdata && current.writtenKind == .html)
      let isWhole = Self.append(token, of: &lexer, limit: room, isEscaped: isEscaped, to: &current.bytes)
      if !isWhole { current.isCut = true }
    }
    capture = current
  }

  /// Appends a text of at most so many bytes; within markup its signs are escaped.
  /// - Returns: whether all of it had room.
  private static func append(
    _ token: MarkupToken, of lexer: inout MarkupLexer, limit: Int, isEscaped: Bool, to output: inout [UInt8]
  ) -> Bool {
    let start = output.count
    if output.isEmpty { output.reserveCapacity(min(token.content.count, limit)) }
    // A reference takes at most so many bytes for one.
    let range = token.content.lowerBound..<min(token.content.upperBound, token.content.lowerBound + limit * 6 + 64)
    if token.kind == .text {
      if isEscaped, lexer.bytes[range].contains(UInt8(ascii: "&")) || lexer.bytes[range].contains(UInt8(ascii: "<")) {
        var text: [UInt8] = []
        lexer.append(range, to: &text)
        output += FlatText.escapedSigns(text)
      } else {
        lexer.append(range, to: &output)
      }
    } else {
      let bytes = lexer.bytes[range]
      if isEscaped { output += FlatText.escapedSigns(Array(bytes)) } else { output += bytes }
    }
    let surplus = output.count - start - limit
    if surplus > 0 { output.removeLast(surplus) }
    return surplus <= 0 && range.count == token.content.count
  }

  /// Whether an element ends the text in which it stands, since it cannot be a part of it.
  func endsCapture(_ element: FeedElement) -> Bool {
    guard let capture else { return false }
    switch element {
    case .place(.item): return true
    case .place: return false
    case .field(let field):
      guard capture.kind != .markup else { return false }
      switch capture.field.kind {
      // In long texts most of these names mean what HTML means by them.
      case .content, .summary: return [.id, .published, .updated, .tag].contains(field.kind)
      // A headline that was not closed.
      default: return field.kind != .content
      }
    case .unknown: return false
    }
  }

  /// Takes an element into the text in which it stands.
  mutating func openInline(_ token: MarkupToken, _ element: FeedElement, _ base: String?) {
    guard var current = capture.take() else { return }
    defer { capture = current }
    frames.append(Frame(name: token.name, place: place, role: .inline, base: base))
    let local = lexer.localName(token.name)
    if current.kind != .markup {
      // A `div` around escaped HTML says nothing.
      if lexer.matches(local, "div"), current.kind == .html { return }
      if current.kind == .plain { current.bytes = FlatText.escapedSigns(current.bytes) }
      current.kind = .markup
    }
    guard current.bytes.count < current.field.limit else {
      current.isCut = true
      return
    }
    current.bytes.append(UInt8(ascii: "<"))
    current.bytes += lexer.bytes[local]
    current.bytes += lexer.bytes[token.content.clamped(to: token.content.lowerBound..<token.content.lowerBound + 8_192)]
    current.bytes.append(UInt8(ascii: ">"))
  }

  mutating func closeInline(_ frame: Frame) {
    let local = lexer.localName(frame.name)
    guard capture?.kind == .markup, TagName(lexer.bytes, local).map(HTMLSigns.isEmpty) != true else { return }
    capture?.bytes += "</".utf8
    capture?.bytes += lexer.bytes[local]
    capture?.bytes.append(UInt8(ascii: ">"))
  }
}
