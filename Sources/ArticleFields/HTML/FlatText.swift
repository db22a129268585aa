import Markup

/// Plain text out of HTML and HTML out of plain text, for titles and summaries. Linear.
package enum FlatText {
  /// The text of some HTML on one line: without tags, scripts and comments, with characters in the place of references.
  package static func plain(_ html: [UInt8]) -> String {
    guard html.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return line(html) }
    var output: [UInt8] = []
    output.reserveCapacity(html.count)
    html.withUnsafeBufferPointer { bytes in
      var lexer = MarkupLexer(bytes, dialect: .html)
      while true {
        let token = lexer.next()
        switch token.kind {
        case .end: return
        case .text: lexer.append(token.content, to: &output)
        case .startTag, .endTag:
          if let name = TagName(bytes, token.name), breaking.contains(name) { output.append(UInt8(ascii: " ")) }
        default: break
        }
      }
    }
    return line(output)
  }

  /// The text on one line: blanks and line breaks in a row become one blank, those at the ends go.
  package static func line(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isPending = false
    for byte in bytes {
      if byte == 0x20 || (0x09...0x0d).contains(byte) {
        isPending = !output.isEmpty
      } else {
        if isPending { output.append(0x20) }
        isPending = false
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text as HTML; a blank line begins a paragraph.
  package static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { isSpecial($0) }) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var lineBreaks = 0
    for byte in bytes {
      append(byte, to: &output)
      if byte == 0x0a {
        lineBreaks += 1
        if lineBreaks == 2 { output += "<p>".utf8 }
      } else if byte > 0x20 {
        lineBreaks = 0
      }
    }
    return output
  }

  /// Appends a byte of a text to HTML: the signs of markup as references.
  @inlinable @inline(__always)
  package static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "<"): output += "&lt;".utf8
    case UInt8(ascii: ">"): output += "&gt;".utf8
    case UInt8(ascii: "&"): output += "&amp;".utf8
    default: output.append(byte)
    }
  }

  /// The text with its signs as references, to stand in HTML.
  package static func escapedSigns(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    for byte in bytes { append(byte, to: &output) }
    return output
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&") || byte == 0x0a
  }

  /// Elements between which words do not run together.
  private static let breaking: Set<TagName> = Set(
    ["br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote"]
      .compactMap { TagName($0 as StaticString) })
}

/// Decoding of bytes that stand by themselves.
package enum MarkupDecoding {
  /// The bytes with characters in the place of references that end in a semicolon.
  package static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      var lexer = MarkupLexer(bytes, dialect: .xml)
      var output: [UInt8] = []
      lexer.append(0..<bytes.count, to: &output)
      return output
    }
  }
}
