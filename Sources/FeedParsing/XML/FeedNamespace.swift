/// The vocabularies whose elements mean something to a reader of feeds.
enum FeedNamespace: UInt8 {
  /// RSS of every version, Atom and CDF, and elements without a namespace: feeds mix them.
  case core
  case dublinCore
  case dublinCoreTerms
  case content
  case media
  case itunes
  case syndication
  /// What services put beside the addresses that they exchange for their own: FeedBurner and Pheedo.
  case proxied
  case xhtml
  /// What newstape writes into the feeds that it exports.
  case newstape
  /// Any other: its elements are passed over.
  case other

  /// By the address that a feed declares.
  init(address: String) {
    let address = address.lowercased()
    if let known = Self.addresses[address] {
      self = known
    } else {
      // The many addresses that were given to RSS 2.0, and to Atom before it was one.
      self = address.contains("backend.userland.com/rss") || address.contains("purl.org/atom/") ? .core : .other
    }
  }

  /// By the prefix that is customary, for feeds that declare none or an address that nobody knows.
  init?(customaryPrefix prefix: String) {
    guard let known = Self.prefixes[prefix.lowercased()] else { return nil }
    self = known
  }

  private static let addresses: [String: FeedNamespace] = [
    "": .core,
    "http://my.netscape.com/rdf/simple/0.9/": .core,
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": .core,
    "http://channel.netscape.com/rdf/simple/0.9/": .core,
    "http://purl.org/rss/1.0/": .core,
    "http://purl.org/net/rss1.1#": .core,
    "http://example.com/newformat#": .core,
    "http://example.com/necho": .core,
    "http://purl.org/echo/": .core,
    "uri/of/echo/namespace#": .core,
    "http://purl.org/pie/": .core,
    "http://www.w3.org/2005/atom": .core,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .core,
    "http://purl.org/dc/elements/1.1/": .dublinCore,
    "http://purl.org/dc/elements/1.0/": .dublinCore,
    "http://purl.org/dc/terms/": .dublinCoreTerms,
    "http://purl.org/rss/1.0/modules/content/": .content,
    "http://purl.org/rss/1.0/modules/syndication/": .syndication,
    "http://search.yahoo.com/mrss/": .media,
    "http://search.yahoo.com/mrss": .media,
    "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
    "http://example.com/dtds/podcast-1.0.dtd": .itunes,
    // Google's form of the same.
    "http://www.google.com/schemas/play-podcasts/1.0": .itunes,
    "https://www.google.com/schemas/play-podcasts/1.0": .itunes,
    "http://rssnamespace.org/feedburner/ext/1.0": .proxied,
    "http://www.pheedo.com/namespace/pheedo": .proxied,
    "http://www.w3.org/1999/xhtml": .xhtml,
    "https://newstape.invalid/rss": .newstape,
  ]

  private static let prefixes: [String: FeedNamespace] = [
    "dc": .dublinCore, "dcterms": .dublinCoreTerms, "content": .content, "media": .media, "itunes": .itunes,
    "googleplay": .itunes, "feedburner": .proxied, "pheedo": .proxied, "sy": .syndication, "xhtml": .xhtml,
    "atom": .core, "atom10": .core, "a10": .core, "rss": .core, "rdf": .core,
  ]
}

/// The prefixes that are declared where the reader stands.
struct NamespaceScope {
  private struct Binding {
    let prefix: [UInt8]
    let namespace: FeedNamespace
    let depth: Int
  }

  private var bindings: [Binding] = []
  /// What elements without a prefix belong to.
  private(set) var standard = FeedNamespace.core
  private static let most = 128

  /// Notes `xmlns:prefix="address"` of an element at a depth; the prefix is empty for `xmlns`.
  mutating func bind(_ prefix: UnsafeBufferPointer<UInt8>.SubSequence, to address: String, depth: Int) {
    guard bindings.count < Self.most else { return }
    var namespace = FeedNamespace(address: address)
    if namespace == .other {
      // A default that nobody knows is some feed's own idea of RSS; a customary prefix is a slip in its address.
      namespace =
        prefix.isEmpty ? .core : FeedNamespace(customaryPrefix: String(decoding: prefix, as: UTF8.self)) ?? .other
    }
    bindings.append(Binding(prefix: Array(prefix), namespace: namespace, depth: depth))
    if prefix.isEmpty { standard = namespace }
  }

  /// Forgets what elements at this depth and deeper declared.
  mutating func leave(depth: Int) {
    guard let last = bindings.last, last.depth >= depth else { return }
    while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
    standard = bindings.last { $0.prefix.isEmpty }?.namespace ?? .core
  }

  func namespace(of prefix: UnsafeBufferPointer<UInt8>.SubSequence) -> FeedNamespace {
    for binding in bindings.reversed() where binding.prefix.elementsEqual(prefix) { return binding.namespace }
    return FeedNamespace(customaryPrefix: String(decoding: prefix, as: UTF8.self)) ?? .other
  }
}
