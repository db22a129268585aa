package import NewsModel

/// How a request ended.
package enum FetchOutcome: Hashable, Sendable {
  case fetched(FetchedBody)
  /// The body that the validators belong to is still the present one.
  case notModified(ServerHints, movedTo: String?)
  case failed(FetchFailure, ServerHints)

  /// What the server said of the time to come back.
  package var hints: ServerHints {
    switch self {
    case .fetched(let body): body.hints
    case .notModified(let hints, movedTo: _), .failed(_, let hints): hints
    }
  }

  /// Where it is to be fetched from in future; nil where that is the address that was asked for.
  package var movedTo: String? {
    switch self {
    case .fetched(let body): body.movedTo
    case .notModified(_, let movedTo): movedTo
    case .failed: nil
    }
  }
}

/// A whole answer.
package struct FetchedBody: Hashable, Sendable {
  /// Unpacked. Not more than `FetchLimits.bodySize`.
  package var bytes: [UInt8]
  /// A hash of the bytes that is the same in every run: `FetchState.bodyHash`.
  package var hash: UInt64
  /// As the server writes it, such as `text/xml; charset=gb2312`.
  package var contentType: String?
  /// Where it came from in the end: what relative links in it belong to.
  package var address: String
  /// Where permanent redirects (301, 308) lead, up to the first that is not: the address to keep. Nil without any.
  package var movedTo: String?
  /// Nil where the server gave none.
  package var validators: FetchValidators?
  package var hints: ServerHints

  package init(
    bytes: [UInt8], contentType: String? = nil, address: String, movedTo: String? = nil,
    validators: FetchValidators? = nil, hints: ServerHints = ServerHints()
  ) {
    self.bytes = bytes
    hash = BodyHash.of(bytes)
    self.contentType = contentType
    self.address = address
    self.movedTo = movedTo
    self.validators = validators
    self.hints = hints
  }
}
