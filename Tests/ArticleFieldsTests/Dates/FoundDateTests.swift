import Foundation
import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields

@Suite struct FoundDateTests {
  private func date(_ text: String) throws -> FoundDate { try #require(DateParsing.first(in: text[...])) }

  @Test func aDateIsFullWithItsYearAndItsTime() throws {
    #expect(try date("2031-06-15 05:42").isFull)
    #expect(try !date("2031-06-15").isFull)
    #expect(try !date("06-15 05:42").isFull)
  }

  @Test func whatMustBeGuessedIsUncertain() throws {
    #expect(try date("06-15 05:42").isUncertain)
    #expect(try date("06/07/2031").isUncertain)
    #expect(try !date("06/15/2031").isUncertain)
  }

  @Test func theLanguageOfAPageTellsTheOrder() throws {
    let written = try date("06/07/2031")
    let (dayFirst, monthFirst) = (written.read(dayFirst: true), written.read(dayFirst: false))
    #expect(dayFirst.month == 7 && dayFirst.day == 6)
    #expect(monthFirst.month == 6 && monthFirst.day == 7)
    #expect(!dayFirst.isExchangeable && !monthFirst.isExchangeable)
    let certain = try date("06/15/2031")
    #expect(certain.read(dayFirst: true) == certain)
  }

  @Test func theZoneOfTheTextComesBeforeTheReaders() throws {
    #expect(try date("2031-06-15 05:42").timestamp(in: shanghai) == moment(2031, 6, 15, 5, 42))
    #expect(try date("2031-06-15 05:42").timestamp(in: .gmt) == utc(2031, 6, 15, 5, 42))
    #expect(try date("2031-06-15 05:42 -0400").timestamp(in: shanghai) == utc(2031, 6, 15, 9, 42))
    #expect(try date("2031-06-15").timestamp(in: shanghai) == moment(2031, 6, 15))
    #expect(try date("06-15 05:42").timestamp(in: shanghai) == nil)
    #expect(try date("06-15 05:42:09").timestamp(year: 2029, in: shanghai) == moment(2029, 6, 15, 5, 42, 9))
  }

  @Test func theLeapDayOfACommonYearIsTheNextDay() throws {
    #expect(try date("02-29 05:42").timestamp(year: 2031, in: .gmt) == utc(2031, 3, 1, 5, 42))
    #expect(try date("02-29 05:42").timestamp(year: 2028, in: .gmt) == utc(2028, 2, 29, 5, 42))
  }

  @Test func aZeroIsNoDate() throws {
    #expect(try date("1970-01-01 08:00").isAbsent(in: shanghai))
    #expect(try !date("1970-01-01 08:00").isAbsent(in: .gmt))
    #expect(try !date("1970-01-01").isAbsent(in: .gmt))
    #expect(try date("1900-01-01").isAbsent(in: shanghai))
    #expect(try !date("01-01 00:00").isAbsent(in: shanghai))
  }

  @Test(
    arguments: [
      (2031, 6, 30, true), (2031, 6, 31, false), (2031, 2, 29, false), (2028, 2, 29, true), (nil, 2, 29, true),
      (nil, 2, 30, false), (1899, 6, 15, false), (1900, 6, 15, true), (2199, 6, 15, true), (2200, 6, 15, false),
      (2031, 0, 1, false), (2031, 13, 1, false),
    ] as [(Int?, Int, Int, Bool)])
  func aDayMustExist(year: Int?, month: Int, day: Int, isValid: Bool) {
    #expect(FoundDate(year: year, month: month, day: day, range: 0..<1).isValid == isValid)
  }

  @Test(arguments: [
    (0, 0, 0, true), (23, 59, 60, true), (24, 0, 0, false), (0, 60, 0, false), (0, 0, 61, false), (-1, 0, 0, false),
    (0, -1, 0, false),
  ])
  func aTimeMustExist(hour: Int, minute: Int, second: Int, isValid: Bool) {
    let clock = FoundDate.Clock(hour: hour, minute: minute, second: second)
    #expect(clock.isValid == isValid)
    #expect(FoundDate(year: 2031, month: 6, day: 15, clock: clock, range: 0..<1).isValid == isValid)
  }
}
