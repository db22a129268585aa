import GRDB
import NewsModel
import Synchronization
import Testing
import TextAnalysis

@testable import NewsStore

@Suite struct FacetQueueTests {
  /// Reads what a title says of itself: `600519.SH 回购 债券 positive 酒`.
  private static func read(_ words: AnalysedWords) -> FacetValues { values(words.title) }

  private static func values(_ title: String) -> FacetValues {
    var values = FacetValues()
    for word in title.split(separator: " ").map(String.init) {
      if word.hasSuffix(".SH") || word.hasSuffix(".HK") { values.companies.append(word) }
      if let kind = EventKind(rawValue: word) { values.events.append(EventValue(kind: kind)) }
      if let topic = Topic(rawValue: word) { values.topics.append(topic) }
      if let tone = Tone(rawValue: word) { values.tone = tone }
      if word.hasPrefix("#") { values.keywords.append(word) }
    }
    return values
  }

  private func analyseAll(_ store: NewsStore) throws {
    while try store.analyseNext(by: Self.read) > 0 {}
  }

  private func store(_ titles: [String]) throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save(titles.enumerated().map { .sample($1, minutes: Int64($0)) })
    return temporary
  }

  @Test func whatIsSavedWaitsOnceUntilItIsRead() throws {
    let temporary = try store(["600519.SH 回购", "00700.HK 减持"])
    #expect(try temporary.store.unanalysedCount() == 2)
    #expect(try temporary.store.titles(.term(.company, "600519.SH")) == [])
    #expect(try temporary.store.analyseNext(by: Self.read) == 2)
    #expect(try temporary.store.unanalysedCount() == 0)
    #expect(try temporary.store.analyseNext(by: Self.read) == 0)
    #expect(try temporary.store.titles(.term(.company, "600519.SH")) == ["600519.SH 回购"])
  }

  @Test(arguments: [1, 2, 3, 7])
  func severalThreadsReadWhatOneDoes(_ threads: Int) throws {
    let titles = (0..<600).map { "\($0) \(EventKind.allCases[$0 % EventKind.allCases.count].rawValue)" }
    let temporary = try store(titles)
    #expect(try temporary.store.analyseNext(threads: threads, by: Self.read) == 512)
    #expect(try temporary.store.analyseNext(threads: threads, by: Self.read) == 88)
    for kind in EventKind.allCases {
      let expected = titles.filter { $0.split(separator: " ")[1] == kind.rawValue }
      #expect(Set(try temporary.store.titles(.term(.event, kind.rawValue))) == Set(expected))
    }
    #expect(try temporary.store.check() == [])
  }

  @Test func oneProgramAnalysesAndAnotherIndexesMeanwhile() throws {
    let temporary = try store(["600519.SH 回购"])
    let other = try temporary.another()
    let lock = try #require(try other.lock(for: .analysing))
    #expect(try temporary.store.analyseNext(by: Self.read) == 0)
    #expect(throws: StoreError.self) { try temporary.store.repair() }
    #expect(try temporary.store.indexNext() == 1)
    withExtendedLifetime(lock) {}
    #expect(try temporary.store.unanalysedCount() == 1)
  }

  @Test func everyFacetIsFoundCountedAndShown() throws {
    let temporary = try store(["600519.SH 回购 债券 positive #酒", "600519.SH 减持 negative", "别的"])
    try analyseAll(temporary.store)
    let store = temporary.store
    #expect(try store.count(.term(.company, "600519.SH")) == 2)
    #expect(try store.titles(.allOf([.term(.company, "600519.SH"), .term(.event, "减持")])) == ["600519.SH 减持 negative"])
    #expect(try store.titles(.term(.topic, "债券")).count == 1)
    #expect(try store.titles(.term(.tone, "negative")) == ["600519.SH 减持 negative"])
    #expect(try store.titles(.term(.keyword, "#酒")).count == 1)
    #expect(try store.titles(.not(.term(.company, "600519.SH"))) == ["别的"])
    #expect(try store.terms(.company).map(\.name) == ["600519.SH"])
    #expect(try store.terms(.event, matching: .term(.tone, "positive")).map(\.name) == ["回购"])
    let newest = try store.headlines(matching: .term(.event, "回购"), from: .start, limit: 1).headlines.first
    #expect(newest?.facets == Self.values("600519.SH 回购 债券 positive #酒"))
    #expect(try store.check() == [])
  }

  @Test func figuresOfAnEventAreKept() throws {
    let values = FacetValues(events: [
      EventValue(
        kind: .buyback, detail: "注销", direction: .positive,
        amount: Amount(range: 50_000_000...1.2e8, unit: .currency("CNY")),
        percentage: -30.5...(-12)),
      EventValue(kind: .control, detail: "质押", amount: Amount(range: 7...7, unit: .other("万吨.%=")), percentage: 3...3),
    ])
    let temporary = try store(["拟回购"])
    _ = try temporary.store.analyseNext { _ in values }
    let found = try temporary.store.headlines(matching: .term(.event, "质押"), from: .start, limit: 1).headlines.first
    #expect(found?.facets.events.first == values.events.first)
    #expect(found?.facets.events.last?.amount?.range == 7...7)
    #expect(try temporary.store.check() == [])
  }

  @Test func onlyWhatChangesTheWordsMakesAnArticleWaitAgain() throws {
    let temporary = try store(["600519.SH 回购", "00700.HK 减持"])
    try analyseAll(temporary.store)
    _ = try temporary.store.markRead(matching: .all)
    #expect(try temporary.store.unanalysedCount() == 0)
    _ = try temporary.store.save([.sample("600519.SH 回购", minutes: 0, body: "新的正文")])
    #expect(try temporary.store.unanalysedCount() == 1)
    // What was read stays until it is read anew.
    #expect(try temporary.store.count(.term(.company, "600519.SH")) == 1)
    _ = try temporary.store.analyseNext { _ in FacetValues(companies: ["000001.SZ"]) }
    #expect(try temporary.store.count(.term(.company, "600519.SH")) == 0)
    #expect(try temporary.store.count(.term(.company, "000001.SZ")) == 1)
    #expect(try temporary.store.check() == [])
  }

  @Test func anArticleThatIsChangedWhileItIsReadWaitsOn() throws {
    let temporary = try store(["600519.SH 回购"])
    let store = temporary.store
    let taken = try store.analyseNext { _ in
      // Another writer is quicker.
      _ = try? store.save([.sample("600519.SH 回购", minutes: 0, body: "新的正文")])
      return FacetValues(companies: ["00700.HK"])
    }
    #expect(taken == 0)
    #expect(try store.unanalysedCount() == 1)
    #expect(try store.count(.term(.company, "00700.HK")) == 0)
    try analyseAll(store)
    #expect(try store.count(.term(.company, "600519.SH")) == 1)
  }

  @Test func otherTablesLetAllArticlesWaitAgain() throws {
    let temporary = try store(["600519.SH 回购", "00700.HK 减持"])
    try analyseAll(temporary.store)
    try temporary.store.pool.write { try StoreState.facets.set(0, $0) }
    let again = try temporary.another()
    #expect(try again.unanalysedCount() == 2)
    #expect(try again.count(.term(.company, "600519.SH")) == 1)
  }

  @Test func ownTablesLetTheArticlesWaitThatTheyMayChange() throws {
    let temporary = try store(["宁王大涨 600519.SH", "别的", "屏蔽 宁王", "正文里"])
    let store = temporary.store
    _ = try store.save([.sample("正文里", minutes: 3, body: "说到宁王的正文")])
    _ = try store.apply([.mute], matching: .title("屏蔽"))
    try analyseAll(store)
    let own = OwnTables("alias\t宁王\t300750")
    let read = Mutex<Set<String>>([])
    let values: @Sendable (AnalysedWords) -> FacetValues = { words in
      read.withLock { _ = $0.insert(words.title) }
      return FacetValues(companies: ["300750.SZ"])
    }
    while try store.analyseNext(own: own, by: values) > 0 {}
    #expect(read.withLock { $0 } == ["宁王大涨 600519.SH", "屏蔽 宁王", "正文里"])
    #expect(try store.count(.term(.company, "300750.SZ")) == 2)
    // The same tables change nothing, and a row that goes away touches what it had touched.
    read.withLock { $0 = [] }
    while try store.analyseNext(own: own, by: values) > 0 {}
    #expect(read.withLock { $0 } == [])
    while try store.analyseNext(own: OwnTables(), by: values) > 0 {}
    #expect(read.withLock { $0.count } == 3)
    #expect(try store.check() == [])
  }

  @Test func whatTheReaderCallsWrongStaysAwayHoweverOftenItIsReadAgain() throws {
    let temporary = try store(["600519.SH 回购 债券 positive #酒", "600519.SH 回购"])
    let store = temporary.store
    try analyseAll(store)
    let key = try #require(try store.headlines(matching: .title("债券"), from: .start, limit: 1).headlines.first?.key)
    let terms = [
      FacetTerm(.company, "600519.SH"), FacetTerm(.event, "回购"), FacetTerm(.topic, "债券"), FacetTerm(.tone, "positive"),
      FacetTerm(.keyword, "#酒"),
    ]
    for term in terms { try store.correct(term, of: key, isWrong: true, by: Self.read) }
    func facets() throws -> FacetValues? { try store.article(key)?.headline.facets }
    #expect(try facets() == FacetValues())
    #expect(Set(try store.wrongFacets(of: key)) == Set(terms))
    #expect(try store.count(.term(.company, "600519.SH")) == 1)
    try store.pool.write { try FacetQueue.letAllWait($0) }
    try analyseAll(store)
    #expect(try facets() == FacetValues())
    for term in terms { try store.correct(term, of: key, isWrong: false, by: Self.read) }
    #expect(try facets() == Self.values("600519.SH 回购 债券 positive #酒"))
    #expect(try store.wrongFacets(of: key) == [])
    #expect(try store.check() == [])
  }

  @Test func articleThatIsReadAtOnceWaitsNoMore() throws {
    let temporary = try store(["600519.SH 回购"])
    let key = try #require(try temporary.store.headlines(matching: .all, from: .start, limit: 1).headlines.first?.key)
    try temporary.store.analyse(key, by: Self.read)
    #expect(try temporary.store.unanalysedCount() == 0)
    #expect(try temporary.store.count(.term(.company, "600519.SH")) == 1)
    try temporary.store.analyse(ArticleKey(99), by: Self.read)
  }

  @Test func manyNewRowsLetAllArticlesWait() throws {
    let temporary = try store(["甲", "乙"])
    try analyseAll(temporary.store)
    let own = OwnTables((0..<100).map { "tone\t词\($0)\t1" }.joined(separator: "\n"))
    let read = Mutex(0)
    while try temporary.store.analyseNext(
      own: own,
      by: { _ in
        read.withLock { $0 += 1 }
        return FacetValues()
      }) > 0
    {}
    #expect(read.withLock { $0 } == 2)
  }

  @Test func mutedArticlesKeepTheirFacetsAndCountForNothing() throws {
    let temporary = try store(["600519.SH 回购", "600519.SH 减持"])
    _ = try temporary.store.apply([.mute], matching: .title("减持"))
    try analyseAll(temporary.store)
    #expect(try temporary.store.count(.term(.company, "600519.SH")) == 1)
    #expect(try temporary.store.terms(.event).map(\.name) == ["回购"])
    _ = try temporary.store.apply([.unmute], matching: .muted)
    #expect(try temporary.store.count(.term(.company, "600519.SH")) == 2)
    #expect(try temporary.store.check() == [])
  }

  @Test func anArticleThatMovesInTimeTakesItsFacetsWithIt() throws {
    let temporary = try store(["600519.SH 回购"])
    try analyseAll(temporary.store)
    _ = try temporary.store.save([.sample("600519.SH 回购", minutes: 500)])
    try analyseAll(temporary.store)
    #expect(try temporary.store.count(.term(.company, "600519.SH")) == (try temporary.store.count(.all)))
    #expect(try temporary.store.check() == [])
  }

  @Test func onlyArticlesWithoutTagsNeedKeywords() throws {
    let temporary = try TemporaryStore()
    let read: @Sendable (AnalysedWords) -> FacetValues = { FacetValues(keywords: $0.hasTags ? [] : ["锂"]) }
    _ = try temporary.store.save([.sample("甲", minutes: 1), .sample("乙", minutes: 2, tags: ["铜"])])
    while try temporary.store.analyseNext(by: read) > 0 {}
    #expect(try temporary.store.titles(.term(.keyword, "锂")) == ["甲"])
    _ = try temporary.store.save([.sample("甲", minutes: 1, tags: ["铜"])])
    while try temporary.store.analyseNext(by: read) > 0 {}
    #expect(try temporary.store.titles(.term(.keyword, "锂")) == [])
  }

  @Test func statisticsNameTheFacetsThatAreAskedFor() throws {
    let temporary = try store(["600519.SH 回购 positive", "600519.SH 减持", "00700.HK 减持"])
    try analyseAll(temporary.store)
    let all = try temporary.store.statistics(
      .all, over: .everything, in: .gmt, fields: TermField.facets)
    #expect(all.terms[.company]?.map(\.name) == ["600519.SH", "00700.HK"])
    #expect(all.terms[.event]?.map(\.count) == [2, 1])
    #expect(all.terms[.tag] == nil)
    #expect(all.terms[.company]?.map(\.title) == ["贵州茅台", "腾讯"])
    let tones = try temporary.store.tones(of: ["600519.SH", "00700.HK", "1"], in: all.request)
    #expect(tones["600519.SH"] == ToneCounts(positive: 1))
    #expect(tones["00700.HK"] == ToneCounts() && tones["1"] == ToneCounts())
    let one = try temporary.store.statistics(
      .term(.company, "600519.SH"), over: .everything, in: .gmt, fields: [.event])
    #expect(one.inRange.articles == 2)
    #expect(one.terms[.event]?.map(\.name) == ["减持", "回购"].sorted { $0 > $1 } || one.terms[.event]?.count == 2)
  }
}

@Suite struct StoredFacetsTests {
  @Test(
    arguments: [
      "", "c12", "c12 e40 t7 n5 k900", "e40.41=50000000~100000000CNY%-30", "e40%-30.5~-12", "e40=0.5元%3", "e1=1e+20CNY",
      "e40+", "e40.41-%-3 e42+=5CNY",
    ])
  func theTextIsReadAsItIsWritten(text: String) {
    let written = StoredFacets(StoredFacets(text).values).text(hasTags: true)
    #expect(written.hasPrefix(text) && written.dropFirst(text.count).allSatisfy { $0 == " " })
  }

  @Test func aRowKeepsItsLengthWhenFacetsComeIntoIt() {
    let facets = StoredFacets("c12 e40 t7 n5")
    #expect(StoredFacets().text(hasTags: true).utf8.count == facets.text(hasTags: true).utf8.count)
    #expect(
      StoredFacets().text(hasTags: false).utf8.count
        >= StoredFacets("c12 t7 k900 k901 k902").text(hasTags: false).utf8.count)
    #expect(StoredFacets(facets.text(hasTags: false)) == facets)
    #expect(StoredFacets("c12  ") == StoredFacets("c12"))
    #expect(StoredFacets("c12") != StoredFacets("c1"))
  }

  @Test(arguments: ["x1", "c", "e40.", "e40=", "e40=~", "c99999999999999999999", "t7=%", "  c1  "])
  func whatMeansNothingIsLeftOut(text: String) { #expect(StoredFacets(text).values.count <= 1) }
}
