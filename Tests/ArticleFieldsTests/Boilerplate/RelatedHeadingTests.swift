import Testing

@testable import ArticleFields

@Suite struct RelatedHeadingTests {
  @Test(arguments: ["热点新闻", "今日要闻", "本网推荐", "24小时热榜", "图片推荐", "频道精选", "热门推荐"]) func commonWordsHeadALine(_ line: String)
  {
    #expect(RelatedHeading.matches(line[...]))
  }

  @Test(arguments: ["今日油价", "推荐甲公司股票", "新闻发布会", "热", "财经"]) func otherLines(_ line: String) {
    #expect(!RelatedHeading.matches(line[...]))
  }
}
