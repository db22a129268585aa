package import FeedParsing
package import Foundation
package import NewsFetching
package import NewsModel

/// How a library fetches news from the web.
package struct FetchSettings: Sendable {
  /// Names the program and where to read about it.
  package var userAgent: String
  /// The address of a proxy; "" for none whatever the environment says; nil to do as the environment says.
  package var proxy: String?
  /// Seconds between two fetches of a source for which the reader has chosen none.
  package var interval: Int
  package var limits = FetchLimits()
  /// The zone of times that carry none.
  package var sourceZone: TimeZone
  /// The zone of dates in the queries of rules: the reader's.
  package var rulesZone: TimeZone
  /// Words for what was wrong with a feed, kept for the reader to see.
  package var describe: @Sendable ([FeedNote]) -> String = { _ in "" }
  /// The clock, and the chance by which fetches do not all fall on one moment (0 ..< 1).
  package var now: @Sendable () -> Timestamp = { .now }
  package var chance: @Sendable () -> Double = { .random(in: 0..<1) }

  package init(
    userAgent: String, proxy: String? = nil, interval: Int = 1_800, sourceZone: TimeZone, rulesZone: TimeZone
  ) {
    self.userAgent = userAgent
    self.proxy = proxy
    self.interval = interval
    self.sourceZone = sourceZone
    self.rulesZone = rulesZone
  }

  var fetcher: Fetcher { Fetcher(limits: limits, userAgent: userAgent, proxy: proxy, now: now) }
}
