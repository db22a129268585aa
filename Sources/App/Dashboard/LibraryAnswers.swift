import Dashboard
import Foundation
import NewsLibrary
import NewsModel

extension NewsLibrary {
  /// Answers what the dashboard asks; blocks until the store has been read.
  ///
  /// - Throws: what the store throws.
  func answer(
    _ inquiry: Inquiry, now: Timestamp, zone: TimeZone, cancellation: LibraryCancellation? = nil
  ) throws -> Answer {
    switch inquiry {
    case .headlines(let query, let cursor, let limit):
      return .headlines(
        try headlines(matching: query, from: cursor, limit: limit, cancellation: cancellation), from: cursor)
    case .neighbourhood(let query, let key, let limit):
      let place = try neighbourhood(of: key, matching: query, limit: limit, cancellation: cancellation)
      return .neighbourhood(newer: place.newer, headline: place.headline, older: place.older)
    case .mostRelevant(let query, let limit):
      return .mostRelevant(try mostRelevant(to: query, limit: limit, cancellation: cancellation))
    case .unindexedCount: return .count(try unindexedCount())
    case .count(let query): return .count(try count(query, cancellation: cancellation))
    case .position(let id, let query):
      return .position(try position(of: id, in: query, cancellation: cancellation), of: id)
    case .article(let key): return .article(try article(key)?.beginning(upTo: Inquiry.textLimit))
    case .statistics(let query, let span):
      return .statistics(try statistics(query, over: span, now: now, in: zone, cancellation: cancellation))
    case .terms(let field, let query): return .terms(try terms(field, matching: query, cancellation: cancellation))
    case .collection: return .collection(SavedCollection(queries: try savedQueries(), rules: try rules()))
    case .totals(let query):
      return .totals(
        articles: try count(query, cancellation: cancellation),
        unread: try count(.allOf([query, .unread]), cancellation: cancellation))
    case .undoSteps: return .undoSteps(try undoSteps())
    case .subscriptions: return .subscriptions(try subscriptionOverviews(at: now))
    // Found in the web, without a store.
    case .discovery: return .found([], insteadOf: nil)
    }
  }

  /// Changes what the reader keeps.
  ///
  /// - Throws: what the store throws.
  func make(_ change: SavedChange) throws {
    switch change {
    case .saveQuery(let query): try save(query)
    case .renameQuery(let name, let newName): try renameSavedQuery(name, to: newName)
    case .removeQuery(let name): try removeSavedQuery(name)
    case .moveQuery(let name, let place): try moveSavedQuery(name, to: place)
    case .saveRule(let rule): try save(rule)
    case .renameRule(let name, let newName): try renameRule(name, to: newName)
    case .removeRule(let name): try removeRule(name)
    case .moveRule(let name, let place): try moveRule(name, to: place)
    case .setRule(let name, let isEnabled): try setRule(name, isEnabled: isEnabled)
    }
  }
}
