import Foundation
import NewsModel
import TextBasics

/// Articles as text without any notation: for programs that read, count or translate, and for the clipboard. Paragraphs stand in
/// one line each.
struct PlainTextWriter: DocumentWriter {
  let zone: TimeZone

  func begin(_ bytes: inout [UInt8]) {}

  func write(_ article: Article, former: [KeptVersion], to bytes: inout [UInt8]) {
    let headline = article.headline
    let time = CivilTime(headline.published, in: zone)
    let date = "\(time.isoDate) \(time.clock)" + (headline.isDateEstimated ? EstimatedDate.words : "")
    var head = [
      (headline.label?.bracketed ?? "") + headline.title, (article.credits + [date]).joined(separator: " · "),
    ]
    if let link = WebLink(article.url) { head.append(link.address) }
    if !headline.tags.isEmpty { head.append(headline.tags.map { "#" + $0 }.joined(separator: " ")) }
    if let facets = headline.facetLine { head.append(facets) }
    if let fate = headline.fateLine(in: zone) { head.append(fate) }
    bytes += head.map { KeptText($0).string }.joined(separator: "\n").utf8
    bytes += "\n".utf8
    if let summary = article.summary, article.blocks.first?.text != summary { append(summary, to: &bytes) }
    for block in article.blocks { append(block.text, to: &bytes) }
    bytes += "\n\n".utf8
  }

  func end(_ bytes: inout [UInt8]) {}

  private func append(_ text: String, to bytes: inout [UInt8]) {
    bytes += ("\n" + KeptText(lines: text).string + "\n").utf8
  }
}
