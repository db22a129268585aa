import Foundation
import NewsModel
import TextBasics

/// Articles as one page that needs nothing from elsewhere: no script, no picture, no font.
struct HTMLWriter: DocumentWriter {
  let title: String
  let zone: TimeZone

  func begin(_ bytes: inout [UInt8]) {
    bytes +=
      """
      <!DOCTYPE html>
      <html lang="zh-Hans">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width">
      <meta name="referrer" content="no-referrer">

      """.utf8
    bytes.append("title", title.isEmpty ? "newstape" : title)
    bytes += "\n<style>\n\(Self.style)\n</style>\n</head>\n<body>\n".utf8
    // An article by itself has a headline of its own.
    guard !title.isEmpty else { return }
    bytes.append("h1", title)
    bytes.append(UInt8(ascii: "\n"))
  }

  func write(_ article: Article, former: [KeptVersion], to bytes: inout [UInt8]) {
    let headline = article.headline
    // Chinese glyphs for Chinese, whatever the browser would choose.
    bytes += (headline.title.hasChinese ? "<article>\n<h2>" : "<article lang=\"en\">\n<h2>").utf8
    if let label = headline.label { bytes.append("small", label.bracketed) }
    if let link = WebLink(article.url) {
      bytes += "<a rel=\"noopener noreferrer\" href=\"".utf8
      bytes.append(escaped: KeptText(link.address))
      bytes += "\">".utf8
      bytes.append(escaped: KeptText(headline.title))
      bytes += "</a>".utf8
    } else {
      bytes.append(escaped: KeptText(headline.title))
    }
    bytes += "</h2>\n<p class=\"meta\">".utf8
    writeMeta(of: article, &bytes)
    bytes += "</p>\n".utf8
    for line in [headline.facetLine, headline.fateLine(in: zone)].compactMap(\.self) {
      bytes += "<p class=\"meta\">".utf8
      bytes.append(escaped: KeptText(line))
      bytes += "</p>\n".utf8
    }
    if let summary = article.summary, article.blocks.first?.text != summary {
      bytes += "<p class=\"summary\">".utf8
      bytes.append(escaped: KeptText(summary))
      bytes += "</p>\n".utf8
    }
    BlockMarkup.write(article.blocks, headingShift: 2, to: &bytes)
    bytes += "</article>\n".utf8
  }

  func end(_ bytes: inout [UInt8]) { bytes += "</body>\n</html>\n".utf8 }

  private func writeMeta(of article: Article, _ bytes: inout [UInt8]) {
    let headline = article.headline
    for text in article.credits {
      bytes.append(escaped: KeptText(text))
      bytes += " · ".utf8
    }
    let time = CivilTime(headline.published, in: zone)
    bytes += "<time datetime=\"\(headline.published.iso8601(in: zone))\">\(time.isoDate) \(time.clock)</time>".utf8
    if headline.isDateEstimated { bytes.append("small", EstimatedDate.words) }
    for tag in headline.tags {
      bytes += " ".utf8
      bytes.append("span", "#" + tag)
    }
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.7; font-family: sans-serif; }
    article { border-top: 1px solid; margin-top: 2rem; }
    h2 small, .meta { font-weight: normal; opacity: .7; }
    .summary, blockquote { border-left: 3px solid; margin-left: 0; padding-left: 1rem; }
    table { border-collapse: collapse; display: block; overflow-x: auto; }
    td { border: 1px solid; padding: .2rem .6rem; }
    pre { overflow-x: auto; }
    """
}
