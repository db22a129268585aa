import Testing

@testable import PageDumps

@Suite struct ReaderCountTests {
  @Test(arguments: [
    "57人参与", "跟贴 1199", "2819阅读", "1/2", "330", "1.2万", "1,024次浏览", "阅读 (12) 评论 (3)", "【评论】0", "12 comments | 3 likes",
    "5.6k views", "3 min read", "3亿次播放", "+12", "共享2次".replacing("共享", with: "分享"),
  ])
  func numbersAndWhatTheyCountAreNothingElse(_ line: String) {
    #expect(ReaderCount.matches(line[...]))
  }

  @Test(arguments: [
    "57亿元", "12%", "Q3", "增长3倍", "3家公司", "12 jobs cut", "3.5美元", "第2条航线", "5 viewers",
  ])
  func aFigureWithAnotherUnitIsNews(_ line: String) {
    #expect(!ReaderCount.matches(line[...]))
  }

  @Test(arguments: ["阅读", "评论 分享", "", "···"]) func wordsWithoutANumberCountNothing(_ line: String) {
    #expect(!ReaderCount.matches(line[...]))
  }

  @Test(arguments: ["2031-06-15", "2031/06/15", "06-15", "2031-06-15 05:42"]) func aDateIsNoCount(_ line: String) {
    #expect(!ReaderCount.matches(line[...]))
  }

  @Test func longerLinesCountNothing() {
    #expect(ReaderCount.matches(String(repeating: "1 ", count: 40)[...]))
    #expect(!ReaderCount.matches(String(repeating: "1 ", count: 41)[...]))
  }
}
