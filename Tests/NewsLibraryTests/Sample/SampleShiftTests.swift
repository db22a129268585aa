import NewsModel
import Testing

@testable import NewsLibrary

struct SampleShiftTests {
  private let day: Int64 = 86_400
  /// 2024-02-01 08:00, 12:00 and 20:00 UTC, and a day earlier 09:00.
  private var times: [Timestamp] { [8, 12, 20, -15].map { Timestamp(1_706_745_600 + $0 * 3_600) } }

  @Test(arguments: [0, 1, 7, 11, 13, 19, 23]) func theNewestIsAFewMinutesOldAtAnyTimeOfDay(hour: Int64) {
    let now = Timestamp(1_800_000_000 / 86_400 * 86_400 + hour * 3_600 + 17)
    let shift = SampleShift(of: times, to: now)
    let moved = times.map { shift.moved($0) }
    let newest = moved.max() ?? Timestamp(0)
    #expect((SampleShift.age..<SampleShift.age + 60).contains(now - newest))
    #expect(moved.allSatisfy { now - $0 < 3 * day })
  }

  @Test func timesOfDayStayNearWhatTheyWere() {
    // At 21:00 the last article, of 20:00, moves by one hour only, and all others with it.
    let now = Timestamp(1_706_745_600 + 100 * day + 21 * 3_600)
    let shift = SampleShift(of: times, to: now)
    for time in times { #expect(shift.moved(time) - time == 100 * day + 3_600 - SampleShift.age) }
  }

  @Test func whatWouldLieInTheFutureStandsOnTheDayBefore() {
    let now = Timestamp(1_706_745_600 + 100 * day + 12 * 3_600 + 600)
    let shift = SampleShift(of: times, to: now)
    #expect(shift.moved(times[2]) - times[2] < 100 * day)
    #expect(shift.moved(times[1]) - times[1] >= 100 * day)
  }

  @Test func relatedNewsMovesWithItsArticle() {
    let now = Timestamp(1_706_745_600 + 50 * day)
    let shift = SampleShift(of: times, to: now)
    let item = Item(
      title: "虚构", published: times[0], related: [RelatedItem(title: "另一篇", published: times[3])])
    let moved = shift.moved(item)
    #expect(moved.published == shift.moved(times[0]))
    #expect(moved.related[0].published == shift.moved(times[3]))
  }
}
