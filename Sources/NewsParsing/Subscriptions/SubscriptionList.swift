package import NewsModel
import WebAddresses

/// What a list of feeds of another program holds: what can be followed, and what was passed over.
package struct SubscriptionList: Hashable, Sendable {
  /// In the order of the list, each address once.
  package private(set) var subscriptions: [Subscription] = []
  /// How many feeds are beyond what one list may hold.
  package private(set) var leftOut = 0
  /// How many entries were refused beyond those in `refusals`.
  package private(set) var untoldRefusals = 0
  private var told: [ParseRefusal] = []
  private var places: [String: Int] = [:]
  private let path: String?

  /// More is no list of a person.
  static let mostSubscriptions = 10_000
  /// So many are told with their reason and place: nobody reads more.
  private static let mostTold = 20

  init(path: String?) { self.path = path }

  /// Why entries were passed over: the first of those refused, and in one line those that were left out.
  package var refusals: [ParseRefusal] {
    guard leftOut > 0 else { return told }
    return told + [ParseRefusal(.tooManyFeeds(limit: Self.mostSubscriptions, leftOut: leftOut), path: path)]
  }

  /// Whether nothing was found, neither what can be followed nor what cannot.
  var isEmpty: Bool { subscriptions.isEmpty && refusals.isEmpty }

  var endsWithinEntry: Bool { told.last?.reason == .endsWithinEntry }

  /// Takes an entry in. A feed that stands in the list already keeps its place; the folder and the tags of this entry become tags
  /// of it.
  mutating func add(_ entry: Subscription, line: Int? = nil) {
    guard let address = WebAddress.listed(entry.address) else {
      return refuse(.notAWebAddress(String(entry.address.prefix(200))), line: line)
    }
    if let place = places[address] {
      let more = entry.tags + (entry.folders == subscriptions[place].folders ? [] : entry.folders.suffix(1))
      for tag in more where !subscriptions[place].tags.contains(tag) { subscriptions[place].tags.append(tag) }
      return
    }
    guard subscriptions.count < Self.mostSubscriptions else {
      leftOut += 1
      return
    }
    var new = entry
    new.address = address
    if new.name.isEmpty { new.name = WebAddress.siteName(of: address) }
    places[address] = subscriptions.count
    subscriptions.append(new)
  }

  mutating func refuse(_ reason: ParseRefusal.Reason, line: Int? = nil) {
    if told.count < Self.mostTold {
      told.append(ParseRefusal(reason, path: path, line: line))
    } else {
      untoldRefusals += 1
    }
  }
}
