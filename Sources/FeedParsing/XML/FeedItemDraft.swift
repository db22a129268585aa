import ArticleFields
import NewsModel
import TextBasics

/// A value with its rank: of several that an item has for one thing, the one with the lowest counts.
struct Ranked<Value> {
  private(set) var value: Value?
  private(set) var rank = Int.max

  /// Of two with the same rank the later one counts.
  mutating func set(_ new: Value, rank newRank: Int) {
    guard newRank <= rank else { return }
    (value, rank) = (new, newRank)
  }

  /// Of two with the same rank the first one counts.
  mutating func setFirst(_ new: Value, rank newRank: Int) {
    guard newRank < rank else { return }
    (value, rank) = (new, newRank)
  }
}

/// An item while its elements come in.
struct FeedItemDraft {
  static let mostTags = 128
  private static let longestTag = 200
  /// Longer ids are told apart by their digests.
  private static let longestID = 1_024

  var id = Ranked<String>()
  var title = Ranked<String>()
  var link = Ranked<String>()
  /// Where the item is if no link says so: what its id is, else a recording.
  var standIn = Ranked<String>()
  var summary = Ranked<String>()
  var content = Ranked<String>()
  private(set) var published = Ranked<WrittenMoment>()
  private(set) var updated = Ranked<WrittenMoment>()
  private var unreadableDate: String?
  /// Whether the feed itself says that the date is a guess.
  var isDateEstimated = false
  /// What stands there where newstape itself wrote the item.
  var own: FeedItem.OwnFields?
  var source = Ranked<String>()
  var personName: String?
  var personMail: String?
  var authors = AuthorList()
  /// Who wrote the feed that the item was taken from.
  var sourceAuthors = AuthorList()
  private var tags: [String] = []

  /// A moment and how sure it is.
  struct WrittenMoment: Hashable {
    var moment: Timestamp
    var certainty: DateReading.Certainty
  }

  enum DateKind { case published, updated }

  /// Takes what a date says. What cannot be read is noted with the text, which costs nothing else.
  mutating func set(
    _ kind: DateKind, to reading: DateReading, rank: Int, written: @autoclosure () -> String, _ notes: inout FeedNotes
  ) {
    switch reading {
    case .none: return
    case .unreadable:
      notes.add(FeedNote.unreadableDate, example: written())
      if unreadableDate == nil { unreadableDate = written().safeLine }
    case .moment(let moment, let certainty):
      let found = WrittenMoment(moment: moment, certainty: certainty)
      switch kind {
      case .published: published.set(found, rank: rank)
      case .updated: updated.set(found, rank: rank)
      }
    }
  }

  mutating func add(tag: String, _ notes: inout FeedNotes) {
    guard !tag.isEmpty, tag.utf8.count <= Self.longestTag else { return }
    guard tags.count < Self.mostTags else { return notes.add(.tooManyTags(limit: Self.mostTags)) }
    if !tags.contains(tag) { tags.append(tag) }
  }

  /// The item; all its texts are safe from here on, once every form of coding is behind them.
  ///
  /// - Parameter head: what is known of the feed, whose author wrote what names none (RFC 4287, 4.2.1).
  func item(of head: FeedHead) -> FeedItem {
    let authors = [authors, sourceAuthors].first { !$0.isEmpty } ?? head.authorsOfItems
    var item = FeedItem(
      id: id.value.map(Self.shortened)?.safeLine, title: title.value?.safeLine,
      link: (link.value ?? standIn.value)?.safeLine,
      published: published.value?.moment, updated: updated.value?.moment,
      author: authors.joined.safeLine,
      summary: summary.value?.safeLines, content: content.value?.safeLines, tags: tags.compactMap(\.safeLine),
      source: source.value?.safeLine)
    if let date = published.value ?? updated.value {
      item.isDateEstimated = isDateEstimated || date.certainty != .certain
    }
    item.unreadableDate = unreadableDate
    item.own = own.map { FeedItem.OwnFields(source: $0.source?.safeLine, label: $0.label?.safeLine) }
    return item
  }

  private static func shortened(_ id: String) -> String {
    id.utf8.count <= longestID ? id : "digest:" + FeedDigest(id).text
  }
}

extension String {
  /// As safe text on one line; nil where nothing is left.
  var safeLine: String? {
    let safe = KeptText(self).string
    return safe.isEmpty ? nil : safe
  }

  /// As safe text of several lines; nil where nothing is left.
  var safeLines: String? {
    let safe = KeptText(lines: self).string
    return safe.isEmpty ? nil : safe
  }
}
