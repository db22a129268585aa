import Testing

@testable import ArticleFields

@Suite struct MonthNamesTests {
  @Test(arguments: [("january", 1), ("jan", 1), ("sept", 9), ("sep", 9), ("may", 5), ("decem", 12)])
  func englishNamesMayBeCut(word: String, month: Int) {
    #expect(MonthNames.english(word) == month)
    #expect(MonthNames.any(word) == month)
  }

  @Test(arguments: [
    ("Mai", 5), ("août", 8), ("мая", 5), ("МАРТА", 3), ("września", 9), ("dicembre", 12), ("Jänner", 1),
  ])
  func europeanNamesStandInAnyCase(word: String, month: Int) {
    #expect(MonthNames.european(word[...]) == month)
    #expect(MonthNames.any(word.lowercased()) == month)
  }

  @Test(arguments: [("十二月", 12), ("ağustos", 8), ("Μαϊ", 5), ("липня", 7), ("szeptember", 9)])
  func feedsMayHoldFurtherLanguages(word: String, month: Int) {
    #expect(MonthNames.any(word) == month)
    #expect(MonthNames.european(word[...]) == nil)
  }

  @Test(arguments: ["", "ja", "monday", "甲月", "x"]) func otherWordsAreNoMonths(word: String) {
    #expect(MonthNames.any(word) == nil)
    #expect(MonthNames.english(word) == nil)
    #expect(MonthNames.european(word[...]) == nil)
  }
}
