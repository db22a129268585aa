import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// What arrived since or until a moment is counted as it is listed, and mostly without a look at each article.
@Suite struct ArrivalDaysTests {
  /// Three articles that came first, ninety of one import, four days of a few each, of which some were edited, published long after they
  /// arrived, read, starred, tagged or muted.
  private struct ImportedNews {
    static let start = Timestamp(1_709_510_400)
    static let imported = start + 50_000

    let temporary: TemporaryStore
    private var random: SeededGenerator
    private var items: [Item] = []

    init(seed: UInt64, days: Int64 = 4) throws {
      temporary = try TemporaryStore()
      random = SeededGenerator(seed: seed + 70)
      let store = temporary.store
      try save((0..<3).map { _ in new() }, at: Self.start)
      try save((0..<90).map { _ in new() }, at: Self.imported)
      for day in 0..<days {
        let now = Self.imported + 86_400 * day + 40_000
        try save((0..<3).map { _ in new() } + [edited(), edited()], at: now)
      }
      _ = try store.apply([.read], matching: .title("三"))
      _ = try store.apply([.star], matching: .title("五"))
      _ = try store.apply([.mute], matching: .title("七"))
      while try store.analyseNext(by: { _ in FacetValues() }) > 0 {}
      while try store.indexNext() > 0 {}
    }

    /// As in a store that is older than the knowledge of arrivals.
    func forgetArrivals(until moment: Timestamp) throws {
      try temporary.store.write { writer in
        try writer.db.execute(sql: "UPDATE article SET arrived = 0 WHERE arrived < ?", arguments: [moment.rawValue])
        try writer.db.execute(sql: "UPDATE version SET arrived = max(arrived, ?)", arguments: [moment.rawValue])
        try StoreState.arrivalsKept.set(moment.rawValue, writer.db)
      }
    }

    private mutating func save(_ items: [Item], at moment: Timestamp) throws {
      _ = try temporary.store.save(items, at: moment, zone: .gmt)
    }

    private mutating func text() -> String {
      (0..<4).map { _ in ["一", "三", "五", "七", "九"][Int.random(in: 0..<5, using: &random)] }.joined()
    }

    private mutating func new() -> Item {
      let number = items.count
      let lead: Int64 = number.isMultiple(of: 11) ? 200_000 : 0
      let item = Item(
        originID: "n\(number)", title: "第\(number)条\(text())", source: number.isMultiple(of: 2) ? "晨星日报" : "远帆投资报",
        published: Self.start + Int64(number) * 600 + lead,
        blocks: [number.isMultiple(of: 3) ? .table([["甲", text()]]) : .paragraph("正文是" + text() + text())],
        tags: number.isMultiple(of: 5) ? ["银行"] : [])
      items.append(item)
      return item
    }

    private mutating func edited() -> Item {
      let index = Int.random(in: 0..<items.count, using: &random)
      items[index].title = "第\(index)条改\(text())"
      items[index].source = Bool.random(using: &random) ? "晨星日报" : "远帆投资报"
      return items[index]
    }
  }

  private static let questions: [Query] = [
    .all, .unread, .starred, .stub, .muted, .withMuted, .tag("银行"), .source("晨星日报"), .changed, .trait(.table),
    .not(.trait(.table)), .title("三"), .text("九"), .not(.text("五")), .and([.source("远帆投资报"), .unread]),
    .and([.not(.muted), .starred]), .or([.tag("银行"), .starred]), .tag("没有"),
  ]

  private static let moments = [-1, 0, 1, 49_999, 50_000, 50_001, 90_000, 200_000, 900_000].map {
    ImportedNews.start + $0
  }

  private static let arrivals: [Query] = moments.flatMap { moment in
    let seen = Query.seen(since: .begun(moment))
    return [
      seen, .not(seen), .asOf(moment), .and([seen, .asOf(moment + 60_000)]),
      .and([seen, .not(.seen(since: .begun(moment + 1)))]),
    ]
  }

  @Test(arguments: 1...3)
  func countsEqualLists(seed: UInt64) throws {
    let news = try ImportedNews(seed: seed)
    if seed == 2 { try news.forgetArrivals(until: ImportedNews.imported) }
    if seed == 3 { try news.forgetArrivals(until: ImportedNews.imported + 1) }
    let store = news.temporary.store
    for arrival in Self.arrivals {
      for question in Self.questions {
        let query = Query.allOf([question, arrival])
        let listed = try store.headlines(matching: query, from: .start, limit: 1_000).headlines.count
        #expect(try store.count(query) == listed, "\(query)")
      }
    }
  }

  /// Neither those of the import are looked at, nor those of all other days.
  @Test(
    arguments: [
      .all, .unread, .starred, .tag("银行"), .source("晨星日报"), .trait(.language(.chinese)),
      .and([.source("远帆投资报"), .unread]),
    ] as [Query])
  func mostArticlesAreNotLookedAt(question: Query) throws {
    let news = try ImportedNews(seed: 5, days: 1)
    for moment in [1, 50_000, 50_001, 900_000].map({ ImportedNews.start + $0 }) {
      for arrival in [.seen(since: .begun(moment)), .not(.seen(since: .begun(moment))), .asOf(moment)] as [Query] {
        let query = Query.allOf([question, arrival])
        let count = try news.temporary.store.read { try ArrivalCount($0, DamageLog()).count(query) }
        #expect(count != nil, "\(query)")
      }
    }
  }

  /// Where half of them arrived before the moment, and half after it, other ways are as good; without another question none has to be read.
  @Test func halfOfAllArticlesAreNotLookedAtHere() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    for half in 0..<2 {
      let items = (0..<40).map { Item.sample("第\(half)批第\($0)条", minutes: Int64($0)) }
      _ = try store.save(items, at: noon + Int64(half), zone: .gmt)
    }
    let seen = Query.seen(since: .begun(noon + 1))
    try store.read { db in
      let counter = try ArrivalCount(db, DamageLog())
      #expect(try counter.count(seen) == 40)
      #expect(try counter.count(.asOf(noon)) == 40)
      #expect(try counter.count(.allOf([.unread, seen])) == nil)
      #expect(try counter.count(.unread) == nil)
    }
    #expect(try store.count(.allOf([.unread, seen])) == 40)
    _ = try store.apply([.mute], matching: .title("第1批第3条"))
    #expect(try store.count(seen) == 39)
  }
}
