import Foundation
import GRDB
import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// What articles are by their form: in rows that know it, in rows of older stores, and in former versions.
@Suite struct TraitRowsTests {
  private func titles(_ store: NewsStore, _ query: Query) throws -> Set<String> { Set(try store.titles(query)) }

  @Test func formsAreToldApart() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    func item(_ title: String, _ blocks: Block..., links: [ArticleLink] = []) -> Item {
      var item = Item.sample(title)
      (item.blocks, item.links) = (blocks, links)
      return item
    }
    _ = try store.save([
      item("北港快讯：锡价上涨。", .paragraph("北港快讯：锡价上涨。")),
      item("锡价创新高", .paragraph("【锡价创新高】周三收盘，锡价报每吨三万元。")),
      item("锡价在周三的交易中…", .paragraph("锡价在周三的交易中 上涨了两成。"), .paragraph("来源：北港日报")),
      item("云岭电池年报", .paragraph("云岭电池年报"), .paragraph("净利润增长一成。")),
      item("云岭电池半年报", .heading("云岭电池半年报", level: 1)),
      item(
        "Tin warehouses run low", .paragraph("Stocks of tin fell."), .table([["tin", "3"]]), .figure("A warehouse")),
      item(
        "東港銀行年報", .paragraph("東港銀行今日公布年報。"), links: [ArticleLink(text: "年報", address: "https://a.example/1")]),
    ])
    #expect(try titles(store, .trait(.flash)) == ["北港快讯：锡价上涨。", "锡价创新高", "锡价在周三的交易中…"])
    #expect(try titles(store, .trait(.table)) == ["Tin warehouses run low"])
    #expect(try titles(store, .trait(.figure)) == ["Tin warehouses run low"])
    #expect(try titles(store, .trait(.link)) == ["東港銀行年報"])
    #expect(try titles(store, .trait(.language(.english))) == ["Tin warehouses run low"])
    #expect(try titles(store, .trait(.language(.traditionalChinese))) == ["東港銀行年報"])
    #expect(try store.count(.trait(.language(.chinese))) == 5)
    #expect(try store.count(.and([.not(.stub), .not(.trait(.flash))])) == 4)
  }

  @Test(arguments: [Query.folder("无此"), .address(AddressCondition("nosuch.example"))])
  func whatNothingCameFromIsNoDamage(query: Query) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save((1...9).map { Item.sample("新闻\($0)") })
    for query in [query, .and([query, .unread]), .and([.trait(.language(.chinese)), query])] {
      #expect(try store.titles(query).isEmpty)
      #expect(try store.count(query) == 0)
      #expect(try store.statistics(query, over: .everything, in: .gmt).inRange.articles == 0)
      #expect(try store.sessions(of: .sse, matching: query, over: .everything, in: .gmt).allSatisfy { $0.count == 0 })
    }
    #expect(store.damageMet.isNone)
  }

  /// Lists, pages, counts and places are those that looking at every article gives.
  @Test(arguments: 1...2)
  func answersEqualThoseOfTheMatcher(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var forms = ArticlesOfAllForms(seed: seed)
    for _ in 1...6 { try forms.write(to: store) }
    for turn in 1...3 {
      // In an older store nobody has looked at some; in the third turn at none.
      if turn == 2 { try forget(in: store, where: "id % 3 = 0") }
      if turn == 3 { try forget(in: store, where: "1") }
      for _ in 1...25 { try check(store, forms.query(depth: 2)) }
    }
    while try store.analyseNext() > 0 {}
    #expect(try store.read { try TraitRows($0).hasUnknown() } == false)
    for _ in 1...20 { try check(store, forms.query(depth: 2)) }
  }

  /// A store whose rows other rules filled answers by the present ones as soon as it is opened, and fills them anew beside the screen.
  @Test(arguments: [ArticleTraits.version + 1, ArticleTraits.version])
  func whatOtherRulesReadIsForgotten(version: Int64) throws {
    let temporary = try TemporaryStore()
    var forms = ArticlesOfAllForms(seed: 9)
    for _ in 1...3 { try forms.write(to: temporary.store) }
    while try temporary.store.analyseNext() > 0 {}
    let wrong = ArticleTraits.test(.figure).bits | ArticleTraits.test(.language(.korean)).bits
    try temporary.store.write(isSeen: false) { writer in
      try writer.db.execute(sql: "UPDATE article SET traits = ?", arguments: [wrong])
      try StoreState.traits.set(version, writer.db)
    }
    try temporary.store.close()

    let store = try temporary.another()

    guard version != ArticleTraits.version else {
      #expect(try store.count(.trait(.language(.korean))) == store.count(.all))
      return
    }
    for _ in 1...10 { try check(store, forms.query(depth: 2)) }
    #expect(try store.read { try TraitRows($0).hasUnknown() })
    while try store.analyseNext() > 0 {}
    #expect(try store.read { try TraitRows($0).hasUnknown() } == false)
    #expect(try store.read { try StoreState.traits.value($0) } == ArticleTraits.version)
    for _ in 1...10 { try check(store, forms.query(depth: 2)) }
  }

  private func forget(in store: NewsStore, where condition: String) throws {
    try store.write(isSeen: false) { writer in
      try writer.db.execute(sql: "UPDATE article SET traits = 0, host_id = NULL, feed_id = NULL WHERE \(condition)")
    }
  }

  private func check(_ store: NewsStore, _ query: Query) throws {
    let expected = try store.read { db in
      let (matcher, terms) = (QueryMatcher(query), TermLookup(db))
      return try Int64.fetchAll(db, sql: "SELECT key FROM article ORDER BY id DESC")
        .compactMap { try ArticleRow.fetch(db, key: $0) }
        .filter { article in
          var article = article
          article.traits = .unknown
          return try matcher.matches(article, terms)
        }
        .map(\.id)
    }
    var found: [Int64] = []
    var cursor = PageCursor.start
    while true {
      let page = try store.headlines(matching: query, from: cursor, limit: 7)
      found += page.headlines.map(\.id.rawValue)
      guard page.hasMore, let last = page.headlines.last else { break }
      cursor = .after(last.place)
    }
    #expect(found == expected, "\(query)")
    #expect(try store.count(query) == expected.count, "\(query)")
    if let middle = expected.dropFirst(expected.count / 2).first {
      #expect(try store.position(of: ArticlePlace(id: ArticleID(middle)), in: query) == expected.count / 2, "\(query)")
    }
  }

  @Test func theHostsOfTheMostArticlesAreNamedFirst() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    #expect(try store.hosts(limit: 9).isEmpty)
    let addresses = ["https://b.example/1", "https://B.example/2", "http://a.example:8080/", "https://c.example/", nil]
    _ = try store.save(
      addresses.enumerated().map { number, address in
        var item = Item.sample("第\(number)条新闻的标题", minutes: Int64(number))
        item.url = address
        return item
      })
    #expect(try store.hosts(limit: 9) == ["b.example", "a.example", "c.example"])
    #expect(try store.hosts(limit: 1) == ["b.example"])
  }

  @Test func nothingIsSortedAndOtherArticlesAreNotWalked() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save(
      (0..<200).map { number in
        let title = number.isMultiple(of: 50) ? "Tin price \(number) rises" : "第\(number)条新闻"
        return .sample(title, minutes: Int64(number), body: "")
      })
    let walks = try store.read { try QueryCompiler($0).walks(.and([.trait(.language(.english)), .since(noon)])) }
    #expect(walks.count == 1)
    for walk in walks {
      let plan = try store.read { db in
        try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + walk.select(ArticleRow.columns, order: .newestFirst, isLimited: true),
          arguments: StatementArguments(walk.arguments + [50])
        )
        .map { $0["detail"] as String }
      }
      #expect(plan.first?.hasPrefix("SEARCH a USING INDEX article_traits (traits=? AND rowid>?") == true, "\(plan)")
      #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.contains("SCAN") }, "\(plan)")
    }
    #expect(try store.read { try QueryCompiler($0).walks(.trait(.language(.korean))) }.isEmpty)
    #expect(try store.titles(.trait(.language(.korean))) == [])
  }
}

/// Articles of all forms, which their sources change.
private struct ArticlesOfAllForms {
  private var random: SeededGenerator
  private var items: [Item] = []
  private var feeds: [Subscription.ID] = []
  private var count = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed + 700) }

  private static let texts = [
    "云岭电池公布年报，净利润增长一成。", "雲嶺電池公布年報，淨利潤增長一成。", "The bank said that its profit rose in the first half.",
    "東港銀行は今日、半期の決算を発表した。", "동항은행은 오늘 실적을 발표했다.", "Восточный банк опубликовал отчёт.", "12.5",
  ]

  mutating func write(to store: NewsStore) throws {
    let new = (0..<8).map { _ in item() }
    var arriving = new
    for _ in 0..<3 {
      guard let index = items.indices.randomElement(using: &random) else { continue }
      items[index].blocks = blocks(of: items[index].title)
      if Bool.random(using: &random) { items[index].links = links() }
      arriving.append(items[index])
    }
    items += new
    if feeds.isEmpty { try subscribe(store) }
    _ = try store.save(arriving)
    _ = try store.save(feeds.map { FeedUpdate(id: $0, state: FetchState(), items: [item(), item()]) })
    let some = try store.headlines(matching: .all, from: .start, limit: 100).headlines.shuffled(using: &random)
    _ = try store.apply(StatusChange(.mute, of: some.prefix(1).map(\.key)))
    _ = try store.apply(StatusChange(.read, of: some.prefix(9).map(\.key)))
  }

  private mutating func subscribe(_ store: NewsStore) throws {
    for (number, folders) in [["宏观"], ["国内", "宏观"], [], ["公司"]].enumerated() {
      let feed = Subscription(name: "订阅源\(number)", address: "https://\(number).example/feed", folders: folders)
      feeds.append(try store.subscribe(feed).id)
    }
  }

  private mutating func item() -> Item {
    count += 1
    let number = count * 100 + Int.random(in: 0..<100, using: &random)
    let title = "\(number) " + (Self.texts.randomElement(using: &random) ?? "")
    let tags = number % 3 == 0 ? ["锂电"] : []
    var item = Item.sample(title, minutes: Int64.random(in: 0...500, using: &random), tags: tags)
    item.originID = "n\(number)"
    let host = ["news.example", "www.news.example", "Data.News.example", "other.example"].randomElement(using: &random)
    if let host, number % 7 > 0 { item.url = "https://\(host)/\(number % 3 == 0 ? "Markets" : "2024")/\(number)" }
    item.blocks = blocks(of: title)
    item.links = links()
    if number % 5 == 0 {
      item.related = [.sample((Self.texts.randomElement(using: &random) ?? "") + "之\(number)", minutes: Int64(number))]
    }
    return item
  }

  private mutating func links() -> [ArticleLink] {
    Bool.random(using: &random) ? [ArticleLink(text: "甲", address: "https://a.example/")] : []
  }

  private mutating func blocks(of title: String) -> [Block] {
    let text = Self.texts.randomElement(using: &random) ?? ""
    var blocks: [Block] = [.paragraph(Bool.random(using: &random) ? title + text : text)]
    if Bool.random(using: &random) { blocks.append(.table([["甲", text], ["乙"]])) }
    if Bool.random(using: &random) { blocks.append(.figure(text)) }
    return blocks
  }

  private mutating func trait() -> Query {
    let traits: [ArticleTrait] = [.flash, .link, .table, .figure] + TextLanguage.allCases.map { .language($0) }
    return .trait(traits.randomElement(using: &random) ?? .flash)
  }

  private mutating func address() -> Query {
    let texts = [
      "news.example", "data.news.example", "news.example/2024", "https://NEWS.example/markets/", "2024", "",
      "no.example",
    ]
    return .address(AddressCondition(texts.randomElement(using: &random) ?? ""))
  }

  mutating func query(depth: Int) -> Query {
    switch Int.random(in: 0..<(depth > 0 ? 14 : 9), using: &random) {
    case 0...2: trait()
    case 3: .folder(["宏观", "国内", "", "无"].randomElement(using: &random) ?? "")
    case 4: address()
    case 5: .stub
    case 6: [.unread, .muted, .since(noon + 9_000)].randomElement(using: &random) ?? .unread
    case 7: .tag("锂电")
    case 8: .text("profit")
    case 9, 10: .and([query(depth: depth - 1), trait()])
    case 11: .or([query(depth: depth - 1), query(depth: depth - 1)])
    default: .not(query(depth: depth - 1))
    }
  }
}
