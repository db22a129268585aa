import NewsModel
import Testing

@testable import NewsStore

@Suite struct RelevanceTests {
  private func ranked(_ items: [Item], _ query: Query, amongNewest count: Int = 2_000) throws -> [String] {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save(items)
    _ = try temporary.store.indexNext()
    return try temporary.store.mostRelevant(to: query, amongNewest: count, limit: 10).map(\.title)
  }

  @Test func aTitleThatNamesItComesBeforeABodyThatMentionsIt() throws {
    let items: [Item] = [
      .sample("央行降准", minutes: 1, body: "公告。"), .sample("早报", minutes: 3, body: "其中提到降准。"),
      .sample("解读", minutes: 2, body: "降准之后，再谈降准，降准的影响。"), .sample("无关", minutes: 4, body: "锂电。"),
    ]
    #expect(try ranked(items, .text("降准")) == ["央行降准", "解读", "早报"])
  }

  @Test func theRarerTextWeighsMore() throws {
    let common = (0..<30).map { Item.sample("公司公告\($0)号", minutes: Int64($0), body: "公司。") }
    let items = common + [.sample("重整", minutes: 40, body: "公司。"), .sample("公司", minutes: 50, body: "重整。")]
    #expect(try ranked(items, .and([.text("公司"), .text("重整")])) == ["重整", "公司"])
  }

  @Test func equalsAndQueriesWithoutTextStayNewestFirst() throws {
    let items: [Item] = (0..<4).map { .sample("降准\($0)", minutes: Int64($0)) }
    #expect(try ranked(items, .text("降准")) == ["降准3", "降准2", "降准1", "降准0"])
    #expect(try ranked(items, .unread) == ["降准3", "降准2", "降准1", "降准0"])
  }

  @Test func onlyTheNewestAreRanked() throws {
    let items: [Item] = [.sample("降准降准", minutes: 1)] + (2..<6).map { .sample("早报\($0)", minutes: $0, body: "降准") }
    #expect(try ranked(items, .text("降准"), amongNewest: 4) == ["早报5", "早报4", "早报3", "早报2"])
  }
}
