import Foundation
import NewsModel
import TextBasics
import Wording

/// Notices on the desktop: of news for the saved queries that the configuration names.
struct DesktopNotices: Feature {
  enum Event: Sendable {
    /// A store is shown from now on: what it holds is no news.
    case started
    /// News came in.
    case arrived
    case found([NewsOfQuery])
  }

  /// Seconds between two notices; what comes meanwhile is told with the next one.
  static let rest: Int64 = 60
  /// The columns of a notice.
  private static let longest = 160

  /// The names of the queries.
  private let names: [String]
  /// The newest articles of each query that have been told or were there before; nil until they have been read.
  private var known: [String: Set<ArticleKey>]?
  private var lastTime: Timestamp?

  init(names: [String]) { self.names = names }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    guard !names.isEmpty else { return [] }
    switch event {
    case .started: known = nil
    case .arrived: break
    case .found(let news): return tell(news, environment)
    }
    return [.ask(NewsOfQueriesRequest(names: names, now: environment.now, zone: environment.presentation.zone))]
  }

  private mutating func tell(_ news: [NewsOfQuery], _ environment: Environment) -> [Outcome] {
    let present = Dictionary(news.map { ($0.name, $0.newest) }, uniquingKeysWith: +)
    guard let before = known else {
      known = present.mapValues { Set($0.map(\.key)) }
      return []
    }
    // A query that has been given its name since tells nothing of its past.
    let fresh = news.compactMap { query -> NewsOfQuery? in
      guard let told = before[query.name] else { return nil }
      let newest = query.newest.filter { !told.contains($0.key) }
      return newest.isEmpty ? nil : NewsOfQuery(name: query.name, newest: newest)
    }
    guard let first = fresh.first?.newest.first else {
      known = present.mapValues { Set($0.map(\.key)) }.merging(before) { $0.union($1) }
      return []
    }
    if let lastTime, environment.now - lastTime < Self.rest { return [] }
    lastTime = environment.now
    known = present.mapValues { Set($0.map(\.key)) }.merging(before) { $0.union($1) }
    let counts = fresh.map {
      environment.words.newsOf($0.name, count: $0.newest.count, isMore: $0.newest.count >= NewsOfQueriesRequest.limit)
    }
    let text = SafeText(counts.joined(separator: environment.words.semicolon) + " · " + first.title)
    return [.effect(.notifyDesktop(environment.presentation.truncate(text, to: Self.longest)))]
  }
}

/// The newest unread headlines of a saved query.
struct NewsOfQuery: Sendable, Hashable {
  var name: String
  var newest: [Headline]
}

/// What the saved queries of some names list now.
struct NewsOfQueriesRequest: Request {
  static let slot = RequestSlot.desktopNotices
  /// More of one query are not looked at.
  static let limit = 50

  let names: [String]
  let now: Timestamp
  let zone: TimeZone

  func response(from library: some Library) throws -> [NewsOfQuery] {
    let notation = QueryNotation(now: now, zone: zone)
    let saved = try library.collection().queries
    return try names.compactMap { name in
      guard let query = saved.first(where: { $0.name == name }).flatMap({ notation.query($0.text) }) else { return nil }
      let page = try library.headlines(
        matching: .allOf([query.withoutOrder, .unread]), from: .start, limit: Self.limit)
      return NewsOfQuery(name: name, newest: page.headlines)
    }
  }

  func event(for news: [NewsOfQuery]) -> DashboardEvent { .desktopNotices(.found(news)) }
}
