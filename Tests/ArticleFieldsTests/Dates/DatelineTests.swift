import Testing

@testable import ArticleFields

@Suite struct DatelineTests {
  @Test(arguments: [
    ("港口社东港3月2日电 货量回升。", "港口社"), ("【港口日报讯】货量回升。", "港口日报"), ("港口网3月2日讯（记者李四）货量回升。", "港口网"),
  ])
  func agencyOrPaperOpensAReport(paragraph: String, source: String) {
    #expect(Dateline.source(of: paragraph[...]) == source)
  }

  @Test(arguments: ["本报讯 货量回升。", "据港口社电 货量回升。", "公司公布了数据。", "港口社电力部门表示", ""])
  func otherParagraphsNameNoSource(paragraph: String) {
    #expect(Dateline.source(of: paragraph[...]) == nil)
  }

  @Test(
    arguments: [
      ("（港口社电）货量回升", "港口社"), ("■港口报讯 货量回升", "港口报"), ("港口網3月2日訊:货量", "港口網"), ("江湾台讯,货量", "江湾台"), ("港口网社讯 货量", "港口网社"),
      ("Port网讯 货量", "Port网"), ("港口社 东港3月2日电（记者李四）", "港口社"), ("港口社东港电2日", "港口社"), ("社电 货量", nil), ("港口公司讯 货量", nil),
      ("港口,社讯 货量", nil), ("名字长达十四个字的港口大报社讯 货量", "名字长达十四个字的港口大报社"), ("名字长达十五个字的港口的大报社讯 货量", nil),
    ] as [(String, String?)])
  func theNameEndsWithItsHouse(paragraph: String, source: String?) {
    #expect(Dateline.source(of: paragraph[...]) == source)
  }

  @Test func theWordStandsAmongTheFirstThirtyCharacters() {
    let place = String(repeating: "东", count: 10)
    #expect(Dateline.source(of: "港口社 \(place)3月2日电 货量"[...]) == "港口社")
    #expect(Dateline.source(of: "港口社 \(place)\(place)3月2日二〇三一电 货量"[...]) == nil)
  }
}
