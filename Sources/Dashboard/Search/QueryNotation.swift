import Foundation
import NewsModel
import RegularExpressions

/// Queries as the reader writes them: what a text means depends on the day and the time zone.
struct QueryNotation: Sendable {
  let now: Timestamp
  let zone: TimeZone

  func parse(_ text: String) throws(QueryError) -> Query {
    try QueryParser(now: now, zone: zone, checkPattern: RegularExpression.mistake).parse(text)
  }

  func describe(_ query: Query) -> String { query.description(in: zone) }
}
