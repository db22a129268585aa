import Testing

@testable import PageDumps

@Suite struct SiteTitleTests {
  private func parts(_ title: String, source: String? = nil) -> String {
    let parts = SiteTitle(title[...], source: source)
    return "\(parts.headline)|\(parts.site ?? "-")"
  }

  @Test(arguments: [
    ("货量回升 - 港口日报", "货量回升|港口日报"), ("货量回升_晨港网", "货量回升|晨港网"), ("货量回升｜晨港新闻", "货量回升|晨港新闻"), ("货量回升-晨港网", "货量回升|晨港网"),
    ("货量回升 - harbor.example", "货量回升|harbor.example"),
    ("Ports grow again – Example Wire", "Ports grow again|Example Wire"),
    ("貨量回升 - 晨港網", "貨量回升|晨港網"),
  ])
  func theNameOfTheSiteStandsBehindTheHeadline(_ title: String, _ expected: String) {
    #expect(parts(title) == expected)
  }

  @Test func sectionsBetweenThemGoToo() {
    #expect(parts("货量回升_航运_财经_晨港网") == "货量回升|晨港网")
    #expect(parts("货量回升 | Shipping | Example Wire") == "货量回升|Example Wire")
    let section = String(repeating: "航", count: 9)
    #expect(parts("货量大幅回升_\(section)_晨港网") == "货量大幅回升_\(section)|晨港网")
  }

  @Test(arguments: [
    "甲公司-乙公司合并案获批", "货量回升 - 公司公告", "Long-term plan agreed by Daily-News", "Rates rise-Example News", "货量回升 -", "_晨港网",
    "晨港网", "a.b", "",
    "Ports grow again - .com", "Ports grow again - example wire",
  ])
  func otherMarksBelongToTheHeadline(_ title: String) {
    #expect(parts(title) == "\(title)|-")
  }

  @Test func whatIsLeftMustBeAHeadline() {
    #expect(parts("降准_晨港网") == "降准_晨港网|-")
    // The source is known for what it is, whatever stands before it.
    #expect(parts("降准_晨港网", source: "晨港网") == "降准|晨港网")
    #expect(parts("货量回升 - 远帆船舶", source: "远帆船舶") == "货量回升|远帆船舶")
  }

  @Test func aSiteHasAShortName() {
    let name = { (count: Int) in String(repeating: "晨", count: count) + "网" }
    #expect(parts("货量回升_\(name(15))") == "货量回升|\(name(15))")
    #expect(parts("货量回升_\(name(16))") == "货量回升_\(name(16))|-")
  }

  @Test(arguments: [
    ("今日行情_大盘_个股_晨港网", true), ("行情|大盘｜个股|期货", true), ("货量回升_财经_晨港网", false), ("行情-大盘-个股-期货-晨港网", false), ("", false),
  ])
  func aTitleOfManyPartsSaysWhatTheSiteIs(_ title: String, _ isOfSite: Bool) {
    #expect(SiteTitle.isOfSite(title[...]) == isOfSite)
  }
}
