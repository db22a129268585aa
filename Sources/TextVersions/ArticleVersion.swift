package import NewsModel

/// What a source may change of an article: as it stood at one time.
package struct ArticleVersion: Hashable, Sendable {
  /// Without its label.
  package var title: String
  package var summary: String?
  /// The body as plain text.
  package var text: String
  package var published: Timestamp

  package init(title: String, summary: String? = nil, text: String = "", published: Timestamp = Timestamp(0)) {
    self.title = title
    self.summary = summary
    self.text = text
    self.published = published
  }

  package init(_ article: Article) {
    self.init(
      title: article.headline.title, summary: article.summary, text: article.blocks.plainText,
      published: article.headline.published)
  }
}
