import ParsingSupport
import Testing

@testable import PageDumps

@Suite struct RelatedListTests {
  private func entries(_ text: String) -> [String] {
    RelatedList(text.split(separator: "\n").map { $0 }).entries.map { entry in
      let date = entry.date.map { "\($0.month)-\($0.day)" } ?? "-"
      return "\(entry.title)|\(entry.summary ?? "-")|\(date)"
    }
  }

  @Test func titleSummaryTime() {
    #expect(entries("甲\n甲的摘要...更多\n2031-06-01 10:00\n乙\n乙的摘要…更多\n2031-06-02") == ["甲|甲的摘要|6-1", "乙|乙的摘要|6-2"])
  }

  @Test func titleTimeSummary() {
    #expect(entries("甲\n2031-06-01 10:00\n甲的摘要...更多\n乙\n2031-06-02\n乙的摘要[详细]") == ["甲|甲的摘要|6-1", "乙|乙的摘要|6-2"])
  }

  @Test func timeTitleSummary() {
    #expect(entries("2031-06-01 10:00\n甲\n甲的摘要...更多\n2031-06-02\n乙") == ["甲|甲的摘要|6-1", "乙|-|6-2"])
  }

  @Test func titlesWithTimesOnOneLine() {
    #expect(
      entries("· 甲公司增持 2031-06-01\n· 乙公司减持 (06-02 10:00)\n2031-06-03 丙公司回购") == [
        "甲公司增持|-|6-1", "乙公司减持|-|6-2", "丙公司回购|-|6-3",
      ])
  }

  @Test func datesWithinASummaryDoNotCount() {
    #expect(
      entries("甲公司扩产\n甲公司2018年8月1日至2024年1月26日...更多 2031-06-01\n乙公司回购\n2031-06-02") == [
        "甲公司扩产|甲公司2018年8月1日至2024年1月26日|6-1", "乙公司回购|-|6-2",
      ])
  }

  @Test func titlesOnly() {
    #expect(entries("1. 甲公司增持\n2. 乙公司减持\n3. 丙公司回购") == ["甲公司增持|-|-", "乙公司减持|-|-", "丙公司回购|-|-"])
  }

  @Test func headlinesThatEndInAMarkAreNoSummaries() {
    #expect(entries("1、甲公司增持\n2、甲公司：连续三年高比例分红！\n3、丙公司回购") == ["甲公司增持|-|-", "甲公司：连续三年高比例分红！|-|-", "丙公司回购|-|-"])
  }

  @Test(
    arguments: ["...更多", "……更多", "…[详细]", "...更多>>", "... [更多]", "…", "...查看详情", "...阅读全文>>", "...（更多）", "...展开"])
  func howSummariesAreCut(_ mark: String) {
    #expect(entries("甲\n甲的摘要\(mark)\n2031-06-01 10:00\n乙\n2031-06-02 11:00") == ["甲|甲的摘要|6-1", "乙|-|6-2"])
  }

  @Test(
    arguments: [
      "甲公司增持2031-06-01 10:00:00\n乙公司减持2031-06-02 11:00:00", "2031-06-01 10:00:00甲公司增持\n2031-06-02 11:00:00乙公司减持",
      "[06-01] 甲公司增持\n[06-02] 乙公司减持", "甲公司增持 06-01\n乙公司减持 06-02",
      "甲公司增持\n时间:2031-06-01 10:00\n乙公司减持\n时间:2031-06-02 11:00",
      "甲公司增持\n2031-06-01 10:00 阅读 12\n乙公司减持\n2031-06-02 11:00 阅读 3",
      "甲公司增持\n来源:港口日报 2031-06-01 10:00\n乙公司减持\n来源:江湾财讯 2031-06-02 11:00",
      "甲公司增持\n港口日报 2031-06-01 10:00\n乙公司减持\n江湾财讯 2031-06-02 11:00", "1\n甲公司增持\n2031-06-01\n2\n乙公司减持\n2031-06-02",
    ])
  func whereTimesStandAndWhatStandsBesideThem(_ text: String) {
    #expect(entries(text) == ["甲公司增持|-|6-1", "乙公司减持|-|6-2"])
  }

  @Test func anotherPageInTheFileEndsTheList() throws {
    let item = try parsed(page(tail: "相关阅读\n\n甲公司扩产\n2031-06-14 10:00\n\n" + page(title: "乙公司公布年报")))
    #expect(item.related.map(\.title) == ["甲公司扩产"])
  }

  @Test func theFootOfTheSiteEndsTheList() throws {
    let item = try parsed(page(tail: "相关阅读\n\n甲公司扩产\n2031-06-14 10:00\n\n热门标签\n航运 港口\n\n友情链接\n港口日报"))
    #expect(item.related.map(\.title) == ["甲公司扩产"])
  }

  @Test func anEntryWithoutTime() {
    #expect(entries("甲\n甲的摘要...更多\n乙\n乙的摘要...更多\n2031-06-02") == ["甲|甲的摘要|-", "乙|乙的摘要|6-2"])
  }

  @Test func anEntryWithoutSummary() {
    #expect(entries("甲\n2031-06-01\n乙\n乙的摘要...更多\n2031-06-02") == ["甲|-|6-1", "乙|乙的摘要|6-2"])
  }

  @Test func behindAnEmptyNeighbourTheirHeadingIsNoTitle() throws {
    let item = try parsed(page(tail: "上一篇:\n\n下一篇:\n\n热点新闻\n\n甲公司扩产\n\n2031-06-14 10:00:00"))
    #expect(item.next == nil)
    #expect(item.related.map(\.title) == ["甲公司扩产"])
  }

  @Test func aHeadingOfRelatedNewsWithinTheBodyHeadsASection() throws {
    let body = "远帆航运公布了上半年的数据,货量同比回升百分之六。\n\n最新动态\n\n公司将增加两条新航线,并更换部分老旧船舶。"
    #expect(try parsed(page(body: body)).blocks.map(\.isHeading) == [false, true, false])
  }
}
