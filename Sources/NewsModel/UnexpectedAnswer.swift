/// What an address answered that seemed to be that of a feed.
package enum UnexpectedAnswer: Hashable, Sendable {
  /// A web page.
  case page
  /// Data in JSON that is no JSON Feed.
  case json
  /// Anything else.
  case other
}
