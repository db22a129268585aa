import Dashboard
import Foundation
import NewsModel
import NewsStore
import Testing
import TextAnalysis

@testable import App

/// What the fake library of the dashboard's tests does not answer; `LibraryContractTests` holds the rest.
@Suite struct LibraryReadingTests {
  private let world: DashboardWorld

  init() throws { world = try DashboardWorld("云杉动力召回电池", "远帆航运扩大船队") }

  private func reading(_ cancellation: Cancellation? = nil, tags: TagNames = TagNames()) -> LibraryReading {
    LibraryReading(
      store: world.library.store, now: CivilTime(year: 2026, month: 3, day: 18).timestamp(in: DashboardWorld.zone),
      zone: DashboardWorld.zone, cancellation: cancellation,
      loadTheme: { LoadedTheme(theme: nil, problems: [.init("theme \($0)")]) },
      discover: { .unanswered(.init("asked for \($0)"), overHTTP: "http://" + $0) }, tags: tags)
  }

  @Test func tagsBearTheNamesThatTheReaderGaveThem() throws {
    let items = [("甲股上市", ["IPO", "广告"]), ("乙股申购", ["打新"]), ("丙股", ["央行"])].enumerated().map { index, item in
      Item(
        url: "https://news.example/tags/\(index)", title: item.0,
        published: Timestamp(1_773_000_000 + Int64(index) * 60),
        tags: item.1)
    }
    _ = try world.library.store.save(items)
    let own = OwnTables("tag\tIPO\t新股\ntag\t打新\t新股\nnot-tag\t广告")
    let library = reading(tags: TagNames(own))
    #expect(try library.terms([.tag], matching: .all, limit: .max)[.tag]?.map(\.name) == ["新股", "央行"])
    #expect(try library.count(.tag("新股")) == 2)
    let page = try library.headlines(matching: .tag("新股"), from: .start, limit: 10)
    #expect(page.headlines.map(\.title) == ["乙股申购", "甲股上市"])
    #expect(page.headlines.map(\.pageTags) == [["新股"], ["新股"]])
    let key = try #require(page.headlines.last?.key)
    #expect(try library.article(key, asOf: nil)?.headline.tags == ["新股"])
    #expect(try library.headlines(around: key, matching: .tag("IPO"), limit: 5).before.headlines.count == 1)
    #expect(try library.statistics(.all, over: .everything, fields: [.tag]).terms[.tag]?.first?.name == "新股")
    #expect(try reading().article(key, asOf: nil)?.headline.tags == ["IPO", "广告"])
  }

  @Test func whatIsKeptComesTogether() throws {
    try world.library.store.save(SavedQuery(name: "电池", text: "召回"))
    try world.library.store.save(Rule(name: "航运", text: "航运", actions: [.star]))
    let collection = try reading().collection()
    #expect(collection.queries.map(\.name) == ["电池"] && collection.rules.map(\.name) == ["航运"])
  }

  @Test func sourcesAreLookedAtAsOfTheMomentOfTheRequest() throws {
    _ = try world.library.store.subscribe(Subscription(name: "晨报", address: "https://news.example/rss"))
    #expect(try reading().subscriptions().map(\.subscription.name) == ["晨报"])
    #expect(try reading().undoSteps() == [])
    _ = try world.library.store.apply([.star], matching: .all)
    #expect(try reading().undoSteps().map(\.articles) == [2])
  }

  @Test func addressesAndThemesAreOthersAffairs() throws {
    #expect(
      try reading().feeds(at: "news.example") == .unanswered("asked for news.example", overHTTP: "http://news.example"))
    #expect(reading().theme(named: "nord").problems == ["theme nord"])
  }

  /// A query that nobody waits for any more does not keep the others waiting.
  @Test func aStoppedRequestAnswersNothing() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let stopped = reading(cancellation)
    let key = try #require(try reading().headlines(matching: .all, from: .start, limit: 1).headlines.first?.key)
    #expect(throws: StoreError.cancelled) { try stopped.headlines(matching: .text("电池"), from: .start, limit: 9) }
    #expect(throws: StoreError.cancelled) { try stopped.headlines(around: key, matching: .text("电池"), limit: 9) }
    #expect(throws: StoreError.cancelled) { try stopped.mostRelevant(to: .text("电池"), limit: 9) }
    #expect(throws: StoreError.cancelled) { try stopped.count(.text("电池")) }
    #expect(throws: StoreError.cancelled) { try stopped.position(of: ArticlePlace(id: ArticleID(0)), in: .text("电池")) }
    #expect(throws: StoreError.cancelled) { try stopped.statistics(.text("电池"), over: .week, fields: [.tag]) }
    #expect(throws: StoreError.cancelled) { try stopped.terms([.tag], matching: .text("电池"), limit: 9) }
    #expect(try stopped.article(key, asOf: nil)?.headline.title == "云杉动力召回电池")
  }
}
