import Growth
import NewsModel
import Testing

@testable import TextAnalysis

struct TopicReaderTests {
  private func topics(_ title: String, _ text: String = "", companies: [CompanyMention] = []) -> [TopicReading] {
    TopicReader().topics(of: AnalysedText(title: title, text: text), companies: companies).topics
  }

  private func company(_ name: String, _ exchange: StockExchange) -> CompanyMention {
    CompanyMention(
      listing: Listing(code: "999999", exchange: exchange), name: name,
      evidence: Evidence(quote: name, rule: "name", isInTitle: true))
  }

  @Test(arguments: AnalysisCases.rows("topics"))
  func articleHasTheTopicsThatItIsAbout(row: AnalysisCases.Row) {
    let topics = TextAnalyser().facets(title: row.title, text: row.text).topics.map(\.topic.rawValue)
    #expect(topics.joined(separator: " ") == row.expected)
  }

  @Test func tableOfArticlesIsRead() {
    #expect(AnalysisCases.rows("topics").count > 50)
  }

  @Test func evidenceQuotesTheWordThatWeighsMost() {
    let readings = topics("國債收益率走高 美國10年期報4.2%")
    #expect(readings.map(\.topic) == [.bonds, .foreign])
    #expect(readings.map(\.evidence.quote) == ["國債收益率", "美國"])
    #expect(readings.map(\.evidence.rule) == ["债券 3", "外国 3"])
  }

  @Test func readingWithoutAWordSaysSo() {
    let readings = topics("城南公园的梅花开了")
    #expect(readings.map(\.topic) == [.other, .china])
    #expect(readings.allSatisfy { $0.evidence.quote == "城南公园的梅花开了" })
  }

  @Test func listedCompanyInTheHeadSpeaksForItsTopicAndRegion() {
    let title = "云杉换帅"
    #expect(topics(title).first?.topic == .other)
    #expect(topics(title, companies: [company("云杉", .shanghai)]).map(\.topic) == [.company, .china])
    #expect(topics(title, companies: [company("云杉", .nasdaq)]).map(\.topic) == [.company, .foreign])
  }

  @Test func severalCompaniesWithMovesOfPricesAreASector() {
    let names = ["云杉", "青河", "北竹"]
    let readings = topics("云杉涨6%,青河涨4%,北竹涨3%", companies: names.map { company($0, .shenzhen) })
    #expect(readings.first?.topic == .industry)
  }

  @Test func placeWithinALongerWordTellsTheRegion() {
    #expect(topics("秘鲁央行加息").map(\.topic) == [.economy, .foreign])
  }

  @Test func titleCountsMoreThanTheText() {
    let text = "美联储官员周三说通胀回落，失业率上升，GDP放缓。"
    #expect(topics("国债收益率创新高 债市承压", text).first?.topic == .bonds)
  }

  @Test(arguments: AnalysisCases.hostile)
  func hostileTextIsReadToItsEnd(text: String) {
    for (title, body) in [(text, ""), ("", text), (text, text)] {
      for reading in topics(title, body, companies: [company("云杉", .shanghai), company("", .none)]) {
        #expect(reading.evidence.rule.isEmpty == false)
      }
    }
  }

  @Test(arguments: ["板块", "【", "a ", "公告:", "美国总统"])
  func timeGrowsWithTheLengthOfTheTitle(unit: String) {
    #expect(growsLinearly(from: 1_000, { String(repeating: unit, count: $0 / 2) }) { _ = topics($0) })
  }
}
