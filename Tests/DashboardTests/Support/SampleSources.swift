import NewsModel

/// Invented sources for tests, in all states of health.
enum SampleSources {
  private static let now = SampleNews.now

  static let overviews: [SubscriptionOverview] = [
    source(1, "星海财经", folders: ["财经", "要闻"], tags: ["要闻"], rate: 41.6, articles: 1_204, unread: 45),
    source(2, "潮汐周刊", folders: ["财经"], rate: 0.3, articles: 12),
    source(3, "北辰证券报", folders: ["证券"], fetchesArticles: true, rate: 9.5, articles: 310, unread: 7) { state in
      state.failure = .hostNotFound
      state.failures = 5
      state.failingSince = now - 2 * 86_400
      state.lastAttempt = now - 1_800
      state.lastSuccess = now - 3 * 86_400
      state.nextCheck = now + 4 * 3_600
    },
    source(4, "Harbor Wire", rate: 12.4, articles: 96, unread: 96) { state in
      state.note = "第 3 行：多余的结束标签"
    },
    source(5, "远帆财讯", folders: ["财经", "要闻"]) { $0 = FetchState() },
    source(6, "旧港日报", articles: 55) { state in
      state.isGone = true
      state.failure = .status(410)
      state.failures = 1
      state.lastAttempt = now - 30 * 86_400
      state.lastSuccess = now - 31 * 86_400
      state.nextCheck = nil
    },
    source(7, "Meridian Desk", folders: ["海外"], rate: 3, articles: 40, unread: 2) { state in
      state.failure = .status(503)
      state.failures = 1
      state.failingSince = now - 600
      state.lastAttempt = now - 600
      state.nextCheck = now + 600
    },
  ]

  /// A source that was fetched five minutes ago, but for what `change` says.
  static func source(
    _ id: Int64, _ name: String, folders: [String] = [], tags: [String] = [], fetchesArticles: Bool = false,
    rate: Double = 0, articles: Int = 0, unread: Int = 0, _ change: (inout FetchState) -> Void = { _ in }
  ) -> SubscriptionOverview {
    var state = FetchState()
    state.lastAttempt = now - 300
    state.lastSuccess = now - 300
    state.nextCheck = now + 1_500
    change(&state)
    let subscription = Subscription(
      id: Subscription.ID(id), name: name, address: "https://news\(id).example/feed.xml",
      homePage: id % 2 == 1 ? "https://news\(id).example/" : nil, folders: folders, tags: tags,
      fetchesArticles: fetchesArticles)
    return SubscriptionOverview(
      subscription: subscription, state: state, articlesADay: rate, articles: articles, unread: unread)
  }
}
