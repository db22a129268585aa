package import NewsModel

/// Something to fetch.
package struct FetchRequest: Hashable, Sendable, Identifiable {
  /// What the caller knows it by; the fetcher only hands it back.
  package var id: Int
  package var address: String
  /// What the server gave with the body that the caller still has; nil where it wants a body in any case.
  package var validators: FetchValidators?
  package var accepts: FetchedKind

  package init(id: Int, address: String, validators: FetchValidators? = nil, accepts: FetchedKind = .feed) {
    self.id = id
    self.address = address
    self.validators = validators
    self.accepts = accepts
  }
}

/// What a request hopes for. Servers that have both choose by it; whatever comes is taken.
package enum FetchedKind: Hashable, Sendable {
  case feed
  case page

  /// The value of the field `Accept`.
  var mediaTypes: String {
    switch self {
    case .feed:
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
        + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.2"
    case .page: "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
    }
  }
}

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

/// What a server says of the time to come back, in seconds from now. None is negative.
package struct ServerHints: Hashable, Sendable {
  /// `Retry-After`, given as seconds or as a date.
  package var retryAfter: Int?
  /// `max-age` of `Cache-Control`.
  package var maxAge: Int?
  /// `Expires`; nil where it is in the past, or `0` as many servers write that do not mean it.
  package var expires: Int?

  package init(retryAfter: Int? = nil, maxAge: Int? = nil, expires: Int? = nil) {
    self.retryAfter = retryAfter
    self.maxAge = maxAge
    self.expires = expires
  }

  /// Reads the fields of an answer.
  ///
  /// - Parameters:
  ///   - field: the value of the field with this name.
  ///   - date: the moment that a date of HTTP names.
  ///   - now: by our clock. Dates are compared with the server's own, where it tells it.
  init(now: Timestamp, date: (String) -> Timestamp?, field: (String) -> String?) {
    let serverNow = field("Date").flatMap(date) ?? now
    func seconds(until text: String) -> Int? {
      guard let moment = date(text), moment >= serverNow else { return nil }
      return Int(moment - serverNow)
    }
    retryAfter = field("Retry-After").flatMap { text in Self.wholeSeconds(text) ?? seconds(until: text) }
    maxAge = field("Cache-Control").flatMap(Self.maxAge(in:))
    // A number is no date, whatever a lenient reader of dates makes of it.
    expires = field("Expires").flatMap { text in Self.wholeSeconds(text) == nil ? seconds(until: text) : nil }
  }

  /// A number of seconds, spaces around it allowed; no more than a hundred days.
  private static func wholeSeconds(_ text: String) -> Int? {
    let digits = trimmed(text.utf8)
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return min(Int(String(decoding: digits, as: UTF8.self)) ?? .max, 8_640_000)
  }

  private static func maxAge(in text: String) -> Int? {
    for directive in text.split(separator: ",") {
      let parts = directive.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, String(decoding: trimmed(parts[0].utf8), as: UTF8.self).lowercased() == "max-age" else {
        continue
      }
      return wholeSeconds(parts[1].filter { $0 != "\"" })
    }
    return nil
  }

  private static func trimmed<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 != 0x20 }.map(bytes.index(after:)) ?? start
    return bytes[start..<end]
  }
}
