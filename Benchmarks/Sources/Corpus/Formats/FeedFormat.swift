internal import NewsModel

/// Articles as a feed of RSS 2.0, the way portals write them: a summary, and the whole text as HTML, in a CDATA section in one item
/// and escaped in the next.
public enum FeedFormat {
  public static func appendStart(to feed: inout [UInt8]) {
    append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>行情快讯</title><link>https://news.example/</link><language>zh-cn</language>

      """, to: &feed)
  }

  public static func appendEnd(to feed: inout [UInt8]) { append("</channel></rss>\n", to: &feed) }

  public static func append(_ article: NewsArticle, to feed: inout [UInt8]) {
    let address = "https://news.example/\(article.publishedInShanghai.isoDate)/\(article.rank).html"
    append("<item><title>", to: &feed)
    appendEscaped(article.title.bytes, to: &feed)
    append("</title><link>\(address)</link><guid isPermaLink=\"false\">c\(article.rank)</guid>", to: &feed)
    append("<pubDate>\(date(article))</pubDate><dc:creator>", to: &feed)
    appendEscaped(article.author.bytes, to: &feed)
    append("</dc:creator>", to: &feed)
    for tag in article.tags {
      append("<category>", to: &feed)
      appendEscaped(Array(tag.utf8), to: &feed)
      append("</category>", to: &feed)
    }
    let paragraphs = article.body.bytes.split(separator: UInt8(ascii: "\n"))
    append("<description>", to: &feed)
    appendEscaped(Array(paragraphs.first ?? []), to: &feed)
    append("</description><content:encoded>", to: &feed)
    appendBody(paragraphs, isEscaped: article.rank.isMultiple(of: 2), to: &feed)
    append("</content:encoded></item>\n", to: &feed)
  }

  private static func appendBody(_ paragraphs: [ArraySlice<UInt8>], isEscaped: Bool, to feed: inout [UInt8]) {
    var html: [UInt8] = []
    for paragraph in paragraphs {
      append("<p>", to: &html)
      appendEscaped(Array(paragraph), to: &html)
      append(" <a href=\"/more?a=1&amp;b=2\">阅读</a></p>\n", to: &html)
    }
    if isEscaped {
      appendEscaped(html, to: &feed)
    } else {
      append("<![CDATA[", to: &feed)
      feed += html
      append("]]>", to: &feed)
    }
  }

  private static func appendEscaped(_ text: [UInt8], to feed: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): append("&lt;", to: &feed)
      case UInt8(ascii: ">"): append("&gt;", to: &feed)
      case UInt8(ascii: "&"): append("&amp;", to: &feed)
      default: feed.append(byte)
      }
    }
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `Wed, 18 Jun 2031 13:42:09 +0800`
  private static func date(_ article: NewsArticle) -> String {
    let time = article.publishedInShanghai
    let second = time.second < 10 ? "0\(time.second)" : String(time.second)
    return "\(days[time.weekday]), \(time.day) \(months[time.month - 1]) \(time.year) \(time.clock):\(second) +0800"
  }

  private static func append(_ text: String, to feed: inout [UInt8]) { feed.append(contentsOf: text.utf8) }
}
