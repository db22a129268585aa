import Testing

@testable import ArticleFields

/// Notices: labels, and the words of a line where no label tells.
@Suite struct BoilerplateTests {
  private func isNoise(_ line: String, _ place: Boilerplate.Place = .within) -> Bool {
    Boilerplate.matches(line[...], at: place)
  }

  // MARK: Labels

  @Test(arguments: [
    "免责声明：本文仅代表嘉宾看法", "【免责声明】市场有风险", "版權聲明:港口日報", "Disclaimer: prices may change", "当前位置：财经要闻第二栏", "您的位置: 港口", "分类：航运",
    "Posted in: Ports", "举报邮箱：a@port.example", "举报电话 12345", "新闻热线 a@port.example", "首页 > 财经 > 正文", "首页>财经",
    "Home » Ports", "© 2031 港口日报", "Copyright © Example Wire", "Reporting by Ann Poe in Port Ford; Editing by Tom Roe",
    "(Reporting by Ann Poe)", "Compiled by 李四", "免责声明", "举报电话",
  ])
  func aLabelIsEnoughAnywhere(line: String) { #expect(isNoise(line)) }

  @Test(arguments: [
    "免责声明书的写法引发讨论", "版权声明制度的改革", "分类回收的港口经验", "举报电话被打爆一事有了下文", "新闻热线旁的老编剧", "首页设计师谈港口",
    "Home Savings and Loan of Port Ford", "Reporting by machine is cheaper",
    "Reporting by Ann Poe; machines do the rest", "Disclaimers grow longer", "Homeward > bound",
    "当前位置：" + String(repeating: "港口", count: 30),
  ])
  func theSameWordsMayBeginAText(line: String) { #expect(!isNoise(line)) }

  // MARK: Words of notices

  @Test(arguments: [
    "扫码关注港口日报微信公众号", "未经授权不得转载", "转载请注明出处", "本文不构成投资建议,据此操作风险自负。", "本文由某某授权发布", "关注港口日报公众号", "更多精彩内容请关注微信公众号",
    "Follow us on Twitter and Facebook", "Click here to read more",
    "All rights reserved. Reproduction without permission", "This article was originally published on Example Wire",
  ])
  func mostWordsOfANoticeAreWordsOfNotices(line: String) { #expect(isNoise(line)) }

  @Test(arguments: [
    "监管部门称,该平台未经许可开展业务", "公司表示,未经授权的转载给作者带来损失", "扫码支付在东港的菜场普及", "点击查看这个动作每天发生两亿次,公司说", "关注东港的人越来越多", "本文由公司授权发布",
    "Follow us, the captain said, and the company rose 6 percent",
  ])
  func reportsOfSuchThingsAreNone(line: String) { #expect(!isNoise(line)) }

  @Test func theShareDependsOnThePlace() {
    let line = "更多精彩内容请看港口日报周末特刊专版连载漫画"
    #expect(!isNoise(line))
    #expect(isNoise(line, .edge) && isNoise(line, .notice))
    let sentence = "更多精彩内容请看港口日报周末特刊。"
    #expect(!isNoise(sentence))
    #expect(isNoise(sentence, .edge) && isNoise(sentence, .notice))
    let longer = "更多精彩内容请看港口日报的周末特刊。"
    #expect(!isNoise(longer) && !isNoise(longer, .edge))
    #expect(isNoise(longer, .notice))
  }

  @Test func underTheHeadingOfANoticeAQuarterIsEnough() {
    #expect(isNoise("请看港口日报周末", .notice))
    #expect(!isNoise("请看港口日报周末版", .notice))
    #expect(!isNoise("请看港口日报周末", .edge))
  }

  @Test func aLongLineIsRunningText() {
    let notice = "未经授权不得转载"
    #expect(isNoise(String(repeating: notice, count: 32)))
    #expect(!isNoise(String(repeating: notice, count: 33)))
    #expect(isNoise("免责声明：" + String(repeating: notice, count: 40)))
  }

  @Test(arguments: ["免责声明：", "【版权声明】", "免责声明", "Disclaimer:", "特别声明 …", "（免责声明）"]) func aHeadingOfANoticeOpensIt(
    line: String
  ) {
    #expect(Boilerplate.opensNotice(line[...]))
  }

  @Test(arguments: ["免责声明：本文仅供参考", "声明：", "免责声明书", "当前位置：", "", "Disclaimer of the year"]) func otherLinesOpenNone(
    line: String
  ) {
    #expect(!Boilerplate.opensNotice(line[...]))
  }

  // MARK: Registration, code, ends

  @Test(arguments: ["港口ICP备00000000号", "公网安备 00000号", "不良信息举报中心 东港", "window.__STATE__ = {}", "document.write(x)"])
  func whatASiteSaysOfItselfIsNoText(line: String) { #expect(isNoise(line)) }

  @Test(arguments: ["全国受理不良信息举报184万件", "不良信息举报 1,842 余件", "公司取得ICP证。", "他说 window 是一扇窗"]) func newsOfItIs(line: String)
  {
    #expect(!isNoise(line))
  }

  @Test func aLongRegistrationStandsAtTheEdgeAlone() {
    let line = "港口ICP备00000000号" + String(repeating: " 东港市", count: 14)
    #expect(!isNoise(line))
    #expect(isNoise(line, .edge))
  }

  @Test(arguments: ["- END -", "（完）", "【全文完】", "the end", "完", "—— 本文完 ——", "Fin", "ENDS", "(END)"])
  func someWordsEndAText(line: String) {
    #expect(Boilerplate.endsText(line[...]))
  }

  @Test(arguments: ["", "完成", "The end of an era", "全文完了", "-", "- END -" + String(repeating: "-", count: 40)])
  func otherWordsDoNot(line: String) { #expect(!Boilerplate.endsText(line[...])) }

  @Test func theTailBeginsBehindTheLastText() {
    #expect(Boilerplate.tailStart(of: 2..<9) { $0 == 3 || $0 == 6 } == 7)
    #expect(Boilerplate.tailStart(of: 2..<9) { $0 == 8 } == 9)
    #expect(Boilerplate.tailStart(of: 2..<9) { _ in false } == 2)
    #expect(Boilerplate.tailStart(of: 2..<2) { _ in true } == 2)
  }

  // MARK: The foot of a site

  @Test(arguments: ["关于我们 | 联系我们 | 广告服务", "关于我们-网站地图", "About · Careers · Terms", "港口ICP备00000000号", "关于我们、加入我们、东港"])
  func aFootNamesSeveralPagesOfItsSite(line: String) { #expect(Boilerplate.isFoot(line[...])) }

  @Test(arguments: [
    "关于我们", "About the port", "关于我们 港口", "关于我们 | 联系我们。", "货量回升", "",
    "关于我们" + String(repeating: " 港口", count: 90) + " 联系我们",
  ])
  func otherLinesAreNoFoot(line: String) { #expect(!Boilerplate.isFoot(line[...])) }
}

/// Buttons, pages and paths: lines that nobody wrote as text.
@Suite struct ButtonTests {
  private func isNoise(_ line: String, _ place: Boilerplate.Place = .within) -> Bool {
    Boilerplate.matches(line[...], at: place)
  }

  @Test(arguments: [
    "打印", "【打印】【关闭】", "分享到 微信 微博", "评论(0)", "1.2万次阅读", "阅读：1234", "（分享）", "(BUTTON) 打印", "Share", "Share.", "share...",
    "Print | Email | Save", "> 返回顶部 <", "收藏 12", "12 评论", "T大 T小", "Loading...", "上一篇：", "* * *", "——————", "", "【】",
    "3条评论",
  ])
  func aLineOfButtonsIsNone(line: String) { #expect(isNoise(line)) }

  @Test(arguments: [
    "打印机销量回升", "分享经济的边界", "share.", "comments.", "评论员李四", "收藏家的港口", "12家公司", "Share prices rose", "More than a port",
    "推荐甲公司", "首页改版",
  ])
  func wordsThatGoOnAreText(line: String) { #expect(!isNoise(line)) }

  @Test(arguments: ["打印关闭", "分享收藏举报", "微信微博QQ空间"]) func gluedButtonsStandAtTheEdgeAlone(line: String) {
    #expect(!isNoise(line))
    #expect(isNoise(line, .edge))
  }

  @Test func aLongRowOfGluedButtonsIsNone() {
    #expect(!isNoise("打印关闭打印关闭打印关闭港口", .edge))
    #expect(!isNoise(String(repeating: "打印关闭", count: 4), .edge))
  }

  @Test(arguments: ["1 2 3 4 下一页", "[1] [2] 下一页", "【1】【2】", "1 2 3", "12　13　尾页"]) func numbersOfPages(line: String) {
    #expect(isNoise(line))
  }

  @Test(arguments: ["12", "2031 6 15", "1 港口", "下一页 货量", "6 15 东港"]) func otherNumbersAreText(line: String) {
    #expect(!isNoise(line))
  }

  @Test(arguments: ["登录 注册 首页 财经 股票 基金", "首页|财经|股票|港口", "客户端 财经 股票 港口"]) func shortWordsWithOneOfAMenu(line: String) {
    #expect(isNoise(line))
  }

  @Test(arguments: ["财经 股票 基金 期货", "登录 注册门槛很高 首页 股票", "登录 财经 港口"]) func shortWordsWithout(line: String) {
    #expect(!isNoise(line))
  }

  @Test(arguments: [
    "打开港口APP，查看更多精彩内容", "您有未读新闻，点击查看", "下载港口客户端", "点击这里加载更多", "返回港口首页", "扫码进入港口APP", "设为首页", "更多精彩内容请进港口客户端",
  ])
  func requestsToTheReader(line: String) { #expect(isNoise(line)) }

  @Test(arguments: ["打开港口的大门", "下载量回升", "点击率走低", "返回港口的船只", "返回首页的按钮", "打开港口APP看到精彩内容。"]) func sentencesAreNoRequests(
    line: String
  ) {
    #expect(!isNoise(line))
  }

  @Test(arguments: [("返回港口日报首页", true), ("返回上页", true), ("返回东港频道", true), ("返回列表", true), ("返回东港", false)])
  func waysBackNameTheirPage(line: String, isWay: Bool) {
    #expect(isNoise(line) == isWay)
    #expect(!isNoise("返回" + String(repeating: "东港", count: 8) + "目录里"))
  }

  @Test(arguments: [
    ("logo.png", true), ("a-1_b.JPG", false), ("a.jpeg", true), ("图.png", false), ("a b.png", false),
    ("a.pngs", false), ("a.webp", true),
  ])
  func theNameOfAPictureAlone(line: String, isFile: Bool) { #expect(isNoise(line) == isFile) }
}
