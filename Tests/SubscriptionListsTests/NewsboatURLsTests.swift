import NewsModel
import Testing

@testable import ArticleFields
@testable import SourceForms
@testable import SubscriptionLists

struct NewsboatURLsTests {
  private func read(_ text: String) -> SubscriptionList {
    Array(text.utf8).withUnsafeBytes { NewsboatURLs.read($0, context: ParsingContext(fileName: "urls")) }
  }

  @Test func aLineIsAnAddressWithNameAndTags() {
    let list = read(
      """
      # 财经
      https://a.example/rss 财经 "早间 新闻" "~晨星日报"

      "https://b.example/f" "!" !隐藏
      """)
    #expect(list.refusals == [])
    #expect(
      list.subscriptions == [
        Subscription(name: "晨星日报", address: "https://a.example/rss", tags: ["财经", "早间 新闻"]),
        Subscription(name: "b.example", address: "https://b.example/f", tags: ["隐藏"]),
      ])
  }

  @Test func commandsAreNamedAndPassedOver() {
    let list = read(
      """
      exec:~/bin/feed.sh 标签
      "filter:~/bin/filter.pl:https://a.example/rss"
      "query:未读:unread = \\"yes\\""
      file:///home/a/feed.xml
      https://a.example/rss
      """)
    #expect(list.subscriptions.map(\.address) == ["https://a.example/rss"])
    #expect(
      list.refusals.map(\.reason) == [
        .command("exec"), .command("filter"), .command("query"), .notAWebAddress("file:///home/a/feed.xml"),
      ])
    #expect(list.refusals.map(\.line) == [1, 2, 3, 4])
  }

  @Test func aNameThatTheEndCutsOffIsNone() {
    let list = read("https://a.example/rss 财经 \"~晨星日")
    #expect(list.subscriptions == [Subscription(name: "a.example", address: "https://a.example/rss", tags: ["财经"])])
    #expect(list.refusals == [ParseRefusal(.endsWithinEntry, path: "urls", line: 1)])
  }

  @Test func aListOfCommentsSaysThatItHoldsNothing() {
    #expect(read("# https://a.example/rss\n").refusals.map(\.reason) == [.holdsNothing(.subscriptions)])
    let bytes = Array("# https://a.example/rss\n".utf8)
    #expect(bytes.withUnsafeBytes { SubscriptionList.isList($0, fileName: "home/urls") })
  }
}
