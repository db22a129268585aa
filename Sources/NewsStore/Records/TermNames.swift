import GRDB
import NewsModel
import Synchronization

/// The names of terms, remembered: a page of headlines needs no join.
///
/// It stays true whatever other programs write: a term keeps its name, and its number is not given again after it is removed
/// (`StoreState.lastTerm`). What is not there is not remembered,
/// and has no name; nor has what is damaged.
final class TermNames: Sendable {
  private let known = Mutex<[Int64: String]>([:])

  func name(_ id: Int64, _ db: Database) throws -> String {
    if let name = known.withLock({ $0[id] }) { return name }
    do {
      let statement = try db.cachedStatement(sql: "SELECT name FROM term WHERE id = ?")
      guard let name = try statement.first([id], { try $0.text(0) }) else { return "" }
      known.withLock { $0[id] = name }
      return name
    } catch  where error.isDamage {
      return ""
    }
  }

  func headline(_ article: StoredArticle, _ db: Database) throws -> Headline {
    Headline(
      id: ArticleID(article.id), key: ArticleKey(article.key),
      label: article.label == Schema.noLabel ? nil : try name(article.label, db), title: article.title,
      source: article.source == Schema.noSource ? nil : try name(article.source, db), published: article.published,
      isDateEstimated: article.isEstimated, isStub: article.isStub, status: article.status,
      tags: try article.tags.page.map { try name($0, db) }, ownTags: try article.tags.own.map { try name($0, db) })
  }
}
