import NewsModel
import ParsingSupport
import SourceForms
import Testing

@testable import ArticleFields
@testable import WebPages

/// Which of all that a page says counts for its article.
@Suite struct PageFactsTests {
  private static let title = "云杉动力净利翻倍"

  private func item(
    title: String = Self.title, _ head: String = "", lines: String = "", body: String = paragraphs(3),
    foot: String = "", address: String? = nil, documentTitle: String? = nil
  ) throws -> Item {
    let html =
      "<html><head><title>\(documentTitle ?? title)</title>\(head)</head><body><h1>\(title)</h1><div>\(lines)</div><div>\(body)</div>\(foot)</body></html>"
    return try WebPageParser.parsePage(Array(html.utf8), address: address, context: context()).get()
  }

  private func meta(_ name: String, _ content: String) -> String { "<meta name=\"\(name)\" content=\"\(content)\">" }
  private func json(_ members: String) -> String {
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\(members)}</script>"
  }

  // MARK: - Addresses

  @Test func whereThePageWasFetchedFromIsItsAddress() throws {
    let head = "<link rel=canonical href=https://a.example/canonical>" + meta("og:url", "https://a.example/open")
    #expect(try item(head, address: "https://a.example/x").url == "https://a.example/x")
    #expect(try item("<!-- saved from url=(0019)https://a.example/s -->" + head).url == "https://a.example/s")
    #expect(try item(head).url == "https://a.example/canonical")
    #expect(
      try item("<link rel=canonical href=/c>" + meta("og:url", "https://a.example/open")).url
        == "https://a.example/open")
    let field = "<p>来源：星海财经 原文链接：https://a.example/line</p>"
    #expect(try item(body: paragraphs(3) + field).url == "https://a.example/line")
    #expect(try item(address: "nothing").url == nil)
  }

  @Test(
    arguments: [
      ("", "https://a.example/b/1.html", "https://a.example/b/x"),
      ("<base href=/c/>", "https://a.example/b/1.html", "https://a.example/c/x"),
      ("<base href=https://b.example/>", nil, "https://b.example/x"), ("", nil, nil),
    ] as [(String, String?, String?)])
  func linksAreRelativeToTheBase(head: String, address: String?, expected: String?) throws {
    let body = "<p>\(sentence(120))<a href=x>公告</a></p>" + paragraphs(2)
    #expect(try item(head, body: body, address: address).links.map(\.address) == [expected].compactMap { $0 })
  }

  @Test func linksOfTheTextAloneAreKept() throws {
    let body = paragraphs(2) + "<p>\(sentence(120))<a href=/in>公告</a></p>"
    let found = try item(
      lines: "<p><a href=/before>星海财经</a></p>", body: body, foot: "<p><a href=/behind>首页</a></p>",
      address: "https://a.example/")
    #expect(found.links == [ArticleLink(text: "公告", address: "https://a.example/in")])
  }

  // MARK: - Tags

  @Test func tagsOfThePageGoBeforeThoseThatAreLinked() throws {
    let linked = "<p class=tags><a href=/t>#石墨烯</a></p>"
    #expect(try item(foot: linked).tags == ["石墨烯"])
    #expect(try item(meta("keywords", "云杉动力,云杉动力, 行情"), foot: linked).tags == ["云杉动力", "行情"])
  }

  @Test func tagsAreShortAndStandOnce() throws {
    let long = String(repeating: "长", count: 31)
    #expect(
      try item(meta("keywords", "Gold,gold,ＧＯＬＤ,\(long),\(long.dropLast())")).tags == ["Gold", String(long.dropLast())])
    #expect(try item((0..<60).map { meta("article:tag", "标签\($0)") }.joined()).tags.count == 50)
  }

  // MARK: - Sources

  @Test func theSourceByTheArticleCountsFirst() throws {
    let shown = "<p>来源：星海财经</p><p>2031-02-03 10:15</p>"
    let marked = "<i class=copyfrom>云杉观察</i>"
    let head = meta("source", "南湾日报") + meta("og:site_name", "南湾网")
    #expect(try item(head, lines: shown + marked).source == "星海财经")
    #expect(try item(head, lines: marked).source == "南湾日报")
    #expect(try item(meta("og:site_name", "南湾网"), lines: marked).source == "云杉观察")
    #expect(try item(meta("og:site_name", "南湾网")).source == "南湾网")
    #expect(try item(json(#""publisher":{"name":"南湾网"}"#)).source == "南湾网")
    #expect(try item(documentTitle: Self.title + "_财经_南湾网").source == "南湾网")
    #expect(try item().source == nil)
  }

  @Test func valuesThatNameNoSourceGiveWayToTheNext() throws {
    #expect(try item(meta("source", "未知") + meta("og:site_name", "南湾网")).source == "南湾网")
    #expect(try item(meta("source", "广东省") + meta("source", "南湾日报")).source == "南湾日报")
  }

  @Test func anAccountIsTheSourceWhereNothingElseIs() throws {
    let account = "<span class=username>云杉观察</span>"
    #expect(try item(lines: account).source == "云杉观察")
    #expect(try item(meta("og:site_name", "南湾网"), lines: account).source == "南湾网")
    #expect(try item(lines: "<span class=author>云杉观察</span>").source == "云杉观察")
    // Who writes on a board is none.
    #expect(try item(lines: "<a class=username href=/u/3>云杉观察</a>").source == nil)
  }

  @Test func aPersonsNameBesideTheDateIsTheWriters() throws {
    let found = try item(meta("og:site_name", "南湾网"), lines: "<p>林一帆</p><p>2031-02-03 10:15</p>")
    #expect(found.source == "南湾网" && found.byline == "林一帆")
    let house = try item(lines: "<p>星海财经</p><p>2031-02-03 10:15</p>")
    #expect(house.source == "星海财经" && house.byline == nil)
  }

  @Test func aZoneBesideTheDateIsNoSource() throws {
    let title = "Gold climbs to a record"
    #expect(
      try item(title: title, meta("og:site_name", "Harbor Wire"), lines: "<p>AMT</p><p>2031-02-03 10:15</p>").source
        == "Harbor Wire")
  }

  // MARK: - Writers

  @Test func theBylineByTheArticleCountsFirst() throws {
    let head = meta("author", "Tom Roe") + meta("og:site_name", "Harbor Wire")
    let marked = "<i itemprop=author>Inés Quiroga</i>"
    let title = "Gold climbs to a record"
    #expect(try item(title: title, head, lines: "<p>By Ann Poe</p>" + marked).byline == "Ann Poe")
    #expect(try item(title: title, head, lines: marked).byline == "Tom Roe")
    #expect(try item(title: title, lines: marked).byline == "Inés Quiroga")
    #expect(try item(title: title, lines: "<i class=byline>by Ann Poe</i>").byline == "Ann Poe")
    #expect(try item(title: title).byline == nil)
  }

  @Test func theSiteIsNoWriter() throws {
    #expect(try item(meta("author", "南湾网") + meta("og:site_name", "南湾网")).byline == nil)
    #expect(try item(meta("author", "南湾"), documentTitle: Self.title + "_南湾网").byline == nil)
    #expect(try item(meta("author", "admin") + meta("author", "陈一")).byline == "陈一")
  }

  @Test func severalWritersAreNamedTogetherAndOnce() throws {
    #expect(try item(json(#""author":["Ann Poe",{"name":"Tom Roe"},"ann poe"]"#)).byline == "Ann Poe, Tom Roe")
    #expect(
      try item(
        json(
          "\"author\":["
            + (0..<9).map { "\"Ann P\(["a", "b", "c", "d", "e", "f", "g", "h", "i"][$0])\"" }.joined(separator: ",")
            + "]")
      ).byline?.split(separator: ",").count == 6)
  }

  @Test func whoIsLinkedLastBeforeThePostWroteIt() throws {
    let users = "<p><a href=/u/1>版务组</a></p><p><a href=/u/2>云杉观潮人</a></p>"
    #expect(try item(lines: users).byline == "云杉观潮人")
    #expect(try item(meta("author", "陈一"), lines: users).byline == "陈一")
    #expect(try item(lines: "<p><a href=/u/2>云杉日报</a></p>").byline == nil)
  }

  // MARK: - Dates

  private func published(
    _ head: String = "", lines: String = "", foot: String = "", address: String? = nil, title: String = Self.title
  ) throws -> (Timestamp?, Bool) {
    let item = try item(title: title, head, lines: lines, foot: foot, address: address)
    return (item.published, item.isDateEstimated)
  }

  @Test func aFullDateThatIsShownCountsFirst() throws {
    #expect(
      try published(meta("pubdate", "2031-02-01 08:00"), lines: "<p>2031-02-03 10:15</p>") == (
        moment(2031, 2, 3, 10, 15), false
      ))
    // A day alone says less than the markup.
    #expect(
      try published(meta("pubdate", "2031-02-01 08:00"), lines: "<p>2031-02-03</p>") == (moment(2031, 2, 1, 8), false))
    #expect(try published(lines: "<p>2031-02-03</p>") == (moment(2031, 2, 3), false))
    #expect(
      try published(meta("pubdate", "2031-06-29 08:00"), lines: "<p>昨天 22:10</p>") == (moment(2031, 6, 29, 8), false))
    #expect(try published(lines: "<p>昨天 22:10</p>") == (moment(2031, 6, 30, 22, 10), false))
  }

  @Test func metadataGoBeforeMarkupAndWhatCannotBeReadIsPassedOver() throws {
    #expect(
      try published(meta("pubdate", "soon") + meta("pubdate", "2031-02-01"), lines: "<time datetime=2031-02-02></time>")
        .0 == moment(2031, 2, 1))
    #expect(try published(lines: "<time datetime=2031-02-02></time>").0 == moment(2031, 2, 2))
  }

  @Test func otherwiseTheFootTheAddressAndTheFileTellTheDay() throws {
    #expect(
      try published(foot: "<p>2031年2月4日</p>", address: "https://a.example/2031/02/05/x") == (moment(2031, 2, 4), false))
    #expect(try published(address: "https://a.example/2031/02/05/x") == (moment(2031, 2, 5), false))
    #expect(try published(lines: "<p>更新时间：2031-02-06 10:00</p>") == (moment(2031, 2, 6, 10), false))
    #expect(try published(meta("lastmod", "2031-02-07")) == (moment(2031, 2, 7), false))
    #expect(try published() == (moment(2031, 7, 1), true))
  }

  @Test func aYearThatIsNotNamedIsGuessed() throws {
    #expect(try published(lines: "<p>03-04 10:15</p>") == (moment(2031, 3, 4, 10, 15), true))
    #expect(try published(lines: "<p>12-04 10:15</p>") == (moment(2030, 12, 4, 10, 15), true))
  }

  @Test func aShownClockTakesItsZoneFromTheMarkup() throws {
    let title = "Gold climbs to a record"
    let lines = "<p>March 4, 2031 09:30</p>"
    #expect(
      try published(meta("pubdate", "2031-03-04T09:30:00-05:00"), lines: lines, title: title) == (
        utc(2031, 3, 4, 14, 30), false
      ))
    #expect(
      try published(meta("pubdate", "2031-03-04T09:30:00Z"), lines: lines, title: title) == (
        utc(2031, 3, 4, 9, 30), false
      ))
    // Another reading of the clock is another time.
    #expect(
      try published(meta("pubdate", "2031-03-04T09:31:00Z"), lines: lines, title: title) == (
        moment(2031, 3, 4, 9, 30), false
      ))
    // Chinese pages write Z behind their own time.
    #expect(
      try published(meta("pubdate", "2031-03-04T09:30:00Z"), lines: "<p>2031-03-04 09:30</p>") == (
        moment(2031, 3, 4, 9, 30), false
      ))
  }
}
