import Dashboard
import FakeLibrary
import Foundation
import NewsModel
import NewsStore
import Testing

@testable import App

/// What the fake of the dashboard's tests answers, the store answers as well: both read the same articles and must say the same.
@Suite struct LibraryContractTests {
  private static let zone = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt
  private static let now = CivilTime(year: 2026, month: 3, day: 18, hour: 12, minute: 0).timestamp(in: zone)

  /// A store of invented news, and a fake that holds the same.
  private final class Libraries {
    private let folder = FileManager.default.temporaryDirectory.appending(
      path: "newstape-contract-\(UUID().uuidString)")
    let store: NewsStore
    var fake: FakeLibrary

    /// - Parameter companies: news whose words are read, beside the rest.
    init(isIndexed: Bool = false, adding companies: [Item] = []) throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let store = try NewsStore.open(at: folder.appending(path: "news.db").path)
      self.store = store
      _ = try store.save(LibraryContractTests.items + companies)
      if !companies.isEmpty { while try store.analyseNext() > 0 {} }
      let headlines = try store.headlines(matching: .all, from: .start, limit: 100).headlines
      let marks: [(StatusAction, [Int])] = [
        (.read, [1, 4, 5, 9]), (.star, [0, 4, 7]), (.mute, [3, 8]), (.tag("自选"), [2]), (.tag("ipo"), [0, 3]),
      ]
      for (action, places) in marks { _ = try store.apply(StatusChange(action, of: places.map { headlines[$0].key })) }
      if isIndexed { while try store.indexNext() > 0 {} }
      while try store.analyseNext(by: LibraryContractTests.facets) > 0 {}
      let articles = try headlines.map { try #require(try store.article($0.key)) }
      fake = FakeLibrary(articles: articles, now: LibraryContractTests.now, zone: LibraryContractTests.zone)
      fake.unindexed = isIndexed ? 0 : articles.count
    }

    deinit {
      try? store.close()
      try? FileManager.default.removeItem(at: folder)
    }

    var real: LibraryReading {
      LibraryReading(
        store: store, now: LibraryContractTests.now, zone: LibraryContractTests.zone,
        loadTheme: { _ in LoadedTheme(theme: nil) }, discover: { _ in .found([]) })
    }
  }

  private static let items: [Item] = {
    let titles = [
      "央行下调存款准备金率", "Copper stocks climb in Shanghai", "铜价连跌三日", "云杉动力召回电池", "ＩＰＯ受理名单公布",
      "海岬银行转债转股", "臺灣股市收高", "青禾乳业净利润下滑", "Ärzte warnen vor Engpass", "利率维持不变", "原油下跌百分之二",
      "北辰股份更换审计机构",
    ]
    let tags = [
      ["IPO"], ["ipo", "铜"], ["铜"], [], ["ＩＰＯ"], ["银行", "央行"], ["台湾"], ["臺灣"], [], ["央行"], ["Öl"], ["öl"],
    ]
    return titles.indices.map { index in
      Item(
        url: "https://news.example/\(index)", label: index % 3 == 0 ? "聚焦" : nil, title: titles[index],
        source: [nil, "星海财经", "Harbor Wire", "harbor wire"][index % 4], byline: index % 2 == 0 ? "林望舒" : nil,
        published: now - Int64(index * index * 3_600 + 60), summary: index % 5 == 0 ? "公司表示影响有限。" : nil,
        blocks: [.paragraph((index == 6 ? titles[6] : "") + "第\(index)篇的正文，讲到降准与 copper。")]
          + (index % 4 == 1 ? [.table([["铜", "copper"]])] : []), tags: tags[index], isStub: index == 11)
    }
  }()

  /// Invented, by the title; no table knows the companies.
  private static let facets: @Sendable (AnalysedWords) -> FacetValues = { words in
    switch words.title {
    case "云杉动力召回电池":
      FacetValues(companies: ["云杉动力"], events: [EventValue(kind: .accident)], topics: [.company], tone: .negative)
    case "青禾乳业净利润下滑":
      FacetValues(
        companies: ["青禾乳业", "云杉动力"], events: [EventValue(kind: .results, detail: "预减")], topics: [.company],
        tone: .negative, keywords: ["净利润"])
    case "北辰股份更换审计机构": FacetValues(companies: ["北辰股份", "云杉动力"], topics: [.company, .china], tone: .positive)
    default: FacetValues(topics: [.economy])
    }
  }

  private static let queries: [Query] = [
    .all, .unread, .read, .starred, .stub, .muted, .not(.unread), .not(.muted), .not(.all),
    .and([.unread, .not(.starred)]), .and([.starred, .muted]), .or([.starred, .muted]), .and([.tag("央行"), .read]),
    .tag("IPO"), .tag("ipo"), .tag("ＩＰＯ"), .tag("台湾"), .tag("öl"), .tag("自选"), .tag("不存在"), .not(.tag("铜")),
    .source("Harbor Wire"), .source("HARBOR WIRE"), .source(""), .label("聚焦"), .label(""),
    .title("降准"), .title("臺灣"), .title("arzte"), .title("ärzte"), .text("copper"), .text("影响有限"), .text("第3篇"),
    .text("行"), .not(.text("降准")), .or([.text("铜价"), .text("利率")]), .and([.text("copper"), .starred]),
    .author("望舒"), .author("李"), .regex("铜|copper"), .regex("^Copper"), .regex("^copper"), .regex("("),
    .session(SessionCondition(.open, of: .sse)), .session(SessionCondition(.closed, of: .nyse)),
    .and([.session(SessionCondition(.pre, of: .hkex)), .not(.unread)]),
    .not(.session(SessionCondition(.lunch, of: .szse))),
    .trait(.flash), .trait(.table), .not(.trait(.link)), .trait(.language(.chinese)), .trait(.language(.english)),
    .and([.trait(.table), .or([.unread, .muted])]), .address(AddressCondition("news.example")),
    .address(AddressCondition("news.example/1")), .address(AddressCondition("/5")),
    .not(.address(AddressCondition(""))),
    .sort(.published), .sort(.oldest), .sort(.arrived), .and([.sort(.arrived), .tag("IPO")]),
    .and([.text("公司"), .sort(.arrived)]), .and([.unread, .sort(.oldest)]), .and([.text("公司"), .sort(.relevance)]),
    .since(now - 36_000), .until(now - 36_000), .and([.since(now - 360_000), .until(now - 3_600), .unread]),
  ]

  @Test func bothNameTheSameHosts() throws {
    let libraries = try Libraries()
    #expect(try libraries.real.hosts(limit: 10) == libraries.fake.hosts(limit: 10))
    #expect(try libraries.real.hosts(limit: 10).first == "news.example")
  }

  @Test(arguments: [false, true]) func bothListTheSame(isIndexed: Bool) throws {
    let libraries = try Libraries(isIndexed: isIndexed)
    let (real, fake) = (libraries.real, libraries.fake)
    #expect(try real.unindexedCount() == fake.unindexedCount())
    for query in Self.queries {
      let whole = try real.headlines(matching: query, from: .start, limit: 100).headlines
      #expect(fake.count(query) == whole.count, "\(query)")
      #expect(try real.count(query) == whole.count, "\(query)")
      var cursors: [PageCursor] = [.start, .end]
      for headline in whole { cursors += [.after(headline.place), .before(headline.place)] }
      for cursor in cursors {
        for limit in [1, 4, 100] {
          var (expected, page) = (
            try real.headlines(matching: query, from: cursor, limit: limit),
            fake.headlines(matching: query, from: cursor, limit: limit)
          )
          expectTrueLength(&expected.total, &page.total, whole.count)
          #expect(page == expected, "\(query), \(cursor), \(limit)")
        }
      }
      let ranked = try real.mostRelevant(to: query, limit: 100)
      #expect(Set(ranked) == Set(whole), "\(query)")
      #expect(Set(fake.mostRelevant(to: query, limit: 100)) == Set(whole), "\(query)")
      #expect(try real.mostRelevant(to: query, limit: 2).count == min(2, whole.count))
      #expect(fake.mostRelevant(to: query, limit: 2).count == min(2, whole.count))
    }
  }

  @Test func bothKnowWhereAnArticleStands() throws {
    let libraries = try Libraries()
    let (real, fake) = (libraries.real, libraries.fake)
    let gone = ArticleKey(9_999)
    for query in Self.queries {
      let length = try real.count(query)
      for key in fake.articles.map(\.headline.key) + [gone] {
        for limit in [1, 3, 100] {
          var (expected, window) = (
            try real.headlines(around: key, matching: query, limit: limit),
            fake.headlines(around: key, matching: query, limit: limit)
          )
          expectTrueLength(&expected.total, &window.total, length)
          #expect(window == expected, "\(query), \(key), \(limit)")
        }
      }
      let ends = [ArticlePlace(id: ArticleID(0)), ArticlePlace(id: ArticleID(.max))]
      for place in fake.articles.map(\.headline.place) + ends {
        #expect(fake.position(of: place, in: query) == (try real.position(of: place, in: query)), "\(query), \(place)")
      }
    }
    for article in fake.articles { #expect(try real.article(article.headline.key, asOf: nil) == article) }
    #expect(fake.article(gone, asOf: nil) == nil)
    #expect(try real.article(gone, asOf: nil) == nil)
  }

  /// A length may be told or not, but it is the true one.
  private func expectTrueLength(_ a: inout Int?, _ b: inout Int?, _ length: Int) {
    for total in [a, b].compactMap(\.self) { #expect(total == length) }
    (a, b) = (nil, nil)
  }

  @Test func bothCountTheSameValues() throws {
    let libraries = try Libraries()
    for query in Self.queries {
      let real = try libraries.real.terms(TermField.allCases, matching: query, limit: .max)
      let fake = libraries.fake.terms(TermField.allCases, matching: query)
      for field in TermField.allCases {
        #expect(fake[field].map(counted) == real[field].map(counted), "\(query), \(field)")
      }
    }
  }

  @Test(arguments: StatisticsSpan.allCases + [nil]) func bothCountTheSameStatistics(_ span: StatisticsSpan?) throws {
    let libraries = try Libraries()
    let time = Self.now
    let dated: [Query] = [
      .since(time - 86_400), .and([.since(time - 9 * 86_400), .until(time - 86_400)]), .until(time - 2 * 86_400),
    ]
    for query in Self.queries + dated {
      var fake = libraries.fake.statistics(query, over: span, fields: TermField.allCases)
      var real = try libraries.real.statistics(query, over: span, fields: TermField.allCases)
      for field in TermField.allCases {
        fake.terms[field] = counted(fake.terms[field] ?? [])
        real.terms[field] = counted(real.terms[field] ?? [])
      }
      #expect(fake == real, "\(query)")
      let companies = fake.terms[.company]?.map(\.name) ?? []
      #expect(
        libraries.fake.tones(of: companies, in: fake.request)
          == (try libraries.real.tones(of: companies, in: real.request)))
    }
  }

  private static let newsOfCompanies: [Item] = [
    "贵州茅台(600519)拟回购不超过3亿元股份", "贵州茅台(600519)与五粮液(000858)遭股东减持1.2亿元", "五粮液(000858)净利润同比增长35%",
    "贵州茅台(600519)被立案调查",
  ].enumerated().map { index, title in
    Item(
      url: "https://news.example/company/\(index)", title: title, source: index % 2 == 0 ? "星海财经" : "Harbor Wire",
      published: now - Int64((index + 11) * (index + 11) * 36_000), blocks: [.paragraph("第\(index)篇的正文。")])
  }

  @Test(arguments: [StatisticsSpan.week]) func bothTellTheSameOfACompany(_ span: StatisticsSpan) throws {
    let libraries = try Libraries(adding: Self.newsOfCompanies)
    libraries.fake.companyNames = ["600519.SH": "贵州茅台", "000858.SZ": "五粮液"]
    #expect(try libraries.real.unanalysedCount() == 0 && libraries.fake.unanalysedCount() == 0)
    for company in ["600519.SH", "000858.SZ", "300750.SZ"] {
      var (real, fake) = (
        try libraries.real.companyCounts(of: company, asOf: nil, over: span),
        libraries.fake.companyCounts(of: company, over: span)
      )
      for field in CompanyCounts.fields {
        real.statistics.terms[field] = counted(real.statistics.terms[field] ?? [])
        fake.statistics.terms[field] = counted(fake.statistics.terms[field] ?? [])
      }
      #expect(real == fake, "\(company)")
      #expect(real.weeks(in: Self.zone).reduce(0) { $0 + $1.count } == real.statistics.inRange.articles)
      let newest = try libraries.real.headlines(matching: .term(.company, company), from: .start, limit: 10).headlines
      #expect(real.statistics.overall.articles == newest.count)
      #expect(real.companions(of: company).allSatisfy { $0.name != company && $0.title != nil })
    }
  }

  /// Values with their counts, most frequent first; the order of equal counts is that in which the store met them.
  private func counted(_ terms: [TermCount]) -> [TermCount] {
    #expect(terms.map(\.count) == terms.map(\.count).sorted(by: >))
    return terms.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  @Test(arguments: [
    StatusAction.read, .unread, .star, .unstar, .mute, .unmute, .tag("新标签"), .tag("Ipo"), .tag("  铜 "), .untag("自选"),
    .untag("IPO"), .untag("铜"), .untag("没有"),
  ])
  func bothChangeAnArticleAndTakeItBack(_ action: StatusAction) throws {
    let libraries = try Libraries()
    let keys = libraries.fake.articles.map(\.headline.key)
    let change = StatusChange(action, of: [keys[3], keys[0], keys[3], ArticleKey(9_999), keys[2]])
    let inverse = try libraries.fake.apply(change)
    let stored = try libraries.store.apply(change)
    #expect(inverse.keys == stored.keys)
    if !stored.keys.isEmpty { #expect(inverse == stored) }
    try expectTheSame(libraries)
    // Copies of an article follow by what undoes the change.
    for key in stored.keys {
      var before = try #require(libraries.fake.article(key)).headline
      let after = before
      before.apply(stored.action)
      before.apply(stored.inverse.action)
      #expect(before == after)
    }
    #expect(try libraries.fake.apply(inverse) == libraries.store.apply(stored))
    try expectTheSame(libraries)
  }

  @Test(arguments: [
    [StatusAction.read], [.unread], [.star], [.unstar], [.mute], [.unmute], [.tag("新标签")], [.tag("ipo")],
    [.untag("自选")],
    [.read, .star], [.tag("甲"), .untag("甲")], [.star, .unstar], [],
  ])
  func bothChangeManyArticlesAndTakeItBack(_ actions: [StatusAction]) throws {
    for query in [Query.all, .unread, .tag("IPO"), .muted, .not(.all)] {
      let libraries = try Libraries()
      let before = try lists(libraries)
      let end = libraries.fake.change(BulkRequest(actions, matching: query))
      let done = BulkOutcome(try libraries.store.apply(actions, matching: query, at: Self.now))
      #expect(end == .changed(BulkRequest(actions, matching: query), done), "\(query)")
      try expectTheSame(libraries)
      #expect(try libraries.real.undoSteps() == libraries.fake.undoSteps(), "\(query)")
      guard let step = done.undoStep else { continue }
      let undone = try #require(try libraries.store.undo(step))
      #expect(libraries.fake.undo(step) == .undone(BulkOutcome(undone)), "\(query)")
      try expectTheSame(libraries)
      #expect(try lists(libraries) == before, "\(query)")
      #expect(libraries.fake.undo(step) == .nothingToUndo)
      #expect(try libraries.store.undo(step) == nil)
    }
  }

  @Test(arguments: ["", " \n ", String(repeating: "标", count: NameProblem.longestName + 1)])
  func bothRefuseTheSameNamesOfTags(_ name: String) throws {
    let libraries = try Libraries()
    let key = libraries.fake.articles[0].headline.key
    for action in [StatusAction.tag(name), .untag(name)] {
      let change = StatusChange(action, of: [key])
      let problem = try #require(throws: NameProblem.self) { try libraries.fake.apply(change) }
      #expect(throws: StoreError.name(problem)) { try libraries.store.apply(change) }
      let end = libraries.fake.change(BulkRequest([action], matching: .all))
      guard case .failed = end else {
        Issue.record("\(end)")
        continue
      }
      #expect(throws: StoreError.self) { try libraries.store.apply([action], matching: .all) }
    }
    try expectTheSame(libraries)
  }

  private func lists(_ libraries: Libraries) throws -> [[Headline]] {
    try [Query.all, .muted].map { try libraries.real.headlines(matching: $0, from: .start, limit: 100).headlines }
  }

  private func expectTheSame(_ libraries: Libraries) throws {
    let fake = [Query.all, .muted].map { libraries.fake.headlines(matching: $0, from: .start, limit: 100).headlines }
    #expect(try lists(libraries) == fake)
  }
}
