import Testing

@testable import NewsParsing

@Suite struct RelatedHeadingTests {
  @Test(arguments: ["热点新闻", "今日要闻", "本网推荐", "24小时热榜", "图片推荐", "频道精选", "热门推荐"]) func commonWordsHeadALine(_ line: String)
  {
    #expect(RelatedHeading.matches(line[...]))
  }

  @Test(arguments: ["今日油价", "推荐甲公司股票", "新闻发布会", "热", "财经"]) func otherLines(_ line: String) {
    #expect(!RelatedHeading.matches(line[...]))
  }

  @Test func behindAnEmptyNeighbourTheyAreNoTitle() throws {
    let item = try parsed(page(tail: "上一篇:\n\n下一篇:\n\n热点新闻\n\n甲公司扩产\n\n2031-06-14 10:00:00"))
    #expect(item.next == nil)
    #expect(item.related.map(\.title) == ["甲公司扩产"])
  }

  @Test func inTheBodyTheyHeadASection() throws {
    let body = "远帆航运公布了上半年的数据,货量同比回升百分之六。\n\n最新动态\n\n公司将增加两条新航线,并更换部分老旧船舶。"
    #expect(try parsed(page(body: body)).blocks.map(\.isHeading) == [false, true, false])
  }
}
