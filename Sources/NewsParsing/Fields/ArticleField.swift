/// What a record can say of an article, under whatever name.
package enum ArticleField: String, Hashable, Sendable, CaseIterable {
  case title, text, summary, published, source, author, tags, url, id, label
  /// Whether the date is a guess: what exports say beside it.
  case estimated

  /// The field that a word of a reader means: its own name, or one that columns have for it.
  package init?(word: String) {
    guard let named = FieldNames.named(FieldNames.folded(word)) else { return nil }
    self = named.field
  }
}
