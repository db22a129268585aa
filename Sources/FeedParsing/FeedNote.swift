package import JSON

/// Something that was wrong with a feed, which was read all the same. Words for people are made at the edge.
package enum FeedNote: Hashable, Sendable {
  /// Bytes that are no text in the feed's character set became U+FFFD.
  case invalidBytes
  /// The text is not written in the character set that is declared, but in the second one.
  case wrongCharset(declared: String, actual: String)
  /// Some of the text is written in one character set, some in another.
  case mixedCharsets(String, String)
  /// Tags that do not match.
  case damagedMarkup
  /// The feed ends within an item: what of it is whole was read.
  case cutShort
  /// A JSON feed that is no sound JSON from some byte on.
  case damagedJSON(JSONReader.Problem, offset: Int)
  /// Elements within elements beyond all reason were passed over.
  case tooDeep
  /// Only the first items were read.
  case tooManyItems(limit: Int)
  /// A text was cut.
  case longText
  /// An item's tags after so many were left out.
  case tooManyTags(limit: Int)
  /// A date that could not be read; an example of them.
  case unreadableDate(String)
  /// A link that could run something, or is no address, was dropped; an example of them.
  case droppedLink(String)
  /// Two items have the same id; an example of them.
  case repeatedID(String)
}

/// The notes of a feed, one of each kind.
struct FeedNotes {
  private(set) var all: [FeedNote] = []
  private var kinds: Set<Kind> = []

  private enum Kind { case bytes, charset, mixture, markup, cut, json, depth, items, text, tags, date, link, id }

  mutating func add(_ note: FeedNote) {
    if kinds.insert(Self.kind(of: note)).inserted { all.append(note) }
  }

  /// The same for a note with an example, which is cut short; the example costs nothing once there is one.
  mutating func add(_ note: (String) -> FeedNote, example: @autoclosure () -> String) {
    guard kinds.insert(Self.kind(of: note(""))).inserted else { return }
    all.append(note(String(String.UnicodeScalarView(example().unicodeScalars.prefix(80)))))
  }

  private static func kind(of note: FeedNote) -> Kind {
    switch note {
    case .invalidBytes: .bytes
    case .wrongCharset: .charset
    case .mixedCharsets: .mixture
    case .damagedMarkup: .markup
    case .cutShort: .cut
    case .damagedJSON: .json
    case .tooDeep: .depth
    case .tooManyItems: .items
    case .longText: .text
    case .tooManyTags: .tags
    case .unreadableDate: .date
    case .droppedLink: .link
    case .repeatedID: .id
    }
  }
}
