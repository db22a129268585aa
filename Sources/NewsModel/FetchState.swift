/// What is remembered of the fetches of one address: enough to be polite the next time, and to say how it is doing.
package struct FetchState: Hashable, Sendable {
  /// The `ETag` and `Last-Modified` of the last whole answer, as the server wrote them.
  package var validators: FetchValidators?
  /// When the validators were received: they are dropped when they grow old.
  package var validatorsSince: Timestamp?
  /// A hash of the last body: an equal one need not be parsed.
  package var bodyHash: UInt64?
  /// Seconds between two looks as the last body asks for them (`ttl`).
  package var feedInterval: Int?
  package var lastAttempt: Timestamp?
  package var lastSuccess: Timestamp?
  /// Not to be fetched before; nil where it may be at once.
  package var nextCheck: Timestamp?
  /// Until when the server wants to be left alone (429, 503, 403): even where the reader asks for everything.
  package var heldUntil: Timestamp?
  /// Why the last attempt failed; nil where it did not.
  package var failure: FetchFailure?
  package var failingSince: Timestamp?
  /// Failures in a row.
  package var failures: Int
  /// Whether the server said that it is gone for good: it is fetched only when the reader asks.
  package var isGone: Bool
  /// What was wrong with the last body, although it could be read: for the reader to see.
  package var note: String?

  package init() {
    failures = 0
    isGone = false
  }
}

/// What a server gives so that it can be asked whether something has changed. Opaque: sent back as it came.
package struct FetchValidators: Hashable, Sendable {
  package var entityTag: String?
  package var lastModified: String?

  package init(entityTag: String? = nil, lastModified: String? = nil) {
    self.entityTag = entityTag
    self.lastModified = lastModified
  }
}

/// Why something could not be fetched, or was of no use.
package enum FetchFailure: Error, Hashable, Sendable {
  /// Not an `http` or `https` address.
  case badAddress
  /// The server sends on to what is no `http` or `https` address: the beginning of it.
  case badRedirect(String)
  case hostNotFound
  case noConnection
  case timedOut
  /// The certificate or the encrypted connection is not to be trusted.
  case insecure
  case tooManyRedirects
  /// More bytes, once unpacked, than the limit.
  case tooLarge(limit: Int)
  /// What answers does not speak HTTP.
  case notHTTP
  /// The connection broke, or the answer makes no sense.
  case broken
  /// The server answered with this status.
  case status(Int)
  /// It was fetched, but holds no news.
  case notNews
}
