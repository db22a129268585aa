import ArticleFields
import WebAddresses

/// What an element of a feed is to its reader.
enum FeedElement: Hashable {
  /// A place in which others have their meaning.
  case place(FeedPlace)
  /// A text, or attributes, that say something about the item or feed around them.
  case field(FeedField)
  /// Anything else: looked through, its own text passed over.
  case unknown

  /// The most letters of a name that count: what has more begins like no other.
  private static let longestName = 16

  /// - Parameter name: where the local name stands in the bytes.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, in namespace: FeedNamespace) {
    guard let name = TagName(bytes, name.lowerBound..<min(name.upperBound, name.lowerBound + Self.longestName)) else {
      self = .unknown
      return
    }
    self = Self.tables[Int(namespace.rawValue)][name] ?? .unknown
  }

  private static let tables: [[TagName: FeedElement]] = {
    var tables = Array(repeating: [TagName: FeedElement](), count: Int(FeedNamespace.other.rawValue) + 1)
    func add(_ namespace: FeedNamespace, _ entries: [(StaticString, FeedElement)]) {
      for (word, element) in entries {
        guard let name = TagName(word) else { continue }
        tables[Int(namespace.rawValue)][name] = element
      }
    }
    func field(_ kind: FeedField.Kind, _ rank: Int = 0, _ text: FeedText.Kind = .plain) -> FeedElement {
      .field(FeedField(kind, rank: rank, text: text))
    }
    add(
      .core,
      [
        ("rss", .place(.feed)), ("rdf", .place(.feed)), ("feed", .place(.feed)), ("channel", .place(.feed)),
        ("item", .place(.item)), ("entry", .place(.item)),
        ("image", .place(.ignored)), ("textinput", .place(.ignored)), ("contributor", .place(.ignored)),
        ("items", .place(.ignored)), ("skiphours", .place(.ignored)), ("skipdays", .place(.ignored)),
        ("logo", .place(.ignored)), ("generator", .place(.ignored)),
        // Of an author: no name.
        ("uri", .place(.ignored)), ("url", .place(.ignored)),
        ("author", .place(.author)), ("source", .place(.source)),
        ("title", field(.title)), ("link", field(.link)), ("id", field(.id)), ("guid", field(.id)),
        ("description", field(.summary, 0, .html)), ("summary", field(.summary)), ("abstract", field(.summary)),
        ("content", field(.content)), ("fullitem", field(.content, 1, .html)), ("body", field(.content, 1, .markup)),
        ("pubdate", field(.published)), ("published", field(.published)), ("issued", field(.published)),
        ("date", field(.published, 1)), ("created", field(.published, 2)), ("updated", field(.updated)),
        ("modified", field(.updated)), ("lastbuilddate", field(.updated, 3)), ("creator", field(.author, 1)),
        ("name", field(.personName)), ("email", field(.personMail)), ("category", field(.tag)),
        ("tags", field(.tagList)), ("keywords", field(.tagList)), ("ttl", field(.minutesToLive)),
        ("language", field(.language)), ("enclosure", field(.enclosure)),
      ])
    add(
      .dublinCore,
      [
        ("title", field(.title, 1)), ("description", field(.summary, 1, .html)), ("creator", field(.author, 1)),
        ("author", field(.author, 1)), ("date", field(.published, 1)), ("subject", field(.tag)),
        ("identifier", field(.id, 1)), ("source", field(.sourceTitle, 1)), ("language", field(.language)),
      ])
    add(
      .dublinCoreTerms,
      [
        ("issued", field(.published, 1)), ("created", field(.published, 2)), ("modified", field(.updated, 1)),
        ("abstract", field(.summary, 1)), ("identifier", field(.id, 1)), ("creator", field(.author, 1)),
        ("title", field(.title, 1)),
      ])
    add(.content, [("encoded", field(.content, 0, .html))])
    add(
      .media,
      [
        ("title", field(.title, 2)), ("description", field(.summary, 3)), ("category", field(.tag)),
        ("keywords", field(.tagList)),
      ])
    add(
      .itunes,
      [
        ("title", field(.title, 3)), ("summary", field(.summary, 2)), ("author", field(.author, 2)),
        ("category", field(.tag)), ("keywords", field(.tagList)), ("owner", .place(.ignored)),
        ("description", field(.summary, 3)), ("subtitle", field(.summary, 4)),
      ])
    add(.syndication, [("updateperiod", field(.updatePeriod)), ("updatefrequency", field(.updateFrequency))])
    // `origEnclosureLink`, as far as names count.
    add(.proxied, [("origlink", field(.originalLink)), ("origenclosurelin", field(.originalEnclosure))])
    add(
      .newstape,
      [
        ("estimated", field(.estimated)), ("article", field(.ownArticle)), ("source", field(.ownSource)),
        ("label", field(.ownLabel)),
      ])
    add(.xhtml, [("body", field(.content, 1, .markup)), ("div", field(.content, 2, .markup))])
    return tables
  }()
}

/// Whose elements stand here.
enum FeedPlace: Hashable {
  case feed
  case item
  /// The feed from which an item was taken.
  case source
  case author
  /// Pictures, search forms and the like, which have titles and links of their own.
  case ignored
}

/// One thing that a feed says about itself or an item.
struct FeedField: Hashable {
  enum Kind: Hashable {
    case title, link, id, summary, content, published, updated, author, personName, personMail, tag, tagList
    case originalLink, originalEnclosure
    case sourceTitle, minutesToLive, updatePeriod, updateFrequency, language, enclosure
    case estimated
    /// What only newstape's own exports say.
    case ownArticle, ownSource, ownLabel
  }

  let kind: Kind
  /// Of two elements that say the same, the one with the lower rank counts.
  let rank: Int
  /// How its text is written where the element does not say.
  let text: FeedText.Kind

  init(_ kind: Kind, rank: Int, text: FeedText.Kind) {
    self.kind = kind
    self.rank = rank
    self.text = text
  }

  /// The most bytes that are kept.
  var limit: Int {
    switch kind {
    case .content, .summary: 8 << 20
    case .title, .id: 16 << 10
    case .link, .originalLink, .originalEnclosure: WebAddress.longest + 1
    case .tagList: 8 << 10
    default: 2 << 10
    }
  }
}
