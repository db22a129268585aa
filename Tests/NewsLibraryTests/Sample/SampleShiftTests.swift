import Foundation
import NewsModel
import Testing

@testable import NewsLibrary

struct SampleShiftTests {
  private static let zones = ["Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]
    .compactMap(TimeZone.init(identifier:))
  /// A Sunday.
  private let last = CivilTime(year: 2024, month: 2, day: 4, hour: 21, minute: 30, second: 7)

  /// The last five weeks of a sample, four times a day.
  private func times(in zone: TimeZone) -> [Timestamp] {
    (0..<35).flatMap { day in
      [0, 9, 15, 21].map { hour in
        CivilTime(dayNumber: last.dayNumber - day, hour: hour, minute: 30, second: 7).timestamp(in: zone)
      }
    }
  }

  @Test(arguments: zones, 0..<7) func weekdaysAndTimesOfDayStayAndNothingLiesInTheFuture(zone: TimeZone, day: Int) {
    let times = times(in: zone)
    for hour in [0, 8, 12, 18, 23] {
      let now = CivilTime(dayNumber: last.dayNumber + 900 + day, hour: hour, minute: 17).timestamp(in: zone)
      let shift = SampleShift(of: times, to: now, zone: zone)
      let moved = times.compactMap { shift.moved($0) }
      #expect(moved.allSatisfy { $0 <= now })
      #expect(times.count - moved.count <= 28)
      // Of yesterday and the four weeks before it nothing is missing.
      let today = CivilTime(now, in: zone).dayNumber
      let days = Dictionary(grouping: moved) { today - CivilTime($0, in: zone).dayNumber }
      #expect((1...28).allSatisfy { days[$0]?.count == 4 })
      for (time, moved) in zip(times, times.map { shift.moved($0) }) {
        guard let moved else { continue }
        let (old, new) = (CivilTime(time, in: zone), CivilTime(moved, in: zone))
        #expect(old.weekday == new.weekday && old.clock == new.clock && old.second == new.second)
      }
    }
  }

  @Test func aSampleThatEndsTodayStaysWhereItIs() {
    let times = times(in: .gmt)
    let now = last.timestamp(in: .gmt) + 60
    let shift = SampleShift(of: times, to: now, zone: .gmt)
    #expect(times.allSatisfy { shift.moved($0) == $0 })
  }

  @Test func relatedNewsMovesWithItsArticle() {
    let times = times(in: .gmt)
    let now = last.timestamp(in: .gmt) + 7 * 86_400
    let shift = SampleShift(of: times, to: now, zone: .gmt)
    let item = Item(
      title: "虚构", published: times[20], related: [RelatedItem(title: "另一篇", published: times[30])])
    let moved = shift.moved(item)
    #expect(moved?.published == times[20] + 7 * 86_400)
    #expect(moved?.related.first?.published == times[30] + 7 * 86_400)
  }

  @Test func whatHasNotComeIsLeftOut() {
    let now = last.timestamp(in: .gmt) - 86_400
    let shift = SampleShift(of: times(in: .gmt), to: now, zone: .gmt)
    let related = RelatedItem(title: "另一篇", published: now + 3_600)
    #expect(shift.moved(Item(title: "虚构", published: now + 3_600)) == nil)
    #expect(shift.moved(Item(title: "虚构", published: now - 3_600, related: [related]))?.related == [])
  }
}
