import NewsModel
import ParsingSupport
import Testing

@testable import WebPages

@Suite struct BoilerplateTests {
  /// Sentences of news that begin with, or hold, what notices say.
  static let news = [
    "公告称,该公司未经许可从事港口作业,监管部门已立案调查。", "这份盈利指引不构成投资建议,却推动股价连涨三日。", "市场有风险偏好回升的迹象,资金回到了小盘股。",
    "关注我们身边的港口,已成为沿海居民周末的去处。", "点击查看人数创新高,港口的直播间挤进了二十万人。", "更多内容请看中期财报附注,远帆航运在公告中写道。",
    "欢迎关注新航线的货主出席说明会,远帆航运表示。", "本文由来已久的归属之争,终于在省高院有了结论。", "本篇文章共引用十二份研报,引来同行的质疑。",
    "扫一扫支付的占比升至六成,码头小店也不例外。", "投诉电话激增三成,港务局介入调查。", "长按识别技术获得专利,海岳股份当日涨停。", "转载请注明出处的要求,被法院驳回了两次。",
    "这一表态不代表本报告期的业绩,远帆航运强调。", "违者必究的承诺书已经签署,船东们松了一口气。", "分享到家庭的储能收益,每年约为三千元。", "当前位置的地价三年翻番,码头搬迁迫在眉睫。",
    "海量资讯时代,货主的决策反而更难了。", "原创声明显示,该作品由三人完成。", "免责声明条款被判无效,银行须赔偿货主。", "版权所有者与港口达成和解,赔偿金额未公开。",
    "举报邮箱收到上千封来信,港务局逐一核查。", "下载客户端的人数在五月下降,港口的应用遇冷。", "风险披露不充分的三家船厂,被交易所问询。", "仅代表作者的署名权属于远帆航运,法院认定。",
    "该网站的ICP备案被注销,货主无法下单。", "炒股开户数环比回落,券商把目光投向了港口。", "首页推荐的航线涨价,货主抱怨不已。",
    "Follow us was the slogan of a campaign that lifted cargo by a fifth.",
    "Reporting by segment will change next year, Northwind Ports said.",
    "Editing by machine cut the cost of the shipping desk by half.",
    "Click here ads lost share to video in the second quarter.",
    "For more information on tariffs, exporters turned to brokers.",
    "Share on share mergers doubled last year, lawyers said.",
    "Download the app numbers fell in May, the port operator found.",
    "Disclaimer of opinion by the auditor sent the shares down a tenth.",
    "Copyright 2030 rules cost the publisher a third of its profit.",
    "Sign up for the new berth closed within an hour of opening.",
    "The notice does not constitute investment advice, yet traders bought the shares at once.",
    "All rights reserved for the founders were sold to Northwind Ports.",
    "Get our ships home was the demand of the crews in the strait.",
    "Subscribe to that view and the freight rates of spring look cheap.",
  ]

  @Test(arguments: news) func aSentenceOfNewsStaysWhereverItStands(_ sentence: String) throws {
    let paragraphs = [
      "远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。", "公司表示,下半年将增加两条新航线,并更换部分老旧船舶。",
    ]
    for place in 0...2 {
      var lines = paragraphs
      lines.insert(sentence, at: place)
      let item = try parsed(page(body: lines.joined(separator: "\n\n")))
      #expect(item.blocks.plainText == lines.joined(separator: "\n\n"), "\(place)")
      #expect(item.removed == [])
    }
  }

  @Test(arguments: news) func aSentenceOfNewsInAWebPageStays(_ sentence: String) throws {
    let body = [
      "远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。", sentence, "公司表示,下半年将增加两条新航线,并更换部分老旧船舶,港口方面表示欢迎。",
    ]
    let html =
      "<html><title>远帆航运货量回升</title><body><h1>远帆航运货量回升</h1>" + body.map { "<p>\($0)</p>" }.joined() + "</body></html>"
    let item = try WebPageParser.parsePage(Array(html.utf8), context: context()).get()
    #expect(item.blocks.plainText == body.joined(separator: "\n\n"))
  }

  @Test(arguments: [
    "市场有风险,投资需谨慎。本文不构成投资建议。", "本文仅代表作者个人观点，与本网无关。", "以上内容仅供参考，不构成投资建议，据此操作，风险自担。", "转载请注明出处。",
    "未经授权不得转载，违者必究。", "更多精彩内容，请关注我们的微信公众号。", "欢迎关注港口日报微信公众号", "本文由港口日报原创，未经授权不得转载。",
    "This article does not constitute investment advice.", "Copyright 2031 Harbor Wire. All rights reserved.",
    "Sign up for our daily newsletter.",
    "Reporting by Ann Poe in Port Ford; additional reporting by Tom Roe; Editing by Sam Moe",
    "(Reporting by Ann Poe)", "© 2031 港口日报", "某ICP备00000000号-1", "投诉电话：0000-0000000",
  ])
  func aNoticeBelowAnArticleIsRemovedAndTold(_ notice: String) throws {
    let item = try parsed(page(tail: notice))
    #expect(item.blocks.count == 2)
    #expect(item.removed == [notice])
  }

  @Test func theLineBelowTheHeadingOfANoticeBelongsToIt() throws {
    let item = try parsed(page(tail: "免责声明\n\n本平台对文中信息的完整性不作任何保证,请读者自行核实。"))
    #expect(item.blocks.count == 2)
    #expect(item.removed == ["免责声明", "本平台对文中信息的完整性不作任何保证,请读者自行核实。"])
  }

  @Test func aSentenceBelowTheHeadingOfANoticeStays() throws {
    let sentence = "远帆航运在公告中表示,新船将于九月交付,运力随之增加一成。"
    let item = try parsed(page(tail: "免责声明\n\n\(sentence)"))
    #expect(item.blocks.last == .paragraph(sentence))
  }

  @Test func removedLinesStandInTheOrderOfThePage() throws {
    let text = page(tail: "责任编辑：赵六\n\n打印 关闭\n\n标签: 航运 港口\n\n友情链接\n\n海湾通讯")
    #expect(try parsed("首页 > 财经 > 正文\n" + text).removed == ["首页 > 财经 > 正文", "责任编辑：赵六", "打印 关闭", "海湾通讯"])
  }

  @Test func theAddressesBehindATextWithNumberedLinksAreTold() throws {
    let text = page(
      tail: "[1]首页 [2]财经\n\nReferences\n\nVisible links:\n1. https://news.example/\n2. https://news.example/money")
    let references = ["References", "Visible links:", "1. https://news.example/", "2. https://news.example/money"]
    #expect(try parsed(text).removed.suffix(4) == references[...])
  }

  @Test func whatAWebPageHasWithinItsTextAndIsNoPartOfItIsTold() throws {
    let sentence = "<p>远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期,新航线将在九月开通,老旧船舶也会更换。</p>"
    let html =
      "<html><title>远帆航运货量回升</title><body><article><h1>远帆航运货量回升</h1>\(sentence)<p>未经授权不得转载，违者必究。</p>"
      + "<div class=\"related\"><a href=\"/1\">北陵重工订单翻倍</a></div>\(sentence)</article></body></html>"
    let item = try WebPageParser.parsePage(Array(html.utf8), context: context()).get()
    #expect(item.blocks.count == 2)
    #expect(item.removed == ["未经授权不得转载，违者必究。", "北陵重工订单翻倍"])
  }
}
