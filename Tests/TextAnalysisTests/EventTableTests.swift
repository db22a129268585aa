import NewsModel
import Testing

@testable import TextAnalysis

struct EventTableTests {
  private func events(_ rows: String, _ title: String) -> [NewsEvent] {
    let table = EventTable(rows: rows.split(separator: "\n"))
    return EventReader(table).events(in: AnalysedText(title: title, text: ""))
  }

  @Test func elementsMustStandInOrderInOneClause() {
    let rows = "= 减持 * -\n抛售 股份|股票"
    #expect(events(rows, "股东抛售公司股份").count == 1)
    #expect(events(rows, "股份遭抛售").isEmpty)
    #expect(events(rows, "股东抛售，公司股份").isEmpty)
    #expect(events(rows, "抛售" + String(repeating: "远", count: 21) + "股份").isEmpty)
  }

  @Test func forbiddenWordHoldsInItsClauseAlone() {
    let rows = "= 增持 * +\n增持 !评级"
    #expect(events(rows, "大行给予增持评级").isEmpty)
    #expect(events(rows, "评级上调，股东增持").count == 1)
  }

  @Test func idleWordHidesWhatLiesWithinIt() {
    let rows = "= 回购 * +\n回购\n= idle\n逆回购"
    #expect(events(rows, "央行开展逆回购").isEmpty)
    #expect(events(rows, "逆回购不影响公司回购").count == 1)
  }

  @Test func directionOfARowWins() {
    let rows = "= 减持 * -\n减持公司股份\n不减持 @+"
    #expect(events(rows, "实控人不减持公司股份").map(\.direction) == [.positive])
  }

  @Test func wordsOfLettersHaveBorders() {
    let rows = "= 立案处罚 fine -\nfine|fines\ninvestigat*"
    #expect(events(rows, "Refinery is defined").isEmpty)
    #expect(events(rows, "Agency investigating a fine").count == 1)
  }

  @Test(arguments: ["", "减持", "= ", "= 无此 * +\n减持", "= 减持\n", "= 减持\n!评级", "= 减持\n?", "= 减持\n@", "= 减持\n|||", "=\n="])
  func uselessRowsSayNothing(rows: String) {
    #expect(events(rows, "股东减持").isEmpty)
  }

  @Test func shippedRowsAreReadAndHaveElements() {
    let rows = EventTable.shipped.rows
    #expect(rows.count > 300)
    #expect(Set(rows.map(\.kind)) == Set(EventKind.allCases))
    #expect(Set(rows.compactMap(\.detail)).count > 60)
    #expect(rows.allSatisfy { 1...3 ~= $0.elements })
  }
}
