import Growth
import NewsModel
import Testing

@testable import TextAnalysis

struct SummaryReaderTests {
  private func summary(_ text: String, title: String = "") -> [String] {
    TextAnalyser().facets(title: title, text: text).summary
  }

  @Test(arguments: AnalysisCases.rows("summaries"))
  func articleIsSummedUpByClausesOfItsOwn(row: AnalysisCases.Row) {
    let text = row.text.replacing("⏎", with: "\n")
    let pieces = summary(text, title: row.title)
    #expect(pieces.joined(separator: "⏎") == row.expected)
    #expect(pieces.count <= 3)
    #expect(pieces.allSatisfy(text.contains))
  }

  @Test func tableOfArticlesIsRead() {
    #expect(AnalysisCases.rows("summaries").count >= 15)
  }

  @Test func whoAnnouncesStaysWithWhatHasNoSubjectOfItsOwn() {
    let text = "松源股份公告，拟以3亿元收购松源材料全部股权。交易尚待股东会批准。"
    #expect(summary(text) == ["松源股份公告，拟以3亿元收购松源材料全部股权"])
  }

  @Test(arguments: [
    ("星河证券认为，算力需求将翻番。", ["星河证券认为，算力需求将翻番"]),
    ("星河证券认为，随着模型规模扩大，算力需求将翻番。", ["星河证券认为", "算力需求将翻番"]),
    ("岚海航运总经理林一：从订单看，运价将在下半年回升。", ["岚海航运总经理林一", "运价将在下半年回升"]),
    ("数据显示，全省用电量增长两成。", ["全省用电量增长两成"]),
    ("会议指出，全省用电量增长两成。", ["全省用电量增长两成"]),
    ("海川省能源局副局长、新闻发言人林一介绍，全省用电量增长两成。", ["全省用电量增长两成"]),
  ])
  func whoSpeaksStaysWithWhatIsSaidWhereAShortClauseNamesHim(text: String, expected: [String]) {
    #expect(summary(text) == expected)
  }

  @Test func whoSpokeLastStaysWithWhatALaterSentenceSays() {
    let text = "北辰钢铁称，公司举行会议。公司将关停两座高炉，减产200万吨。"
    #expect(summary(text) == ["北辰钢铁称", "公司将关停两座高炉，减产200万吨"])
  }

  @Test func linesOfThePageAreNoSummary() {
    let text = "来源：晨星日报\n责任编辑：林一\n图片来源：资料室\n岚海航运预计全年净利润增长30%。"
    #expect(summary(text) == ["岚海航运预计全年净利润增长30%"])
  }

  @Test func linesThatAPageJoinedWithCommasArePartedAgain() {
    let text = "岚海航运净利增三成,来源：晨星日报,林一,岚海航运昨日发布年报，公司收入增长，运价回升，股东人数下降。"
    #expect(summary(text) == ["岚海航运净利增三成"])
  }

  @Test func whatOnlyRepeatsTheTitleIsPassedOver() {
    let pieces = summary("岚海航运净利增三成。公司预计下半年运价再涨10%。", title: "岚海航运：净利增三成")
    #expect(pieces == ["公司预计下半年运价再涨10%"])
  }

  @Test func numbersAndBracketsAreNotParted() {
    let text = "松源股份（699002，SH）拟以12,500万元收购松源材料（含两家子公司，均在海川）全部股权。"
    #expect(summary(text) == ["松源股份（699002，SH）拟以12,500万元收购松源材料（含两家子公司，均在海川）全部股权"])
  }

  @Test(arguments: ["", "。", "\n\n", "，，，", "1。", "【】"])
  func textWithoutASentenceHasNone(text: String) {
    #expect(summary(text).isEmpty)
  }

  @Test(arguments: ["跌停，", "（", "。", "【", "\"", "岚海,", "a. ", "12,"])
  func workGrowsInStepWithTheText(unit: String) {
    #expect(
      growsLinearly(from: 500, { AnalysedText(title: "", text: String(repeating: unit, count: $0)) }) { text in
        _ = SummaryReader().summary(of: text, keywords: ["跌停", "岚海"])
      })
  }
}
