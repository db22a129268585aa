import Testing

@testable import ArticleFields
@testable import PageDumps
@testable import TextScanning

/// The division of lines; `PageSectionsTests` has whole pages.
@Suite struct PageBoxTests {
  private static let sentence = "远帆航运公布了上半年的数据,货量同比回升百分之六,好于市场预期。"

  /// `S` stands for a paragraph of the article.
  private func sections(_ texts: [String]) -> PageSections {
    PageSections(lines(texts.map { $0 == "S" ? Self.sentence : $0 }))
  }

  private func body(_ texts: [String]) -> [String] {
    sections(texts).body.map { $0.text == Self.sentence ? "S" : String($0.text) }
  }

  private func related(_ texts: [String]) -> [[String]] { sections(texts).related.map { $0.map { String($0) } } }

  @Test func whatStandsInNoBoxIsTheBody() {
    let sections = sections(["两条新航线", "S", "远帆航运董事会"])
    #expect(sections.body.count == 3)
    #expect(sections.tags == [] && sections.related == [] && sections.removed == [])
    #expect(sections.previous == nil && sections.next == nil)
  }

  // MARK: Tags

  @Test func hashtagsAreTags() {
    let sections = sections(["S", "#航运 #港口", "S"])
    #expect(sections.tags == ["航运", "港口"])
    #expect(sections.body.count == 2)
  }

  @Test func tagsBelowTheirMarkEndWithTheFirstOtherLine() {
    let sections = sections(["S", "标签：", "航运", "• 港口", "责任编辑：赵六", "煤炭"])
    #expect(sections.tags == ["航运", "港口"])
    #expect(sections.removed == ["责任编辑：赵六", "煤炭"])
  }

  @Test(arguments: ["来源：港口日报", "1. 煤炭", "57人参与", "网友评论", "分享到 微信 微博", "煤炭涨价了。", String(repeating: "煤炭 ", count: 16)])
  func otherLinesAreNoTags(_ line: String) {
    #expect(sections(["S", "标签：", "航运", line]).tags == ["航运"])
  }

  @Test func tagsAtTheHeadLeaveTheBodyToCome() {
    #expect(body(["标签：航运 港口", "S"]) == ["S"])
    #expect(body(["标签：", "航运", "S", "S"]) == ["S", "S"])
  }

  // MARK: Neighbours

  @Test(
    arguments: [
      ("甲公司中标", "甲公司中标"), ("<甲公司中标>", "甲公司中标"), ("→ 甲公司中标 |", "甲公司中标"), ("【甲公司中标】", "甲公司中标"), ("没有了", nil),
      ("暂无内容", nil),
      ("[没有了]", nil), ("None", nil), ("-", nil), ("已经是最后一篇", nil), ("返回列表页", nil),
      ("没有硝烟的价格战在储能行业悄然打响", "没有硝烟的价格战在储能行业悄然打响"),
    ] as [(String, String?)])
  func aNeighbourIsAHeadline(_ value: String, _ title: String?) {
    #expect(sections(["S", "下一篇：" + value]).next == title)
    #expect(sections(["S", "下一篇：", value]).next == title)
  }

  @Test func theFirstOfSeveralNeighboursCounts() {
    let sections = sections(["S", "上一篇：甲公司中标", "上一篇：乙公司分红", "下一篇：丙公司扩产", "下一篇：丁公司减产"])
    #expect(sections.previous == "甲公司中标")
    #expect(sections.next == "丙公司扩产")
  }

  @Test func aButtonOrAParagraphIsNoNeighbour() {
    #expect(sections(["S", "下一篇", "责任编辑：赵六"]).next == nil)
    let long = String(repeating: "货", count: 81)
    #expect(sections(["S", "下一篇", long]).next == nil)
    #expect(sections(["S", "下一篇", String(long.dropLast())]).next != nil)
  }

  // MARK: Lists

  @Test func aListEndsWhereItsBulletsDo() {
    let list = ["S", "相关阅读", "• 北陵重工订单翻倍", "• 两家券商换帅", "晨港网客服热线", "晨港网官方微博"]
    #expect(related(list) == [["• 北陵重工订单翻倍", "• 两家券商换帅"]])
    // A line between two of them is one of the list, and one bullet makes none.
    #expect(related(Array(list[0...3]) + ["江湾港扩建", "• 宁川港涨价"])[0].count == 4)
    #expect(related(["S", "相关阅读", "• 北陵重工订单翻倍", "两家券商换帅"])[0].count == 2)
  }

  @Test func buttonsCommentsAndTheFootAreNoHeadlines() {
    let sections = sections(["S", "相关阅读", "北陵重工订单翻倍", "换一换", "打印 关闭", "两家券商换帅", "网友评论", "海边的风", "煤炭"])
    #expect(sections.related == [["北陵重工订单翻倍", "换一换", "两家券商换帅"]] || sections.related == [["北陵重工订单翻倍", "两家券商换帅"]])
    #expect(sections.removed.contains("打印 关闭") && sections.removed.contains("网友评论") && sections.removed.contains("煤炭"))
  }

  @Test func aHeadlineAboveDateAndSourceBeginsAnotherPage() {
    let sections = sections(["S", "相关阅读", "北陵重工订单翻倍", "乙公司公布年报", "来源:江湾财讯 时间:2031-06-14", "S", "S", "S"])
    #expect(sections.related == [["北陵重工订单翻倍"]])
    #expect(sections.removed.prefix(2) == ["乙公司公布年报", "来源:江湾财讯 时间:2031-06-14"])
    #expect(sections.body.count == 1)
    // One of the two may stand by an entry.
    #expect(related(["S", "相关阅读", "北陵重工订单翻倍", "来源:江湾财讯"]) == [["北陵重工订单翻倍", "来源:江湾财讯"]])
  }

  @Test func twoListsAreReadEach() {
    #expect(related(["S", "相关阅读", "北陵重工订单翻倍", "热点新闻", "两家券商换帅"]) == [["北陵重工订单翻倍"], ["两家券商换帅"]])
    #expect(related(["S", "相关阅读：北陵重工订单翻倍"]) == [["北陵重工订单翻倍"]])
  }

  @Test func withinAListTagsMayBeAHeadline() {
    #expect(related(["S", "相关阅读", "北陵重工订单翻倍", "标签", "两家券商换帅"])[0].count == 3)
    #expect(sections(["S", "相关阅读", "北陵重工订单翻倍", "标签：航运"]).tags == ["航运"])
  }

  @Test func aListWithoutAHeadingIsKnownByItsDatesAndCutSummaries() {
    let tail = ["北陵重工新签订单再创历史新高", "北陵重工披露的新签订单同比增长...更多", "2031-06-14"]
    #expect(related(["S", "上一篇：甲公司中标"] + tail) == [tail])
    #expect(related(["S", "上一篇：甲公司中标"] + tail.dropLast()) == [])
    #expect(sections(["S", "上一篇：甲公司中标"] + tail.dropLast()).removed.count == 2)
  }

  @Test func behindABoxAnyHeadingMayOpenAListOfDatedHeadlines() {
    let list = ["环球视野", "北陵重工新签订单翻倍", "2031-06-14", "两家券商更换董事长", "2031-06-13"]
    #expect(related(["S", "上一篇：甲公司中标"] + list) == [Array(list.dropFirst())])
    #expect(related(["S"] + list) == [])
  }

  // MARK: Where the text goes on

  @Test func aHeadingBetweenAListAndTheTextIsTheTexts() {
    let list = ["北陵重工新签订单翻倍", "两家券商更换董事长", "江湾港自动化码头投产"]
    #expect(body(["S", "相关阅读"] + list + ["航线展望", "S", "S"]) == ["S", "航线展望", "S", "S"])
    // Among short lines it is one more of them.
    #expect(body(["S", "相关阅读", "订单翻倍", "券商换帅", "码头投产", "航线展望", "S", "S"]) == ["S", "S", "S"])
  }

  @Test func theHeadingOfAnEmptyListIsTheTexts() {
    #expect(body(["S", "相关报道", "S", "S"]) == ["S", "相关报道", "S", "S"])
    #expect(related(["S", "相关报道", "S", "S"]) == [])
  }

  @Test func aFewLinesBehindABoxGoWithTheText() {
    let names = ["甲", "乙", "丙"]
    #expect(body(["S", "上一篇：甲公司中标"] + names + ["S", "S"]) == ["S"] + names + ["S", "S"])
    #expect(body(["S", "上一篇：甲公司中标"] + names + ["丁", "S", "S"]) == ["S", "S", "S"])
  }

  // MARK: The foot

  @Test func theSecondMarkOfTheFootEndsAll() {
    #expect(body(["S", "友情链接", "S", "S"]) == ["S", "S", "S"])
    #expect(body(["S", "友情链接", "关于我们", "S", "S"]) == ["S"])
    #expect(body(["S", "相关阅读", "北陵重工订单翻倍", "友情链接", "S", "S"]) == ["S"])
  }

  @Test(arguments: ["（完）", "- END -", "全文完"]) func whereAPageSaysThatItsTextIsOverCommonWordsHeadAList(_ end: String) {
    #expect(related(["S", end, "热点新闻", "北陵重工订单翻倍"]) == [["北陵重工订单翻倍"]])
    #expect(related(["S", "热点新闻", "北陵重工订单翻倍"]) == [])
  }
}
