import Foundation
import NewsModel
import TextBasics

/// What a query and statistics mean, said again in the plainest way: by looking at every headline.
enum Reference {
  static func matches(_ headline: Headline, _ query: Query) -> Bool {
    holds(query, for: headline) && (!headline.status.isMuted || query.looksAtMuted)
  }

  private static func holds(_ query: Query, for headline: Headline) -> Bool {
    switch query {
    case .all: true
    case .and(let terms): terms.allSatisfy { holds($0, for: headline) }
    case .or(let terms): terms.contains { holds($0, for: headline) }
    case .not(let term): !holds(term, for: headline)
    case .term(.tag, let name): headline.tags.contains(name)
    case .term(.source, let name): (headline.source ?? "") == name
    case .term(.label, let name): (headline.label ?? "") == name
    case .term(let field, let name): headline.facets.values(of: field).contains(name)
    case .figure(let condition): condition.matches(headline.facets.events)
    case .unread: !headline.status.isRead
    case .read: headline.status.isRead
    case .starred: headline.status.isStarred
    case .stub: headline.isStub
    case .muted: headline.status.isMuted
    case .since(let moment): headline.published >= moment
    case .until(let moment): headline.published < moment
    case .seen(let visit): headline.arrived.map { $0 >= visit.moment(last: nil) } ?? false
    // A list of headlines is that of one moment.
    case .asOf, .sort: true
    case .changed: headline.change != .none
    case .withdrawn: headline.withdrawn != nil
    case .session(let condition): condition.plainlyHolds(at: headline.published)
    // No random query of those that are compared with this has one.
    case .trait, .folder, .address: false
    // Bodies and bylines are not known here: the random articles have none.
    case .title(let text), .text(let text): Folding.fold(headline.title).contains(Folding.fold(text))
    case .author: false
    // No random query has one.
    case .regex: false
    }
  }

  static func totals(_ headlines: [Headline]) -> Totals {
    Totals(
      articles: headlines.count, unread: headlines.filter { !$0.status.isRead }.count,
      starred: headlines.filter(\.status.isStarred).count, stubs: headlines.filter(\.isStub).count)
  }

  /// Lists of terms are sorted by count, then name: the order among equals is not part of what is compared.
  static func statistics(_ request: StatisticsRequest, zone: TimeZone, of headlines: [Headline]) -> Statistics {
    let matching = headlines.filter { matches($0, request.query) }
    let range = request.range
    let length = range.upperBound - range.lowerBound
    let inRange = matching.filter { range.contains($0.published) }
    let before = matching.filter { (range.lowerBound - length..<range.lowerBound).contains($0.published) }
    func terms(_ names: (Headline) -> [String]) -> [TermCount] {
      Set(inRange.flatMap(names)).map { name in
        let found = inRange.filter { names($0).contains(name) }
        // One that is cut counts as a whole. Four weeks and more are cut by UTC days.
        let step: Int64 = length >= 28 * 86_400 ? 86_400 : 900
        let start = step == 900 ? range.lowerBound : range.lowerBound - range.lowerBound.rawValue % 86_400
        let steps = (range.upperBound - start + step - 1) / step
        return TermCount(
          name: name, count: found.count, previousCount: before.filter { names($0).contains(name) }.count,
          unread: found.filter { !$0.status.isRead }.count,
          series: (0..<7).map { slice in
            found.filter { Int64(slice) == ($0.published - start) / step * 7 / steps }.count
          })
      }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
    return Statistics(
      request: request, overall: totals(matching), inRange: totals(inRange), previousCount: before.count,
      volume: buckets(request, zone).map { bucket in
        let found = inRange.filter { bucket.contains($0.published) }
        return VolumeBucket(
          start: bucket.lowerBound, count: found.count, unread: found.filter { !$0.status.isRead }.count)
      },
      terms: Dictionary(
        uniqueKeysWithValues: request.fields.map { field in (field, terms { $0.values(of: field) }) }))
  }

  private static func buckets(_ request: StatisticsRequest, _ zone: TimeZone) -> [Range<Timestamp>] {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    var buckets: [Range<Timestamp>] = []
    var start = request.range.lowerBound
    while start < request.range.upperBound {
      let date = Date(timeIntervalSince1970: Double(start.rawValue))
      let next: Timestamp
      switch request.bucket {
      case .hour: next = start + 3_600
      case .day:
        let noonNextDay = calendar.startOfDay(for: date).addingTimeInterval(36 * 3_600)
        next = Timestamp(Int64(calendar.startOfDay(for: noonNextDay).timeIntervalSince1970))
      case .month, .year:
        let unit = request.bucket == .month ? Calendar.Component.month : .year
        let end = calendar.dateInterval(of: unit, for: date)?.end ?? date.addingTimeInterval(86_400)
        next = Timestamp(Int64(end.timeIntervalSince1970))
      }
      buckets.append(start..<min(next, request.range.upperBound))
      start = next
    }
    return buckets
  }
}

extension SessionCondition {
  /// By the zones of the system, and on days that are weekdays or weekends: the random articles know no holidays.
  fileprivate func plainlyHolds(at moment: Timestamp) -> Bool {
    let zone = TimeZone(identifier: exchange == .nyse ? "America/New_York" : "Asia/Shanghai") ?? .gmt
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let date = Date(timeIntervalSince1970: Double(moment.rawValue))
    let clock = calendar.component(.hour, from: date) * 100 + calendar.component(.minute, from: date)
    let limits: [(from: Int, session: TradingSession)] =
      switch exchange {
      case .sse, .szse: [(0, .pre), (930, .morning), (1130, .lunch), (1300, .afternoon), (1500, .post)]
      case .hkex: [(0, .pre), (930, .morning), (1200, .lunch), (1300, .afternoon), (1600, .post)]
      case .nyse: [(0, .closed), (400, .pre), (930, .open), (1600, .post), (2000, .closed)]
      }
    let found = calendar.isDateInWeekend(date) ? .closed : limits.last { $0.from <= clock }?.session
    return found == session || session == .open && (found == .morning || found == .afternoon)
  }
}

extension Headline {
  fileprivate func values(of field: TermField) -> [String] {
    switch field {
    case .tag: tags
    case .source: source.map { [$0] } ?? []
    case .label: label.map { [$0] } ?? []
    case .company, .event, .topic, .tone, .keyword: facets.values(of: field)
    }
  }
}

extension Statistics {
  /// With terms of equal count sorted by name, without what these are called, and an empty list for each field without any.
  var sortedTerms: Statistics {
    func sorted(_ terms: [TermCount]) -> [TermCount] {
      terms.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.map { term in
        var term = term
        term.title = nil
        return term
      }
    }
    var result = self
    for field in request.fields { result.terms[field] = sorted(terms[field] ?? []) }
    return result
  }
}
