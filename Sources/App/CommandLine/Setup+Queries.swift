import NewsModel
import RegularExpressions

extension Setup {
  /// The query that a text means, with dates as of `now`. A text that is none becomes a `CommandFailure` in words.
  func query(_ text: String, now: Timestamp = .now) throws -> Query {
    let parser = QueryParser(now: now, zone: displayZone, checkPattern: RegularExpression.mistake)
    do throws(QueryError) {
      return try parser.parse(text)
    } catch {
      throw CommandFailure(error, in: text, self)
    }
  }
}
