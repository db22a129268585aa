import Markup

/// What an element's `class` and `id` say about its part in a page, in the words that web designers share.
///
/// Words are compared whole (`nav` says nothing in `navy`), and a hint is only one voice: an element that holds most of a
/// page's text is never left out for its name.
enum PageHint: UInt8, Comparable {
  /// The article or a part of it.
  case content
  /// Who wrote it, or in whose account it stands.
  case account
  /// Whom it comes from.
  case source
  /// The note of a picture.
  case caption
  /// Beside the article: lists of other news, comments, buttons, advertisements.
  case furniture

  static func < (a: PageHint, b: PageHint) -> Bool { a.rawValue < b.rawValue }

  /// The strongest hint of an element; nil for most.
  static func of(_ node: Int, in tree: HTMLTree) -> PageHint? {
    var found: PageHint?
    for attribute in MarkupAttributes(tree.bytes, tree.attributesRange(of: node)) {
      guard attribute.name.count <= 8, isNaming(attribute.name, tree), attribute.value.count <= longest else {
        continue
      }
      found = max(found, hint(of: attribute.value, tree.bytes))
    }
    return found
  }

  private static let longest = 400

  private static func max(_ a: PageHint?, _ b: PageHint?) -> PageHint? {
    guard let a, let b else { return a ?? b }
    return a < b ? b : a
  }

  private static func isNaming(_ name: Range<Int>, _ tree: HTMLTree) -> Bool {
    tree.hasName(name, "class") || tree.hasName(name, "id") || tree.hasName(name, "role")
  }

  private static func hint(of value: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> PageHint? {
    var found: PageHint?
    var word: [UInt8] = []
    var isNegated = false
    var previousWasSmall = false
    func judge() {
      defer { word.removeAll(keepingCapacity: true) }
      guard word.count >= 2, word.count <= 16 else { return }
      let text = String(decoding: word, as: UTF8.self)
      if negations.contains(text) {
        isNegated = true
      } else if !isNegated {
        found = max(found, words[text])
      }
    }
    for index in value {
      let byte = bytes[index]
      let isSmall = (0x61...0x7a).contains(byte)
      let isLarge = (0x41...0x5a).contains(byte)
      if isLarge, previousWasSmall { judge() }
      if isSmall || isLarge {
        word.append(byte | 0x20)
      } else {
        judge()
        if byte <= 0x20 { isNegated = false }
      }
      previousWasSmall = isSmall
    }
    judge()
    return found
  }

  /// `has-sidebar`, `no-comments`, `with-footer` speak of something else.
  private static let negations: Set<String> = [
    "has", "no", "not", "with", "without", "hide", "non", "is", "js", "show",
  ]

  private static let words: [String: PageHint] = {
    let lists: [(PageHint, String)] = [
      (
        .furniture,
        "comment comments disqus reply replies respond sidebar aside related recommend recommended "
          + "recommendation recommendations recirc share sharing shares sharebar social footer foot nav navbar "
          + "navigation menu breadcrumb breadcrumbs crumb crumbs promo promos promotion ad ads advert adverts "
          + "advertisement advertising sponsor sponsored subscribe subscription newsletter newsletters signup "
          + "popup modal cookie cookies gdpr consent pagination pager outbrain taboola tags tag taglist toolbar "
          + "tools copyright disclaimer login register trending popular hot rank ranking readmore morestories "
          + "widget widgets masthead skip hidden print statement declare qrcode friendlink sitemap feedback "
          + "rating ratings vote poll bio authorbio likes donate paywall tooltip dialog complementary contentinfo"
      ),
      (.caption, "caption captions credit credits figcaption imgcaption photocredit"),
      (.source, "source laiyuan origin nickname copyfrom"),
      (.account, "author authorname account username uname"),
      (
        .content,
        "article articlebody content body post entry story text maincontent detail details news zhengwen "
          + "paragraph richtext prose"
      ),
    ]
    var table: [String: PageHint] = [:]
    for (hint, list) in lists {
      for word in list.split(separator: " ") { table[String(word)] = hint }
    }
    return table
  }()
}

extension HTMLTree {
  func attributesRange(of node: Int) -> Range<Int> { nodes[node].kind == .element ? nodes[node].textRange : 0..<0 }

  /// Whether the bytes of a range are a name of small letters, large letters counting as small ones.
  func hasName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count {
      let byte = bytes[range.lowerBound + offset]
      guard (0x41...0x5a).contains(byte) ? byte | 0x20 == name.utf8Start[offset] : byte == name.utf8Start[offset] else {
        return false
      }
    }
    return true
  }
}
