import NewsModel
import Testing

/// What is read from words has a name in each language, by which queries take it.
@Suite struct FacetNamesTests {
  @Test(arguments: [
    (TermField.event, "减持", "sell-down"), (.event, "诉讼", "lawsuit"), (.event, "诉讼仲裁", "litigation"),
    (.event, "IPO", "ipo"), (.event, "预减", "profit-warning"), (.topic, "债券", "bonds"), (.tone, "负面", "negative"),
  ])
  func aValueHasANameInEachLanguage(field: TermField, chinese: String, english: String) {
    for name in [chinese, english, english.uppercased()] {
      #expect(field.word(for: name, in: .chinese) == chinese)
      #expect(field.word(for: name, in: .english) == english)
    }
    #expect(field.wordings(of: chinese) == [chinese, english])
  }

  @Test func whatIsTheReadersOwnHasOneName() {
    #expect(TermField.event.word(for: "爆雷", in: .english) == nil)
    #expect(TermField.event.wordings(of: "爆雷") == ["爆雷"])
    #expect(TermField.tag.wordings(of: "减持") == ["减持"])
    #expect(EventValue(kind: .default, detail: "爆雷").name(in: .english) == "爆雷")
  }

  @Test func anEventIsCalledByItsFinerKind() {
    #expect(EventValue(kind: .litigation, detail: "诉讼").name(in: .english) == "lawsuit")
    #expect(EventValue(kind: .buyback).name(in: .english) == "buyback")
    #expect(FinerEvents.stored("Lawsuit") == "诉讼")
    #expect(FinerEvents.stored("buyback") == nil)
  }

  @Test func queriesAreShownInEitherLanguage() {
    #expect(QueryTongue.english.worded("事件：解除质押 -事件：回购") == "event:pledge-release -event:buyback")
    #expect(QueryTongue.chinese.worded("event:profit-alert") == "事件：预增")
  }
}
