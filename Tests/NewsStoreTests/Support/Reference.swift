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
        // One that is cut counts as a whole.
        let quarters = (length + 899) / 900
        return TermCount(
          name: name, count: found.count, previousCount: before.filter { names($0).contains(name) }.count,
          unread: found.filter { !$0.status.isRead }.count,
          series: (0..<7).map { slice in
            found.filter { Int64(slice) == ($0.published - range.lowerBound) / 900 * 7 / quarters }.count
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
      terms: [
        .tag: terms(\.tags), .source: terms { $0.source.map { [$0] } ?? [] },
        .label: terms { $0.label.map { [$0] } ?? [] },
      ])
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
      }
      buckets.append(start..<min(next, request.range.upperBound))
      start = next
    }
    return buckets
  }
}

extension Statistics {
  /// With terms of equal count sorted by name.
  var sortedTerms: Statistics {
    func sorted(_ terms: [TermCount]) -> [TermCount] { terms.sorted { ($1.count, $0.name) < ($0.count, $1.name) } }
    var result = self
    result.tags = sorted(tags)
    result.sources = sorted(sources)
    result.labels = sorted(labels)
    return result
  }
}
