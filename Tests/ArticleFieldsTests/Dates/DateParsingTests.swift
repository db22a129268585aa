import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields

@Suite struct DateParsingTests {
  @Test(
    arguments: [
      ("2022-06-15 05:42:09", moment(2022, 6, 15, 5, 42, 9)), ("2022-6-5 5:02", moment(2022, 6, 5, 5, 2)),
      ("2022/06/15", moment(2022, 6, 15)), ("2022/6/15 05:42", moment(2022, 6, 15, 5, 42)),
      ("2022.06.15 05:42", moment(2022, 6, 15, 5, 42)), ("2022年6月15日 05:42", moment(2022, 6, 15, 5, 42)),
      ("2022年06月15日05:42:09", moment(2022, 6, 15, 5, 42, 9)), ("2022年6月15日", moment(2022, 6, 15)),
      ("2022 年 6 月 15 日 5时42分", moment(2022, 6, 15, 5, 42)), ("2022年6月15日下午3:05", moment(2022, 6, 15, 15, 5)),
      ("2022-06-15（周三）05:42", moment(2022, 6, 15, 5, 42)), ("2022年6月15日 星期三 05:42", moment(2022, 6, 15, 5, 42)),
      ("２０２２－０６－１５ ０５：４２", moment(2022, 6, 15, 5, 42)), ("2022-06-15 05：42", moment(2022, 6, 15, 5, 42)),
      ("2022-06-15T05:42:09+08:00", moment(2022, 6, 15, 5, 42, 9)),
      ("2022-06-14T21:42:09Z", moment(2022, 6, 15, 5, 42, 9)),
      ("2022-06-14T21:42:09.123Z", moment(2022, 6, 15, 5, 42, 9)),
      ("2022-06-15T05:42:09", moment(2022, 6, 15, 5, 42, 9)),
      ("2022-06-14 17:42:09 -0400", moment(2022, 6, 15, 5, 42, 9)),
      ("2022-06-15 05:42 UTC+8", moment(2022, 6, 15, 5, 42)),
      ("June 15, 2022 05:42", moment(2022, 6, 15, 5, 42)), ("Jun. 15, 2022, 5:42 AM", moment(2022, 6, 15, 5, 42)),
      ("15 Jun 2022", moment(2022, 6, 15)), ("15th June 2022 at 5:42 p.m.", moment(2022, 6, 15, 17, 42)),
      ("Wed, 15 Jun 2022 05:42:09 +0800", moment(2022, 6, 15, 5, 42, 9)),
      ("Wednesday, June 15, 2022", moment(2022, 6, 15)), ("June 14, 2022 5:42 PM EDT", moment(2022, 6, 15, 5, 42)),
      ("5:42 AM, June 15, 2022", moment(2022, 6, 15, 5, 42)), ("06/15/2022", moment(2022, 6, 15)),
      ("15/06/2022 05:42", moment(2022, 6, 15, 5, 42)), ("20220615", moment(2022, 6, 15)),
      ("2022-06-15 12:05 AM", moment(2022, 6, 15, 0, 5)), ("二〇二二年六月十五日", moment(2022, 6, 15)),
      ("二〇二二年十二月三十一日", moment(2022, 12, 31)), ("15. Juni 2022", moment(2022, 6, 15)),
      ("15. März 2022, 5.42 Uhr", moment(2022, 3, 15, 5, 42)), ("1er août 2022 à 5h42", moment(2022, 8, 1, 5, 42)),
      ("15 de junio de 2022", moment(2022, 6, 15)), ("15 giugno 2022, ore 5:42", moment(2022, 6, 15, 5, 42)),
      ("15 июня 2022 г. в 5:42", moment(2022, 6, 15, 5, 42)), ("民國111年6月15日 05:42", moment(2022, 6, 15, 5, 42)),
      ("中華民國一百一十一年六月十五日", moment(2022, 6, 15)), ("2022年6月15日午後3時05分", moment(2022, 6, 15, 15, 5)),
      ("2022年6月15日 晚間8點", moment(2022, 6, 15, 20)), ("2022年6月15日 午前5:42", moment(2022, 6, 15, 5, 42)),
    ])
  func fullDates(_ text: String, _ expected: Timestamp) {
    #expect(DateParsing.whole(text[...])?.timestamp(in: shanghai) == expected)
  }

  @Test(arguments: ["06-15 05:42", "6月15日 05:42", "06/15 05:42", "June 15 05:42", "15 June, 05:42"])
  func datesWithoutYear(_ text: String) {
    let date = DateParsing.whole(text[...])
    #expect(date?.year == nil)
    #expect(date.map { [$0.month, $0.day, $0.clock?.hour ?? -1, $0.clock?.minute ?? -1] } == [6, 15, 5, 42])
  }

  @Test(
    arguments: [
      "2022-13-01", "2022-02-30", "2022-06", "13:42", "5000-06-15", "1.5", "0571-8888", "3-2", "", "6月", "2022年报",
      "Maybe 15", "June",
      "2022-06-15 05:42 某公司发布年报",
    ])
  func notDates(_ text: String) {
    #expect(DateParsing.whole(text[...]) == nil)
  }

  @Test func findsEveryDateOfAText() {
    let dates = DateParsing.all(in: "2022年6月14日,公司公告称,2021-12-31之前的款项已于June 1, 2022付清。")
    #expect(dates.map(\.month) == [6, 12, 6])
  }

  @Test func datesInFileNames() {
    #expect(DateParsing.inFileName("page-2022-06-15.txt")?.day == 15)
    #expect(DateParsing.inFileName("news/20220615_1.txt")?.month == 6)
    #expect(DateParsing.inFileName("page.txt") == nil)
  }

  @Test(
    arguments: [
      "发布时间：2031-06-1505:42优质作者", "31-06-1505:42", "05:42, Sun, Jun 15, 2031", "05:42 Sunday June 15, 2031",
      "2031/06/1505:42:00",
    ])
  func aTimeThatIsGluedOrStandsBeforeAWeekday(_ text: String) throws {
    let date = try #require(DateParsing.first(in: text[...]))
    #expect(date.timestamp(in: shanghai) == moment(2031, 6, 15, 5, 42))
  }
}
