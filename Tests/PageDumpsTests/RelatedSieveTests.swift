import Testing

@testable import PageDumps

@Suite struct RelatedSieveTests {
  private let headlines = ["远帆航运上半年货量同比大幅回升", "北陵重工新签订单金额再创新高", "两家券商同日公告更换董事长"]

  private func sieve(_ texts: [String]) -> (kept: [String], removed: [String]) {
    let sieve = RelatedSieve(texts.map { $0[...] })
    return (sieve.kept.map { String($0) }, sieve.removed.map { String($0) })
  }

  @Test func aWordBehindEachHeadlineIsAButton() {
    #expect(sieve(headlines.flatMap { [$0, "查看图集"] }).kept == headlines)
    // Twice may be chance.
    let twice = [headlines[0], "订单创新高的企业", headlines[1], "订单创新高的企业"]
    #expect(sieve(twice).kept == twice)
  }

  @Test func aDayBehindEachHeadlineIsItsDate() {
    let list = headlines.flatMap { [$0, "2031-06-14"] }
    #expect(sieve(list).kept == list)
  }

  @Test func longLinesThatRepeatStay() {
    #expect(sieve(Array(repeating: headlines[0], count: 4)).kept.count == 4)
  }

  @Test(arguments: ["57人参与", "1/2", "阅读 1.2万", "东港日报 ⋅ 55评论 ⋅ 相关", "东港日报 | 12阅读"]) func countersSayNothing(
    _ line: String
  ) {
    let result = sieve([headlines[0], line, headlines[1]])
    #expect(result.kept == [headlines[0], headlines[1]])
    #expect(result.removed == [line])
  }

  @Test func betweenLongHeadlinesAShortNameIsAChannel() {
    #expect(sieve(["财经频道"] + headlines + ["更多"]).kept == headlines)
    // A list of short headlines says nothing of it.
    #expect(sieve(["油价上涨", headlines[0], headlines[1]]).kept.count == 3)
    let short = { (count: Int) in String(repeating: "油", count: count) }
    #expect(sieve(headlines + [short(6)]).kept == headlines)
    #expect(sieve(headlines + [short(7)]).kept == headlines + [short(7)])
  }

  @Test func aShortTitleWithItsTimeIsAnEntry() {
    for list in [headlines + ["降准", "2031-06-14"], ["2031-06-14", "降准"] + headlines] {
      #expect(sieve(list).kept == list)
    }
  }

  @Test func ranksAndCutSummariesStay() {
    let list = ["12"] + headlines + ["甲...更多"]
    #expect(sieve(list).removed == ["12"])
    #expect(sieve(list).kept.last == "甲...更多")
  }

  @Test func namesInTurnsWithHeadlinesAreWhereTheyAreFrom() {
    let names = ["港口日报财经新闻", "江湾财讯周刊社", "晨港新闻客户端"]
    let list = zip(headlines, names).flatMap { [$0, $1] }
    #expect(sieve(list).kept == headlines)
    #expect(sieve(list).removed == names)
    // Fewer names than most headlines have are headlines themselves.
    let more = list + ["远帆航运下半年将再增加两条远洋航线", "宁川港一季度的吞吐量创下历史新高"]
    #expect(sieve(more).kept == more)
  }

  @Test func aMarkOfMarkdownIsNoPartOfAHeadline() {
    #expect(sieve(["### " + headlines[0]]).kept == [headlines[0]])
  }
}
