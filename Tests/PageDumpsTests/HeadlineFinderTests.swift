import Testing

@testable import PageDumps
@testable import TextScanning

@Suite struct HeadlineFinderTests {
  private static let headline = "远帆航运上半年货量大幅回升"
  private static let other = "北陵重工新签订单再创历史新高"
  private static let sentence = "远帆航运公布了上半年的数据，货量同比回升百分之六，好于市场此前的预期。"

  /// The lines: `H` the headline, `K` another, `F` date and source, `D` a day, `P` a paragraph, `N` navigation.
  private func lines(_ rows: [String]) -> [TextLine] {
    let texts = rows.map { row in
      switch row {
      case "H": Self.headline
      case "K": Self.other
      case "F": "来源：港口日报 2031-06-15 05:42"
      case "D": "2031-06-15"
      case "P": Self.sentence
      case "N": "首页 财经 股票 基金"
      default: row
      }
    }
    return PageDumpsTests.lines(texts)
  }

  private func find(_ rows: [String], name: String? = nil) -> HeadlineFinder.Found? {
    var finder = HeadlineFinder(lines(rows)[...], name: name.map { $0[...] })
    return finder.find()
  }

  private func place(_ rows: [String], name: String? = nil) -> Int? { find(rows, name: name)?.index }

  @Test func theLineAboveFieldsAndTextIsTheHeadline() {
    #expect(place(["H", "F", "P"]) == 0)
    #expect(place(["N", "航运", "H", "F", "P", "P"]) == 2)
    #expect(place(["晨港网", "N", "H", "F", "P", "P"]) == 2)
    #expect(place(["N", "2031-06-20 星期五 10:00", "H", "F", "P", "P"]) == 2)
  }

  @Test func whereNoLineMayBeOneNoneIsFound() {
    #expect(find([]) == nil)
    #expect(find(["N", "57人参与", "F"]) == nil)
    #expect(find(["P", "P"]) == nil)
  }

  @Test func itIsKnownWhatStandsAroundIt() {
    let found = find(["P", "H", "F", "P"])
    #expect(found?.index == 1)
    #expect(found?.isFirst == false)
    #expect(found?.hasFields == true)
    #expect(find(["H", "P"])?.hasFields == false)
    #expect(find(["H", "P"])?.isFirst == true)
  }

  @Test func amongListsTheLineWithTextWins() {
    #expect(place(["K", "D", "K", "D", "K", "D", "H", "F", "P", "P"]) == 6)
    #expect(place(["H", "F", "P", "P", "K", "D", "K", "D"]) == 0)
    #expect(place(["江湾港自动化码头投入运营", "K", "两家券商同日公告更换董事长", "H", "F", "P", "P"]) == 3)
  }

  @Test func aPathLeadsToTheHeadline() {
    #expect(place(["K", "首页 > 财经 > 正文", "H", "P", "P"]) == 2)
    #expect(place(["晨港财经新闻网", "当前位置：首页 > 财经", "H", "P", "P"]) == 2)
  }

  @Test func aMarkOfMarkdownSpeaksForALine() {
    #expect(place(["K", "# " + Self.headline, "P", "P"]) == 1)
    #expect(place(["K", "两家券商同日公告更换董事长", "## " + Self.headline, "P", "P"]) == 2)
  }

  @Test func theTitleOfThePageIsRepeated() {
    let found = find([Self.headline + "_晨港网", "K", "K", "H", "F", "P"])
    #expect(found?.index == 3)
    #expect(found?.isRepeated == true)
    #expect(place(["K", "K", "H", "P", "P"], name: Self.headline + " - 晨港网") == 2)
    #expect(place(["K", "K", "H", "P", "P"], name: String(Self.headline.prefix(8))) == 2)
    // So few characters may stand anywhere.
    #expect(find(["K", "K", "H", "P", "P"], name: String(Self.headline.prefix(4)))?.isRepeated == false)
  }

  @Test func aLinkOrAnItemOfAListIsSeldomTheHeadline() {
    #expect(place(["• " + Self.other, "H", "F", "P"]) == 1)
    #expect(place(["[arrow.png] " + Self.other, "H", "F", "P"]) == 1)
    let links = lines(["N", "K", "H", "P", "P"]).enumerated().map { $0 == 1 ? $1.of(.links) : $1 }
    var finder = HeadlineFinder(links[...], name: nil)
    #expect(finder.find()?.index == 2)
  }

  @Test func sentencesAndSubtitlesAreNone() {
    #expect(place(["货量回升，运价走稳。", "H", "F", "P"]) == 1)
    #expect(place(["H", "——远帆航运半年报点评", "F", "P"]) == 0)
    #expect(place(["远帆航运的货量还会再涨吗？", "F", "P"]) == 0)
  }

  @Test func aHeadlineHasSomeLength() {
    #expect(place(["N", "航运", "H", "F", "P"]) == 2)
    #expect(place(["N", "货量回升", "H", "F", "P"]) == 2)
    let long = String(repeating: "货量", count: 51)
    #expect(find(["N", long]) == nil)
    #expect(find(["N", String(long.dropLast(2))]) != nil)
  }

  @Test func theFirstLineMayBeShort() {
    #expect(place(["降准", "F", "P"]) == 0)
    #expect(place(["N", "降准", "F"]) == nil)
  }

  @Test func textAboveALineSpeaksAgainstIt() {
    #expect(place(["H", "P", "P", "K", "F", "P"]) == 0)
    #expect(place(["H", "F", "P", "P", "P", "P", "P", "# " + Self.other, "F", "P", "P"]) == 0)
  }

  @Test func fieldsStandCloseBelow() {
    let gap = { (count: Int) in ["H"] + Array(repeating: "57人参与", count: count) + ["F", "P"] }
    #expect(find(gap(13))?.hasFields == true)
    #expect(find(gap(14))?.hasFields == false)
  }

  @Test func theFieldsOfAnotherHeadlineAreNotItsOwn() {
    let found = find(["H", "D", "K", "D", "K", "D"])
    #expect(found?.index == 0)
    #expect((found?.score ?? 0) < (find(["H", "D", "P", "P"])?.score ?? 0))
  }

  @Test func linesThatWereCutAreProse() {
    let cut = "远帆航运在周二公布了上半年的经营数据，其中货量同比回升百分之六，好于市场预期，公司表"
    let texts = "\(Self.headline)\n\n\(cut)\n示下半年将增加两条新航线，并更换部分老旧船舶。"
    var finder = HeadlineFinder(PageDumpsTests.lines(texts)[...], name: nil)
    #expect(finder.find()?.index == 0)
    var known = HeadlineFinder(
      PageDumpsTests.lines(cut + "\n示下半年将增加两条新航线，并更换部分老旧船舶。\n\n" + Self.headline)[...], name: "无")
    #expect(known.find()?.isFirst == false)
  }

  @Test func picturesSayNothing() {
    let rows = lines(["K", "H", "F", "P"]).enumerated().map { $0 == 0 ? $1.of(.picture) : $1 }
    var finder = HeadlineFinder(rows[...], name: nil)
    #expect(finder.find()?.index == 1)
  }
}
