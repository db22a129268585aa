import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields
@testable import NewsParsing
@testable import SourceForms

/// Dates of records and feeds that are absent, uncertain or written as numbers.
@Suite struct DateReadingTests {
  private func read(_ text: String) -> DateReading { RecordDate.read(text, context()) }

  @Test(
    arguments: [
      "", " ", "nan", "NaN", "NaT", "None", "NULL", "null", "-", "--", "N/A", "<NA>", "undefined", "0", "0.0", "-1",
      "0000000000", "0000-00-00", "0000-00-00 00:00:00", "0000-00-00T00:00:00Z", "00/00/0000",
      "0001-01-01", "0001-01-01T00:00:00Z", "0001-01-01 00:00:00", "1/1/0001 12:00:00 AM",
      "Mon, 01 Jan 0001 00:00:00 +0000",
      "1970-01-01T00:00:00Z", "1970-01-01 08:00:00", "1970-01-01 00:00:00", "1970-01-01T08:00:00+08:00",
      "Thu, 01 Jan 1970 00:00:00 GMT", "1969-12-31T23:59:59Z", "1970年1月1日 08:00",
      "1899-12-30", "1899-12-31", "1899-12-30T00:00:00Z", "1900-01-00", "1900-01-01", "1/0/1900", "9999-12-31",
      "1601-01-01T00:00:00Z", "1753-01-01", "无", "未知",
    ])
  func valuesForNoneAreNone(_ text: String) {
    #expect(read(text) == .none)
  }

  @Test(arguments: ["soon", "to be announced", "12", "2031-13-45", "昨日黄花", "1.2", "第三季度"])
  func whatIsNoDateIsUnreadable(_ text: String) {
    #expect(read(text) == .unreadable)
  }

  @Test(
    arguments: [
      "1e300", "1e18", "99999999999999", "9999999999", "20220631", "20221301", "202213010000", "20229901054209",
      "123456", "1234567", "100000", "12345678",
    ])
  func numbersThatAreNoClockAreUnreadable(_ text: String) {
    #expect(read(text) == .unreadable)
  }

  @Test(
    arguments: [
      ("2022-06-15T25:00:00", moment(2022, 6, 15)), ("2022-06-15 12:61", moment(2022, 6, 15)),
      ("2022-06-15T05:42:09+99:00", moment(2022, 6, 15, 13, 42, 9)),
    ])
  func ofAnImpossibleTimeTheDayCounts(_ text: String, _ day: Timestamp) {
    #expect(read(text) == .moment(day, .partlyImpossible))
  }

  @Test(
    arguments: [
      ("22/06/07", moment(2022, 6, 7)), ("22-06-15", moment(2022, 6, 15)), ("07-06-22", moment(2007, 6, 22)),
      ("15/06/22", moment(2015, 6, 22)),
    ])
  func yearsOfTwoDigitsThatCanBeExchangedAreUncertain(_ text: String, _ day: Timestamp) {
    #expect(read(text) == .moment(day, .exchangeable))
    #expect(FeedDate.reading(text, zone: shanghai) == .moment(day, .exchangeable))
  }

  @Test(arguments: ["06/15/22", "22-06-00", "94-13-31"]) func yearsThatOneOrderAloneAllowsAreCertain(_ text: String) {
    if case .moment(_, .exchangeable) = read(text) { Issue.record("\(read(text))") }
  }

  @Test func theDay19700101IsADay() {
    #expect(read("1970-01-01") == .moment(moment(1970, 1, 1), .certain))
    #expect(FeedDate.reading("1970-01-01", zone: .gmt) == .moment(Timestamp(0), .certain))
  }

  @Test(arguments: ["06/07/2022", "6/7/2022 9:51", "06-07-2022", "06/07/22", "1/12/2031"])
  func dayAndMonthThatCanBeExchangedAreUncertain(_ text: String) {
    guard case .moment(_, .exchangeable) = read(text) else {
      Issue.record("\(read(text))")
      return
    }
  }

  @Test(arguments: ["6/14/2022", "14/6/2022", "06/06/2022", "06.07.2022", "2022/06/07", "2022-06-07", "7 Jun 2022"])
  func otherOrdersAreCertain(_ text: String) {
    guard case .moment(_, .certain) = read(text) else {
      Issue.record("\(read(text))")
      return
    }
  }

  @Test(
    arguments: [
      ("45296.354166667", moment(2024, 1, 5, 8, 30)), ("45296", moment(2024, 1, 5)), ("45296.0", moment(2024, 1, 5)),
      ("1655242929", moment(2022, 6, 15, 5, 42, 9)), ("1655242929000", moment(2022, 6, 15, 5, 42, 9)),
      ("1655242929.7", moment(2022, 6, 15, 5, 42, 9)), ("1655242929000000", moment(2022, 6, 15, 5, 42, 9)),
      ("1.655242929e+09", moment(2022, 6, 15, 5, 42, 9)), ("20220615", moment(2022, 6, 15)),
      ("20220615.0", moment(2022, 6, 15)), ("202206150542", moment(2022, 6, 15, 5, 42)),
      ("20220615054209", moment(2022, 6, 15, 5, 42, 9)), ("20220615054209123", moment(2022, 6, 15, 5, 42, 9)),
      ("-86400", Timestamp(-86_400)), ("20220615T054209", moment(2022, 6, 15, 5, 42, 9)),
      ("Wed Jun 15 05:42:09 2022", moment(2022, 6, 15, 5, 42, 9)), ("发布于 2022-06-15 05:42", moment(2022, 6, 15, 5, 42)),
    ])
  func numbersAndOtherForms(_ text: String, _ expected: Timestamp) {
    #expect(read(text) == .moment(expected, .certain))
  }

  @Test func whatIsLeftOutIsGuessed() {
    #expect(read("06-15 05:42") == .moment(moment(2031, 6, 15, 5, 42), .guessed))
    #expect(read("2022") == .moment(moment(2022, 1, 1), .guessed))
    #expect(read("2022-06") == .moment(moment(2022, 6, 1), .guessed))
    #expect(read("2022年6月") == .moment(moment(2022, 6, 1), .guessed))
    #expect(read("3小时前") == .moment(context().fileTime.map { $0 - 3 * 3_600 } ?? .now, .guessed))
  }

  @Test func secondsSince1970AreTheSameInEveryZone() {
    #expect(FeedDate.reading("1939527729", zone: shanghai).moment == Timestamp(1_939_527_729))
  }

  // MARK: In feeds

  private func item(_ date: String) throws -> (item: Item, notes: [ParseNote]) {
    let text =
      "<rss><channel><title>晨星日报</title><item><title>货量回升</title><pubDate>\(date)</pubDate></item></channel></rss>"
    var stream = RecordStream(context: context())
    var items: [Item] = []
    Array(text.utf8).withUnsafeBytes {
      stream.feed($0, isLast: true) { if case .item(let item) = $0 { items.append(item) } }
    }
    return (try #require(items.first), stream.notes)
  }

  @Test(arguments: ["Mon, 01 Jan 0001 00:00:00 +0000", "Thu, 01 Jan 1970 00:00:00 +0000", "nan", "0000-00-00"])
  func zeroDatesOfFeedsAreNone(_ date: String) throws {
    let (item, notes) = try item(date)
    #expect(item.published == context().fileTime && item.isDateEstimated)
    #expect(notes.isEmpty)
  }

  @Test func datesOfFeedsThatCannotBeReadAreNoted() throws {
    let (item, notes) = try item("as soon as possible")
    #expect(item.published == context().fileTime && item.isDateEstimated)
    #expect(notes == [ParseNote(.unreadableDate, example: "as soon as possible")])
  }

  @Test func dayAndMonthOfFeedsMayBeExchanged() throws {
    #expect(try item("06/07/2031 10:00").item.isDateEstimated)
    #expect(try !item("06/17/2031 10:00").item.isDateEstimated)
  }

  // MARK: In pages

  @Test func aPageWhoseYearIsGuessedSaysSo() throws {
    #expect(try parsed(page(header: "来源:港口日报 发布时间:06-15 05:42")).isDateEstimated)
    #expect(try !parsed(page()).isDateEstimated)
    #expect(try parsed(page(header: "来源:港口日报 发布时间:1970-01-01 08:00:00")).isDateEstimated)
  }
}
