public import Foundation
public import NewsFetching
public import NewsModel
public import NewsParsing

/// Lets another thread, or a signal, stop a refresh or a search for feeds within about a millisecond.
public typealias RefreshCancellation = FetchCancellation
/// What fetching does not go beyond.
public typealias RefreshLimits = FetchLimits
/// Something that was wrong with a feed which could be read all the same.
public typealias FeedRemark = FeedNote

/// How a library fetches news from the web.
public struct FetchSettings: Sendable {
  /// Names the program and where to read about it.
  public var userAgent: String
  /// The address of a proxy; "" for none whatever the environment says; nil to do as the environment says.
  public var proxy: String?
  /// Seconds between two fetches of a source for which the reader has chosen none.
  public var interval: Int
  public var limits = RefreshLimits()
  /// The zone of times that carry none.
  public var sourceZone: TimeZone
  /// The zone of dates in the queries of rules: the reader's.
  public var rulesZone: TimeZone
  /// Words for what was wrong with a feed, kept for the reader to see.
  public var describe: @Sendable ([FeedRemark]) -> String = { _ in "" }
  /// The clock, and the chance by which fetches do not all fall on one moment (0 ..< 1).
  public var now: @Sendable () -> Timestamp = { .now }
  public var chance: @Sendable () -> Double = { .random(in: 0..<1) }

  public init(userAgent: String, proxy: String? = nil, interval: Int = 1_800, sourceZone: TimeZone, rulesZone: TimeZone)
  {
    self.userAgent = userAgent
    self.proxy = proxy
    self.interval = interval
    self.sourceZone = sourceZone
    self.rulesZone = rulesZone
  }

  var fetcher: Fetcher { Fetcher(limits: limits, userAgent: userAgent, proxy: proxy, now: now) }
}
