import Foundation
import NewsModel
import NewsWriting

extension ExportFormat {
  /// A whole document of the format.
  func document(_ articles: [Article], title: String = "要闻") -> String {
    let writer = writer(title: title, zone: .gmt)
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for article in articles { writer.write(article, to: &bytes) }
    writer.end(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Article {
  /// An article with nothing but what is said.
  static func sample(
    _ title: String = "云岭电池公布新工厂计划", label: String? = nil, source: String? = nil, published: Int64 = 1_655_271_729,
    url: String? = nil, tags: [String] = [], summary: String? = nil, blocks: [Block] = []
  ) -> Article {
    Article(
      headline: Headline(
        id: ArticleID(1), key: ArticleKey(7), label: label, title: title, source: source,
        published: Timestamp(published), tags: tags),
      details: ArticleDetails(url: url, summary: summary), blocks: blocks)
  }
}

extension Item {
  /// What an export says of an article.
  init(_ article: Article) {
    let headline = article.headline
    let status = headline.status
    self.init(
      originID: article.originID, url: article.url, label: headline.label, title: headline.title,
      source: headline.source, byline: article.byline, published: headline.published,
      isDateEstimated: headline.isDateEstimated, summary: article.summary, blocks: article.blocks,
      tags: headline.pageTags, previous: article.previous, next: article.next, related: article.related.map(\.item),
      isStub: headline.isStub,
      marks: (status.isRead ? [.read] : []) + (status.isStarred ? [.star] : []) + (status.isMuted ? [.mute] : [])
        + headline.ownTags.map { .tag($0) },
      links: article.links)
  }
}
