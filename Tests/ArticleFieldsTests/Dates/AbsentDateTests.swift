import NewsModel
import Testing

@testable import ArticleFields

/// What programs write where there is no value, or no date.
@Suite struct AbsentDateTests {
  @Test(arguments: [
    "", " ", "　", "NaN", "nat", "None", "NULL", "nil", "NA", "n/a", "<NA>", "#N/A", "undefined", "-", "--", "—", "\\N",
    "无", "暂无", "未知", " null ",
  ])
  func aWordForNothingIsNoValue(text: String) { #expect(AbsentValue.isMeant(by: text[...])) }

  @Test(arguments: ["0", "nano", "---", "未", "no", "无锡", "暂无数据", "none at all", "Nan Yi", "n/a.", "undefined!", "港口"])
  func otherWordsAreValues(text: String) { #expect(!AbsentValue.isMeant(by: text[...])) }

  @Test(arguments: [
    "null", "0", "0.0", "00/00/0000", "0000-00-00", "0000-00-00 00:00:00", "0000-00-00T00:00:00Z", "1900-01-00",
    "1/0/1900", "1900-00-01",
  ])
  func zerosAreNoDate(text: String) { #expect(AbsentDate.isMeant(by: text[...])) }

  @Test(arguments: [
    "1900-01-01", "0000-00-01", "2031-00-00", "00 units", "0a0", "1900", "1900 0", "-x-", "1/1/1911",
    "00000000000000000000000000000000000000000",
  ])
  func otherNumbersMayBeDates(text: String) { #expect(!AbsentDate.isMeant(by: text[...])) }

  private func isMeant(_ year: Int, _ month: Int, _ day: Int, hasClock: Bool = false, offset: Int = 0) -> Bool {
    let time = CivilTime(year: year, month: month, day: day)
    return AbsentDate.isMeant(by: time, hasClock: hasClock, moment: time.timestamp(offset: offset))
  }

  @Test(arguments: [
    [1, 6, 15], [0, 6, 15], [9999, 12, 31], [1899, 12, 29], [1899, 12, 30], [1900, 1, 1], [1601, 1, 1], [1601, 1, 2],
    [1753, 1, 1],
  ])
  func theZeroOfACalendarIsNoDate(day: [Int]) { #expect(isMeant(day[0], day[1], day[2])) }

  @Test(arguments: [
    [2, 1, 1], [9998, 12, 31], [1899, 12, 28], [1900, 1, 2], [1601, 1, 3], [1601, 2, 1], [1752, 1, 1], [1970, 1, 1],
    [2000, 1, 1],
  ])
  func theDaysBesideItAreDates(day: [Int]) { #expect(!isMeant(day[0], day[1], day[2])) }

  @Test func theFirstSecondOfUnixIsNoDateByAnyClock() {
    #expect(isMeant(1970, 1, 1, hasClock: true))
    #expect(isMeant(1970, 1, 1, hasClock: true, offset: 28_800))
    #expect(!isMeant(1970, 1, 1))
    #expect(!isMeant(1970, 1, 2, hasClock: true))
    let morning = CivilTime(year: 1970, month: 1, day: 1, hour: 8)
    #expect(AbsentDate.isMeant(by: morning, hasClock: true, moment: Timestamp(0)))
    #expect(AbsentDate.isMeant(by: morning, hasClock: true, moment: Timestamp(-1)))
    #expect(!AbsentDate.isMeant(by: morning, hasClock: true, moment: Timestamp(1)))
  }

  @Test func onlyAMomentHasOne() {
    #expect(DateReading.moment(Timestamp(7), .guessed).moment == Timestamp(7))
    #expect(DateReading.none.moment == nil && DateReading.unreadable.moment == nil)
  }
}
