import Growth
import NewsModel
import Testing

@testable import TextAnalysis

struct EventReaderTests {
  private func events(_ title: String, _ text: String = "") -> [NewsEvent] {
    EventReader().events(in: AnalysedText(title: title, text: text))
  }

  private func kinds(_ events: [NewsEvent]) -> String {
    events.isEmpty ? "-" : events.map(\.kind.rawValue).joined(separator: " ")
  }

  @Test(arguments: AnalysisCases.cells("events"))
  func headlineTellsItsEvents(row: [String]) {
    let found = events(row[0])
    #expect(kinds(found) == row[1])
    if row.count > 2 { #expect((found.first?.detail ?? "-") == row[2]) }
    if row.count > 3 {
      let sign =
        switch found.first?.direction {
        case .positive: "+"
        case .negative: "-"
        case nil: "0"
        }
      #expect(sign == row[3])
    }
  }

  @Test(arguments: AnalysisCases.cells("event-articles"))
  func articleTellsItsEvents(row: [String]) {
    let facets = TextAnalyser.builtIn.facets(title: row[1], text: row[2].replacing("\\n", with: "\n"))
    #expect(kinds(facets.events) == row[0])
  }

  @Test func tablesAreRead() {
    #expect(AnalysisCases.cells("events").count > 150)
    #expect(AnalysisCases.cells("event-articles").count >= 15)
  }

  @Test func evidenceQuotesTheArticleAndNamesTheWordsOfTheRow() {
    let event = events("雲瀾科技：控股股東提前終止減持計劃").first
    #expect(event?.evidence.quote == "提前終止減持")
    #expect(event?.evidence.rule == "减持: 提前终止 … 减持")
    #expect(event?.evidence.isInTitle == true)
    #expect(event?.actor == "控股股東")
  }

  @Test func amountAndPercentageAreThoseOfTheEventsOwnClause() {
    let found = events("青岬汽车上半年净利3.2亿元 同比增长12%，拟斥资5亿元回购股份")
    #expect(found.map(\.kind) == [.results, .buyback])
    #expect(found.map(\.amount?.range.lowerBound) == [3.2e8, 5e8])
    #expect(found.map(\.percentage) == [12...12, nil])
  }

  @Test func stakeOfWhoActsIsNotThePercentage() {
    #expect(events("持股5%以上股东减持2%").first?.percentage == 2...2)
    #expect(events("持股5%以上股东拟减持").first?.percentage == nil)
    #expect(events("持有8.1%股份的股东所持股份被冻结2%").first?.percentage == 2...2)
    #expect(events("10% owner sells 3% of company's shares").first?.percentage == 3...3)
  }

  @Test func regulatorIsTheActor() {
    #expect(events("证监会对锦麓集团立案调查").first?.actor == "证监会")
  }

  @Test func weakWordsGiveWayToStrongOnes() {
    #expect(events("携手十年").map(\.kind) == [.contract])
    #expect(events("携手十年 云澜科技宣布破产").map(\.kind) == [.default])
  }

  @Test func lineOfHeadlinesGivesTheGravest() {
    let found = events("", "霁川股份遭股东减持150万股松屏药业复牌隆湖电子董事长被批捕锦麓集团申请破产")
    #expect(found.map(\.kind) == [.crime, .default])
  }

  @Test(arguments: AnalysisCases.hostile)
  func anyTextIsRead(text: String) {
    _ = events(text, text)
    _ = events("", text)
  }

  @Test(arguments: ["减持", "终止", "终止 ", "净利", "控股股东", "1亿", "sell stake ", ",", " ", "新"])
  func workGrowsWithTheLength(unit: String) {
    #expect(
      growsLinearly(from: 2_000) { size in
        AnalysedText(title: String(repeating: unit, count: size / unit.utf8.count), text: "")
      } _: {
        _ = EventReader().events(in: $0)
      })
  }
}
