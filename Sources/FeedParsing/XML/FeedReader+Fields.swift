import ArticleFields
import Markup
import NewsModel
import TextScanning
import WebAddresses

/// What a link is for.
struct LinkRelation {
  var relation = "alternate"
  var type: String?

  /// Whether it leads to a page for people; of two that do, the lower rank is the better.
  var rank: Int? {
    guard relation == "alternate" else { return nil }
    return type == nil || type == "text/html" || type == "application/xhtml+xml" || type == "html" ? 0 : 1
  }
}

extension FeedReader {
  /// Begins to gather what a field says.
  mutating func beginField(_ field: FeedField, _ token: MarkupToken) {
    var type: String?
    var mode: String?
    var address: String?
    var relation = LinkRelation()
    var isOpaque = false
    var term: String?
    var enclosed: String?
    var label: String?
    for attribute in lexer.attributes(of: token) {
      let value = attribute.value
      switch TagName(lexer.bytes, lexer.localName(attribute.name)) {
      case Attribute.type: type = lexer.string(value, in: .attribute).lowercased()
      case Attribute.mode: mode = lexer.string(value, in: .attribute).lowercased()
      case Attribute.url where field.kind == .enclosure: enclosed = lexer.string(value, in: .attribute)
      case Attribute.href: address = lexer.string(value, in: .attribute)
      case Attribute.relation: relation.relation = lexer.string(value, in: .attribute).lowercased()
      case Attribute.isPermanent: isOpaque = lexer.string(value, in: .attribute).lowercased() == "false"
      case Attribute.term where field.kind == .tag, Attribute.text where field.kind == .tag:
        term = lexer.string(value, in: .attribute)
      case Attribute.label where field.kind == .tag: label = lexer.string(value, in: .attribute)
      default: break
      }
    }
    if field.kind == .enclosure, let address = enclosed ?? address { takeEnclosure(address, type: type) }
    if let tag = term ?? label { takeTag(tag) }
    relation.type = type.map { String($0.prefix { $0 != ";" }.trimmed) }
    if field.kind == .link, let address {
      takeLink(address, relation)
      // Its own text says nothing more.
      return
    }
    let isText = field.kind == .title || field.kind == .summary || field.kind == .content
    let isDirect = frames.dropLast().last.map { $0.role == .place(place) } ?? true
    let kind = isText ? FeedText.kind(type: relation.type, mode: mode, standard: field.text) : field.text
    capture = FeedCapture(
      field: field, isDeclared: head.isAtom || (isText && type != nil), rank: field.rank + (isDirect ? 0 : 8),
      kind: kind, writtenKind: kind, relation: relation, isOpaque: isOpaque)
  }

  private enum Attribute {
    static let type = TagName("type" as StaticString)
    static let mode = TagName("mode" as StaticString)
    static let url = TagName("url" as StaticString)
    static let href = TagName("href" as StaticString)
    static let relation = TagName("rel" as StaticString)
    static let isPermanent = TagName("ispermalink" as StaticString)
    static let term = TagName("term" as StaticString)
    static let text = TagName("text" as StaticString)
    static let label = TagName("label" as StaticString)
    static let about = TagName("about" as StaticString)
    static let modified = TagName("lastmod" as StaticString)
  }

  /// Puts what was gathered where it belongs.
  mutating func finishField(_ frame: Frame) {
    guard let capture = capture.take() else { return }
    if capture.isCut { notes.add(.longText) }
    let bytes = capture.isCut ? capture.bytes.withoutHalfScalar[...] : capture.bytes.trimmed
    guard !bytes.isEmpty else { return }
    let isWhole = bytes.count == capture.bytes.count
    let text = FeedText(isWhole ? capture.bytes : Array(bytes), kind: capture.kind, isDeclared: capture.isDeclared)
    let base = self.base(declared: frame.base)
    switch frame.place {
    case .item: takeItemField(capture, text, base)
    case .feed: takeFeedField(capture, text, base)
    case .author:
      if capture.field.kind == .personName { draft.personName = text.plain }
      if capture.field.kind == .personMail { draft.personMail = text.plain }
    case .source:
      if capture.field.kind == .title { draft.source.set(text.plain, rank: 0) }
    case .ignored: break
    }
  }

  private mutating func takeItemField(_ capture: FeedCapture, _ text: FeedText, _ base: String?) {
    let rank = capture.rank
    switch capture.field.kind {
    case .title: draft.title.set(text.plain, rank: rank)
    case .link: takeLink(String(decoding: text.bytes, as: UTF8.self), capture.relation ?? LinkRelation())
    case .id:
      let id = String(decoding: text.bytes, as: UTF8.self)
      draft.id.set(id, rank: rank)
      // RSS 2.0: a guid is an address unless it says otherwise; feeds that do not mean it rarely write `http`.
      if !capture.isOpaque { takeStandIn(id, rank: head.isAtom ? 1 : 0, base) }
    case .summary: takeSummary(text.html(base: base), rank: rank)
    case .content: draft.content.setFirst(text.html(base: base), rank: rank)
    case .published: takeDate(text.bytes, as: .published, rank: rank)
    case .updated: takeDate(text.bytes, as: .updated, rank: rank)
    case .author: draft.authors.add(PersonName.name(in: text.plain), rank: rank)
    case .originalLink: takeOriginal(text, base) { draft, address in draft.link.set(address, rank: -1) }
    case .originalEnclosure: takeOriginal(text, base) { draft, address in draft.standIn.set(address, rank: 2) }
    case .personName, .personMail: break
    case .tag: takeTag(text.plain)
    case .tagList: for tag in text.plain.split(separator: ",") { takeTag(String(tag)) }
    case .estimated: draft.isDateEstimated = text.plain == "true"
    case .ownArticle: draft.own = draft.own ?? FeedItem.OwnFields()
    case .ownSource: draft.own?.source = text.plain
    case .ownLabel: draft.own?.label = text.plain
    case .sourceTitle: draft.source.set(text.plain, rank: rank)
    case .minutesToLive, .updatePeriod, .updateFrequency, .language, .enclosure: break
    }
  }

  /// A second text of the same weight is what the feed has as full text.
  private mutating func takeSummary(_ html: String, rank: Int) {
    if let other = draft.summary.value, draft.summary.rank == rank, other != html {
      draft.content.setFirst(html, rank: 7)
    } else {
      draft.summary.set(html, rank: rank)
    }
  }

  private mutating func takeFeedField(_ capture: FeedCapture, _ text: FeedText, _ base: String?) {
    switch capture.field.kind {
    case .title: head.title.set(text.plain, rank: capture.rank)
    case .author: head.authors.add(PersonName.name(in: text.plain), rank: capture.rank)
    case .link: takeLink(String(decoding: text.bytes, as: UTF8.self), capture.relation ?? LinkRelation())
    case .language: head.language = text.plain.lowercased()
    case .minutesToLive: head.minutesToLive = Int(text.plain)
    case .updatePeriod: head.updatePeriod = text.plain.lowercased()
    case .updateFrequency: head.updateFrequency = Int(text.plain)
    default: break
    }
  }

  private mutating func takeDate(_ bytes: [UInt8], as kind: FeedItemDraft.DateKind, rank: Int) {
    let reading = bytes.withUnsafeBufferPointer { context.reading(of: $0, isChinese: head.isChinese) }
    draft.set(kind, to: reading, rank: rank, written: String(decoding: bytes.prefix(80), as: UTF8.self), &notes)
  }

  private mutating func takeTag(_ tag: String) {
    guard place == .item else { return }
    draft.add(tag: FlatText.line(Array(tag.utf8)), &notes)
  }

  /// A recording names an item that nothing else names, and is where it leads. A picture is neither the item nor its page.
  private mutating func takeEnclosure(_ written: String, type: String?) {
    guard place == .item, let address = WebAddress.resolved(written, base: base) else { return }
    draft.id.setFirst(address, rank: 9)
    if type?.hasPrefix("image/") != true { draft.standIn.setFirst(address, rank: 3) }
  }

  /// An id that is an address leads to the item where no link does.
  private mutating func takeStandIn(_ id: String, rank: Int, _ base: String?) {
    guard id.hasPrefix("http"), let address = WebAddress.resolved(id, base: base) else { return }
    draft.standIn.set(address, rank: rank)
  }

  /// The address before a service exchanged it for its own.
  private mutating func takeOriginal(
    _ text: FeedText, _ base: String?, _ take: (inout FeedItemDraft, String) -> Void
  ) {
    let written = String(decoding: text.bytes, as: UTF8.self)
    guard written.hasPrefix("http"), let address = WebAddress.resolved(written, base: base) else { return }
    take(&draft, address)
  }

  private mutating func takeLink(_ written: String, _ relation: LinkRelation) {
    guard let address = WebAddress.resolved(written, base: base) else {
      if !written.isEmpty { notes.add(FeedNote.droppedLink, example: written) }
      return
    }
    switch place {
    case .item where relation.relation == "enclosure": takeEnclosure(written, type: relation.type)
    case .item: if let rank = relation.rank { draft.link.setFirst(address, rank: rank) }
    case .feed:
      switch relation.relation {
      case "self": head.selfLink = address
      case "hub": head.hub = address
      default: if let rank = relation.rank { head.link.setFirst(address, rank: rank) }
      }
    case .source, .author, .ignored: break
    }
  }

  /// The author of what the element stands in.
  mutating func finishAuthor() {
    let text = PersonName.name(in: FlatText.plain(looseText))
    let name = draft.personName ?? (text.isEmpty ? draft.personMail : text) ?? ""
    switch place {
    case .item: draft.authors.add(name, rank: 0)
    case .source: draft.sourceAuthors.add(name, rank: 0)
    case .feed: head.authors.add(name, rank: 0)
    case .author, .ignored: break
    }
    draft.personName = nil
    draft.personMail = nil
    looseText.removeAll(keepingCapacity: true)
  }

  mutating func finishSource() {
    let text = FlatText.plain(looseText)
    if !text.isEmpty { draft.source.set(text, rank: 1) }
  }

  mutating func readChannelAttributes(_ token: MarkupToken, _ base: String?) {
    for attribute in lexer.attributes(of: token) {
      switch TagName(lexer.bytes, lexer.localName(attribute.name)) {
      case Attribute.href:
        if let link = WebAddress.resolved(
          lexer.string(attribute.value, in: .attribute), base: self.base(declared: base))
        {
          head.link.set(link, rank: 0)
        }
      case TagName("lang" as StaticString): head.language = lexer.string(attribute.value, in: .attribute).lowercased()
      default: break
      }
    }
  }

  /// What RSS 1.0 (`rdf:about`) and CDF (`HREF`, `LASTMOD`) write into the tag.
  mutating func readItemAttributes(_ token: MarkupToken, _ base: String?) {
    for attribute in lexer.attributes(of: token) {
      switch TagName(lexer.bytes, lexer.localName(attribute.name)) {
      case Attribute.about:
        // RSS 1.0: the identifier of the item; `dc:identifier` says what the item is about.
        let id = lexer.string(attribute.value, in: .attribute)
        draft.id.set(id, rank: 0)
        takeStandIn(id, rank: 0, self.base(declared: base))
      case Attribute.href:
        if let link = WebAddress.resolved(
          lexer.string(attribute.value, in: .attribute), base: self.base(declared: base))
        {
          draft.link.set(link, rank: 0)
        }
      case Attribute.modified:
        takeDate(Array(lexer.string(attribute.value, in: .attribute).utf8), as: .updated, rank: 0)
      default: break
      }
    }
  }
}
