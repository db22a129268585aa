import ArticleFields
import Foundation
import Markup
import WebAddresses

/// Reads a feed in XML, item by item: RSS of every version, Atom, RDF and CDF, sound or damaged.
///
/// One pass over the bytes, and memory for one item. Elements are known by name and namespace whatever the dialect, since
/// feeds mix them; what they mean depends on the place in which they stand. End tags close whatever was left open within their
/// element, and a new item closes an open one, so that a damaged item takes no other with it.
struct FeedReader {
  /// An element that is open.
  struct Frame {
    let name: Range<Int>
    /// The place for elements within it.
    let place: FeedPlace
    let role: Role
    /// The base of addresses within it, where one is declared.
    let base: String?

    enum Role: Hashable {
      case place(FeedPlace)
      case field
      /// An element within a text.
      case inline
      case other
    }
  }

  /// Deeper elements are passed over.
  static let deepest = 256

  var lexer: MarkupLexer
  let context: FeedContext
  var scope = NamespaceScope()
  var frames: [Frame] = []
  /// Elements that are open beyond the deepest that are followed.
  private var skippedDepth = 0
  var head = FeedHead()
  var notes = FeedNotes()
  var draft = FeedItemDraft()
  /// The text that is being gathered.
  var capture: FeedCapture?
  /// Text that stands directly in `author` or `source`.
  var looseText: [UInt8] = []
  private var finished: FeedItem?
  private var count = 0
  private var isAtEnd = false
  /// Whether any element of a feed was met.
  private(set) var isFeed = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, context: FeedContext) {
    lexer = MarkupLexer(bytes, dialect: .xml)
    self.context = context
  }

  var place: FeedPlace { frames.last?.place ?? .feed }
  /// What addresses here are relative to: what is declared, else in RSS the site, in Atom the feed.
  var base: String? { base(declared: frames.last?.base) }

  func base(declared: String?) -> String? {
    declared ?? (head.isAtom ? context.address : head.link.value ?? context.address)
  }

  /// The next item; nil at the end, when `head` and `notes` are complete.
  mutating func next() -> FeedItem? {
    while finished == nil, !isAtEnd {
      let token = lexer.next()
      switch token.kind {
      case .startTag where lexer.isCutShort(token): notes.add(.cutShort)
      case .startTag: open(token)
      case .endTag: close(token.name)
      case .text, .cdata: takeText(token)
      case .comment, .declaration, .instruction: break
      case .end: end()
      }
    }
    defer { finished = nil }
    return finished
  }

  /// What was whole is kept; a value that the end cuts off is none. Only one item can be open.
  private mutating func end() {
    isAtEnd = true
    if hasOpenItem {
      notes.add(.cutShort)
    } else if !frames.isEmpty {
      notes.add(.damagedMarkup)
    }
    capture = nil
    looseText.removeAll()
    pop(to: 0)
  }
}

// MARK: - Tags

extension FeedReader {
  private mutating func open(_ token: MarkupToken) {
    guard frames.count < Self.deepest else {
      notes.add(.tooDeep)
      if !token.isSelfClosing { skippedDepth += 1 }
      return
    }
    let depth = frames.count
    var base = frames.last?.base
    if !token.content.isEmpty { declare(token, depth: depth, &base) }
    var element = FeedElement(lexer.bytes, lexer.localName(token.name), in: namespace(of: token.name))
    // Some feeds put an empty element of this name into their items: it ends none of them.
    if element == .place(.item), hasOpenItem, isEmpty(token) { element = .unknown }
    if capture != nil, !endsCapture(element) {
      openInline(token, element, base)
    } else {
      if element == .place(.item), let open = frames.lastIndex(where: { $0.role == .place(.item) }) {
        notes.add(.damagedMarkup)
        pop(to: open)
      } else if capture != nil {
        notes.add(.damagedMarkup)
        popCapture()
      }
      begin(element, token, base)
    }
    if token.isSelfClosing { pop(to: frames.count - 1) }
  }

  private var hasOpenItem: Bool { frames.contains { $0.role == .place(.item) } }

  /// Whether an element that begins with a tag ends at once.
  private func isEmpty(_ token: MarkupToken) -> Bool {
    if token.isSelfClosing { return true }
    var ahead = lexer
    var next = ahead.next()
    if next.kind == .text, lexer.bytes[next.content].allSatisfy({ $0 <= 0x20 }) { next = ahead.next() }
    return next.kind == .endTag && isSame(next.name, token.name)
  }

  private mutating func begin(_ element: FeedElement, _ token: MarkupToken, _ base: String?) {
    var inner = place
    var role = Frame.Role.other
    switch element {
    case .place(let found):
      if found == .feed || found == .item { isFeed = true }
      inner = enter(found, token, base)
      role = .place(inner)
    case .field(let field):
      role = .field
      frames.append(Frame(name: token.name, place: inner, role: role, base: base))
      beginField(field, token)
      return
    case .unknown: break
    }
    frames.append(Frame(name: token.name, place: inner, role: role, base: base))
  }

  /// The place within an element, by the place in which it stands.
  private mutating func enter(_ found: FeedPlace, _ token: MarkupToken, _ base: String?) -> FeedPlace {
    let outer = place
    switch (found, outer) {
    case (.item, _):
      draft = FeedItemDraft()
      readItemAttributes(token, base)
      return .item
    case (_, .ignored): return .ignored
    case (.feed, .item), (.feed, .source), (.feed, .author): return outer
    case (.feed, .feed):
      if lexer.matches(lexer.localName(token.name), "feed") { head.isAtom = true }
      readChannelAttributes(token, base)
      return .feed
    case (.author, .item), (.author, .feed), (.author, .source), (.source, .item):
      looseText.removeAll(keepingCapacity: true)
      return found
    default: return .ignored
    }
  }

  private mutating func close(_ name: Range<Int>) {
    if skippedDepth > 0 {
      // Within what is passed over, tags are counted, not compared.
      skippedDepth -= 1
      return
    }
    guard let match = frames.lastIndex(where: { isSame($0.name, name) }) else {
      notes.add(.damagedMarkup)
      return
    }
    if match < frames.count - 1 { notes.add(.damagedMarkup) }
    pop(to: match)
  }

  /// Closes the elements from the one at `count` on.
  private mutating func pop(to count: Int) {
    while frames.count > count, let frame = frames.popLast() {
      scope.leave(depth: frames.count)
      switch frame.role {
      case .field: finishField(frame)
      case .inline: closeInline(frame)
      case .place(.item): finishItem(frame)
      case .place(.author): finishAuthor()
      case .place(.source) where place == .item: finishSource()
      case .place, .other: break
      }
    }
  }

  private mutating func popCapture() {
    if let field = frames.lastIndex(where: { $0.role == .field }) { pop(to: field) }
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    let bytes = lexer.bytes
    for offset in 0..<a.count where bytes[a.lowerBound + offset] != bytes[b.lowerBound + offset] { return false }
    return true
  }

  private func namespace(of name: Range<Int>) -> FeedNamespace {
    let local = lexer.localName(name)
    guard local.lowerBound > name.lowerBound else { return scope.standard }
    return scope.namespace(of: lexer.bytes[name.lowerBound..<local.lowerBound - 1])
  }

  /// Takes what an element declares for itself and those within it.
  private mutating func declare(_ token: MarkupToken, depth: Int, _ base: inout String?) {
    for attribute in lexer.attributes(of: token) {
      switch attribute.name.count {
      case 5... where lexer.matches(attribute.name.prefix(5), "xmlns"):
        let rest = attribute.name.dropFirst(5)
        guard rest.isEmpty || lexer.bytes[rest.lowerBound] == UInt8(ascii: ":") else { continue }
        let prefix = lexer.bytes[min(rest.lowerBound + 1, rest.upperBound)..<rest.upperBound]
        scope.bind(prefix, to: lexer.string(attribute.value, in: .attribute), depth: depth)
      case 8 where lexer.matches(attribute.name, "xml:base"):
        base = WebAddress.base(lexer.string(attribute.value, in: .attribute), within: base ?? context.address)
      default: break
      }
    }
  }
}

// MARK: - Items

extension FeedReader {
  private mutating func finishItem(_ frame: Frame) {
    guard finished == nil, count < context.itemLimit else {
      notes.add(.tooManyItems(limit: context.itemLimit))
      isAtEnd = true
      return
    }
    count += 1
    finished = draft.item(of: head)
    draft = FeedItemDraft()
  }
}
