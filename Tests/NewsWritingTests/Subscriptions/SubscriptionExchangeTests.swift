import ArticleFields
import NewsModel
import NewsWriting
import SubscriptionLists
import Testing

/// What goes out as a list of feeds and comes back.
struct SubscriptionExchangeTests {
  private func readBack(_ subscriptions: [Subscription], _ format: SubscriptionFormat) -> SubscriptionList {
    let document = format.document(subscriptions)
    return document.withUnsafeBytes { bytes in
      switch format {
      case .opml: OPMLReader.read(bytes, context: ParsingContext())
      case .newsboat: NewsboatURLs.read(bytes, context: ParsingContext())
      }
    }
  }

  private func random(_ count: Int) -> [Subscription] {
    var random = RandomArticles(seed: 5)
    let folders = (0..<4).map { _ in random.name() }
    return (0..<count).map { number in
      let depth = Int.random(in: 0...3, using: &random)
      return Subscription(
        name: random.name(), address: "https://a.example/feed?n=\(number)&x='\"<>",
        homePage: "https://a.example/\(number)",
        folders: folders.shuffled(using: &random).prefix(depth).map(\.self),
        tags: Array(Set(random.list(upTo: 3) { $0.name() })).sorted(), fetchesArticles: Bool.random(using: &random),
        interval: random.maybe { Int.random(in: 1...90_000, using: &$0) })
    }
  }

  @Test func opmlKeepsEverything() {
    // In the order in which folders come: subscriptions of one folder stand together.
    let all = random(200).map { subscription in
      var subscription = subscription
      subscription.address = subscription.address.filter { $0 != "\"" && $0 != "<" }
      return subscription
    }
    let read = readBack(all, .opml)
    #expect(read.refusals == [])
    #expect(Set(read.subscriptions) == Set(all))
    // A second time nothing moves any more.
    #expect(readBack(read.subscriptions, .opml).subscriptions == read.subscriptions)
  }

  @Test func newsboatKeepsNamesAndTagsAndMakesTagsOfFolders() {
    let feed = Subscription(
      name: "晨星 \"日报\" \\ 1", address: "https://a.example/f", folders: ["财经", "早报"], tags: ["电池 股", "财经"])
    let text = String(decoding: SubscriptionFormat.newsboat.document([feed]), as: UTF8.self)
    #expect(text == #"https://a.example/f "~晨星 \"日报\" \\ 1" "财经" "早报" "电池 股""# + "\n")
    #expect(
      readBack([feed], .newsboat).subscriptions == [
        Subscription(name: feed.name, address: feed.address, tags: ["财经", "早报", "电池 股"])
      ])
  }

  @Test func noNameOrTagBecomesAnotherLineOrCommand() {
    let feed = Subscription(
      name: "x\nexec:touch /tmp/x", address: "https://a.example/f", folders: ["\"/><script>"], tags: ["\nquery:a:b"])
    for format in SubscriptionFormat.allCases {
      let read = readBack([feed], format)
      #expect(read.subscriptions.count == 1)
      #expect(read.refusals == [])
    }
  }
}

extension RandomArticles {
  /// A name without blanks around it.
  fileprivate mutating func name() -> String {
    let name = line().trimmingPrefix { $0 == " " || $0 == "!" || $0 == "~" }
    return "名\(name)尾"
  }
}
