package import ArticleFields
import Decoding
package import NewsModel
package import SourceForms
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
  package var isEmpty: Bool { subscriptions.isEmpty && refusals.isEmpty }

  package var endsWithinEntry: Bool { told.last?.reason == .endsWithinEntry }

  /// Takes an entry in. A feed that stands in the list already keeps its place; the folder and the tags of this entry become tags
  /// of it.
  package mutating func add(_ entry: Subscription, line: Int? = nil) {
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

extension SubscriptionList {
  /// How many bytes of a file tell whether it is a list of feeds.
  package static let telltaleSize = 4_096

  /// Whether a file is a list of feeds, by its first bytes and its name: OPML, or newsboat's `urls`.
  package static func isList(_ start: UnsafeRawBufferPointer, fileName: String?) -> Bool {
    kind(of: start, fileName: fileName) != nil
  }

  /// The list of feeds in a file; nil where it is something else.
  package static func read(_ bytes: UnsafeRawBufferPointer, context: ParsingContext) -> SubscriptionList? {
    switch kind(of: bytes, fileName: context.fileName) {
    case .opml: OPMLReader.read(bytes, context: context)
    case .newsboat: NewsboatURLs.read(bytes, context: context)
    case nil: nil
    }
  }

  private enum Kind { case opml, newsboat }

  private static func kind(of bytes: UnsafeRawBufferPointer, fileName: String?) -> Kind? {
    let start = UnsafeRawBufferPointer(rebasing: bytes.prefix(telltaleSize))
    guard !start.isEmpty, !BinaryDetection.isBinary(start) else { return nil }
    let text = TextDecoding.decode(start).text
    if text.lowercased().contains("<opml") { return .opml }
    let name = fileName?.split(separator: "/").last
    return NewsboatURLs.matches(text[...], isNamedSo: name == "urls") ? .newsboat : nil
  }
}
