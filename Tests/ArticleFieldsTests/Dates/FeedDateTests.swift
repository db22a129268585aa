import Foundation
import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields

struct FeedDateTests {
  private func read(_ text: String, zone: TimeZone = .gmt) -> Timestamp? { FeedDate.reading(text, zone: zone).moment }

  @Test(arguments: [
    "Wed, 18 Jun 2031 05:42:09 GMT", "Wed, 18 Jun 2031 05:42:09 +0000", "18 Jun 2031 05:42:09 Z",
    "Wed, 18 June 2031 13:42:09 +0800", "Wednesday, 18-Jun-31 05:42:09 UTC", "Wed Jun 18 05:42:09 2031",
    "Wed Jun 18 01:42:09 EDT 2031", "Wed, Jun 18 2031 05:42:09 GMT", "Wed, 18 Jun 2031 13:42:09 GMT+08:00",
    "Wed Jun 18 2031 13:42:09 GMT+0800 (CST)", "Jun 18, 2031 5:42:09 AM", "Wed, 18 Jun 2031 05:42:09 Etc/GMT",
    "Tue, 17 Jun 2031 22:42:09 America/Los_Angeles", "June 18th, 2031 at 5:42:09 am (UTC)", "2031-06-18T05:42:09 00:00",
    "2031/06/18 05:42:09", "18.06.2031 05:42:09", "06/18/2031 05:42:09", "Wed, 2031/06/18 01:42:09 EDT",
  ])
  func wordsAndNumbersInAnyOrder(text: String) {
    #expect(read(text) == utc(2031, 6, 18, 5, 42, 9))
  }

  @Test(arguments: [
    "2031-06-18T05:42:09Z", "2031-06-18T13:42:09+08:00", "2031-06-18T13:42:09+0800", "2031-06-18 05:42:09",
    "20310618T054209Z", "2031-06-18T05:42:09.250Z", "2031-169T05:42:09Z", "2031169T05:42:09Z", "2031-W25-3T05:42:09Z",
    "31-06-18T05:42:09Z", "1939527729", "1939527729000", "20310618054209",
  ])
  func internationalForms(text: String) {
    #expect(read(text) == utc(2031, 6, 18, 5, 42, 9))
  }

  @Test func whatIsLeftOutIsTheFirst() {
    #expect(read("2031") == utc(2031, 1, 1))
    #expect(read("2031-06") == utc(2031, 6, 1))
    #expect(read("2031-06-18") == utc(2031, 6, 18))
    #expect(read("18 Jun 2031") == utc(2031, 6, 18))
    #expect(read("June 2031") == utc(2031, 6, 1))
    #expect(read("2031-06-18T05:42Z") == utc(2031, 6, 18, 5, 42))
  }

  @Test func monthsOfOtherLanguages() {
    #expect(read("2031-június-18T9:15-05:00") == utc(2031, 6, 18, 14, 15))
    #expect(read("Τετ, 18 Ιούν 2031 12:00:00 EST") == utc(2031, 6, 18, 17))
    #expect(read("2031년 06월 18일 01:31:15") == utc(2031, 6, 18, 1, 31, 15))
    #expect(read("2031-06-18 오후 11:23:17") == utc(2031, 6, 18, 23, 23, 17))
    #expect(read("mar., 17 juin 2031 10:00:00 +0200") == utc(2031, 6, 17, 8))
    #expect(read("18 июня 2031 10:00") == utc(2031, 6, 18, 10))
  }

  @Test func aMissingZoneIsTheReaders() {
    #expect(read("2031-06-18 05:42:09", zone: shanghai) == utc(2031, 6, 17, 21, 42, 9))
    #expect(read("Wed Jun 18 05:42:09 CST 2031", zone: shanghai) == utc(2031, 6, 17, 21, 42, 9))
    #expect(read("Wed Jun 18 05:42:09 CST 2031") == utc(2031, 6, 18, 11, 42, 9))
  }

  @Test(arguments: [
    "", "soon", "2031-13-40", "00000000", "99999999999999999999", "Wed, 45 Jun 2031 05:42:09 GMT", "1 2 3 4 5 6",
    "Wed, 18 Jun 2031 99:99:99 GMT", "0000-00-00T00:00:00Z", "+--+--:::",
  ])
  func whatIsNoDateIsNone(text: String) {
    #expect(read(text) == nil)
  }

  @Test func yearsOfTwoAndThreeDigits() {
    #expect(read("18 Jun 31 05:42:09 GMT") == utc(2031, 6, 18, 5, 42, 9))
    #expect(read("18 Jun 98 05:42:09 GMT") == utc(1998, 6, 18, 5, 42, 9))
    #expect(read("18 Jun 131 05:42:09 GMT") == utc(2031, 6, 18, 5, 42, 9))
  }

  @Test func theEndOfADay() {
    #expect(read("2031-06-17T24:00:00Z") == utc(2031, 6, 18))
  }
}
