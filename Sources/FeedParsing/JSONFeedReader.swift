import Foundation
import JSON
import NewsModel
import TextScanning
import WebAddresses

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). What stands before damage is kept.
struct JSONFeedReader {
  private let context: FeedContext
  private var head = FeedHead()
  private(set) var notes = FeedNotes()
  private var count = 0
  /// Whether anything was met that only a feed has.
  private(set) var isFeed = false

  init(context: FeedContext) { self.context = context }

  var feed: ParsedFeed { head.feed(notes: notes.all) }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ emit: (FeedItem, ParsedFeed) -> Void) {
    var reader = JSONReader(bytes)
    do throws(JSONReader.Failure) {
      try reader.readObject { (key, reader) throws(JSONReader.Failure) in try readMember(key, &reader, emit) }
    } catch {
      switch error {
      case .malformed(let problem, let offset): notes.add(.damagedJSON(problem, offset: offset))
      case .notUTF8: notes.add(.invalidBytes)
      }
    }
  }

  private mutating func readMember(
    _ key: String, _ reader: inout JSONReader, _ emit: (FeedItem, ParsedFeed) -> Void
  ) throws(JSONReader.Failure) {
    reader.skipBlanks()
    switch key {
    case "items" where reader.peek == UInt8(ascii: "["):
      isFeed = true
      try reader.readElements { (reader) throws(JSONReader.Failure) in
        guard count < context.itemLimit else {
          notes.add(.tooManyItems(limit: context.itemLimit))
          return try reader.skipValue(depth: 3)
        }
        guard case .object(let members) = try reader.readValue(depth: 3) else { return }
        count += 1
        emit(item(members), head.feed(notes: []))
      }
    case "version":
      if let version = try reader.readValue().string, version.contains("jsonfeed") { isFeed = true }
    case "title": if let title = try reader.readValue().string { head.title.set(Self.line(title), rank: 0) }
    case "home_page_url": if let link = address(try reader.readValue()) { head.link.set(link, rank: 0) }
    case "feed_url": head.selfLink = address(try reader.readValue())
    case "authors", "author":
      for name in Self.people(try reader.readValue()) { head.authors.add(name, rank: 0) }
    case "language": head.language = try reader.readValue().string?.lowercased()
    case "hubs":
      guard case .array(let hubs) = try reader.readValue(), case .object(let hub)? = hubs.first else { return }
      head.hub = address(hub["url"])
    default: try reader.skipValue(depth: 2)
    }
  }

  private mutating func item(_ members: [String: JSONReader.Value]) -> FeedItem {
    var draft = FeedItemDraft()
    if let id = members["id"]?.string { draft.id.set(id, rank: 0) }
    if let title = members["title"]?.string { draft.title.set(Self.line(title), rank: 0) }
    for (rank, key) in ["url", "external_url"].enumerated() {
      if let link = address(members[key]) { draft.link.set(link, rank: rank) }
    }
    if let text = members["content_text"]?.string { draft.content.set(html(text, .plain), rank: 1) }
    if let text = members["content_html"]?.string { draft.content.set(html(text, .html), rank: 0) }
    if let text = members["summary"]?.string { draft.summary.set(html(text, .plain), rank: 0) }
    takeDate(members["date_published"], as: .published, &draft)
    takeDate(members["date_modified"], as: .updated, &draft)
    for key in ["authors", "author"] {
      for name in Self.people(members[key]) { draft.authors.add(name, rank: 0) }
    }
    if let id = draft.id.value, id.hasPrefix("http"), let address = WebAddress.resolved(id, base: nil) {
      draft.standIn.set(address, rank: 1)
    }
    if let address = recording(members["attachments"]) { draft.standIn.setFirst(address, rank: 3) }
    if case .array(let tags)? = members["tags"] {
      for tag in tags { if let tag = tag.string { draft.add(tag: Self.line(tag), &notes) } }
    }
    return draft.item(of: head)
  }

  /// Where the first recording is.
  private mutating func recording(_ value: JSONReader.Value?) -> String? {
    guard case .array(let attachments)? = value else { return nil }
    for attachment in attachments.prefix(16) {
      guard case .object(let members) = attachment, members["mime_type"]?.string?.hasPrefix("image/") != true else {
        continue
      }
      if let address = address(members["url"]) { return address }
    }
    return nil
  }

  /// The names in `authors` of version 1.1 or `author` of 1.0, whether it is a list, one object or a mere name.
  private static func people(_ value: JSONReader.Value?) -> [String] {
    switch value {
    case .array(let several): several.prefix(16).flatMap { people($0) }
    case .object(let fields): fields["name"]?.string.map { [line($0)] } ?? []
    case .string(let name): [line(name)]
    case .null, .bool, .number, nil: []
    }
  }

  private static func line(_ text: String) -> String {
    FeedText(Array(text.utf8.prefix(16 << 10)).withoutHalfScalar, kind: .plain, isDeclared: true).plain
  }

  private func html(_ text: String, _ kind: FeedText.Kind) -> String {
    FeedText(Array(text.utf8), kind: kind, isDeclared: true).html(base: context.address ?? head.link.value)
  }

  private mutating func address(_ value: JSONReader.Value?) -> String? {
    guard let written = value?.string, !written.isEmpty else { return nil }
    if let address = WebAddress.resolved(written, base: context.address ?? head.link.value) { return address }
    notes.add(FeedNote.droppedLink, example: written)
    return nil
  }

  private mutating func takeDate(
    _ value: JSONReader.Value?, as kind: FeedItemDraft.DateKind, _ draft: inout FeedItemDraft
  ) {
    guard var written = value?.string, !written.isEmpty else { return }
    let reading = written.withUTF8 { context.reading(of: $0, isChinese: head.isChinese) }
    draft.set(kind, to: reading, rank: 0, written: written, &notes)
  }
}

extension JSONReader.Value {
  /// Ids are numbers in some feeds.
  fileprivate var string: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }
}
