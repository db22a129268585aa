import Foundation
import NewsModel
import Testing

@Suite struct QueryTongueTests {
  @Test(arguments: [
    ("tag:央行 is:unread", "标签：央行 状态：未读"), ("-source:\"a b\" OR (label:今日热搜 title:x)", "-来源：\"a b\" OR (栏目：今日热搜 标题：x)"),
    ("since:7d until:yesterday", "起：7天 止：昨天"), ("since:24h", "起：24小时"), ("since:6m", "起：6个月"),
    ("since:1y until:close", "起：1年 止：收盘"), ("since:open", "起：开盘"),
    ("session:lunch -session:pre", "时段：午休 -时段：盘前"), ("since:2022-06-15", "起：2022-06-15"),
    ("lang:zh-Hant has:table kind:article", "语言：繁体中文 含：表格 类型：文章"),
    ("is:muted", "状态：屏蔽"), ("IPO /a:b/ 12:30", "IPO /a:b/ 12:30"), ("", ""),
  ])
  func namesAreShownInEitherLanguage(english: String, chinese: String) {
    #expect(QueryTongue.chinese.worded(english) == chinese)
    #expect(QueryTongue.english.worded(chinese) == english)
    #expect(QueryTongue.chinese.worded(chinese) == chinese)
  }

  @Test func whatMeansNothingStaysAsItWasTyped() {
    #expect(QueryTongue.chinese.worded("tag:a is:old since:soon \"tag:") == "标签：a 状态：old 起：soon \"tag:")
    #expect(QueryTongue.chinese.worded("is: tag:") == "状态： 标签：")
    #expect(QueryTongue.english.worded("状态：静音 起：前天") == "is:muted since:前天")
  }

  /// Whatever is typed means the same in the names of either language.
  @Test func meaningDoesNotChange() {
    let parser = QueryParser(now: Timestamp(1_773_792_000), zone: .gmt)
    func meaning(_ text: String) -> Result<Query, QueryError> {
      Result { () throws(QueryError) in try parser.parse(text) }
    }
    var random = RandomQueries(seed: 7)
    for _ in 0..<3_000 {
      let text = random.text()
      guard case .success(let query) = meaning(text) else { continue }
      for tongue in [QueryTongue.english, .chinese] {
        #expect(meaning(tongue.worded(text)) == .success(query), "\(text)")
      }
    }
  }
}
