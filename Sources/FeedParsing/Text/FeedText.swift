import ArticleFields
import Decoding

/// The text of an element, and how it is written.
struct FeedText {
  enum Kind: Hashable {
    case plain
    /// HTML that was escaped, or stands in a CDATA section.
    case html
    /// Elements within the element.
    case markup
    /// Base64 of any of these.
    case encoded
  }

  /// By the attributes `type` and `mode` of Atom 0.3 and 1.0.
  static func kind(type: String?, mode: String?, standard: Kind) -> Kind {
    if mode == "base64" { return .encoded }
    switch type {
    case nil, "": return standard
    case "text", "text/plain", "plain": return .plain
    case "html", "text/html": return .html
    case "xhtml": return .markup
    case .some(let type) where type.hasSuffix("+xml") || type.hasSuffix("/xml"):
      return mode == "escaped" ? .html : .markup
    case .some(let type): return type.hasPrefix("text/") || !type.utf8.contains(UInt8(ascii: "/")) ? .plain : .encoded
    }
  }

  var bytes: [UInt8]
  var kind: Kind

  /// The text without its coding; where no kind is declared, as in RSS, plain text that looks like HTML is HTML.
  init(_ bytes: [UInt8], kind: Kind, isDeclared: Bool) {
    self.bytes = bytes
    self.kind = kind
    if kind == .encoded {
      self.bytes = Base64.decoded(bytes) ?? []
      self.kind = HTMLSigns.areIn(self.bytes) ? .html : .plain
    } else if kind == .plain, !isDeclared, HTMLSigns.areIn(bytes) {
      self.kind = .html
    }
    if let bare = RepeatedCoding.withoutSectionMarks(self.bytes) {
      self.bytes = bare
      if kind == .plain, !isDeclared, HTMLSigns.areIn(bare) { self.kind = .html }
    }
    if let repaired = Mojibake.repaired(self.bytes) { self.bytes = repaired }
    if let mended = Mojibake.withoutControls(self.bytes) { self.bytes = mended }
  }

  /// On one line, without tags and references; those that were escaped twice are read too, for no headline shows `&amp;`.
  var plain: String {
    switch kind {
    case .html, .markup: FlatText.plain(bytes)
    case .plain, .encoded:
      bytes.contains(UInt8(ascii: "&"))
        ? FlatText.line(MarkupDecoding.decoded(bytes)) : FlatText.line(bytes)
    }
  }

  /// As HTML, with absolute addresses.
  func html(base: String?) -> String {
    switch kind {
    case .html, .markup:
      let bytes = kind == .html ? RepeatedCoding.undone(inHTML: bytes) ?? bytes : bytes
      if let resolved = LinkRewriting.resolved(bytes, base: base) { return String(decoding: resolved, as: UTF8.self) }
      return String(decoding: bytes, as: UTF8.self)
    case .plain, .encoded: return String(decoding: FlatText.escaped(bytes), as: UTF8.self)
    }
  }
}
