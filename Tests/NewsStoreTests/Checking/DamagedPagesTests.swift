import NewsModel
import Testing

@testable import NewsStore

/// A page that is damaged costs an answer what stood on it, and is told.
@Suite struct DamagedPagesTests {
  private let all = DamagedFile.articles

  private func openStore(_ damage: (DamagedFile) throws -> Void) throws -> (file: DamagedFile, store: NewsStore) {
    let file = try DamagedFile()
    try damage(file)
    return (file, try NewsStore.open(at: file.path))
  }

  @Test func behindALeafOfArticlesAListGoesOn() throws {
    let (file, store) = try openStore { file in
      let leaves = try file.leaves("article")
      try #require(leaves.count > 2)
      try file.spoil(leaves[1])
    }
    defer { withExtendedLifetime(file) {} }
    let titles = try store.titles(.withMuted)
    #expect(titles.count > all / 3 && titles.first == "尚未编入索引" && titles.last == "东港银行公告0号")
    #expect(titles.count + store.damageMet.articles == all)
    let oldest = try store.headlines(matching: .withMuted, from: .end, limit: 1_000).headlines.map(\.title)
    #expect(oldest == titles)
    // From page to page as well.
    #expect(try store.allArticles().map(\.headline.title) == titles)
    #expect(try store.count(.and([.withMuted, .title("公告")])) == titles.count - 1)
  }

  @Test func behindALeafOfTextsAnExportGoesOn() throws {
    let (file, store) = try openStore { file in try file.spoil(try file.leaves("body")[1]) }
    defer { withExtendedLifetime(file) {} }
    let exported = try store.allArticles().count
    #expect(exported > all * 3 / 4 && exported < all)
    #expect(exported + store.damageMet.articles == all)
    #expect(try store.titles(.withMuted).count == all)
    let found = try store.titles(.and([.withMuted, .text("产量与去年相比")]))
    #expect(found.count == exported - 1)
  }

  @Test(arguments: [
    "sqlite_autoindex_article_1", "article_unread", "article_muted", "posting", "volume", "day_volume", "identity",
    "search_page", "search_block", "unindexed", "state", "grdb_migrations", "sqlite_autoindex_term_1",
  ])
  func whatFollowsFromArticlesCostsNoneOfThem(root: String) throws {
    let (file, store) = try openStore { file in try file.spoil(try file.root(root)) }
    defer { withExtendedLifetime(file) {} }
    try expectEverything(store)
  }

  @Test(arguments: ["posting", "volume", "day_volume", "identity", "search_page", "search_block", "unindexed", "state"])
  func aTableThatIsMissingCostsNoArticle(table: String) throws {
    let (file, store) = try openStore { file in try file.execute("DROP TABLE \(table)") }
    defer { withExtendedLifetime(file) {} }
    try expectEverything(store)
    #expect(try store.check().map(\.kind) == [.tables])
  }

  @Test(arguments: [
    "UPDATE state SET value = 9223372036854775807", "UPDATE state SET value = -9223372036854775808",
    "UPDATE term SET articles = 9223372036854775807", "UPDATE volume SET articles = -1",
    "UPDATE search_block SET documents = 9000000000000000000",
  ])
  func numbersThatCannotBeCostNoArticle(sql: String) throws {
    let (file, store) = try openStore { file in try file.execute(sql) }
    defer { withExtendedLifetime(file) {} }
    try expectEverything(store)
    #expect(try store.check() != [])
  }

  /// Every way of reading gives what it gives of a sound store.
  private func expectEverything(_ store: NewsStore) throws {
    let listed = all - DamagedFile.muted
    #expect(try store.titles().count == listed)
    #expect(try store.titles(.withMuted).count == all)
    #expect(try store.titles(.muted).count == DamagedFile.muted)
    #expect(try store.titles(.unread).count == listed)
    #expect(try store.titles(.tag("年报3")).count == 120)
    #expect(try store.titles(.text("第123次公告")) == ["东港银行公告123号"])
    #expect(try store.count(.title("公告12")) == 10)
    #expect(try store.titles(.until(noon + 600)).count == 9)
    #expect(try store.mostRelevant(to: .text("第123次公告"), limit: 5).count == 1)
    #expect(try store.allArticles().count == all)
    #expect(try store.article(ArticleKey(5))?.headline.title == "东港银行公告4号")
    let terms = try store.terms(.tag, matching: .all)
    #expect(terms.first?.name == "锂电" && terms.first?.count == 540)
    let request = StatisticsRequest(query: .all, range: noon..<noon + 3_600, bucket: .hour)
    #expect(try store.statistics(request, zone: .gmt).inRange.articles == 54)
    #expect(store.damageMet.articles == 0 && !store.damageMet.hasUnreachableArticles)
  }
}
