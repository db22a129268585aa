import Testing

@testable import WebPages

@Suite struct PageTitleTests {
  @Test(arguments: [
    ("青禾科技净利翻倍_财经_南湾网", "青禾科技净利翻倍"), ("青禾科技净利翻倍-南湾网", "青禾科技净利翻倍"),
    ("Cranes go electric - Tidewater Courier", "Cranes go electric"),
    ("Well-known cranes | Ports | Courier", "Well-known cranes"), ("A year on: what now?", "A year on: what now?"),
  ])
  func takesTheSiteOffATitle(document: String, expected: String) {
    #expect(PageTitle(document: document, named: [], headings: [], siteNames: []).find() == expected)
  }

  @Test func prefersTheHeadingThatTheTitleRepeats() {
    let title = PageTitle(
      document: "南湾港：吞吐量创新高！-南湾网", named: ["吞吐量"], headings: ["热点", "南湾港：吞吐量创新高！", "南湾网"], siteNames: ["南湾网"])
    #expect(title.find() == "南湾港：吞吐量创新高！")
  }
}

@Suite struct PageTitleRuleTests {
  private func title(
    _ document: String = "", named: [String] = [], headings: [String] = [], sites: [String] = [], nearest: String? = nil
  ) -> String {
    PageTitle(document: document, named: named, headings: headings, siteNames: sites, nearest: nearest).find()
  }

  @Test func theLongestHeadingThatIsRepeatedIsTheHeadline() {
    #expect(title("云杉动力净利翻倍_财经_星海网", headings: ["云杉动力", "云杉动力净利翻倍", "星海网"], sites: ["星海网"]) == "云杉动力净利翻倍")
    #expect(title(named: ["云杉动力净利翻倍"], headings: ["快讯", "云杉动力：净利翻倍！"]) == "云杉动力：净利翻倍！")
  }

  @Test func aHeadingWithinTheTitleTakesMostOfIt() {
    #expect(title("要闻 | 云杉动力前三季度净利润翻倍 | 星海网", headings: ["前三季度净利润"]) == "要闻 | 云杉动力前三季度净利润翻倍")
    #expect(title("云杉动力前三季度净利", headings: ["三季度净利"], nearest: nil) == "云杉动力前三季度净利")
    #expect(title("云杉动力三季度净利", headings: ["动力三季度净利"]) == "动力三季度净利")
  }

  @Test func whatABoardPutsBeforeAHeadingIsNoPartOfIt() {
    #expect(title("云杉动力净利翻倍 - 星海论坛", headings: ["[个股] 云杉动力净利翻倍"]) == "云杉动力净利翻倍")
  }

  @Test func neitherTheSiteNorItsNameBeforeAColonIsAHeadline() {
    #expect(title("星海财经网：云杉动力净利翻倍", headings: ["星海财经网"]) == "云杉动力净利翻倍")
    #expect(title("云杉动力净利翻倍 - 星海财经网", headings: ["星海财经网"], sites: ["星海财经网"]) == "云杉动力净利翻倍")
  }

  @Test func aHeadingIsAtLeastTwoCharactersLong() { #expect(title("金价上涨 - 星海网", headings: ["金"]) == "金价上涨") }

  @Test func metadataGoBeforeTheTitleAndLoseTheSite() {
    #expect(title("栏目 - 星海网", named: ["云杉动力净利翻倍 - 星海网"], sites: ["星海网"]) == "云杉动力净利翻倍")
    #expect(title("栏目页面 - 星海网", named: ["星海网", "云杉动力净利翻倍"], sites: ["星海网"]) == "云杉动力净利翻倍")
  }

  @Test func theHeadingByTheTextGoesBeforeATitleThatNobodyRepeats() {
    #expect(title("财经频道", nearest: "云杉动力净利翻倍") == "云杉动力净利翻倍")
    // A short one may be a label, and the site's name is none.
    #expect(title("财经频道", nearest: "快讯速递") == "财经频道")
    #expect(title("财经频道", sites: ["云杉动力净利翻倍"], nearest: "云杉动力净利翻倍") == "财经频道")
  }

  @Test func withoutATitleTheFirstHeadingIsTaken() {
    #expect(title(headings: ["", "金价上涨"]) == "金价上涨")
    #expect(title().isEmpty)
  }

  @Test func noMoreThanFortyHeadingsAreLookedAt() {
    let others = (0..<40).map { "其他标题\($0)" }
    #expect(title("云杉动力净利翻倍说明_网", headings: others + ["云杉动力净利翻倍"]) == "云杉动力净利翻倍说明")
    #expect(title("云杉动力净利翻倍说明_网", headings: others.dropLast() + ["云杉动力净利翻倍"]) == "云杉动力净利翻倍")
  }

  // MARK: - The site's name

  private func withoutSite(_ title: String, _ sites: [String] = []) -> String {
    PageTitle(document: "", named: [], headings: [], siteNames: sites).withoutSite(title)
  }

  @Test(arguments: [
    ("云杉动力净利翻倍|星海网", "云杉动力净利翻倍"), ("云杉动力净利翻倍_财经_星海网", "云杉动力净利翻倍"), ("云杉动力净利翻倍-星海网", "云杉动力净利翻倍"),
    ("云杉动力净利翻倍丨星海网", "云杉动力净利翻倍"),
    ("Gold climbs to a record — Harbor Wire", "Gold climbs to a record"),
    ("Gold climbs to a record » Markets » Wire", "Gold climbs to a record"),
    ("Gold climbs to a record · Wire", "Gold climbs to a record"),
  ])
  func whatStandsBehindTheLastMarksIsTheSite(title: String, expected: String) {
    #expect(withoutSite(title) == expected)
  }

  @Test(arguments: [
    "Well-known cranes-men", "Gold-Silver", "a | b", "Gold | and silver climb to a record", "云杉 - 净利翻倍创下新高", "", "|",
    "- 云杉动力", "Gold climbs - a very long tail which no site has for its name",
  ])
  func otherTitlesStayWhole(title: String) {
    #expect(withoutSite(title) == title)
  }

  @Test func aKnownSiteGoesWhateverItsLength() {
    let site = "The Harbor Wire and Tidewater Courier of Lowmere"
    #expect(withoutSite("Gold - \(site)", [site]) == "Gold")
    #expect(withoutSite("Gold - \(site) Online", [site]) == "Gold")
    #expect(withoutSite("Gold - The Harbor Wire", [site]) == "Gold")
    #expect(withoutSite("Gold - \(site)") == "Gold - \(site)")
  }

  @Test(arguments: [
    ("星海财经网：云杉动力净利翻倍", "云杉动力净利翻倍"), ("星海财经网：金价", "星海财经网：金价"), ("云杉动力：净利翻倍再创新高", "云杉动力：净利翻倍再创新高"),
  ])
  func aSiteThatIsShownGoesBeforeTheTitleToo(document: String, expected: String) {
    #expect(title(document, sites: ["星海财经网"]) == expected)
  }

  @Test(arguments: [("Gold — 金价！", "gold金价"), ("ＧＯＬＤ", "gold"), ("", ""), ("…—", ""), ("A1 b", "a1b"), ("É", "é")])
  func keysAreLettersAndDigits(text: String, key: String) {
    #expect(PageTitle.key(text) == key)
  }
}
