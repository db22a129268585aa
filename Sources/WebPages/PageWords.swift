/// The words of names of elements, found by their letters.
///
/// Lives as long as the program, in plain memory: it is asked for every word of every class.
struct PageWords {
  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let shared = PageWords()

  enum Meaning {
    case hint(PageHint)
    /// `has-sidebar`, `no-comments`: what follows is not here.
    case negation
    /// Says where or how an element stands, and not what it is.
    case neutral
    /// Names a term of the site's own behind it.
    case term
  }

  /// The letters of a word, which count as small ones; of long words the first thirteen tell.
  struct Letters {
    private(set) var count = 0
    private var key: UInt64 = 0

    mutating func append(_ letter: UInt8) {
      count += 1
      if count <= PageWords.mostLetters { key = key &* 27 &+ UInt64(letter & 0x1f) }
    }

    /// What the word means, and begins the next.
    mutating func end() -> Meaning? {
      defer { self = Letters() }
      // Single letters are what is left of short cuts.
      return count >= 2 ? PageWords.shared.meaning(of: key) : .neutral
    }

    init() {}

    init(_ word: some Sequence<UInt8>) { for letter in word { append(letter) } }

    fileprivate var whole: UInt64 { key }
  }

  /// As many letters of 27 signs as 64 bits hold.
  private static let mostLetters = 13
  private static let size = 1 << 11
  private let keys: UnsafePointer<UInt64>
  private let meanings: UnsafePointer<Meaning>

  private static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 53) }

  private func meaning(of key: UInt64) -> Meaning? {
    var slot = Self.slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return meanings[slot] }
      slot = (slot + 1) % Self.size
    }
    return nil
  }

  private init() {
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.size)
    keys.initialize(repeating: 0, count: Self.size)
    let meanings = UnsafeMutablePointer<Meaning>.allocate(capacity: Self.size)
    meanings.initialize(repeating: .neutral, count: Self.size)
    for (meaning, list) in Self.lists {
      for word in list.split(separator: " ") {
        let key = Letters(word.utf8).whole
        var slot = Self.slot(of: key)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) % Self.size }
        keys[slot] = key
        meanings[slot] = meaning
      }
    }
    self.keys = UnsafePointer(keys)
    self.meanings = UnsafePointer(meanings)
  }
}

extension PageWords {
  private static let lists: [(Meaning, String)] = [
    (
      .neutral,
      "area box boxes wrap wrapper container holder list lists listing section block blocks panel group inner outer left "
        + "right top bottom up down main center middle col column row module mod item items view region div cont bar link "
        + "links icon icons btn button buttons title head header field name label default primary secondary first last odd "
        + "even clearfix clear cf fl fr new page site web html lg md sm xs hd bd wide full inline block static fixed float "
        + "js css img image one two three"
    ),
    (.negation, "has no not with without hide non is show enable enabled disable disabled"),
    (.term, "tag category cat taxonomy topic keyword"),
    (
      .hint(.content),
      "article articles articlebody content contents body post posts entry entries story stories text maincontent detail "
        + "details news zhengwen paragraph richtext prose hentry read reading"
    ),
    (.hint(.account), "account username uname"),
    (.hint(.author), "author authors authorname byline writer"),
    (.hint(.source), "source laiyuan origin nickname copyfrom"),
    (.hint(.caption), "caption captions credit credits figcaption imgcaption photocredit"),
    (
      .hint(.slight),
      "hidden print tags taglist widget widgets tool tools skip login register vote likes like feedback menu"
    ),
    (
      .hint(.frame),
      "sidebar aside footer foot nav navbar navigation navi breadcrumb breadcrumbs crumb crumbs masthead toolbar pagination "
        + "pager sitemap complementary contentinfo banner topbar statement declare toc"
    ),
    (
      .hint(.foreign),
      "comment comments disqus reply replies respond responses commentlist kommentar kommentare commentaire commentaires "
        + "comentario comentarios commento commenti kommentarer reacties pinglun liuyan related relate recommend recommended "
        + "recommendation recommendations recirc teaser teasers share sharing shares sharebar sharedaddy social promo promos "
        + "promotion ad ads advert adverts advertisement advertising sponsor sponsored subscribe subscription newsletter "
        + "newsletters signup popup modal cookie cookies gdpr consent outbrain taboola copyright disclaimer trending popular "
        + "hot rank ranking readmore morestories qrcode friendlink rating ratings poll bio authorbio donate paywall tooltip "
        + "dialog relatedposts signature"
    ),
  ]
}
