import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields

/// What gives a date without a year its year, one source after the other. The present is 2031-07-02.
@Suite struct YearGuessTests {
  private func guess(
    _ text: String, _ context: ParsingContext, _ change: (inout YearInference) -> Void = { _ in }
  ) throws -> Timestamp {
    var inference = YearInference(context: context)
    change(&inference)
    return inference.timestamp(of: try #require(DateParsing.first(in: text[...])))
  }

  @Test func aYearThatIsNamedStays() throws {
    #expect(
      try guess("2019-06-15 05:42", context()) { $0.neighbours = [moment(2022, 6, 14)] } == moment(2019, 6, 15, 5, 42))
  }

  @Test(arguments: [
    ("06-15 05:42", moment(2022, 6, 14), moment(2022, 6, 15, 5, 42)),
    ("12-31 05:42", moment(2022, 1, 2), moment(2021, 12, 31, 5, 42)),
    ("01-02 05:42", moment(2021, 12, 30), moment(2022, 1, 2, 5, 42)),
    ("07-10 05:42", moment(2031, 6, 30), moment(2030, 7, 10, 5, 42)),
    ("07-02 23:00", moment(2031, 6, 30), moment(2031, 7, 2, 23)),
  ])
  func aDateBesideTheTextHasTheNearestYearThatIsPast(text: String, neighbour: Timestamp, expected: Timestamp) throws {
    #expect(try guess(text, context(fileName: "2029-06-16.txt")) { $0.neighbours = [neighbour] } == expected)
  }

  @Test func theLatestOfTheNeighboursCounts() throws {
    let neighbours = [moment(2019, 6, 1), moment(2022, 6, 1), moment(2020, 6, 1)]
    #expect(try guess("06-15 05:42", context()) { $0.neighbours = neighbours } == moment(2022, 6, 15, 5, 42))
  }

  @Test func theNameOfTheFileComesBeforeItsTime() throws {
    #expect(try guess("06-15 05:42", context(fileName: "dump-20290616.txt")) == moment(2029, 6, 15, 5, 42))
    #expect(try guess("06-15 05:42", context(fileName: "dump-7.txt")) == moment(2031, 6, 15, 5, 42))
  }

  @Test func theTimeOfAFileCountsForAMonth() throws {
    let mentioned = [moment(2027, 5, 30)]
    let saved = context(fileTime: moment(2031, 7, 1))
    #expect(try guess("06-01 00:00", saved) { $0.mentioned = mentioned } == moment(2031, 6, 1))
    #expect(try guess("05-31 00:00", saved) { $0.mentioned = mentioned } == moment(2031, 5, 31))
    #expect(try guess("05-30 23:59", saved) { $0.mentioned = mentioned } == moment(2027, 5, 30, 23, 59))
    #expect(try guess("07-02 00:00", saved) { $0.mentioned = mentioned } == moment(2031, 7, 2))
  }

  @Test func theTextTellsAYearOnlyOfThePast() throws {
    let saved = context(fileTime: moment(2031, 7, 1))
    #expect(
      try guess("03-15 05:42", saved) { $0.mentioned = [moment(2026, 3, 1), moment(2027, 3, 1)] }
        == moment(2027, 3, 15, 5, 42))
    #expect(
      try guess("03-15 05:42", saved) { $0.mentioned = [moment(2027, 3, 1), moment(2040, 3, 1)] }
        == moment(2027, 3, 15, 5, 42))
    #expect(try guess("03-15 05:42", saved) { $0.mentioned = [moment(2040, 3, 1)] } == moment(2031, 3, 15, 5, 42))
  }

  @Test func aNamedYearComesBeforeAnOldFile() throws {
    let saved = context(fileTime: moment(2031, 7, 1))
    #expect(try guess("03-15 05:42", saved) { $0.namedYear = 2028 } == moment(2028, 3, 15, 5, 42))
    #expect(try guess("12-15 05:42", saved) { $0.namedYear = 2031 } == moment(2030, 12, 15, 5, 42))
    #expect(
      try guess("03-15 05:42", saved) {
        $0.namedYear = 2028
        $0.mentioned = [moment(2026, 3, 1)]
      } == moment(2026, 3, 15, 5, 42))
  }

  @Test func thePresentIsTheLastThatIsAsked() throws {
    #expect(try guess("06-15 05:42", context(fileTime: nil)) == moment(2031, 6, 15, 5, 42))
    #expect(try guess("07-03 00:00", context(fileTime: nil)) == moment(2031, 7, 3))
    #expect(try guess("07-03 00:01", context(fileTime: nil)) == moment(2030, 7, 3, 0, 1))
    #expect(try guess("06-15 05:42", context(fileTime: moment(2025, 1, 5))) == moment(2024, 6, 15, 5, 42))
  }
}

@Suite struct NamedYearTests {
  private func year(headline: String = "", text: String = "", upTo latest: Int = 2031) -> Int? {
    NamedYear.find(headline: headline[...], text: text[...], upTo: latest)
  }

  @Test func theHeadlineComesFirst() {
    #expect(year(headline: "远帆航运2027年船队计划", text: "© 2030 港口日报") == 2027)
    #expect(year(headline: "2025至2028年规划") == 2028)
    #expect(year(headline: "2028至2040年规划") == 2028)
  }

  @Test(arguments: [
    "© 2010-2028 港口日报", "Copyright 2010-2028 港口日报", "copyright (c) 2028 Example Wire", "© 2028-2035 港口日报",
  ])
  func aNoticeOfCopyrightComesNext(notice: String) {
    #expect(year(headline: "货量回升", text: "到2030年完成。\n\(notice)\n2029年") == 2028)
  }

  @Test func aNoticeEndsWithItsLine() {
    #expect(year(text: "© 港口日报\n2028 2030年") == 2030)
    #expect(year(text: "©" + String(repeating: " ", count: 37) + "2028") == nil)
    #expect(year(text: "©" + String(repeating: " ", count: 36) + "2028") == 2028)
  }

  @Test func inTheTextAYearHasItsSign() {
    #expect(year(text: "2026年与2029年,共2030吨,2040年完成") == 2029)
    #expect(year(text: "2030吨") == nil)
  }

  @Test(arguments: ["1989", "2100", "20311", "120310", "203", "", "二〇三一", "99992031"]) func otherNumbersAreNoYears(
    headline: String
  ) {
    #expect(year(headline: headline, upTo: 2199) == nil)
  }

  @Test(arguments: [("1990", 1990), ("2099", 2099), ("a2031", 2031), ("2031", 2031), ("2031.5", 2031)])
  func fourDigitsByThemselvesAre(headline: String, expected: Int) {
    #expect(year(headline: headline, upTo: 2199) == expected)
  }
}
