public import Foundation
import NewsModel
import NewsStore

/// A store as the benchmarks measure it, in a process of their own: what they need of it, and no type of the program.
public final class MeasuredStore: Sendable {
  /// A span of time whose statistics are measured.
  public enum Span: Sendable {
    case day, month, everything

    fileprivate var ofStatistics: StatisticsSpan {
      switch self {
      case .day: .day
      case .month: .month
      case .everything: .everything
      }
    }
  }

  /// A field whose values are read from an article's words.
  public enum Facet: Sendable, CaseIterable {
    case company, event, topic, tone

    fileprivate var field: TermField {
      switch self {
      case .company: .company
      case .event: .event
      case .topic: .topic
      case .tone: .tone
      }
    }
  }

  /// Stops a search that runs on another thread.
  public final class Stop: Sendable {
    fileprivate let cancellation = Cancellation()

    public init() {}

    public func now() { cancellation.cancel() }
  }

  private let store: NewsStore

  /// Opens a store that is there.
  public init(at path: String) throws { store = try NewsStore.open(at: path, .existing) }

  public func close() throws { try store.close() }

  /// Brings the store into the state that is measured: as if it had been closed, and without a place to come back to.
  ///
  /// After an unclean end the next dashboard would read the whole file beside what is measured.
  public func prepare() throws {
    if store.wasUncleanlyClosed { _ = try store.checkFile(cancellation: Cancellation()) }
    try store.set(.session, to: "")
  }

  /// How many articles there are.
  public func count() throws -> Int { try store.count(.all) }

  /// The most frequent tags.
  public func tags(limit: Int) throws -> [String] { try store.terms(.tag, limit: limit).map(\.name) }

  /// Searches for the newest articles that contain a text. Returns how many were found.
  public func search(_ text: String, limit: Int, stop: Stop? = nil) throws -> Int {
    try store.headlines(matching: .text(text), from: .start, limit: limit, cancellation: stop?.cancellation)
      .headlines.count
  }

  /// Counts what fills the statistics pane, of all articles or of those of a tag.
  public func countStatistics(ofTag tag: String? = nil, over span: Span, in zone: TimeZone) throws {
    _ = try store.statistics(tag.map { .tag($0) } ?? .all, over: span.ofStatistics, in: zone)
  }

  /// The most frequent values of a facet.
  public func values(of facet: Facet, limit: Int) throws -> [String] {
    try store.terms(facet.field, limit: limit).map(\.name)
  }

  /// Reads the newest articles that have a value of a facet. Returns how many they are, `limit` at most.
  public func list(_ facet: Facet, _ value: String, limit: Int) throws -> Int {
    try store.headlines(matching: .term(facet.field, value), from: .start, limit: limit).headlines.count
  }

  /// Counts the articles that have a value of a facet.
  public func count(_ facet: Facet, _ value: String) throws -> Int { try store.count(.term(facet.field, value)) }

  /// Reads the newest articles of a query in the query language. Returns how many they are, `limit` at most.
  public func list(_ query: String, limit: Int, at now: Date) throws -> Int {
    try store.headlines(matching: Self.query(query, now), from: .start, limit: limit).headlines.count
  }

  /// Counts the articles of a query in the query language.
  public func count(_ query: String, at now: Date) throws -> Int { try store.count(Self.query(query, now)) }

  private static func query(_ text: String, _ now: Date) throws -> Query {
    try QueryParser(now: Timestamp(Int64(now.timeIntervalSince1970)), zone: .gmt).parse(text)
  }

  /// Counts all articles by the values of a facet.
  public func countStatistics(by facet: Facet, over span: Span, in zone: TimeZone) throws {
    _ = try store.statistics(.all, over: span.ofStatistics, in: zone, fields: [facet.field])
  }
}
