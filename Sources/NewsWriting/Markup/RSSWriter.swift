import NewsModel
import TextBasics

/// Articles as an RSS 2.0 feed with the whole text of each (`content:encoded`) and Dublin Core for author and source.
struct RSSWriter: DocumentWriter {
  let title: String

  func begin(_ bytes: inout [UInt8]) {
    bytes +=
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:newstape="\(EstimatedDate.namespace)">
      <channel>

      """.utf8
    // RSS wants all three; a local selection of articles has no page of its own.
    bytes.append("title", title.isEmpty ? "newstape" : title)
    bytes += "<link>about:blank</link>".utf8
    bytes.append("description", title.isEmpty ? "newstape" : title)
    bytes += "<generator>newstape</generator>\n".utf8
  }

  func write(_ article: Article, former: [KeptVersion], to bytes: inout [UInt8]) {
    let headline = article.headline
    bytes += "<item>".utf8
    bytes.append("title", headline.label.map { "\($0)：\(headline.title)" } ?? headline.title)
    if let link = WebLink(article.url) { bytes.append("link", link.address) }
    bytes += "<guid isPermaLink=\"false\">".utf8
    bytes.append(escaped: KeptText(article.originID ?? article.url ?? "newstape:\(headline.key)"))
    bytes += "</guid><pubDate>\(headline.published.rfc822)</pubDate>".utf8
    // For newstape itself: what other readers find in the title, and by another name.
    bytes += "<newstape:article>1</newstape:article>".utf8
    bytes.append("newstape:source", headline.source)
    bytes.append("newstape:label", headline.label)
    if headline.isDateEstimated { bytes += "<newstape:estimated>true</newstape:estimated>".utf8 }
    // Not as categories, which readers take for the page's own.
    for company in headline.facets.companies { bytes.append("newstape:company", company) }
    for event in headline.facets.events { bytes.append("newstape:event", event.detail ?? event.kind.rawValue) }
    bytes.append("newstape:tone", headline.facets.tone?.rawValue)
    for word in headline.facets.keywords { bytes.append("newstape:keyword", word) }
    bytes.append("dc:creator", article.byline)
    bytes.append("dc:publisher", headline.source)
    for tag in headline.tags { bytes.append("category", tag) }
    bytes.append("description", article.summary ?? article.blocks.firstParagraph)
    if !article.blocks.isEmpty {
      var content: [UInt8] = []
      BlockMarkup.write(article.blocks, to: &content)
      bytes.append("content:encoded", String(decoding: content, as: UTF8.self))
    }
    bytes += "</item>\n".utf8
  }

  func end(_ bytes: inout [UInt8]) { bytes += "</channel>\n</rss>\n".utf8 }
}

extension [Block] {
  fileprivate var firstParagraph: String? {
    for case .paragraph(let text) in self { return text }
    return nil
  }
}

extension Timestamp {
  /// The form of RFC 822 with the four digits of RFC 2822, such as `Wed, 15 Jun 2022 05:42:09 +0000`.
  var rfc822: String {
    let time = CivilTime(self, offset: 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(Self.days[time.weekday]), \(two(time.day)) \(Self.months[time.month - 1])"
    let year = String(repeating: "0", count: max(0, 4 - String(time.year).count)) + String(time.year)
    return "\(date) \(year) \(time.clock):\(two(time.second)) +0000"
  }

  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
