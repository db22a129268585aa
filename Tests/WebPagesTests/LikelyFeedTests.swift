import Testing

@testable import WebPages

@Suite struct LikelyFeedTests {
  @Test(arguments: [
    "https://a.example/feed", "https://a.example/FEED/#top", "https://a.example/rss/finance.xml",
    "https://a.example/?feed=rss2", "https://a.example/list?format=rss", "https://a.example/list?type=rss&a",
    "https://a.example/list?a=1&format=xml", "https://a.example/a.rss.gz",
  ])
  func addressesEndAsThoseOfFeeds(address: String) {
    #expect(LikelyFeed.isAt(address))
    #expect(LikelyFeed.mayBeLinked(at: address))
  }

  @Test(arguments: ["https://a.example/rss/finance", "https://feeds.a.example/finance"])
  func linksToFoldersAndHostsOfFeedsAreWorthALook(address: String) {
    #expect(!LikelyFeed.isAt(address))
    #expect(LikelyFeed.mayBeLinked(at: address))
  }

  @Test(arguments: [
    "https://a.example/", "https://a.example/sitemap.xml", "https://a.example/rss/index.html",
    "https://a.example/finance", "",
  ])
  func otherAddressesDoNot(address: String) {
    #expect(!LikelyFeed.isAt(address))
    #expect(!LikelyFeed.mayBeLinked(at: address))
  }

  @Test func feedsOfCommentsAreTold() {
    #expect(LikelyFeed.isOfComments(address: "https://a.example/comments/feed", title: ""))
    #expect(LikelyFeed.isOfComments(address: "https://a.example/feed", title: "要闻 » 评论"))
    #expect(!LikelyFeed.isOfComments(address: "https://a.example/feed", title: "要闻"))
  }

  @Test func mediaTypesLoseTheirParameters() {
    #expect(FeedLink.mediaType("application/RSS+XML; charset=utf-8") == "application/rss+xml")
    #expect(FeedLink.mediaType("text/html") == nil)
  }
}
