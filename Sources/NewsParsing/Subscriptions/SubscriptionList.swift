public import NewsModel

/// What a list of feeds of another program holds: what can be followed, and what was passed over.
public struct SubscriptionList: Hashable, Sendable {
  /// In the order of the list, each address once.
  public private(set) var subscriptions: [Subscription] = []
  public private(set) var refusals: [ParseRefusal] = []
  private var places: [String: Int] = [:]
  private let path: String?

  /// More is no list of a person.
  static let mostSubscriptions = 10_000
  private static let mostRefusals = 1_000

  init(path: String?) { self.path = path }

  /// Takes an entry in. A feed that stands in the list already keeps its place; the folder and the tags of this entry become tags
  /// of it.
  mutating func add(_ entry: Subscription, line: Int? = nil) {
    guard let address = ListedAddress.web(entry.address) else {
      return refuse(.notAWebAddress(String(entry.address.prefix(200))), line: line)
    }
    if let place = places[address] {
      let more = entry.tags + (entry.folders == subscriptions[place].folders ? [] : entry.folders.suffix(1))
      for tag in more where !subscriptions[place].tags.contains(tag) { subscriptions[place].tags.append(tag) }
      return
    }
    guard subscriptions.count < Self.mostSubscriptions else {
      return refuse(.tooManyFeeds(limit: Self.mostSubscriptions), line: line)
    }
    var new = entry
    new.address = address
    if new.name.isEmpty { new.name = ListedAddress.host(address) }
    places[address] = subscriptions.count
    subscriptions.append(new)
  }

  mutating func refuse(_ reason: ParseRefusal.Reason, line: Int? = nil) {
    // Each reason is told with its place as long as somebody may read it.
    guard refusals.count < Self.mostRefusals else { return }
    refusals.append(ParseRefusal(reason, path: path, line: line))
  }
}
