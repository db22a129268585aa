public import Foundation
import NewsModel
import NewsStore

/// A store as the benchmarks measure it, in a process of their own: what they need of it, and no type of the program.
public final class MeasuredStore: Sendable {
  /// A span of time whose statistics are measured.
  public enum Span: Sendable {
    case day, everything
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
    try store.headlines(matching: .text(text), from: .newest, limit: limit, cancellation: stop?.cancellation)
      .headlines.count
  }

  /// Counts what fills the statistics pane, of all articles or of those of a tag.
  public func countStatistics(ofTag tag: String? = nil, over span: Span, in zone: TimeZone) throws {
    let spans: StatisticsSpan =
      switch span {
      case .day: .day
      case .everything: .everything
      }
    _ = try store.statistics(tag.map { .tag($0) } ?? .all, over: spans, in: zone)
  }
}
