import NewsModel

/// Moves the dates of the sample, so that it reads as if it were written for the reader's first look at it.
///
/// All dates move by whole days, so that times of day stay natural, and then by the little that is left, so that the
/// newest article is a few minutes old. Where much would be left, as by noon with news that ends in the evening, the
/// last day is today: what of it would lie in the future stands on yesterday.
struct SampleShift {
  private let days: Int64
  /// What would come after this stands a day earlier; nil where nothing does.
  private let horizon: Timestamp?
  /// Seconds from the newest article to where it is to be.
  private var rest: Int64 = 0

  /// The age of the newest article, in seconds.
  static let age: Int64 = 3 * 60
  /// So many seconds less of a rest are worth a day that is divided.
  private static let worthDividing: Int64 = 2 * 3_600
  private static let day: Int64 = 86_400

  /// - Parameter times: all times that articles bear.
  init(of times: [Timestamp], to now: Timestamp) {
    let latest = now - Self.age
    let days = times.max().map { (latest - $0).flooredQuotient(by: Self.day) } ?? 0
    let whole = SampleShift(days: days, horizon: nil, times, latest)
    let divided = SampleShift(days: days + 1, horizon: latest, times, latest)
    self = whole.rest - divided.rest > Self.worthDividing ? divided : whole
  }

  private init(days: Int64, horizon: Timestamp?, _ times: [Timestamp], _ latest: Timestamp) {
    self.days = days
    self.horizon = horizon
    let newest = times.map { moved($0) }.max()
    rest = newest.map { (latest - $0) / 60 * 60 } ?? 0
  }

  func moved(_ time: Timestamp) -> Timestamp {
    let time = time + days * Self.day
    guard let horizon, time > horizon else { return time + rest }
    return time - Self.day + rest
  }

  func moved(_ item: Item) -> Item {
    var item = item
    item.published = item.published.map { moved($0) }
    for index in item.related.indices {
      item.related[index].published = item.related[index].published.map { moved($0) }
    }
    return item
  }
}
