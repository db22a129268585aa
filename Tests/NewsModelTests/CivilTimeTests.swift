import Foundation
import NewsModel
import Testing

@Suite struct CivilTimeTests {
  @Test(arguments: [
    (CivilTime(year: 1970, month: 1, day: 1), 0), (CivilTime(year: 1969, month: 12, day: 31), -1),
    (CivilTime(year: 2000, month: 2, day: 29), 11_016), (CivilTime(year: 2022, month: 6, day: 15), 19_158),
    (CivilTime(year: 1, month: 1, day: 1), -719_162), (CivilTime(year: 0, month: 3, day: 1), -719_468),
    (CivilTime(year: -1, month: 12, day: 31), -719_529), (CivilTime(year: 9_999, month: 12, day: 31), 2_932_896),
  ])
  func daysAreNumberedFromTheEpoch(date: CivilTime, number: Int) {
    #expect(date.dayNumber == number)
    #expect(CivilTime(dayNumber: number) == date)
  }

  @Test func fourCenturiesOfDaysFollowOneAnother() {
    var previous = CivilTime(dayNumber: -100)
    for number in -99...146_100 {
      let day = CivilTime(dayNumber: number)
      #expect(day.dayNumber == number)
      let follows =
        day.day == previous.day + 1 && day.month == previous.month
        || day.day == 1 && (day.month == previous.month + 1 || day.month == 1 && day.year == previous.year + 1)
      #expect(follows, "\(day)")
      #expect(day.weekday == (previous.weekday + 1) % 7)
      previous = day
    }
  }

  @Test func weekdaysBeginWithMonday() {
    #expect(CivilTime(year: 2024, month: 3, day: 4).weekday == 0)
    #expect(CivilTime(year: 1969, month: 12, day: 28).weekday == 6)
  }

  @Test func clocksAheadShowLaterTimes() {
    let moment = Timestamp(1_655_242_929)
    #expect(
      CivilTime(moment, offset: 28_800) == CivilTime(year: 2022, month: 6, day: 15, hour: 5, minute: 42, second: 9))
    #expect(
      CivilTime(moment, offset: -12_600) == CivilTime(year: 2022, month: 6, day: 14, hour: 18, minute: 12, second: 9))
    #expect(CivilTime(moment, offset: 20_700).timestamp(offset: 20_700) == moment)
    #expect(
      CivilTime(Timestamp(-1), offset: 0) == CivilTime(year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 59)
    )
  }

  @Test(arguments: [
    "Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Europe/Berlin", "UTC",
  ])
  func everyMomentComesBackFromItsClock(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    for hour in 0..<(366 * 24) {
      let moment = Timestamp(1_704_067_200 + Int64(hour) * 3_600 + 1_234)
      let clock = CivilTime(moment, in: zone)
      let back = clock.timestamp(in: zone)
      #expect(CivilTime(back, in: zone) == clock, "\(moment)")
      // Of a time that the clocks show twice, the first is meant.
      #expect(back <= moment && moment - back <= 3_600, "\(moment)")
    }
  }

  @Test func ofATimeThatTheClocksShowTwiceTheFirstIsMeant() throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    let clock = CivilTime(year: 2024, month: 11, day: 3, hour: 1, minute: 30)
    #expect(clock.timestamp(in: zone) == clock.timestamp(offset: -14_400))
  }

  @Test func aTimeThatTheClocksSkipIsReadAsIfTheyHadNotBeenChanged() throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    let clock = CivilTime(year: 2024, month: 3, day: 10, hour: 2, minute: 30)
    #expect(clock.timestamp(in: zone) == clock.timestamp(offset: -18_000))
  }

  @Test(arguments: [
    (CivilTime(year: 2024, month: 2, day: 29), true), (CivilTime(year: 2023, month: 2, day: 29), false),
    (CivilTime(year: 1900, month: 2, day: 29), false), (CivilTime(year: 2000, month: 2, day: 29), true),
    (CivilTime(year: 2024, month: 4, day: 31), false), (CivilTime(year: 2024, month: 13, day: 1), false),
    (CivilTime(year: 2024, month: 0, day: 1), false), (CivilTime(year: 2024, month: 1, day: 0), false),
    (CivilTime(year: 2024, month: 1, day: 1, hour: 24), false),
    (CivilTime(year: 2024, month: 1, day: 1, minute: 60), false),
    (CivilTime(year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60), true),
    (CivilTime(year: 2024, month: 1, day: 1, second: 61), false),
    (CivilTime(year: 2024, month: 1, day: 1, hour: -1), false),
  ])
  func onlyRealDatesAreValid(time: CivilTime, isValid: Bool) {
    #expect(time.isValid == isValid)
  }

  @Test func textFormsHaveLeadingZeros() {
    let time = CivilTime(year: 987, month: 6, day: 5, hour: 4, minute: 3, second: 2)
    #expect(time.isoDate == "0987-06-05")
    #expect(time.clock == "04:03")
    #expect(time.monthAndDay == "06-05")
    #expect(CivilTime(year: -44, month: 3, day: 15).isoDate == "-0044-03-15")
    #expect(CivilTime(year: 12_024, month: 3, day: 15).isoDate == "12024-03-15")
  }
}
