import Markup
import TextScanning

/// Tells HTML from plain text where nobody says which it is.
package enum HTMLSigns {
  /// Whether there is an element with its end tag, a line break or picture, or a character reference, and all tags are HTML's.
  ///
  /// `5 < 6` and `use <Corp>` are plain text, and so is a headline that talks about tags: `Supercharging <input>`, `<video> or <img>`.
  package static func areIn(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return false }
      var lexer = MarkupLexer(bytes, dialect: .html)
      var open: [TagName] = []
      var isFound = false
      while true {
        let token = lexer.next()
        switch token.kind {
        case .end: return isFound && open.allSatisfy(mayStayOpen.contains)
        case .startTag:
          guard let name = TagName(bytes, token.name), known.contains(name) else { return false }
          if holdsWords(lexer.attributes(of: token)) { return false }
          if !empty.contains(name) {
            if open.count < deepest { open.append(name) }
          } else if breaks.contains(name) || !token.content.isEmpty && pictures.contains(name) {
            isFound = true
          } else {
            return false
          }
        case .endTag:
          guard let name = TagName(bytes, token.name), known.contains(name) else { return false }
          guard let match = open.lastIndex(of: name) else { continue }
          isFound = true
          open.remove(at: match)
        case .text where !isFound: isFound = hasReference(bytes, token.content)
        case .text, .cdata, .comment, .declaration, .instruction: break
        }
      }
    }
  }

  /// Whether words stand where a tag has its attributes, as in `a<b and c>d`.
  private static func holdsWords(_ attributes: MarkupAttributes) -> Bool {
    var count = 0
    for attribute in attributes {
      if attribute.value.lowerBound > attribute.name.upperBound { return false }
      count += 1
    }
    return count > 1
  }

  /// Whether a text is HTML by these signs, and has elements that lay it out or link it.
  package static func areOfLayout(in bytes: [UInt8]) -> Bool {
    guard areIn(bytes) else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var lexer = MarkupLexer(bytes, dialect: .html)
      while true {
        let token = lexer.next()
        switch token.kind {
        case .end: return false
        case .startTag: if let name = TagName(bytes, token.name), layout.contains(name) { return true }
        case .text, .cdata, .comment, .declaration, .instruction, .endTag: break
        }
      }
    }
  }

  private static let deepest = 64

  /// Whether an element of HTML never has content.
  package static func isEmpty(_ name: TagName) -> Bool { empty.contains(name) }

  private static func hasReference(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while let start = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      let name = bytes[(start + 1)..<range.upperBound].prefix(33)
      let body = name.prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#") }
      if !body.isEmpty, body.endIndex < name.endIndex, bytes[body.endIndex] == UInt8(ascii: ";") {
        // A name that stands for nothing stays as it is when decoded.
        let reference = String(decoding: bytes[start...body.endIndex], as: UTF8.self)
        if MarkupLexer.decoded(reference) != reference { return true }
      }
      index = start + 1
    }
    return false
  }

  private static let known = names(
    """
    a abbr acronym address area article aside audio b big blockquote body br button canvas caption center cite code col \
    colgroup datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 \
    h3 h4 h5 h6 header hgroup hr html i iframe img input ins kbd label legend li link map mark math menu meta meter nav \
    nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section \
    select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time \
    tr track tt u ul var video wbr applet blink frame frameset marquee
    """)

  private static let empty = names("area br col embed hr img input link meta param source track wbr")

  private static let breaks = names("br wbr hr")
  private static let pictures = names("img embed")
  /// What is written without an end tag, or often is.
  private static let mayStayOpen = names(
    "p li dt dd td th tr option a b big em font i s small span strike strong sub sup tt u")
  private static let layout = names(
    "p div br ul ol li table tr td img a h1 h2 h3 h4 h5 h6 blockquote section article figure center font span")

  private static func names(_ list: String) -> Set<TagName> {
    Set(
      list.split(separator: " ").compactMap { word in
        Array(word.utf8).withUnsafeBufferPointer { TagName($0, 0..<$0.count) }
      })
  }
}
