import Growth
import NewsModel
import Testing

@testable import TextAnalysis

struct ToneReaderTests {
  private func tone(_ title: String, _ text: String = "", namesCompany: Bool = false) -> ToneReading? {
    ToneReader().tone(of: AnalysedText(title: title, text: text), namesCompany: namesCompany)
  }

  @Test(arguments: AnalysisCases.rows("tone"))
  func headlineHasTheToneOfItsNews(row: AnalysisCases.Row) {
    let sign =
      switch TextAnalyser().facets(title: row.title, text: row.text).tone?.tone {
      case .positive: "+"
      case .negative: "-"
      case nil: "0"
      }
    #expect(sign == row.expected)
  }

  @Test func tableOfHeadlinesIsRead() {
    #expect(AnalysisCases.rows("tone").count > 80)
  }

  @Test func evidenceQuotesTheArticleAndSaysWhatTheWordsDid() {
    let reading = tone("雲杉能源：終止 ＩＰＯ　淨利潤同比下降三成")
    #expect(reading?.tone == .negative)
    #expect(reading?.evidence.map(\.quote) == ["ＩＰＯ", "淨利潤同比下降"])
    #expect(reading?.evidence.map(\.rule) == ["ended -3", "falls -3"])
    #expect(reading?.evidence.allSatisfy(\.isInTitle) == true)
  }

  @Test func endedPlanTurnsItsTone() {
    #expect(tone("北竹物流：终止重大资产重组")?.evidence.map(\.rule) == ["ended -3"])
    #expect(tone("北竹物流：终止减持计划")?.evidence.map(\.rule) == ["ended +3"])
  }

  @Test func whatStandsBehindAButWeighsTwice() {
    #expect(tone("北竹物流订单饱满，但股价大跌")?.tone == .negative)
    #expect(tone("北竹物流股价大跌，但订单饱满，产能供不应求")?.tone == .positive)
  }

  @Test func singleCharactersOfDirectionNeedAFigure() {
    #expect(tone("青河乳业净利增三成")?.tone == .positive)
    #expect(tone("青河乳业业绩增城发布会") == nil)
  }

  @Test func textDecidesOnlyWhereTheTitleSaysNothingAndNamesACompany() {
    let text = "公司因涉嫌信息披露违规被立案调查，股价跌停。"
    #expect(tone("青河乳业发布公告", text) == nil)
    #expect(tone("青河乳业发布公告", text, namesCompany: true)?.tone == .negative)
    #expect(tone("青河乳业净利翻倍", text, namesCompany: true)?.tone == .positive)
  }

  @Test func titleThatTheTextRepeatsCountsOnce() {
    let title = "青河乳业发布公告"
    #expect(tone(title, title + "公司中标一项工程，业绩预增。", namesCompany: true)?.evidence.count == 2)
  }

  @Test func questionNeedsMoreThanOneWord() {
    #expect(tone("云杉能源拟3亿元收购南屿锂业？") == nil)
    #expect(tone("云杉能源拟3亿元收购南屿锂业")?.tone == .positive)
  }

  @Test func ownWordsJoinTheTableAndWin() {
    var table = ToneTable.chinese
    table.join(OwnTables("倾向\t上云\t正面\ntone\t涨停\t-3"))
    let reader = ToneReader(chinese: table)
    #expect(reader.tone(of: AnalysedText(title: "北竹物流全面上云", text: ""), namesCompany: false)?.tone == .positive)
    #expect(reader.tone(of: AnalysedText(title: "北竹物流涨停", text: ""), namesCompany: false)?.tone == .negative)
  }

  @Test(arguments: AnalysisCases.hostile)
  func hostileTextIsReadToItsEnd(text: String) {
    for (title, body) in [(text, ""), ("", text), (text, text)] {
      for evidence in tone(title, body, namesCompany: true)?.evidence ?? [] { #expect(!evidence.quote.isEmpty) }
    }
  }

  @Test(arguments: ["跌停", "净利1亿,", "未减持 ", "profit falls ", "(", "1", "终止重组"])
  func timeGrowsWithTheLengthOfTheTitle(unit: String) {
    #expect(growsLinearly(from: 1_000, { String(repeating: unit, count: $0 / 2) }) { _ = tone($0) })
  }
}
