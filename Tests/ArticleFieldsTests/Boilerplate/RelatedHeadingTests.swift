import Testing
import TextScanning

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

/// The headings of related lists, and lists of dated headlines.
@Suite struct RelatedListTests {
  @Test(arguments: [
    "推荐", "热门", "排行榜", "最近更新", "往期回顾", "相关推荐", "热门新闻排行榜", "今日热点资讯", "为您推荐", "本站原创文章", "热文榜", "48小时要闻", "猜你喜欢",
  ])
  func leadingWordsStandBeforeANoun(line: String) { #expect(RelatedHeading.matches(line[...])) }

  @Test(arguments: ["", "相关", "新闻热点新", "阅读", "排行", "公司新闻", "新闻公司", "热点新闻。", "今日 要闻", "Related news", "推荐推荐推"])
  func otherLinesAreNoHeadings(line: String) { #expect(!RelatedHeading.matches(line[...])) }

  @Test func aHeadingHasAtMostFortyBytes() {
    #expect(RelatedHeading.matches("今日今日今日今日今日要闻"))
    #expect(!RelatedHeading.matches("今日今日今日今日今日今日要闻"))
  }

  private func opens(_ lines: [String]) -> Bool {
    RelatedHeading.opensDatedList(TextLines.split(lines.joined(separator: "\n")[...]), at: 0)
  }

  private let first = "远帆航运上半年的货量回升", second = "江湾银行公布上半年的业绩"

  @Test func aShortLineOpensAListOfDatedHeadlines() {
    #expect(opens(["东港要事", first, "2031-06-15", second, "2031-06-14"]))
    #expect(opens(["东港要事", first, "2031-06-15"]))
    #expect(opens(["东港要事", first, "06-15 05:42", second, "06-14 05:42"]))
  }

  @Test func whatIsNotDatedIsNoList() {
    #expect(!opens(["东港要事", first, second, "2031-06-15"]))
    #expect(!opens(["东港要事", first, "2031-06-15", second, "公司表示"]))
    #expect(!opens(["东港要事", first, "06-15", second, "06-14"]))
    #expect(!opens(["东港要事", first]))
    #expect(!opens([]) && !opens(["东港要事"]))
  }

  @Test func theLinesHaveTheirLengths() {
    #expect(!opens(["东港要事一二三四五六七", first, "2031-06-15"]))
    #expect(!opens(["东港要事", "货量回升", "2031-06-15"]))
    #expect(opens(["东港要事", "货量回升了吗", "2031-06-15"]))
    #expect(!opens(["2031-06-16", first, "2031-06-15"]))
    #expect(!opens(["东港要事", "2031-06-16 05:42", "2031-06-15"]))
    #expect(!opens(["打印", first, "2031-06-15"]))
  }
}
