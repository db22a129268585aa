import NewsModel
import Testing

@testable import TextAnalysis

struct EnglishResultsTableTests {
  private func event(_ title: String, _ text: String) -> NewsEvent? {
    TextAnalyser.builtIn.facets(title: title, text: text).events.first
  }

  @Test(arguments: [
    ("Net 4.2 mln vs 2.8 mln", "预增", Tone?.some(.positive), 50.0 as Double?),
    ("Shr 23 cts vs eight cts\n    Net 309,963 vs 619,926\n    Revs 2.1 mln", "预减", .negative, -50),
    ("Net loss 120 mln vs profit 60 mln", "预亏", .negative, nil),
    ("Net profit 1,000 vs loss 2,000", "预增", .positive, nil),
    ("Net loss 1.2 mln vs loss 3.1 mln", "预亏", nil, nil),
  ])
  func tableTellsTheDirection(text: String, detail: String, direction: Tone?, percentage: Double?) {
    let found = event("ACME TOOLS INC <ACM> 2ND QTR NET", text)
    #expect(found?.kind == .results)
    #expect(found?.detail == detail)
    #expect(found?.direction == direction)
    #expect(found?.percentage?.lowerBound == percentage)
  }

  @Test(arguments: [
    "", "Net", "Net vs", "Net 5", "Net 5 vs", "Net 5 vs five", "Net , vs .", "Net 99999999999999999999 vs 1",
  ])
  func textWithoutSuchALineTellsNone(text: String) {
    let found = event("ACME TOOLS INC <ACM> 2ND QTR NET", text)
    #expect(found?.detail == "财报")
    #expect(found?.percentage == nil)
  }
}
