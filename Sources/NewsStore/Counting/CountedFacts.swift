internal import GRDB
internal import NewsModel

/// All that the counts of an article that is not muted depend on.
struct CountedFacts: Equatable {
  var published: Timestamp
  var isStub: Bool
  var status: ArticleStatus
  var source: Int64
  var label: Int64
  var tags: [Int64]

  var totals: Totals {
    Totals(
      articles: 1, unread: status.isRead ? 0 : 1, starred: status.isStarred ? 1 : 0, stubs: isStub ? 1 : 0)
  }
}

extension CountedFacts {
  static let columns = "a.published, a.is_stub, a.is_read, a.is_starred, a.source_id, a.label_id, a.tag_ids"

  /// Reads `columns`, of which the first is number `offset`.
  init(_ row: Row, from offset: Int) {
    self.init(
      published: Timestamp(row[offset] as Int64), isStub: row[offset + 1],
      status: ArticleStatus(isRead: row[offset + 2], isStarred: row[offset + 3]), source: row[offset + 4],
      label: row[offset + 5], tags: TagIDs(row[offset + 6]).all)
  }
}

extension Totals {
  /// Reads articles, unread, starred and stubs, of which the first is number `offset`.
  init(_ row: Row, from offset: Int) {
    self.init(
      articles: row[offset], unread: row[offset + 1], starred: row[offset + 2], stubs: row[offset + 3])
  }

  static func += (a: inout Totals, b: Totals) {
    a.articles += b.articles
    a.unread += b.unread
    a.starred += b.starred
    a.stubs += b.stubs
  }

  static prefix func - (a: Totals) -> Totals {
    Totals(articles: -a.articles, unread: -a.unread, starred: -a.starred, stubs: -a.stubs)
  }
}
