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
    "Tue, 17 Jun 2031 22:42:09 America/Los_Angeles", "June 18th, 2031 at 5:42:09 am (UTC)",
    "2031-06-18T05:42:09 00:00", "2031/06/18 05:42:09", "18.06.2031 05:42:09", "06/18/2031 05:42:09",
    "Wed, 2031/06/18 01:42:09 EDT",
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

/// What a feed's date is worth, and the forms around its digits.
@Suite struct FeedDateFormTests {
  private func read(_ text: String, zone: TimeZone = .gmt) -> DateReading { FeedDate.reading(text, zone: zone) }

  @Test(
    arguments: [
      ("2031-06-18T05:42:09Z", utc(2031, 6, 18, 5, 42, 9), .certain), ("2031", utc(2031, 1, 1), .guessed),
      ("June 2031", utc(2031, 6, 1), .guessed), ("06/07/2031", utc(2031, 6, 7), .exchangeable),
      ("2031-06-18T05:42:09+99:00", utc(2031, 6, 18, 5, 42, 9), .partlyImpossible),
      ("18 Jun 2031 05:42:09 +99:00", utc(2031, 6, 18, 5, 42, 9), .partlyImpossible),
    ] as [(String, Timestamp, DateReading.Certainty)])
  func aReadingSaysHowCertainItIs(text: String, moment: Timestamp, certainty: DateReading.Certainty) {
    #expect(read(text) == .moment(moment, certainty))
  }

  @Test(arguments: [
    "", "  ", "null", "0", "0000-00-00", "0001-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "9999-12-31",
  ])
  func whatProgramsWriteForNoneIsNone(text: String) { #expect(read(text) == .none) }

  @Test(arguments: ["soon", "2031-02-30", "31 Jun 2031", "2031-06-18T25:00:00Z", "2031-06-18T24:00:01Z", "18", "港口"])
  func anythingElseIsUnreadable(text: String) { #expect(read(text) == .unreadable) }

  @Test func theMostThatIsLookedAtIsEightyBytes() {
    let date = "Wed, 18 Jun 2031 05:42:09 GMT"
    let filled = date + String(repeating: ".", count: FeedDate.longest - date.utf8.count)
    #expect(read(filled) == .moment(utc(2031, 6, 18, 5, 42, 9), .certain))
    #expect(read(filled + ".") == .unreadable)
    #expect(read(" \n" + filled + "\t ") == read(date))
    #expect(read(String(repeating: "0", count: 41)) == .unreadable)
  }

  @Test(arguments: ["２０３１-０６-１８ ０５：４２：０９", "２０３１－０６－１８Ｔ０５：４２：０９Ｚ", "２０３１／０６／１８ ０５:４２:０９", "１８ Ｊｕｎ ２０３１ ０５：４２：０９"])
  func wideDigitsAndSignsAreNarrowOnes(text: String) { #expect(read(text).moment == utc(2031, 6, 18, 5, 42, 9)) }

  @Test(arguments: ["/Date(1939527729000)/", "/Date(1939527729000+0800)/", "/Date(1939527729000-0500)/"])
  func theMomentOfNETIsUniversal(text: String) {
    #expect(read(text, zone: shanghai) == .moment(utc(2031, 6, 18, 5, 42, 9), .certain))
  }

  @Test(arguments: ["/Date()/", "/Date(x)/", "/Date(12)/"]) func anEmptyMomentOfNETIsNone(text: String) {
    #expect(read(text).moment == nil)
  }

  @Test func theLettersCSTAreChinasInChina() {
    #expect(read("18 Jun 2031 05:42:09 CST", zone: shanghai).moment == moment(2031, 6, 18, 5, 42, 9))
    #expect(read("18 Jun 2031 05:42:09 CST").moment == utc(2031, 6, 18, 11, 42, 9))
  }

  @Test func summerTimeIsAsTheDayHasIt() {
    #expect(read("18 Jun 2031 05:42:09 ET").moment == utc(2031, 6, 18, 9, 42, 9))
    #expect(read("18 Dec 2031 05:42:09 ET").moment == utc(2031, 12, 18, 10, 42, 9))
  }

  // MARK: Our own dates

  @Test func aDateOfOurOwnHasItsTimeAndItsZone() {
    #expect(FeedDate.exact("2031-06-18T05:42:09Z") == utc(2031, 6, 18, 5, 42, 9))
    #expect(FeedDate.exact("2031-06-18T13:42:09+08:00") == utc(2031, 6, 18, 5, 42, 9))
    #expect(FeedDate.exact("1970-01-01T00:00:00Z") == Timestamp(0))
  }

  @Test(arguments: [
    "", "2031-06-18", "2031-06-18T05:42:09", "2031-06-18Z", "18 Jun 2031 05:42:09 GMT", "2031-02-30T05:42:09Z", "soon",
  ])
  func otherTextsAreNoneOfOurOwn(text: String) { #expect(FeedDate.exact(text) == nil) }
}
