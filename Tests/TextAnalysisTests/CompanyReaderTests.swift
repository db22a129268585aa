import Growth
import NewsModel
import Testing

@testable import TextAnalysis

struct CompanyReaderTests {
  private func mentions(_ title: String, _ text: String = "") -> [CompanyMention] {
    CompanyReader().mentions(in: AnalysedText(title: title, text: text))
  }

  @Test(arguments: AnalysisCases.rows("companies"))
  func companiesAreFoundInTheOrderOfTheirFirstMention(row: AnalysisCases.Row) {
    let codes = mentions(row.title, row.text).map(\.listing.code)
    #expect((codes.isEmpty ? "-" : codes.joined(separator: " ")) == row.expected)
  }

  @Test func tableOfHeadlinesIsRead() {
    #expect(AnalysisCases.rows("companies").count > 100)
  }

  @Test func evidenceQuotesTheArticlesOwnWords() {
    let mention = mentions("《騰訊控股》發布新品").first
    #expect(mention?.evidence == Evidence(quote: "騰訊控股", rule: "company name", isInTitle: true))
    #expect(mention?.name == "腾讯")
    let code = mentions("早盘", "领涨的是（６００５１９）。").first
    #expect(code?.evidence == Evidence(quote: "６００５１９", rule: "company code", isInTitle: false))
    #expect(code?.listing == Listing(code: "600519", exchange: .shanghai))
  }

  @Test func listingsOfOneCompanyAreOneMentionWithTheCodeThatStandsThere() {
    #expect(mentions("中国平安(02318.HK)发布年报 中国平安A股高开").map(\.listing.code) == ["02318"])
    #expect(mentions("中国平安发布年报").map(\.listing.code) == ["601318"])
    #expect(mentions("中国平安午后走高，港股成交放大").map(\.listing.code) == ["02318"])
  }

  @Test func nameOfSeveralCompaniesNamesTheOthers() {
    let shared = mentions("中国稀土公告").first
    #expect(shared?.listing.code == "000831")
    #expect(shared?.others.map(\.code) == ["00769"])
    #expect(mentions("中国稀土(00769)公告").map(\.listing.code) == ["00769"])
    #expect(mentions("中国稀土(00769)公告").first?.others == [])
  }

  @Test func codeBehindANameTellsWhichCompanyIsMeant() {
    #expect(mentions("苹果（600519）").map(\.listing.code) == ["600519"])
    #expect(mentions("Berkshire (BABA)").map(\.listing.code) == ["BRK/A"])
  }

  @Test func ordinaryWordIsACompanyWhereTheArticleNamesItOtherwise() {
    #expect(mentions("太阳能走强", "盘面上，太阳能领涨。").isEmpty)
    #expect(mentions("太阳能走强", "盘面上，太阳能（000591）领涨。").first?.evidence.isInTitle == true)
  }

  @Test(
    arguments: AnalysisCases.hostile + [
      "(", "$", "$$$$", "(600519", "600519)", ".hk", "0700.", "代码", "st", "*st", "(AAPL.", "NYSE:", "中国", "中国平", "、、、",
      "A",
      String(repeating: "(600519)", count: 8_000), String(repeating: "中国平安、", count: 4_000),
      String(repeating: "太阳能", count: 7_000),
      String(repeating: "中国", count: 10_000), String(repeating: "Apple ", count: 10_000),
      String(repeating: "$A", count: 30_000),
    ])
  func anyTextIsRead(text: String) {
    #expect(mentions(text, text).count < 100)
    #expect(mentions("", text).count < 100)
  }

  @Test(arguments: ["中国平安、", "太阳能", "苹果", "(0700)", "Apple Inc ", "中国"])
  func workGrowsWithTheText(piece: String) {
    let reader = CompanyReader()
    #expect(
      growsLinearly(from: 300) {
        AnalysedText(title: "", text: String(repeating: piece, count: $0))
      } _: {
        _ = reader.mentions(in: $0)
      })
  }
}

struct CompanyTableTests {
  private let table = CompanyTable.shared

  @Test(arguments: [
    ("600519", "贵州茅台"), ("sh600519", "贵州茅台"), ("600519.SS", "贵州茅台"), ("00700", "腾讯"), ("700", "腾讯"), ("0700.hk", "腾讯"),
    ("aapl", "苹果公司"), ("TSLA.US", "特斯拉"),
  ])
  func companyIsFoundByItsCode(code: String, name: String) {
    #expect(table.entry(code: code)?.name == name)
  }

  @Test(arguments: ["", "999999", "中国", "TOOLONGACODE", "SH", ".HK", "000000000000"])
  func whatIsNoCodeFindsNothing(code: String) {
    #expect(table.entry(code: code) == nil)
  }

  @Test func companyIsFoundByAnyOfItsNames() {
    #expect(table.entries(name: "貴州茅臺").map(\.name) == ["贵州茅台"])
    #expect(table.entries(name: "ALIBABA").first?.listings.map(\.code) == ["09988", "BABA"])
    #expect(table.entries(name: "没有这家").isEmpty)
  }

  @Test(arguments: [("gzmt", "贵州茅台"), ("ndsd", "宁德时代"), ("茅台", "贵州茅台"), ("601318", "中国平安"), ("zgpa", "中国平安")])
  func companyIsFoundByWhatIsTyped(typed: String, name: String) {
    #expect(table.entries(typed: typed).first?.name == name)
  }

  @Test func mainListingComesFirst() {
    #expect(table.entry(code: "02318")?.listings.map(\.exchange) == [.shanghai, .hongKong])
  }

  @Test(arguments: [("00020", "商汤"), ("00013", "和黄医药"), ("00100", "稀宇科技"), ("01111", "华视集团"), ("01318", "毛戈平")])
  func reusedCodesHaveTheNameOfTheirHolder(code: String, name: String) {
    #expect(table.entry(code: code)?.name == name)
  }
}
