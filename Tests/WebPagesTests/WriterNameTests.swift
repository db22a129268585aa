import Testing

@testable import WebPages

@Suite struct WriterNameTests {
  @Test(arguments: [
    ("By Jane Doe", "Jane Doe"), ("作者：李四", "李四"), ("文/李四", "李四"), ("李四 1234", "李四"), ("李四 王五", "李四 王五"),
  ])
  func whatStandsAroundANameIsLeftOut(value: String, names: String) { #expect(WriterName.cleaned(value) == names) }

  @Test(arguments: ["", "admin", "佚名", "a@b.example", "https://b.example/", "1234"]) func otherValuesNameNobody(
    value: String
  ) {
    #expect(WriterName.cleaned(value) == nil)
  }

  @Test func aSiteIsNoWriter() { #expect(WriterName.cleaned("晨星", sites: ["晨星"]) == nil) }

  @Test(arguments: ["Jane Doe", "John D. Roe", "李四", "欧阳明"]) func personsAreTold(name: String) {
    #expect(WriterName.isPerson(name[...]))
  }

  @Test(arguments: ["Example Times", "jane doe", "JANE DOE", "Jane", "港口", "江湾日报", "Read More"])
  func housesAndWordsAreNoPersons(name: String) { #expect(!WriterName.isPerson(name[...])) }
}

@Suite struct SourceNameTests {
  @Test(arguments: [("港口日报", "港口日报"), ("【港口日报】", "港口日报"), ("港口日报 江苏", "港口日报"), ("- Example Wire", "Example Wire")])
  func marksAndPlacesAreLeftOut(value: String, name: String) { #expect(SourceName.cleaned(value) == name) }

  @Test(arguments: ["", "网络", "Unknown", "广东省", "a@b.example", "By Jane Doe", "7"]) func otherValuesNameNoSource(
    value: String
  ) {
    #expect(SourceName.cleaned(value) == nil)
  }

  @Test func provincesArePlaces() {
    #expect(SourceName.isPlace("广东") && SourceName.isPlace("广西壮族自治区") && SourceName.isPlace("香港特别行政区"))
    #expect(!SourceName.isPlace("广东人") && !SourceName.isPlace("江湾"))
  }
}

@Suite struct LikelyFeedTests {
  @Test(arguments: [
    "https://a.example/feed", "https://a.example/FEED/#top", "https://a.example/rss/finance.xml",
    "https://a.example/?feed=rss2",
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
