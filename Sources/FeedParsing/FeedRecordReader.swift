import ArticleFields
import NewsModel
package import SourceForms

extension SourceFormat {
  /// RSS, Atom, RDF, CDF or JSON Feed.
  package static let feed = SourceFormat(
    "feed", extensions: ["rss", "atom", "rdf", "cdf"], container: .feed, isText: false, isMet: \.isFeed
  ) {
    FeedRecordReader(context: $0)
  }
}

/// Reads the items of a saved feed as records, under the feed's title as their source.
///
/// A feed is read as a whole; one that is longer than any feed is read in parts, each with the feed's head before it, so that
/// memory stays flat.
struct FeedRecordReader: RecordReading {
  private let context: ParsingContext
  /// The longest feed that is read as a whole, and the longest part, in bytes.
  private let limit: Int
  private var bytes: [UInt8] = []
  /// What stands before the first item, once the feed is read in parts.
  private var head: [UInt8]?
  private var notes = ParseNotes()
  private(set) var isDone = false

  var allNotes: [ParseNote] { notes.all }

  init(context: ParsingContext, limit: Int = FeedContext().sizeLimit) {
    self.context = context
    self.limit = limit
  }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    guard !isDone else { return }
    bytes.append(contentsOf: piece)
    if bytes.count > limit { readPart(emit) }
    guard isLast, !isDone else { return }
    readFeed((head ?? []) + bytes, emit)
    bytes = []
  }

  /// Reads the items that are whole. What holds none is no feed, or an item without end.
  private mutating func readPart(_ emit: (ParsedRecord) -> Void) {
    let end = Self.endOfLastItem(bytes)
    if head == nil, let start = Self.startOfFirstItem(bytes), let end, start < end {
      head = Array(bytes[..<start])
      bytes.removeFirst(start)
    }
    guard let head, let end = Self.endOfLastItem(bytes) else {
      isDone = true
      bytes = []
      return emit(.refused(ParseRefusal(.tooLarge(limit: limit), path: context.fileName)))
    }
    readFeed(head + bytes[..<end] + Self.endTags(of: head), emit)
    bytes.removeFirst(end)
  }

  private mutating func readFeed(_ bytes: [UInt8], _ emit: (ParsedRecord) -> Void) {
    // Nobody's time is taken by a long file but that of whoever imports it: all items count.
    let surroundings = FeedContext(
      address: context.address, contentType: context.contentType, zone: context.zone, now: context.now,
      sizeLimit: .max, itemLimit: .max)
    let result = bytes.withUnsafeBytes { bytes in
      FeedParser.read(bytes, context: surroundings) { item, feed in
        guard !item.isBlank else {
          return emit(.refused(ParseRefusal(.noArticleFields, path: context.fileName)))
        }
        note(item)
        emit(.item(item.item(source: feed.title ?? context.fileName, fallback: context.fileTime, now: context.now)))
      }
    }
    switch result {
    case .failure(let refusal):
      isDone = true
      emit(.refused(ParseRefusal(refusal.reason, path: context.fileName)))
    case .success(let feed):
      for reason in feed.notes.compactMap(\.loss) { emit(.refused(ParseRefusal(reason, path: context.fileName))) }
    }
  }

  /// Notes a date that does not count.
  private mutating func note(_ item: FeedItem) {
    if let date = item.published ?? item.updated {
      let isSlip = date > context.now + 86_400
      if isSlip { notes.add(.futureDate, example: date.iso8601(in: context.zone)) }
    } else if let text = item.unreadableDate {
      notes.add(.unreadableDate, example: text)
    }
  }
}

// MARK: - Parts

extension FeedRecordReader {
  private static let items = ["item", "entry"]

  private static func startOfFirstItem(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      items.compactMap { bytes.offset(ofTag: "<\($0)") }.min()
    }
  }

  private static func endOfLastItem(_ bytes: [UInt8]) -> Int? {
    var position = bytes.count
    while let open = bytes[..<position].lastIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[open...]
      if let tag = items.map({ Array("</\($0)>".utf8) }).first(where: { rest.starts(with: $0) }) {
        return open + tag.count
      }
      position = open
    }
    return nil
  }

  /// What closes the elements that a feed's head leaves open, innermost first.
  private static func endTags(of head: [UInt8]) -> [UInt8] {
    let names = ["channel", "rss", "feed", "rdf:RDF"]
    return head.withUnsafeBufferPointer { head in
      names.filter { head.offset(ofTag: "<\($0)") != nil }.flatMap { Array("</\($0)>".utf8) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a tag first begins so.
  fileprivate func offset(ofTag tag: String) -> Int? {
    var tag = tag
    return tag.withUTF8 { tag in
      var start = 0
      while let found = UnsafeBufferPointer(rebasing: self[start...]).offset(of: tag) {
        let after = start + found + tag.count
        if after < count, self[after] <= 0x20 || self[after] == UInt8(ascii: ">") { return start + found }
        start = after
      }
      return nil
    }
  }
}

extension FeedNote {
  /// Why some of a feed was not taken in; nil where all of it was.
  fileprivate var loss: ParseRefusal.Reason? {
    switch self {
    case .cutShort: .endsWithinEntry
    case .damagedJSON(let problem, _): .badJSON(problem)
    case .tooManyItems(let limit): .tooManyItems(limit: limit)
    case .invalidBytes, .wrongCharset, .mixedCharsets, .damagedMarkup, .tooDeep, .longText, .tooManyTags,
      .unreadableDate, .droppedLink, .repeatedID:
      nil
    }
  }
}
