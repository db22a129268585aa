import NewsModel
import ParsingSupport
import Testing

@Suite struct PageSectionsTests {
  @Test(
    arguments: [
      "标签: 航运 港口 新能源船", "标签：航运,港口,新能源船", "关键词:航运，港口，新能源船", "标签:航运、港口、新能源船", "Tags: 航运;港口;新能源船", "TAG：航运；港口；新能源船",
      "标签:航运|港口|新能源船", "标签: #航运 #港口 #新能源船", "标签: 航运 / 港口 / 新能源船", "标签: 航运,港口 新能源船", "关键字: [航运] [港口] [新能源船]",
      "标签:\n航运\n港口\n新能源船", "标签:航运 · 港口 · 新能源船", "标签:“航运”“港口”“新能源船”", "标 签: 航运　港口　新能源船 航运", "【标签】航运 港口 新能源船",
      "标签：航运 港口 新能源船 责任编辑：赵六", "标签: 航运 港口 新能源船 分享到：微信 微博", "标签:\n\n航运\n\n港口\n\n新能源船\n\n责任编辑：赵六", "标签：航运，港口，新能源船。",
      "#航运 #港口 #新能源船", "#航运# #港口# #新能源船#",
    ])
  func tagSeparators(_ line: String) throws {
    #expect(try parsed(page(tail: line)).tags == ["航运", "港口", "新能源船"])
  }

  @Test func latinTagsKeepTheirBlanksWhereCommasSeparate() throws {
    #expect(try parsed(page(tail: "Tags: Energy Storage, Power Grid")).tags == ["Energy Storage", "Power Grid"])
  }

  @Test(
    arguments: [
      "上一篇:甲公司中标\n\n下一篇:乙公司分红", "上一篇：甲公司中标 下一篇：乙公司分红", "上一篇 甲公司中标\n下一篇 乙公司分红", "上一篇:\n甲公司中标\n下一篇:\n乙公司分红",
      "上一条：甲公司中标\n下一条：乙公司分红", "下一篇:乙公司分红\n上一篇:甲公司中标", "Previous: 甲公司中标\nNext: 乙公司分红",
    ])
  func neighbours(_ tail: String) throws {
    let item = try parsed(page(tail: tail))
    #expect(item.previous == "甲公司中标")
    #expect(item.next == "乙公司分红")
    #expect(item.blocks.count == 2)
  }

  @Test(arguments: ["上一篇:没有了\n下一篇:无", "上一篇:\n\n下一篇:\n\n责任编辑:赵六", "上一篇：[没有了]\n下一篇：已经是最后一篇了", "上一篇：暂无内容\n下一篇：没有更多了"])
  func noNeighbours(_ tail: String) throws {
    let item = try parsed(page(tail: tail))
    #expect(item.previous == nil)
    #expect(item.next == nil)
  }

  @Test(
    arguments: [
      "猜你喜欢", "相关阅读:", "【相关新闻】", "推荐阅读：", "■ 延伸阅读", "为您推荐", "Related Articles", "You May Also Like", "RECOMMENDED:",
    ])
  func relatedHeadings(_ heading: String) throws {
    let item = try parsed(page(tail: "\(heading)\n\n聚焦:丙公司扩产\n\n丙公司拟投资三亿元...更多\n\n2031-06-14 10:00:00"))
    #expect(
      item.related == [
        RelatedItem(
          label: "聚焦", title: "丙公司扩产", summary: "丙公司拟投资三亿元", published: moment(2031, 6, 14, 10), isSelf: false)
      ])
    #expect(item.blocks.count == 2)
  }

  @Test func aParagraphOnKeywordsIsNoTagLine() throws {
    let body = "远帆航运公布了上半年的数据,货量同比回升百分之六。\n\n关键词:稳。公司反复强调,稳字当头,不会盲目扩张运力。"
    #expect(try parsed(page(body: body)).blocks.count == 2)
  }

  // MARK: Boxes in the middle of an article

  private static let before = "远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。"
  private static let after = [
    "公司表示,下半年将增加两条新航线,并更换部分老旧船舶,相关投入约为三亿元,其中自有资金不低于四成,其余来自银行贷款。",
    "业内人士认为,随着区域贸易协定的实施,中小港口有望承接更多近洋航线,但同质化的竞争也值得警惕。",
  ]

  @Test(
    arguments: [
      "相关阅读\n\n北陵重工订单翻倍\n\n两家券商同日更换董事长", "热门新闻\n北陵重工订单翻倍\n两家券商同日更换董事长", "【相关新闻】\n\n1 北陵重工订单翻倍\n\n2 两家券商同日更换董事长",
      "Related Articles\n\n北陵重工订单翻倍\n\n两家券商同日更换董事长",
      "相关阅读\n\n北陵重工订单翻倍\n\n2031-06-14 09:51\n\n两家券商同日更换董事长\n\n2031-06-14 08:00",
    ], [1, 2])
  func theTextGoesOnBehindAListOfRelatedNews(_ box: String, _ paragraphs: Int) throws {
    let text = Self.after.prefix(paragraphs).joined(separator: "\n\n")
    let item = try parsed(page(body: "\(Self.before)\n\n\(box)\n\n\(text)"))
    #expect(item.blocks.plainText == "\(Self.before)\n\n\(text)")
    #expect(item.related.map(\.title) == ["北陵重工订单翻倍", "两家券商同日更换董事长"])
  }

  @Test(arguments: ["下一篇", "下一篇:", "Next article"])
  func theTextGoesOnBehindTheNextPage(_ mark: String) throws {
    let text = Self.after.joined(separator: "\n\n")
    let item = try parsed(page(body: "\(Self.before)\n\n\(mark)\n\n北陵重工订单翻倍\n\n\(text)"))
    #expect(item.blocks.plainText == "\(Self.before)\n\n\(text)")
    #expect(item.next == "北陵重工订单翻倍")
  }

  @Test(arguments: ["上一篇:\n\n下一篇:", "上一篇：没有了", "上一篇: 甲公司中标 下一篇: 乙公司分红"])
  func theTextGoesOnBehindNeighboursOnTheirLines(_ box: String) throws {
    let text = Self.after.joined(separator: "\n\n")
    let item = try parsed(page(body: "\(Self.before)\n\n\(box)\n\n\(text)"))
    #expect(item.blocks.plainText == "\(Self.before)\n\n\(text)")
  }

  @Test(arguments: ["关键词:", "标签：", "Topics:", "【标签】"])
  func theTextGoesOnBehindTagsOnTheirLines(_ mark: String) throws {
    let text = Self.after.joined(separator: "\n\n")
    let item = try parsed(page(body: "\(Self.before)\n\n\(mark)\n\n航运\n\n港口\n\n\(text)"))
    #expect(item.blocks.plainText == "\(Self.before)\n\n\(text)")
    #expect(item.tags == ["航运", "港口"])
  }

  @Test func aHeadingBehindABoxIsTheArticles() throws {
    let text = Self.after.joined(separator: "\n\n")
    let item = try parsed(page(body: "\(Self.before)\n\n下一篇\n\n北陵重工订单翻倍\n\n两条新航线\n\n\(text)"))
    #expect(item.blocks.dropFirst().first == .heading("两条新航线", level: 2))
  }

  @Test func severalBoxesAreReadEach() throws {
    let body = [
      Self.before, "关键词:", "航运", Self.after[0], "相关阅读", "北陵重工订单翻倍", Self.after[1], "热门新闻", "两家券商同日更换董事长",
    ]
    let item = try parsed(page(body: body.joined(separator: "\n\n")))
    #expect(item.blocks.plainText == [Self.before, Self.after[0], Self.after[1]].joined(separator: "\n\n"))
    #expect(item.related.map(\.title) == ["北陵重工订单翻倍", "两家券商同日更换董事长"])
    #expect(item.tags == ["航运"])
  }

  @Test func summariesOfAListAreNotTheArticle() throws {
    let list = [
      "猜你喜欢", "北陵重工订单翻倍", "北陵重工披露的新签订单同比增长一倍,但其在建产能要到明年才能释放,短期压力较大。", "2031-06-14 09:51:54", "两家券商同日更换董事长",
      "两家券商公告说,董事长因年龄辞任,新任人选将在下月的股东大会上产生,业务不受影响。", "2031-06-14 08:00:00",
    ]
    let item = try parsed(page(tail: list.joined(separator: "\n\n")))
    #expect(item.blocks.count == 2)
    #expect(item.related.map { $0.summary == nil } == [false, false])
  }

  @Test func theFootOfASiteIsNotTheArticle() throws {
    let foot = ["相关阅读", "北陵重工订单翻倍"] + (0..<20).map { "栏目\($0)" } + [Self.after[0], "栏目", "栏目", "栏目", "栏目"]
    #expect(try parsed(page(tail: foot.joined(separator: "\n"))).blocks.count == 2)
  }
}
