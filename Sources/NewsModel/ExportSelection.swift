/// What is written out.
package enum ExportSelection: Hashable, Sendable {
  /// All articles of a query, newest first.
  case matching(Query)
  case article(ArticleKey)
}
