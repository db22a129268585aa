import ArticleFields
import NewsModel
import NewsWriting
import SubscriptionLists
import WebAddresses

/// Lists of feeds: OPML, and newsboat's `urls`.
extension FuzzTarget {
  static let subscriptionLists = FuzzTarget("subscription-lists") { bytes throws(FuzzFinding) in
    let context = ParsingContext(zone: .gmt, now: Timestamp(1_773_792_000), fileName: "urls")
    let (opml, urls) = bytes.withUnsafeBytes {
      _ = SubscriptionList.read($0, context: context)
      return (OPMLReader.read($0, context: context), NewsboatURLs.read($0, context: context))
    }
    for list in [opml, urls] {
      for subscription in list.subscriptions {
        try expect(
          WebAddress.isFetchable(subscription.address) || subscription.address.utf8.count > 4_096,
          "an address that cannot be fetched: \(subscription.address)")
      }
    }
    try expectRoundTrip(opml.subscriptions, context)
  }

  /// What is exported is read back as it was.
  private static func expectRoundTrip(_ list: [Subscription], _ context: ParsingContext) throws(FuzzFinding) {
    guard !list.isEmpty else { return }
    let again = SubscriptionFormat.opml.document(list).withUnsafeBytes { OPMLReader.read($0, context: context) }
    // The document groups by folder, which the order of the list need not do.
    try expect(Set(again.subscriptions) == Set(list), "an exported list is read as another")
  }
}
