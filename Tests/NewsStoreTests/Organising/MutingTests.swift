import Foundation
import NewsModel
import Testing

@testable import NewsStore

/// Muted articles leave every list and count, except those of queries that speak of them.
@Suite struct MutingTests {
  /// Six articles, of which the second and the fifth are muted.
  private func store() throws -> (TemporaryStore, [ArticleKey]) {
    let temporary = try TemporaryStore()
    let keys = try temporary.store.save(
      (0..<6).map { .sample("新闻\($0)", minutes: $0, label: "聚焦", tags: $0.isMultiple(of: 2) ? ["锂电"] : ["银行"]) }
    ).keys
    _ = try temporary.store.apply(StatusChange(.mute, of: [keys[1], keys[4]]))
    return (temporary, keys)
  }

  @Test(
    arguments: [
      (.all, ["新闻5", "新闻3", "新闻2", "新闻0"]),
      (.tag("锂电"), ["新闻2", "新闻0"]),
      (.unread, ["新闻5", "新闻3", "新闻2", "新闻0"]),
      (.not(.tag("锂电")), ["新闻5", "新闻3"]),
      (.not(.muted), ["新闻5", "新闻3", "新闻2", "新闻0"]),
      (.or([.tag("锂电"), .starred]), ["新闻2", "新闻0"]),
      (.muted, ["新闻4", "新闻1"]),
      (.and([.muted, .tag("锂电")]), ["新闻4"]),
      (.and([.tag("锂电"), .unread, .muted]), ["新闻4"]),
      (.or([.muted, .tag("锂电")]), ["新闻4", "新闻2", "新闻1", "新闻0"]),
      (.withMuted, ["新闻5", "新闻4", "新闻3", "新闻2", "新闻1", "新闻0"]),
    ] as [(Query, [String])])
  func listsAndCountsAgree(query: Query, titles: [String]) throws {
    let (temporary, _) = try store()
    #expect(try temporary.store.titles(query) == titles)
    #expect(try temporary.store.count(query) == titles.count)
    #expect(try temporary.store.check() == [])
  }

  @Test func countsOfTermsAndStatisticsLeaveThemOut() throws {
    let (temporary, _) = try store()
    let store = temporary.store
    #expect(try store.terms(.tag).map(\.count) == [2, 2])
    let request = StatisticsRequest(query: .all, range: noon - 7_200..<noon + 7_200, bucket: .hour)
    let statistics = try store.statistics(request, zone: .gmt)
    #expect(statistics.overall.articles == 4)
    #expect(statistics.volume.map(\.count) == [0, 0, 4, 0])
  }

  @Test func whatIsMutedStaysSoWhenItComesAgain() throws {
    let (temporary, keys) = try store()
    _ = try temporary.store.save([.sample("新闻1", minutes: 1, tags: ["年报"], body: "改过的正文")])
    #expect(try temporary.store.titles(.muted) == ["新闻4", "新闻1"])
    #expect(try temporary.store.headline(keys[1])?.status.isMuted == true)

    _ = try temporary.store.apply([.unmute], matching: .tag("年报"))

    #expect(try temporary.store.titles(.tag("年报")) == ["新闻1"])
    #expect(try temporary.store.check() == [])
  }

  @Test func aTermOfWhichAllIsMutedIsNotWalked() throws {
    let (temporary, _) = try store()
    _ = try temporary.store.apply([.mute], matching: .tag("锂电"))
    let compiled = try temporary.store.read { try QueryCompiler($0).compile(.tag("锂电")) }
    #expect(compiled.conditions.contains("0"))
    #expect(try temporary.store.titles(.tag("锂电")) == [])
  }

  @Test func aStoreWithoutMutedArticlesIsNotAskedAboutThem() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("新闻", tags: ["锂电"])])
    for query in [Query.all, .tag("锂电"), .title("新")] {
      let compiled = try temporary.store.read { try QueryCompiler($0).compile(query) }
      #expect(!compiled.select("a.id").contains("muted"))
    }
  }
}
