import NewsModel
import Testing

@Suite struct QueryMutedTests {
  @Test(
    arguments: [.muted, .and([.unread, .muted]), .or([.muted, .not(.muted)]), .not(.and([.muted, .read]))] as [Query])
  func aQueryThatSpeaksOfMutedArticlesLooksAtThem(query: Query) {
    #expect(query.looksAtMuted)
    #expect(query.withoutMutedExcluded == query)
  }

  @Test func sayingThatTheyAreLeftOutChangesNothing() {
    #expect(!Query.unread.looksAtMuted)
    #expect(!Query.and([.unread, .not(.muted)]).looksAtMuted)
    #expect(Query.and([.unread, .not(.muted)]).withoutMutedExcluded == .unread)
    #expect(Query.not(.muted).withoutMutedExcluded == .all)
  }
}
