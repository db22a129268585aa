internal import NewsModel

/// An article as one line of JSON.
public enum JSONLinesFormat {
  public static func append(_ article: NewsArticle, to line: inout [UInt8]) {
    append("{\"id\":\"c", to: &line)
    append(String(article.rank), to: &line)
    append("\",\"title\":", to: &line)
    appendString(article.title.bytes, to: &line)
    if let label = article.label {
      append(",\"label\":", to: &line)
      appendString(Array(label.utf8), to: &line)
    }
    append(",\"source\":", to: &line)
    appendString(Array(article.source.utf8), to: &line)
    if !article.author.isEmpty {
      append(",\"author\":", to: &line)
      appendString(article.author.bytes, to: &line)
    }
    append(",\"published\":", to: &line)
    append(String(article.published), to: &line)
    append(",\"url\":\"https://news.example/", to: &line)
    append(article.publishedInShanghai.isoDate, to: &line)
    append("/", to: &line)
    append(String(article.rank), to: &line)
    append(".html\",\"tags\":[", to: &line)
    for (index, tag) in article.tags.enumerated() {
      if index > 0 { append(",", to: &line) }
      appendString(Array(tag.utf8), to: &line)
    }
    append("],\"text\":", to: &line)
    appendString(article.body.bytes, to: &line)
    append("}\n", to: &line)
  }

  private static func append(_ text: String, to line: inout [UInt8]) { line.append(contentsOf: text.utf8) }

  private static func appendString(_ text: [UInt8], to line: inout [UInt8]) {
    line.append(UInt8(ascii: "\""))
    var start = text.startIndex
    for index in text.indices where needsEscape(text[index]) {
      line.append(contentsOf: text[start..<index])
      appendEscape(text[index], to: &line)
      start = index + 1
    }
    line.append(contentsOf: text[start...])
    line.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func appendEscape(_ byte: UInt8, to line: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\n"): append("\\n", to: &line)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
    default:
      let digits = String(byte, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits, to: &line)
    }
  }
}
