package import Foundation
package import NewsModel
import NewsStore

extension NewsLibrary {
  /// Counts the articles of a query over a span of time.
  ///
  /// The range ends now, or with the hour or day of the newest matching article where that is older than the span is
  /// long: old news has statistics too.
  package func statistics(
    _ query: Query, over span: StatisticsSpan, now: Timestamp = .now, in zone: TimeZone, termLimit: Int = 20,
    cancellation: LibraryCancellation? = nil
  ) throws(LibraryError) -> Statistics {
    let newest = try newestPublished(matching: query, cancellation)
    let end = Self.end(of: span, newest: newest, now: now)
    let oldest = span == .everything ? try oldestPublished(matching: query, cancellation) : nil
    let (range, bucket) = span.range(endingAt: end, oldest: oldest ?? end, in: zone)
    let request = StatisticsRequest(query: query, range: range, bucket: bucket, termLimit: termLimit)
    return try store.statistics(request, zone: zone, cancellation: cancellation)
  }

  private static func end(of span: StatisticsSpan, newest: Timestamp?, now: Timestamp) -> Timestamp {
    guard let newest else { return now }
    guard let days = span.days else { return newest }
    return newest > now - Int64(days) * 86_400 ? now : newest
  }

  private func newestPublished(
    matching query: Query, _ cancellation: LibraryCancellation?
  ) throws(LibraryError) -> Timestamp? {
    try headlines(matching: query, from: .newest, limit: 1, cancellation: cancellation).headlines.first?.published
  }

  private func oldestPublished(
    matching query: Query, _ cancellation: LibraryCancellation?
  ) throws(LibraryError) -> Timestamp? {
    try headlines(matching: query, from: .oldest, limit: 1, cancellation: cancellation).headlines.first?.published
  }
}
