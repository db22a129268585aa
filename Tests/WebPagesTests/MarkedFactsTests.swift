import Testing

@testable import WebPages

/// What the markup near an article says of it.
@Suite struct MarkedFactsTests {
  private func facts(head: String = "", body: String = "", foot: String = "") throws -> MarkedFacts {
    try withLayout(
      "<body><h1>云杉动力净利翻倍</h1>\(head)<div id=body>\(paragraphs(3))\(body)</div>\(foot)", titles: ["云杉动力净利翻倍"]
    ) { layout in
      MarkedFacts(layout, around: try layout.tree.element("body"))
    }
  }

  // MARK: - Dates

  @Test(arguments: [
    "<time datetime=d>2031</time>", "<time>d</time>", "<time class='updated published' datetime=d>",
    "<time pubdate datetime=d>", "<meta itemprop=datePublished content=d>", "<span itemprop=datePublished>d</span>",
    "<abbr class=published title=d>3 Feb</abbr>", "<span property='dc:date dc:created' content=d>",
    "<i itemprop=datePublished title=d></i>", "<time itemprop=dateCreated datetime=d>x</time>",
    "<b property=article:published_time content=d></b>",
  ])
  func publishedDates(html: String) throws { #expect(try facts(head: html).published.first == "d") }

  @Test(arguments: [
    "<time class=updated datetime=d>", "<time class=dt-updated datetime=d>", "<span itemprop=dateModified>d</span>",
    "<span property=article:modified>d</span>",
  ])
  func changes(html: String) throws {
    let found = try facts(head: html)
    #expect(found.updated == ["d"] && found.published.isEmpty)
  }

  @Test(arguments: [
    "<span class=published>d</span>", "<abbr title=d>x</abbr>", "<span itemprop=date>d</span>",
    "<span itemprop=dateline>d</span>",
  ]) func otherElementsNameNone(html: String) throws {
    let found = try facts(head: html)
    #expect(found.published.isEmpty && found.updated.isEmpty)
  }

  @Test func timesWithoutAWordComeLast() throws {
    #expect(
      try facts(
        head: "<time datetime=a></time><time datetime=b pubdate></time><i itemprop=datePublished content=c></i>"
      ).published == ["b", "c", "a"])
  }

  @Test func timesBehindTheTextAreMostlyThoseOfOthers() throws {
    #expect(
      try facts(
        foot:
          "<ul><li><time datetime=a></time></li></ul><p><time datetime=b></time></p><a href=x><time datetime=c></time></a>"
      ).published == ["b"])
    #expect(try facts(head: "<ul><li><time datetime=a></time></li></ul>").published == ["a"])
  }

  @Test func whatStandsFarAwayIsNotRead() throws {
    let far = String(repeating: "<i></i>", count: 400)
    #expect(try facts(head: "<time datetime=a></time>").published == ["a"])
    #expect(try facts(foot: far + "<time datetime=a></time>").published.isEmpty)
  }

  @Test func boxesOfOthersAreNotRead() throws {
    #expect(
      try facts(foot: "<div class=related><time datetime=a></time><span itemprop=author>林一帆</span></div>").published
        .isEmpty)
    #expect(try facts(foot: "<footer><span itemprop=author>林一帆</span></footer>").authors == ["林一帆"])
  }

  // MARK: - Names

  @Test func microdataGoBeforeLinks() throws {
    #expect(try facts(head: "<a rel='author x' href=/u>Ann Poe</a>").authors == ["Ann Poe"])
    #expect(
      try facts(head: "<a rel=author href=/u>Ann Poe</a><span itemprop=author>Tom Roe</span>").authors == ["Tom Roe"])
    #expect(try facts(head: "<a rel=authority href=/u>Ann Poe</a><span rel=author>Tom Roe</span>").authors.isEmpty)
  }

  @Test(arguments: [
    "<div itemprop=author><img><span itemprop=NAME>林一帆</span><p>\(String(repeating: "长", count: 40))</p></div>",
    "<div itemprop=creator><meta itemprop=name content=林一帆>记者</div>", "<meta itemprop=author content=林一帆>",
    "<span itemprop=author>林一帆</span>", "<span property=schema:author>林一帆</span>",
  ])
  func aPersonMayHaveANameOfItsOwn(html: String) throws { #expect(try facts(head: html).authors == ["林一帆"]) }

  @Test func aLongElementWithoutANameNamesNobody() throws {
    #expect(try facts(head: "<div itemprop=author>\(String(repeating: "长", count: 30))</div>").authors == [""])
  }

  @Test func classesNameAuthorsSourcesAndAccounts() throws {
    let found = try facts(
      head:
        "<p class=author>By Ann Poe</p><span class=source>星海财经</span><i class=username>云杉观察</i><i class=source>来源：星海财经，转载</i>"
    )
    #expect(found.namedAuthors == ["By Ann Poe"] && found.sources == ["星海财经"] && found.accounts == ["云杉观察"])
  }

  @Test func namesAreShortAndShown() throws {
    #expect(try facts(head: "<span class=source>abc</span>").sources.isEmpty)
    #expect(try facts(head: "<span class=source hidden>星海财经</span>").sources.isEmpty)
    #expect(try facts(head: "<span class=author>\(String(repeating: "长", count: 21))</span>").namedAuthors.isEmpty)
    #expect(try facts(head: "<span class=source>星海<i hidden>x</i>财经</span>").sources == ["星海财经"])
  }

  // MARK: - Links

  @Test func usersAreLinkedBetweenTheHeadlineAndTheText() throws {
    let user = "<a href=/space-uid-3.html>云杉观察</a>"
    #expect(try facts(head: user).users == ["云杉观察"])
    #expect(try facts(body: user).users.isEmpty)
    #expect(try facts(foot: user).users.isEmpty)
    #expect(try facts(head: "<a href=/finance/3.html>云杉观察</a>").users.isEmpty)
  }

  @Test(arguments: [
    "<a rel=tag href=/t>金价</a>", "<a rel='nofollow TAG' href=/t>金价</a>", "<p class=tags><a href=/t>金价</a></p>",
    "<div class=article-tags><span><a href=/t>金价</a></span></div>", "<div class=post_tags><a href=/t>金价</a></div>",
  ])
  func linksToTagsAreToldByTheirRelationOrTheListAround(html: String) throws {
    #expect(try facts(foot: html).tags == ["金价"])
  }

  @Test(arguments: [
    "<a href=/tag/t>金价</a>", "<a rel='category tag' href=/t>金价</a>", "<a rel=tag href=/category/t>金价</a>",
    "<p class='tags categories'><a href=/t>金价</a></p>", "<p class=tag><a href=/t>金价</a></p>",
    "<p class=stage><a href=/t>金价</a></p>",
    "<p class=tags><a>金价</a></p>", "<a rel=tag href=/t hidden>金价</a>",
  ])
  func otherLinksAreNone(html: String) throws { #expect(try facts(foot: html).tags.isEmpty) }

  @Test func twentyOfEachAreEnough() throws {
    let found = try facts(
      head: String(repeating: "<time datetime=a></time><a rel=author href=/u>甲乙</a>", count: 30),
      foot: String(repeating: "<a rel=tag href=/t>金价</a>", count: 30))
    #expect(found.published.count == 20 && found.authors.count == 20 && found.tags.count == 20)
  }
}

@Suite struct UserAddressTests {
  @Test(arguments: [
    "space-uid-311.html", "/space-username-a.html", "https://bbs.example/members/ann.3/", "/u/ann", "member.php?u=40",
    "MEMBER.PHP?action=profile&uid=4", "home.php?mod=space&uid=3", "profile.php?username=a",
    "memberlist.php?mode=viewprofile&u=2",
  ])
  func addressesOfUsers(address: String) { #expect(UserAddress.matches(address)) }

  @Test(arguments: [
    "", "/", "/user", "/u", "/members", "member.php", "member.php?id=4", "forum.php?u=40", "/finance/311.html",
    "space.php?do=album",
  ]) func otherAddresses(address: String) {
    #expect(!UserAddress.matches(address))
  }
}
