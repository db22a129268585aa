import Testing

@testable import ArticleFields

@Suite struct PaperNameTests {
  @Test(arguments: [
    ("港口日报", "港口日报"), ("《港口日报》", "港口日报"), ("港口日报(http://port.example/)", "港口日报"), ("港口社 举报", "港口社"),
    ("港口网[整理]", "港口网"), ("港口日报（原创）", "港口日报"), ("https://port.example/a", "port.example"), ("江湾财讯百家号", "江湾财讯"),
    ("来源港口日报", "港口日报"), ("Example Wire", "Example Wire"),
  ])
  func whatPagesPutAroundANameIsLeftOut(value: String, name: String) {
    #expect(PaperName.cleaned(value[...]) == name)
  }

  @Test(arguments: ["", "未知", "Unknown", "2031", "货量回升。"]) func otherValuesNameNoPaper(value: String) {
    #expect(PaperName.cleaned(value[...]) == nil)
  }

  @Test(arguments: ["港口日报", "江湾证监会", "Port Ford Times", "远帆传媒"]) func theLastWordTellsAHouse(line: String) {
    #expect(PaperName.isHouse(line[...]))
  }

  @Test(arguments: ["货量回升,公司发布", "port ford times", "Times", "李四"]) func otherLinesAreNoHouses(line: String) {
    #expect(!PaperName.isHouse(line[...]))
  }
}

/// What may be the name of a paper, and what is one by its last word.
@Suite struct HouseNameTests {
  @Test(arguments: ["港口日报", "Example Wire", "Port Ford Evening Times Online", "7", "《港口日报》"]) func aNameIsAFewWords(
    text: String
  ) {
    #expect(PaperName.isName(text[...]))
  }

  @Test(arguments: [
    "", "——", "港口日报。", "港口,日报", "港口、日报", "港口：日报", "Port: Ford", "Port; Ford", "Is it?", "a b c d e f", "Port Ford...",
    "二十一个汉字的名字比任何一家报纸的都要长一些",
  ])
  func otherTextsAreNoNames(text: String) { #expect(!PaperName.isName(text[...])) }

  @Test(arguments: [
    ("[港口日报] 阅读[312]次", "港口日报"), ("【港口日报】", "港口日报"), ("港口日报 | 财经", "港口日报 | 财经"), ("：港口日报 /", "港口日报"),
    ("港口日报 举报 分享", "港口日报"), ("港口日报（微博）[转载]", "港口日报"), ("港口日报( )", "港口日报"), ("港口日报(东港)", "港口日报(东港)"),
    ("港口日报官网", "港口日报"), ("港口日报版权所有", "港口日报"), ("原创港口日报", "港口日报"), ("“港口日报”", "港口日报"), ("(港口日报)", "港口日报"),
    ("\"Example Wire\"", "Example Wire"), ("港口日报 https://port.example/a", "港口日报"),
    ("<https://port.example/a>", "port.example"), ("https://port.example", "port.example"), ("港口财经搜狐号", "港口财经"),
    ("举报", "举报"), ("百家号", "百家号"), ("7号港口", "7号港口"),
  ])
  func whatStandsAroundANameIsLeftOut(value: String, name: String) { #expect(PaperName.cleaned(value[...]) == name) }

  @Test(arguments: [
    "", " ", "——", "2031", "无", "暂无", "不详", "原创", "转载", "NONE", "n/a", "货量回升？", "涨！",
    String(repeating: "港口", count: 21), "[]",
  ])
  func whatIsLeftMustBeAName(value: String) { #expect(PaperName.cleaned(value[...]) == nil) }

  @Test(arguments: [
    "港口日报", "《港口日报》", "港口網", "港口社", "江湾财经", "江湾新闻", "港口在线", "江湾频道", "港口客户端", "江湾周刊", "江湾观察", "江湾研究院", "东港市委员会",
    "东港交易所", "港口协会", "江湾智库", "Example Wire", "Port Ford Times", "THE PORT FORD Gazette",
  ])
  func aHouseIsKnownByItsLastWord(line: String) { #expect(PaperName.isHouse(line[...])) }

  @Test(arguments: [
    "报", "财经", "货量回升", "日报,晚报", "wire", "Example wires", "Wire", "example Wire", "One Two Three Four Times", "港口日报的读者",
  ])
  func otherLinesAreNoHouses(line: String) { #expect(!PaperName.isHouse(line[...])) }

  @Test func aLongLineIsNoHouse() {
    #expect(PaperName.isHouse("十四个字的很长的名字之港口日报"[...]))
    #expect(!PaperName.isHouse("十六个字的很长很长的名字之港口日报"[...]))
  }

  @Test func accountsWriteOnPlatforms() {
    #expect(PaperName.isPlatform("百家号") && PaperName.isPlatform("微信公众号"))
    #expect(!PaperName.isPlatform("港口百家号") && !PaperName.isPlatform("") && !PaperName.isPlatform("号"))
  }

  @Test(arguments: [
    ("Example Wire", true), ("Port Ford Daily", true), ("Wire", false), ("port Wire", false), ("A B C D Wire", false),
    ("Port Ford", false),
  ])
  func aLatinHouseHasTwoToFourWords(name: String, isHouse: Bool) {
    #expect(PaperName.isLatinHouse(name[...]) == isHouse)
  }
}
