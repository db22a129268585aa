/// Takes out the HTML tags that crawlers leave in text: `<br/>`, `<p>`, `<strong>`; scripts, styles and comments with all they hold.
package enum MarkupRemnants {
  /// The text without such tags; those that end a line of a page become a line break. Linear.
  ///
  /// Only names of HTML in small letters count, so `a<b`, `<某某>` and the ticker `<P>` stay; so does code, and `a<b and c>d`, where words
  /// stand that are no attributes. To be called before character references are replaced: a reference to `<` is meant to be read.
  static func removed(from text: String) -> String {
    guard text.contains(ascii: "<") else { return text }
    guard CodeSpans.mayBe(in: text) else { return withoutTags(text) }
    var output = ""
    var plain = text.startIndex..<text.startIndex
    for (piece, isCode) in CodeSpans.split(text) {
      if !isCode {
        plain = plain.lowerBound..<piece.endIndex
        continue
      }
      output += withoutTags(String(text[plain.lowerBound..<piece.startIndex]))
      output += piece
      plain = piece.endIndex..<piece.endIndex
    }
    return output + withoutTags(String(text[plain.lowerBound...]))
  }

  private static func withoutTags(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    var endless: Set<String> = []
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      output.append(contentsOf: rest[..<start])
      if let end = hidden(at: rest[start...], &endless) {
        rest = rest[end...]
      } else if let (isBreak, end) = tag(at: rest[start...]) {
        if isBreak { output.append(UInt8(ascii: "\n")) }
        rest = rest[end...]
      } else {
        output.append(UInt8(ascii: "<"))
        rest = rest[start...].dropFirst()
      }
    }
    output.append(contentsOf: rest)
    return String(decoding: output, as: UTF8.self)
  }

  /// The end of a script, a style or a comment that begins here; nil for anything else, and for one that does not end.
  ///
  /// - Parameter endless: those whose end does not stand in the rest, so that it is looked for once.
  private static func hidden(at text: Substring.UTF8View, _ endless: inout Set<String>) -> String.Index? {
    for (start, end) in hiddenParts where text.starts(with: start.utf8) && !endless.contains(start) {
      // A name may go on: `<scripted>` is none.
      if let next = text.dropFirst(start.utf8.count).first, next.isLetter, start != comment { continue }
      if let found = Substring(text).range(ofBytes: end) { return found.upperBound }
      endless.insert(start)
    }
    return nil
  }

  private static let comment = "<!--"
  private static let hiddenParts = [("<script", "</script>"), ("<style", "</style>"), (comment, "-->")]

  /// The longest tag in bytes, its attributes included.
  private static let longest = 1_000

  private static func tag(at text: Substring.UTF8View) -> (isBreak: Bool, end: String.Index)? {
    var body = text.dropFirst()
    if body.first == UInt8(ascii: "/") { body = body.dropFirst() }
    let name = String(decoding: body.prefix(11).prefix { $0.isLetter || $0.isDigit }, as: UTF8.self)
    let isBreak = breaks.contains(name)
    let rest = body.dropFirst(name.utf8.count)
    guard isBreak || inline.contains(name), let end = rest.prefix(longest).firstIndex(where: isBracket),
      rest[end] == UInt8(ascii: ">"), mayFollowName(rest)
    else { return nil }
    return (isBreak, text.index(after: end))
  }

  /// Another opening bracket shows that the first was none; it also keeps many of them from costing much.
  private static func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") }

  /// Whether the tag ends behind its name, or a blank and an attribute with a value stand there: `class="a"`.
  package static func mayFollowName(_ rest: some Collection<UInt8>) -> Bool {
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: ">") || first == UInt8(ascii: "/") { return true }
    guard first <= 0x20 else { return false }
    let attribute = rest.drop { $0 <= 0x20 }
    if let next = attribute.first, next == UInt8(ascii: ">") || next == UInt8(ascii: "/") { return true }
    let name = attribute.prefix { $0.isLetter || $0.isDigit || namesOfAttributes.contains($0) }
    return !name.isEmpty && attribute[name.endIndex...].drop { $0 <= 0x20 }.first == UInt8(ascii: "=")
  }

  private static let namesOfAttributes = Set("-_:.".utf8)

  private static let breaks: Set<String> = [
    "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "section", "article",
    "blockquote", "center", "figure", "figcaption",
  ]
  private static let inline: Set<String> = [
    "span", "strong", "b", "em", "i", "u", "a", "img", "font", "td", "th", "tbody", "thead", "sup", "sub", "small",
  ]
}
