internal import NewsModel
internal import SeededRandom

/// When news is published: little at night and on days off, most in the hours of trading, and now and then dozens of
/// notices within one minute.
public struct PublishTimes: Sendable {
  /// The newest moment of every corpus, so that a small one is the newest part of a large one.
  static let end = CivilTime(year: 2026, month: 6, day: 30, hour: 22).timestamp(offset: shanghai)
  static let shanghai = 8 * 3_600
  /// The busiest minute that was seen at a portal.
  public static let mostInAMinute = 37

  /// Seconds since 1970, the newest first.
  public let seconds: [Int64]

  /// The times of the newest `count` articles.
  public init(count: Int, seed: UInt64) {
    var seconds: [Int64] = []
    seconds.reserveCapacity(count + Self.mostInAMinute)
    var minute = Self.end.minute
    while seconds.count < count {
      minute -= 1
      var random = SeededGenerator(seed: seed, kind: 3, number: Int(minute))
      let inMinute = Self.articles(inMinute: minute, &random)
      guard inMinute > 0 else { continue }
      seconds += (0..<inMinute).map { _ in minute * 60 + Int64(random.below(60)) }.sorted(by: >)
    }
    seconds.removeLast(seconds.count - count)
    self.seconds = seconds
  }

  /// Articles on an ordinary working day.
  private static let dailyMean = 1_450.0
  private static let dayOffShare = 0.42
  /// The share of minutes of working hours into which an exchange pours the notices of many companies.
  private static let burstShare = 0.004

  /// How many of the day's articles fall into each hour, in thousandths.
  private static let hours: [Double] = [
    9, 5, 3, 3, 4, 14, 30, 62, 82, 76, 70, 66, 44, 48, 62, 76, 84, 78, 58, 40, 34, 24, 16, 12,
  ]

  private static func articles(inMinute minute: Int64, _ random: inout SeededGenerator) -> Int {
    let time = CivilTime(Timestamp(minute * 60), offset: shanghai)
    let isDayOff = time.weekday >= 5
    let mean = dailyMean * (isDayOff ? dayOffShare : 1) * hours[time.hour] / 60_000
    var count = random.poisson(mean)
    if !isDayOff, (7..<20).contains(time.hour), random.chance(burstShare) { count += random.number(in: 6...36) }
    return min(count, mostInAMinute)
  }
}
