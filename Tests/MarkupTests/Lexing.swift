import Markup

/// Tokens in a short form for comparisons: `<name a=b>`, `</name>`, `"text"`, `[cdata]`, `!comment`.
func tokens(_ text: String, _ dialect: MarkupDialect) -> [String] {
  tokens(Array(text.utf8), dialect)
}

func tokens(_ bytes: [UInt8], _ dialect: MarkupDialect) -> [String] {
  bytes.withUnsafeBufferPointer { buffer in
    var lexer = MarkupLexer(buffer, dialect: dialect)
    var found: [String] = []
    while true {
      let token = lexer.next()
      switch token.kind {
      case .end: return found
      case .text: found.append("\"" + lexer.string(token.content) + "\"")
      case .cdata: found.append("[" + lexer.verbatim(token.content) + "]")
      case .comment: found.append("!" + lexer.verbatim(token.content))
      case .declaration: found.append("!doctype" + lexer.verbatim(token.content))
      case .instruction: found.append("?" + lexer.verbatim(token.name))
      case .endTag: found.append("</" + lexer.verbatim(token.name) + ">")
      case .startTag:
        var tag = "<" + lexer.verbatim(token.name)
        for attribute in lexer.attributes(of: token) {
          tag += " " + lexer.verbatim(attribute.name) + "=" + lexer.string(attribute.value, in: .attribute)
        }
        found.append(tag + (token.isSelfClosing ? "/>" : ">"))
      }
    }
  }
}
