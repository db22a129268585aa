import Testing

@testable import ArticleFields

@Suite struct HeadNoiseTests {
  @Test(arguments: [
    "330", "57人参与11评论", "0 条评论", "新浪微博 缩小字体 放大字体 收藏 分享", "[logo.png]", "(BUTTON)", "字号：大 中 小",
    "返回上一页  首页 | 报时: 16:20:31", "Share", "您的浏览器不支持播放",
  ])
  func countersAndButtonsSayNothing(line: String) { #expect(HeadNoise.matches(line[...])) }

  @Test(arguments: ["远帆航运上半年货量回升", "货量同比回升6%", "Oil prices rise", "港口日报 李四"])
  func otherLinesDo(line: String) { #expect(!HeadNoise.matches(line[...])) }
}

/// What stands between a headline and its text, rule by rule.
@Suite struct HeadNoiseRuleTests {
  private func isNoise(_ line: String) -> Bool { HeadNoise.matches(line[...]) }

  @Test(arguments: [
    "您的浏览器不支持此视频", "微信号 port-daily", "功能介绍 港口新闻", "330", "1.2万", "1,234 views", "57人参与11评论", "0 条评论", "3 min read",
    "5k", "12 (3)", "点赞 5", "大", "小号", "A+", "T-", "【字体：大 中 小】", "scan me!", "Add to favorites", "朗读", "阅读模式", "资讯正文",
    "(分享)", "+关注", "[INS: :INS]", "[SUBMIT]", "____", "logo.png", "[logo.png] [a]", "[港口日报  ]", "a.JPG b.gif",
    "免责声明：仅供参考", "打印关闭",
  ])
  func lettersCountersAndPlaceholdersSayNothing(line: String) { #expect(isNoise(line)) }

  @Test(arguments: [
    "微博 微信 分享 港口", "字号：大 中 小", "Share | Tweet | Print", "收藏、分享、打印", "首页 港口日报", "港口 航运 财经 股票", "上证 3000 12.5 +0.4%",
    "报时: 16:20:31 首页",
  ])
  func rowsOfThemSayNothing(line: String) { #expect(isNoise(line)) }

  @Test(arguments: [
    "货量回升", "货量同比回升6%", "6月15日", "2031年", "3-2", "12家公司", "大公司", "Share prices rose", "微博 微信 港口 航运公司的消息",
    "微博,微信,港口日报都在跌。", "港口 航运", "财经 股票 远帆航运", "见图 logo.png", "[港口日报]", "您现在看到的", "上证指数 3000 点报收", "浏览器之争", "Ann Poe",
    "打印关闭。东港",
  ])
  func wordsOfATextSaySomething(line: String) { #expect(!isNoise(line)) }

  @Test func rowsAndPlaceholdersHaveTheirLength() {
    #expect(isNoise("您的浏览器" + String(repeating: "旧", count: 55)))
    #expect(!isNoise("您的浏览器" + String(repeating: "旧", count: 56)))
    #expect(isNoise(Array(repeating: "分享", count: 24).joined(separator: " ")))
    #expect(isNoise(Array(repeating: "a.png", count: 66).joined(separator: " ")))
    #expect(!isNoise(Array(repeating: "a.png", count: 67).joined(separator: " ")))
  }

  @Test func oneOfFourWordsMayBeUnknown() {
    #expect(isNoise("微博 微信 分享 东港日报"))
    #expect(!isNoise("微博 微信 东港日报社记者"))
  }

  @Test(arguments: ["", "·", "[分享]", "分享：", "12", "举报", "QZone", "打印"]) func oneWordOfARow(text: String) {
    #expect(HeadNoise.isWord(text[...]))
  }

  @Test(arguments: ["港口", "分享经济", "分享一个长得不像按钮的句子给大家", "12%", "6月"]) func otherWords(text: String) {
    #expect(!HeadNoise.isWord(text[...]))
  }
}
