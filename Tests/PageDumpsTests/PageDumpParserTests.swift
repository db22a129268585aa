import NewsModel
import ParsingSupport
import Testing

@testable import Decoding
@testable import PageDumps

@Suite struct PageDumpParserTests {
  @Test func chinesePageWithEverything() throws {
    let item = try Fixture.item("lanhe-energy.txt")
    #expect(item.label == "每日看点")
    #expect(item.title == "蓝禾储能发布《2031年度质量报告》,电芯一致性再提升")
    #expect(item.source == "江湾财讯")
    #expect(item.published == moment(2031, 3, 8, 6, 20, 31))
    #expect(item.byline == "闻一舟")
    #expect(item.summary == "蓝禾储能用两年时间重建了电芯检测流程,公司称这是业内首份面向公众的质量报告")
    #expect(item.blocks.filter(\.isHeading).map(\.text) == ["检测前移到每一只电芯", "开放数据 接受第三方复核,合力建立行业标准"])
    #expect(item.blocks.filter(\.isFigure).map(\.text) == ["相关资料图", "蓝禾储能的技术人员在宁川基地检查化成设备"])
    #expect(item.tags == ["储能安全", "电芯检测", "质量报告", "第三方复核"])
    #expect(item.previous == "宁川港一季度吞吐量创新高")
    #expect(item.next == nil)
    #expect(item.related.map(\.isSelf) == [true, false, false])
    #expect(item.related.map(\.label) == ["每日看点", "聚焦", nil])
    #expect(item.related[1].summary == "青桐银行公告称,本次债券募集资金将全部用于绿色产业项目")
  }

  @Test func englishPage() throws {
    let item = try Fixture.item("english-page.txt")
    #expect(item.title == "Northwind Grid to Build 300 MW Storage Site Near Harbor City")
    #expect(item.label == nil)
    #expect(item.byline == "Jane Holloway and Peter Oduya")
    #expect(item.source == "Harbor Business Wire")
    #expect(item.published == moment(2031, 6, 15, 5, 42))
    #expect(item.tags == ["Energy Storage", "Power Grid", "Infrastructure Finance"])
    #expect(item.previous == "Harbor City port reports record quarter")
    #expect(item.next == "Lindqvist Foods raises dividend")
    #expect(item.blocks.filter(\.isHeading).map(\.text) == ["What the project costs"])
    #expect(item.blocks.filter(\.isFigure).count == 1)
    #expect(item.related.map(\.isSelf) == [true, false])
    #expect(item.related.last?.published == moment(2031, 6, 14, 17, 5))
    #expect(item.related.last?.summary == "The regulator voted four to one in favour of the new tariff")
  }

  @Test func pageWithoutFieldsKeepsTheFilesTimeAndIsMarked() throws {
    let item = try Fixture.item("bare-page.txt")
    #expect(item.title == "云汀食品三季度营收增长一成")
    #expect(item.published == moment(2031, 7, 1))
    #expect(item.isDateEstimated)
    #expect(item.source == nil)
    #expect(item.tags.isEmpty && item.related.isEmpty)
    #expect(item.blocks.count == 2)
  }

  @Test func withoutBylineTheFirstParagraphIsTheSummaryAndStays() throws {
    let item = try parsed(page())
    #expect(item.byline == nil)
    #expect(item.summary == "远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。")
    #expect(item.blocks.first?.text == item.summary)
  }

  @Test func summaryBeforeTheBylineLeavesTheBody() throws {
    let item = try parsed(page(body: "货量回升,运价走稳\n\n本报记者 李四 王五\n\n远帆航运公布了上半年的数据,货量同比回升百分之六。"))
    #expect(item.summary == "货量回升,运价走稳")
    #expect(item.byline == "李四 王五")
    #expect(item.blocks == [.paragraph("远帆航运公布了上半年的数据,货量同比回升百分之六。")])
  }

  @Test(arguments: ["\r\n", "\r", "\n"]) func lineEndings(_ ending: String) throws {
    let text = page(tail: "标签: 航运 港口").split(separator: "\n", omittingEmptySubsequences: false).joined(
      separator: ending)
    let item = try parsed(text)
    #expect(item.tags == ["航运", "港口"])
    #expect(item.blocks.count == 2)
  }

  @Test func characterReferencesAreReplacedBeforeTextIsMadeSafe() throws {
    let item = try parsed(
      page(
        title: "远帆&amp;海岳&nbsp;合资&#27;[2J设厂&#8238;", body: "双方各出资&ldquo;一亿元&rdquo;,新厂选址临海,预计两年后投产&hellip;&#x4e2d;方控股。"))
    #expect(item.title == "远帆&海岳 合资[2J设厂")
    #expect(item.blocks == [.paragraph("双方各出资“一亿元”,新厂选址临海,预计两年后投产…中方控股。")])
  }

  @Test func noBoilerplateIsLeft() throws {
    let boilerplate = [
      "责任编辑:赵六", "(责任编辑：赵六)", "免责声明:本文仅代表作者个人观点,与本站无关。", "分享到: 微信 微博 QQ空间", "版权所有 未经授权不得转载", "打印 关闭 返回首页", "扫码关注公众号",
      "原标题：远帆航运货量回升", "当前位置:首页 > 财经 > 正文", "1 2 3 下一页", "关注港口日报微信公众号", "Editing by Sam Poe", "------", "编辑/赵六", "编辑 赵六",
      "举报/反馈", "评论(0)", "0条评论", "阅读：1.2万", "【打印】【关闭】", "返回港口日报首页",
      "郑重声明：本网转载此文目的在于传递更多信息,与本网立场无关。", "— END —", "加载中...", "微博 微信 空间 分享 添加喜爱 打印 举报 反馈", "T大 T小", "点击下方名片关注",
    ]
    let text = page().replacing("\n\n公司表示", with: "\n\n" + boilerplate.joined(separator: "\n\n") + "\n\n公司表示")
    let item = try parsed(text)
    #expect(item.blocks.count == 2, "\(item.blocks)")
  }

  @Test func titleRepeatedWithTheSiteIsTakenOnce() throws {
    let item = try parsed("远帆航运上半年货量回升_港口日报\n" + page())
    #expect(item.title == "远帆航运上半年货量回升")
    #expect(item.blocks.count == 2)
  }

  @Test func questionsOfAnInterviewAreNoBylines() throws {
    let item = try parsed(page(body: "公司公布了上半年的数据,货量同比回升。\n\n记者：公司如何看待运价？\n\n闻一舟：运价已经见底,不会再跌。"))
    #expect(item.byline == nil)
    #expect(item.blocks.count == 3)
  }

  @Test func pagesWithoutBlankLines() throws {
    let item = try parsed(
      "远帆航运货量回升\n来源:港口日报 2031-06-15\n货量回升,运价走稳,远帆航运的半年报好于预期\n本报记者 李四\n公司公布了上半年的数据,货量同比回升。\n两条新航线\n"
        + "公司将增加两条新航线。\n猜你喜欢\n远帆航运货量回升\n2031-06-15 09:00")
    #expect(item.summary == "货量回升,运价走稳,远帆航运的半年报好于预期")
    #expect(item.byline == "李四")
    #expect(item.blocks.map(\.isHeading) == [false, true, false])
    // The page names only its day, so the day decides.
    #expect(item.related.map(\.isSelf) == [true])
  }

  @Test func ownEntryNeedsTheSameMinuteAndEightCharacters() throws {
    let related = { (title: String, time: String) in
      page(tail: "相关阅读\n\n\(title)\n\n一些摘要文字在此被页面截断...更多\n\n\(time)")
    }
    #expect(try parsed(related("远帆航运上半年货量", "2031-06-15 05:42:50")).related.first?.isSelf == true)
    #expect(try parsed(related("远帆航运上半年货量", "2031-06-15 05:43:09")).related.first?.isSelf == false)
    #expect(try parsed(related("远帆航运上半年", "2031-06-15 05:42:09")).related.first?.isSelf == false)
    #expect(try parsed(related("今日热搜:远帆航运上半年货量", "2031-06-15 05:42:09")).related.first?.isSelf == true)
  }

  @Test(arguments: [TextEncoding.gb18030, .big5]) func aPageIsReadInItsCharacterSet(_ encoding: TextEncoding) throws {
    let text = page(
      title: encoding == .big5 ? "今日熱搜:遠帆航運貨量回升" : "今日热搜:远帆航运货量回升", header: encoding == .big5 ? "來源:港口日報" : "来源:港口日报",
      body: encoding == .big5
        ? "今日熱搜:遠帆航運發布年度報告,貨量回升。公司表示,下半年將會增加新的航線,對業績有積極影響。"
        : "今日热搜:远帆航运发布年度报告,货量回升。公司表示,下半年将会增加新的航线,对业绩有积极影响。")
    let item = try PageDumpParser.parsePage(encoded(text, encoding), context: context()).get()
    #expect(item.source == (encoding == .big5 ? "港口日報" : "港口日报"))
    #expect(item.title == (encoding == .big5 ? "遠帆航運貨量回升" : "远帆航运货量回升"))
    #expect(item.blocks.count == 1)
  }
}
