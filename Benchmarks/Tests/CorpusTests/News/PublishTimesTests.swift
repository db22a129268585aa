import Corpus
import NewsModel
import Testing

@Suite struct PublishTimesTests {
  private static let times = PublishTimes(count: 60_000, seed: 1)

  private var clocks: [CivilTime] { Self.times.seconds.map { CivilTime(Timestamp($0), offset: 8 * 3_600) } }

  @Test func goBackFromTheNewest() {
    #expect(Self.times.seconds.count == 60_000)
    #expect(zip(Self.times.seconds, Self.times.seconds.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(PublishTimes(count: 10, seed: 1).seconds == Array(Self.times.seconds.prefix(10)))
  }

  @Test func daysOffAreQuieter() {
    var articles = [Int: Int]()
    for clock in clocks { articles[clock.weekday, default: 0] += 1 }
    let working = (0..<5).map { articles[$0, default: 0] }.reduce(0, +) / 5
    let off = (5..<7).map { articles[$0, default: 0] }.reduce(0, +) / 2
    #expect((0.35...0.5).contains(Double(off) / Double(working)))
  }

  @Test func nightsAreQuiet() {
    let night = clocks.count { (1..<5).contains($0.hour) }
    #expect(night * 40 < clocks.count)
  }

  @Test func someMinutesBringDozens() {
    var articles = [Int64: Int]()
    for second in Self.times.seconds { articles[second / 60, default: 0] += 1 }
    #expect((30...PublishTimes.mostInAMinute).contains(articles.values.max() ?? 0))
  }
}
