internal import NewsModel
import SeededRandom

/// An article as crawlers save a portal's page: label and title, source and time, the text, tags, the neighbouring pages, and
/// what the reader may like.
public struct PageFormat {
  private let generator: NewsGenerator
  /// How many other headlines stand below an article.
  private static let relatedCount = 5
  /// From how many older articles they are taken.
  private static let relatedReach = 300

  public init(_ generator: NewsGenerator) { self.generator = generator }

  /// Where the page belongs: a folder a day.
  public func path(of article: NewsArticle) -> String {
    "\(article.publishedInShanghai.isoDate)/\(generator.count - 1 - article.rank).txt"
  }

  public func append(_ article: NewsArticle, to page: inout [UInt8]) {
    appendTitle(article, to: &page)
    append("\n来源:\(article.source) 发布时间:\(Self.time(article))\n\n", to: &page)
    if !article.author.isEmpty { append("《\(article.source)》记者 \(article.author.string)\n\n", to: &page) }
    for paragraph in article.body.bytes.split(separator: UInt8(ascii: "\n")) {
      page += paragraph
      append("\n\n", to: &page)
    }
    append("标签: \(article.tags.joined(separator: " "))\n\n上一篇:", to: &page)
    appendNeighbour(article.rank + 1, to: &page)
    append("\n\n下一篇:", to: &page)
    appendNeighbour(article.rank - 1, to: &page)
    append("\n\n猜你喜欢\n\n", to: &page)
    appendRelated(of: article, to: &page)
  }

  private func appendNeighbour(_ rank: Int, to page: inout [UInt8]) {
    guard (0..<generator.count).contains(rank) else { return }
    page += generator.title(of: rank).title.bytes
  }

  private func appendRelated(of article: NewsArticle, to page: inout [UInt8]) {
    let older = min(generator.count - 1 - article.rank, Self.relatedReach)
    guard older > 0 else { return }
    var random = SeededGenerator(seed: 0, kind: 5, number: article.rank)
    for rank in Set((0..<Self.relatedCount).map { _ in article.rank + 1 + random.below(older) }).sorted() {
      let other = generator.title(of: rank)
      appendTitle(other, to: &page)
      append("\n\n\(Self.time(other))\n\n", to: &page)
    }
  }

  private func appendTitle(_ article: NewsArticle, to page: inout [UInt8]) {
    if let label = article.label { append(label + ":", to: &page) }
    page += article.title.bytes
  }

  private static func time(_ article: NewsArticle) -> String {
    let time = article.publishedInShanghai
    return "\(time.isoDate) \(time.clock):\(time.second < 10 ? "0" : "")\(time.second)"
  }

  private func append(_ text: String, to page: inout [UInt8]) { page.append(contentsOf: text.utf8) }
}
