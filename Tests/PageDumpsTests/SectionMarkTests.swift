import Testing

@testable import ArticleFields
@testable import PageDumps

@Suite struct SectionMarkTests {
  /// The marks of a line in a short form: `tags=航运 港口`, one after the other.
  private func marks(_ line: String, isBelowBody: Bool = false, isBelowText: Bool = false) -> [String] {
    guard let mark = SectionMark(line[...], isBelowBody: isBelowBody, isBelowText: isBelowText) else { return [] }
    return ([mark] + mark.following).map { "\($0.key)=\($0.value)" }
  }

  @Test(arguments: [
    ("标签: 航运 港口", "tags=航运 港口"), ("【标签】航运 港口", "tags=航运 港口"), ("标签 航运 港口", "tags=航运 港口"), ("标签", "tags="),
    ("Tags: Ports, Power Grid", "tags=Ports, Power Grid"), ("上一篇:甲公司中标", "previous=甲公司中标"), ("下一篇 乙公司分红", "next=乙公司分红"),
    ("NEXT", "next="), ("« Previous: Ports grow", "previous=Ports grow"), ("相关阅读", "related="),
    ("■ 延伸阅读 ■", "related="),
    ("相关新闻 更多>>", "related="), ("推荐阅读 换一批", "related="), ("More from Harbor Wire", "related="),
    ("相关阅读：甲公司中标", "related=甲公司中标"),
  ])
  func aMarkOpensItsSection(_ line: String, _ mark: String) {
    #expect(marks(line) == [mark])
  }

  @Test(arguments: [
    "标签航运", "关键词:稳。公司反复强调,稳字当头。", "下一篇章即将开启", "Tags Energy", "Next quarter is better", "Previously on the tape",
    "相关阅读量创新高", "相关报道 称货量回升", "More from the region's ports passed through the canal in June", "来源:港口日报", "作者：李四",
    "货量回升", "",
  ])
  func wordsThatGoOnAreNoMark(_ line: String) {
    #expect(marks(line) == [])
  }

  @Test(arguments: [
    ("上一篇：甲公司中标 下一篇：乙公司分红", ["previous=甲公司中标", "next=乙公司分红"]),
    ("下一篇: 乙公司分红 | 上一篇: 甲公司中标", ["next=乙公司分红", "previous=甲公司中标"]),
    ("上一篇: 下一篇:", ["previous=", "next="]),
    ("标签：航运 上一篇：甲公司中标 下一篇：乙公司分红", ["tags=航运", "previous=甲公司中标", "next=乙公司分红"]),
    ("上一篇：公司下一篇：章", ["previous=公司下一篇：章"]),
  ])
  func neighboursMayStandOnOneLine(_ line: String, _ expected: [String]) {
    #expect(marks(line) == expected)
  }

  @Test func whatStandsBehindTheTagsIsNone() {
    #expect(marks("标签：航运 港口 责任编辑：赵六") == ["tags=航运 港口"])
    #expect(marks("标签：航运 港口 分享到：微信") == ["tags=航运 港口"])
  }

  @Test(arguments: ["热点新闻", "【本站推荐】", "24小时热榜：", "猜你喜欢"]) func commonWordsHeadAListBelowTheBodyOnly(_ line: String) {
    #expect(marks(line, isBelowBody: true) == ["related="])
    #expect(marks(line, isBelowText: true) == (line == "猜你喜欢" ? ["related="] : []))
  }

  @Test func theFootOfASiteFollowsText() {
    #expect(marks("友情链接") == [])
    #expect(marks("友情链接", isBelowText: true) == ["foot="])
    #expect(marks("友情链接", isBelowBody: true) == ["foot="])
    // A line that goes on may be a sentence of the article, and is one of the foot behind a box.
    #expect(marks("关于我们 | 联系我们", isBelowText: true) == [])
    #expect(marks("关于我们 | 联系我们", isBelowBody: true) == ["foot="])
    #expect(marks("合作媒体：", isBelowBody: true) == ["foot="])
    #expect(marks("关于我们的合作", isBelowBody: true) == [])
  }
}
