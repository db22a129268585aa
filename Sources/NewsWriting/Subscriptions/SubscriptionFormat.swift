public import NewsModel

/// The forms in which subscriptions leave the program.
public enum SubscriptionFormat: String, Hashable, Sendable, CaseIterable {
  /// OPML 2.0, which nearly every reader of feeds takes.
  case opml
  /// newsboat's `urls` file.
  case newsboat

  /// The format that a file's name asks for; nil where it asks for none.
  public init?(fileName: String) {
    let name = fileName.split(separator: "/").last ?? ""
    if name.lowercased().hasSuffix(".opml") {
      self = .opml
    } else if name == "urls" {
      self = .newsboat
    } else {
      return nil
    }
  }

  /// The document with all the subscriptions.
  public func document(_ subscriptions: [Subscription]) -> [UInt8] {
    switch self {
    case .opml: OPMLWriter.document(subscriptions)
    case .newsboat: NewsboatURLsWriter.document(subscriptions)
    }
  }
}
