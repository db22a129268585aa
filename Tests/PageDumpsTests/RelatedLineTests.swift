import Testing

@testable import PageDumps

/// What single lines of a list are; `RelatedListTests` has their order.
@Suite struct RelatedLineTests {
  private func entries(_ texts: [String]) -> [String] {
    RelatedList(texts.map { $0[...] }).entries.map { entry in
      let date = entry.date.map { "\($0.month)-\($0.day)" } ?? "-"
      return "\(entry.title)|\(entry.summary ?? "-")|\(date)"
    }
  }

  @Test(arguments: [
    "甲的摘要...更多", "甲的摘要[详细]", "甲的摘要（全文）", "甲的摘要[...]", "甲的摘要[…]", "甲的摘要...Read more", "甲的摘要更多>>", "甲的摘要…… [查看详情] »",
  ])
  func aSummaryThatWasCutSaysSo(_ line: String) {
    #expect(RelatedList.isCutSummary(line[...]))
  }

  @Test(arguments: ["公司将推出更多", "甲的摘要...", "更多", "...更多", "Ports want more", "甲的详情公布", ""]) func otherLinesAreNotCut(
    _ line: String
  ) {
    #expect(!RelatedList.isCutSummary(line[...]))
  }

  @Test func numbersThatCountFromOneAreRanks() {
    #expect(entries(["1 甲公司增持", "2 乙公司减持"]) == ["甲公司增持|-|-", "乙公司减持|-|-"])
    #expect(entries(["2 甲公司增持", "3 乙公司减持"]) == ["2 甲公司增持|-|-", "3 乙公司减持|-|-"])
    #expect(entries(["1 甲公司增持"]) == ["1 甲公司增持|-|-"])
    #expect(entries(["1", "甲公司增持", "12", "乙公司减持", "123"]) == ["甲公司增持|-|-", "乙公司减持|-|-", "123|-|-"])
  }

  @Test func marksBeforeAHeadlineAreNoPartOfIt() {
    #expect(
      entries(["• 甲公司增持", "2. 乙公司减持", "### 丙公司回购", "- ## 丁公司分红", "一、戊公司扩产", "·····"]).map { $0.prefix { $0 != "|" } }
        == [
          "甲公司增持", "乙公司减持", "丙公司回购", "丁公司分红", "一、戊公司扩产",
        ])
  }

  @Test(arguments: [
    "甲公司称2031-06-01为期限的事", "甲公司 6月1日起增持", "甲公司06-01增持",
  ])
  func aDateWithinAHeadlineIsPartOfIt(_ line: String) {
    #expect(entries([line]) == ["\(line)|-|-"])
  }

  @Test func aNameBesideEachTimeIsWhereTheNewsIsFrom() {
    #expect(
      entries(["甲公司宣布增持公司股份", "港口日报 2031-06-01", "乙公司宣布减持公司股份", "江湾财讯 2031-06-02"]) == [
        "甲公司宣布增持公司股份|-|6-1", "乙公司宣布减持公司股份|-|6-2",
      ])
    // Where one has no headline above it, names are headlines.
    #expect(entries(["港口日报 2031-06-01", "乙公司宣布减持公司股份 2031-06-02"]).first == "港口日报|-|6-1")
  }

  @Test func countersAndFieldsBesideATimeSayNothing() {
    #expect(
      entries(["甲公司增持", "2031-06-01 10:00 阅读(12)", "乙公司减持", "编辑：赵六 2031-06-02 10:00"]) == [
        "甲公司增持|-|6-1", "乙公司减持|-|6-2",
      ])
  }

  @Test func twoLinesThatATimeClosesAreHeadlineAndSummary() {
    #expect(entries(["甲", "甲的摘要", "2031-06-01", "乙", "乙的摘要", "2031-06-02"]) == ["甲|甲的摘要|6-1", "乙|乙的摘要|6-2"])
    #expect(entries(["甲", "乙", "丙", "2031-06-01"]) == ["甲|-|-", "乙|-|-", "丙|-|6-1"])
    // A list that gave no summary so far gives none now.
    let titles = ["甲", "2031-06-01", "乙", "2031-06-02", "丙", "2031-06-03"]
    #expect(entries(titles + ["丁", "戊", "2031-06-04"]).suffix(2) == ["丁|-|-", "戊|-|6-4"])
  }

  @Test func withoutTimesASentenceLongerThanItsHeadlineIsItsSummary() {
    let sentence = "甲公司公告称将在六个月内增持公司股份，金额不超过一亿元。"
    #expect(entries(["甲公司宣布增持公司股份", sentence, "乙公司分红"]) == ["甲公司宣布增持公司股份|\(sentence)|-", "乙公司分红|-|-"])
    #expect(entries(["甲公司宣布增持公司股份", "金额不大。"]).count == 2)
    #expect(entries(["甲公司宣布增持公司股份", sentence, sentence]).count == 2)
  }
}
