import Testing

@testable import ArticleFields

/// Days as running text has them: what is one, where it ends, and what only looks like one.
@Suite struct DateScannerTests {
  /// Year, month and day, 0 for a year that is not named; with the words that were read.
  private func day(in text: String) -> (parts: [Int], words: String)? {
    DateParsing.first(in: text[...]).map { date in
      let words = text[...].dropFirst(bytes: date.range.lowerBound).prefix(bytes: date.range.count)
      return ([date.year ?? 0, date.month, date.day], String(words))
    }
  }

  // MARK: Numbers

  @Test(arguments: [
    ("于2031-06-15披露", [2031, 6, 15], "2031-06-15"), ("2031-6-5", [2031, 6, 5], "2031-6-5"),
    ("2031/06/15", [2031, 6, 15], "2031/06/15"), ("2031.6.15。", [2031, 6, 15], "2031.6.15"),
    ("2031–06–15", [2031, 6, 15], "2031–06–15"), ("２０３１．０６．１５", [2031, 6, 15], "２０３１．０６．１５"),
    ("2031／6／15", [2031, 6, 15], "2031／6／15"), ("31-06-15", [2031, 6, 15], "31-06-15"),
    ("06/15/2031", [2031, 6, 15], "06/15/2031"), ("15/06/2031", [2031, 6, 15], "15/06/2031"),
    ("15.06.2031", [2031, 6, 15], "15.06.2031"), ("06.07.2031", [2031, 7, 6], "06.07.2031"),
    ("06.15.2031", [2031, 6, 15], "06.15.2031"), ("6/5/2031", [2031, 6, 5], "6/5/2031"),
    ("06/15/31", [2031, 6, 15], "06/15/31"), ("(06-15)", [0, 6, 15], "06-15"), ("06/5", [0, 6, 5], "06/5"),
    ("12.25 08:00", [0, 12, 25], "12.25 08:00"),
  ])
  func numbersInTheOrderOfAPage(text: String, parts: [Int], words: String) throws {
    let found = try #require(day(in: text))
    #expect(found.parts == parts)
    #expect(found.words == words)
  }

  @Test(arguments: [
    "2031-13-01", "2031-02-29", "2031-00-10", "2031-06-00", "2031-06", "2031-06/15", "2031-006-15", "2031-06-015",
    "1899-06-15", "2200-06-15", "13-32", "6-15", "06-5", "12.25", "138-06-15", "06-15-3", "15.06.31", "20310615",
    "203106150542", "20310615054209123", "02-30", "12-34-5678", "3:2", "第06号", "99999999999999999999",
  ])
  func otherNumbersAreNoDays(text: String) {
    #expect(DateParsing.first(in: text[...]) == nil)
  }

  @Test(arguments: [("06/07/2031", true), ("06-07-31", true), ("06/06/2031", false), ("06/15/2031", false)])
  func dayAndMonthMayBeExchanged(text: String, isExchangeable: Bool) {
    #expect(DateParsing.first(in: text[...])?.isExchangeable == isExchangeable)
    #expect(DateParsing.first(in: "06.07.2031")?.isExchangeable == false)
    #expect(DateParsing.first(in: "2031-06-07")?.isExchangeable == false)
  }

  @Test func twoBareNumbersAreWeakWithoutATimeOfDay() {
    #expect(DateParsing.first(in: "06-15")?.isWeak == true)
    #expect(DateParsing.first(in: "06-15 05:42")?.isWeak == false)
    #expect(DateParsing.first(in: "05:42 06-15")?.isWeak == false)
    #expect(DateParsing.first(in: "6月15日")?.isWeak == false)
    #expect(DateParsing.first(in: "2031-06-15")?.isWeak == false)
  }

  @Test(arguments: [
    ("2031-06-1505:42", [15, 5, 42]), ("31-06-1505:42", [15, 5, 42]), ("06-1523:59", [15, 23, 59]),
    ("2031-06-1505:42:09", [15, 5, 42]),
  ])
  func anHourMayBeGluedToItsDay(text: String, parts: [Int]) {
    let date = DateParsing.first(in: text[...])
    #expect(date.map { [$0.day, $0.clock?.hour ?? -1, $0.clock?.minute ?? -1] } == parts)
  }

  @Test(arguments: ["2031-06-1524:00", "2031-06-1505:60", "2031-06-1505:4", "2031-06-1505"])
  func fourDigitsThatHoldNoHourAreNoDay(text: String) {
    #expect(DateParsing.first(in: text[...]) == nil)
  }

  // MARK: Chinese

  @Test(arguments: [
    ("据2031年6月15日公告", [2031, 6, 15], "2031年6月15日"), ("2031年6月15号", [2031, 6, 15], "2031年6月15号"),
    ("2031 年 6 月 15 日", [2031, 6, 15], "2031 年 6 月 15 日"), ("2031年6月15", [2031, 6, 15], "2031年6月15"),
    ("2031　年　6月15日", [2031, 6, 15], "2031　年　6月15日"), ("31年6月15日", [2031, 6, 15], "31年6月15日"),
    ("截至6月15日", [0, 6, 15], "6月15日"), ("6月 15 号", [0, 6, 15], "6月 15 号"), ("２０３１年６月１５日", [2031, 6, 15], "２０３１年６月１５日"),
  ])
  func daysWithTheirSigns(text: String, parts: [Int], words: String) throws {
    let found = try #require(day(in: text))
    #expect(found.parts == parts)
    #expect(found.words == words)
  }

  @Test(arguments: ["2031年6月", "6月15", "2031年", "13月1日", "6月31日", "2031年6个月15日"])
  func otherSignsAreNoDays(text: String) {
    #expect(DateParsing.first(in: text[...]) == nil)
  }

  // MARK: Words

  @Test(arguments: [
    ("on June 15, 2031.", [2031, 6, 15], "June 15, 2031"), ("Jun. 15 2031", [2031, 6, 15], "Jun. 15 2031"),
    ("June 15th, 2031", [2031, 6, 15], "June 15th, 2031"), ("Sept 3, 2031", [2031, 9, 3], "Sept 3, 2031"),
    ("JUNE 15", [0, 6, 15], "JUNE 15"), ("May 5", [0, 5, 5], "May 5"), ("15 June 2031", [2031, 6, 15], "15 June 2031"),
    ("15th Jun, 2031", [2031, 6, 15], "15th Jun, 2031"), ("15-Jun-2031", [2031, 6, 15], "15-Jun-2031"),
    ("1st June", [0, 6, 1], "1st June"), ("June 15, 99", [0, 6, 15], "June 15"), ("June 3rd", [0, 6, 3], "June 3rd"),
  ])
  func daysWithEnglishMonths(text: String, parts: [Int], words: String) throws {
    let found = try #require(day(in: text))
    #expect(found.parts == parts)
    #expect(found.words == words)
  }

  @Test(arguments: [
    "June", "June 2031", "Maybe 5", "June15", "Ju 5", "June 31", "June 31, 2031", "31 June 2031", "15 Port",
  ])
  func otherWordsAreNoDays(text: String) {
    #expect(DateParsing.first(in: text[...]) == nil)
  }

  @Test(arguments: [
    ("8. Mai 2031", [2031, 5, 8]), ("1er août 2031", [2031, 8, 1]), ("8 de mayo de 2031", [2031, 5, 8]),
    ("8 del maggio 2031", [2031, 5, 8]), ("1º de março de 2031", [2031, 3, 1]), ("8 d'août 2031", [2031, 8, 8]),
    ("8-го мая 2031", [2031, 5, 8]), ("8 мая 2031 г.", [2031, 5, 8]), ("8 sept. 2031", [2031, 9, 8]),
    ("8 września 2031", [2031, 9, 8]),
  ])
  func daysWithMonthsOfEurope(text: String, parts: [Int]) {
    #expect(day(in: text)?.parts == parts)
  }

  @Test(arguments: ["8. Mai", "8 mayo", "8Mai 2031", "32 Mai 2031", "8 Mai 31", "8 Meier 2031"])
  func monthsOfEuropeNeedTheirYear(text: String) {
    #expect(DateParsing.first(in: text[...]) == nil)
  }

  // MARK: Several in one text

  @Test func everyDayIsReadOnceAndInOrder() {
    let text = "6月1日、2031-06-02 05:42至06/03/2031,June 4及二〇三一年六月五日,99-99-99,民國120年6月6日"
    #expect(DateParsing.all(in: text[...]).map(\.day) == [1, 2, 3, 4, 5, 6])
    #expect(DateParsing.all(in: "远帆航运公布数据").isEmpty)
    #expect(DateParsing.all(in: "").isEmpty)
  }

  @Test func aCutCharacterAtTheEndIsReadOver() {
    for text in ["2031年6月15日", "民國120年6月15日", "二〇三一年六月十五日", "０６－１５ ０５：４２"] {
      for length in 0...text.utf8.count {
        let found = Array(text.utf8.prefix(length)).withUnsafeBufferPointer { bytes in
          var scanner = DateScanner(bytes)
          return scanner.next()
        }
        #expect((found?.range.upperBound ?? 0) <= length)
      }
    }
  }
}

/// Days in Chinese numerals, and in the years of the Republic of China.
@Suite struct NumeralDateTests {
  private func parts(_ text: String) -> [Int]? {
    DateParsing.first(in: text[...]).map { [$0.year ?? 0, $0.month, $0.day] }
  }

  @Test(arguments: [
    ("二〇三一年六月十五日", [2031, 6, 15]), ("二〇三一年一月一日", [2031, 1, 1]), ("二〇三一年十月十日", [2031, 10, 10]),
    ("二〇三一年十一月二十日", [2031, 11, 20]), ("二〇三一年十二月三十一日", [2031, 12, 31]), ("一九九九年九月二十九日", [1999, 9, 29]),
  ])
  func numeralsStandForDigits(text: String, day: [Int]) { #expect(parts(text) == day) }

  @Test(arguments: [
    "二〇三一年十三月一日", "二〇三一年六月三十一日", "三〇三一年六月十五日", "二〇三年六月十五日", "二〇三一一年六月十五日", "二〇三一年六月", "二〇三一年六月十五", "一月一日", "二〇三一年月日",
  ])
  func otherNumeralsAreNoDays(text: String) { #expect(parts(text) == nil) }

  @Test(arguments: [
    ("民國120年6月15日", [2031, 6, 15]), ("民国120年6月15日", [2031, 6, 15]), ("民國 120 年 6 月 15 日", [2031, 6, 15]),
    ("民國99年1月1日", [2010, 1, 1]), ("民國一百二十年六月十五日", [2031, 6, 15]), ("民國百年一月一日", [2011, 1, 1]),
    ("民國九十九年十二月三十日", [2010, 12, 30]), ("民國一百一十年一月一日", [2021, 1, 1]),
  ])
  func theFirstYearOfTheRepublicIs1912(text: String, day: [Int]) { #expect(parts(text) == day) }

  @Test(arguments: ["民國120年13月1日", "民國1000年1月1日", "民國", "民國年", "民國一百二十年六月", "民國十年六月三十一日"])
  func otherYearsOfTheRepublicAreNoDays(text: String) { #expect(parts(text)?.first ?? 0 == 0) }

  @Test func wordsThatBeginAlikeAreNoEra() {
    #expect(parts("民眾120年6月15日") == [0, 6, 15])
    #expect(parts("民间20日") == nil)
  }

  @Test func theWholeNameOfTheRepublicBelongsToTheDay() throws {
    let text: Substring = "據中華民國120年6月15日 05:42公告"
    let date = try #require(DateParsing.first(in: text))
    #expect(text.dropFirst(bytes: date.range.lowerBound).prefix(bytes: date.range.count) == "中華民國120年6月15日 05:42")
  }

  @Test func aTimeOfDayFollowsNumeralsToo() {
    #expect(DateParsing.first(in: "二〇三一年六月十五日 下午3:05")?.clock == FoundDate.Clock(hour: 15, minute: 5))
  }
}
