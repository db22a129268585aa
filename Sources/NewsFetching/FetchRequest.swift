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
