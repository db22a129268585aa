import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields

/// Numbers as dates, where what is no date begins, and a day and a time in two values.
@Suite struct RecordDateTests {
  private func read(_ text: String) -> DateReading { RecordDate.read(text, context()) }

  @Test(arguments: [
    ("18264", CivilTime(year: 1950, month: 1, day: 1)), ("73050", CivilTime(year: 2099, month: 12, day: 31)),
    ("45296.5", CivilTime(year: 2024, month: 1, day: 5, hour: 12)),
    ("45296.99999", CivilTime(year: 2024, month: 1, day: 5, hour: 23, minute: 59, second: 59)),
    ("45296.999999", CivilTime(year: 2024, month: 1, day: 6)),
  ])
  func daysOfASpreadsheetAreOfTheZoneOfTheReader(text: String, time: CivilTime) {
    #expect(read(text) == .moment(time.timestamp(in: shanghai), .certain))
  }

  @Test(arguments: ["18263", "73051", "2200", "1899", "3.5", "-45296", "12", "+7"])
  func smallerAndLargerNumbersAreNoDays(text: String) { #expect(read(text) == .unreadable) }

  @Test(arguments: ["1900", "2031", "2199", "2031.0"]) func aYearAloneIsAGuess(text: String) {
    guard case .moment(let moment, .guessed) = read(text) else {
      Issue.record("\(read(text))")
      return
    }
    let time = CivilTime(moment, in: shanghai)
    #expect([time.month, time.day, time.hour] == [1, 1, 0])
    #expect(text.hasPrefix("\(time.year)"))
  }

  @Test(
    arguments: [
      ("100000001", 100_000_001), ("1655242929", 1_655_242_929), ("7258118399", 7_258_118_399),
      ("100000001000", 100_000_001), ("7258118399999", 7_258_118_399), ("1655242929000000", 1_655_242_929),
      ("1655242929000000000", 1_655_242_929), ("1655242929.9", 1_655_242_929), ("+1655242929", 1_655_242_929),
      ("1.655242929e+12", 1_655_242_929), ("-86400", -86_400), ("-2208902400", -2_208_902_400),
    ] as [(String, Int64)])
  func theSizeOfANumberTellsItsUnit(text: String, seconds: Int64) {
    #expect(read(text) == .moment(Timestamp(seconds), .certain))
  }

  @Test(arguments: [
    "99999998", "7258118401", "99999999", "9999999999", "999999999999999", "1e9", "1.5e10", "-86399", "-9e9",
    "190000000000", "20000000000000", "1-2", "e", ".", "2031e",
  ])
  func otherNumbersAreNoSeconds(text: String) { #expect(read(text) == .unreadable) }

  @Test(arguments: ["-1", "0", "-0", "-1.0"]) func zeroAndMinusOneAreNoDate(text: String) {
    #expect(read(text) == .none)
  }

  @Test(arguments: [
    ("20310615", moment(2031, 6, 15)), ("20310615.0", moment(2031, 6, 15)),
    ("203106150542", moment(2031, 6, 15, 5, 42)), ("20310615054209", moment(2031, 6, 15, 5, 42, 9)),
    ("20310615054209123", moment(2031, 6, 15, 5, 42, 9)),
  ])
  func digitsOfADayComeBeforeSeconds(text: String, expected: Timestamp) {
    #expect(read(text) == .moment(expected, .certain))
  }

  // MARK: Texts

  @Test(
    arguments: [
      ("2031-06-15 05:42", moment(2031, 6, 15, 5, 42), .certain), ("  2031年6月15日 ", moment(2031, 6, 15), .certain),
      ("2031-06-15T05:42:09Z", utc(2031, 6, 15, 5, 42, 9), .certain), ("06-15", moment(2031, 6, 15), .guessed),
      ("06/07/2031", moment(2031, 6, 7), .exchangeable), ("15 June 2031", moment(2031, 6, 15), .certain),
      ("发布于 2031-06-15 第5号", moment(2031, 6, 15), .certain),
      ("2031-06-15 第25:00号", moment(2031, 6, 15), .partlyImpossible),
      ("港口日报 2031-06-15 31:5", moment(2031, 6, 15), .partlyImpossible), ("June 2031", moment(2031, 6, 1), .guessed),
      ("10分钟前", moment(2031, 6, 30, 23, 50), .guessed),
    ] as [(String, Timestamp, DateReading.Certainty)])
  func anyFormOfATextIsRead(text: String, expected: Timestamp, certainty: DateReading.Certainty) {
    #expect(read(text) == .moment(expected, certainty))
  }

  @Test(arguments: ["港口日报 1970-01-01 08:00:00", "1900-01-01 公告"]) func aZeroWithinATextIsNoDate(text: String) {
    #expect(read(text) == .none)
  }

  @Test func withoutTheFilesTimeNothingIsCountedBack() {
    #expect(RecordDate.read("10分钟前", context(fileTime: nil)) == .unreadable)
  }

  // MARK: A day and a time

  @Test(arguments: [
    ("2031-06-15", "05:42"), ("20310615", "05:42"), ("2031年6月15日", "5:42"), ("2031/6/15", "05:42:00"),
    ("15 Jun 2031", "05:42 AM"),
  ])
  func aDayAndATimeInTwoValuesAreOneMoment(day: String, clock: String) {
    #expect(RecordDate.read(day: day, clock: clock, context()) == .moment(moment(2031, 6, 15, 5, 42), .certain))
  }

  @Test(arguments: [
    ("2031-06-15", "周日"), ("2031-06-15", "25:00"), ("2031-06-15", "下午3:05"), ("2031-06-15", "0542"),
    ("2031-06-15", ""), ("2031-06-15 08:00", "05:42"), ("货量回升", "05:42"), ("", "05:42"),
    ("2031-06-15", "2031-06-15 05:42"), ("2031-06-15", "05:42 and what follows it"),
    ("2031-06-15 and what follows it", "05:42"), ("2031-06-15", "1:2:3:4"),
  ])
  func otherPairsAreNot(day: String, clock: String) {
    #expect(RecordDate.read(day: day, clock: clock, context()) == nil)
  }
}
