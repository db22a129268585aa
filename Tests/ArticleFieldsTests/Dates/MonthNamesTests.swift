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

  @Test(arguments: [
    ("januar februar märz april mai juni juli august september oktober november dezember", true),
    ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre", true),
    ("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", true),
    ("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", true),
    ("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", true),
    ("januari februari maart april mei juni juli augustus september oktober november december", true),
    ("января февраля марта апреля мая июня июля августа сентября октября ноября декабря", true),
    ("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", true),
    ("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", false),
    ("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık", false),
    ("一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月", false),
  ])
  func aYearHasTwelveMonths(year: String, isOfPages: Bool) {
    let names = year.split(separator: " ")
    #expect(names.map { MonthNames.any(String($0)) } == Array(1...12))
    if isOfPages { #expect(names.map { MonthNames.european($0) } == Array(1...12)) }
  }

  @Test func inFeedsANameMayGoOn() {
    #expect(MonthNames.any("decembris") == 12)
    #expect(MonthNames.any("junius") == 6)
    #expect(MonthNames.english("decembris") == nil)
    #expect(MonthNames.any("ju") == nil && MonthNames.english("ju") == nil)
    #expect(MonthNames.english("septe") == 9 && MonthNames.english("mayo") == nil)
  }

  @Test func noNameIsLongerThanTheLongest() {
    #expect("października".utf8.count <= MonthNames.longest)
    #expect("сентября".utf8.count <= MonthNames.longest)
    #expect(MonthNames.european(String(repeating: "я", count: 11)[...]) == nil)
    #expect(MonthNames.european("ма") == nil)
  }
}
