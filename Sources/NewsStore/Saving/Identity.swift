internal import NewsModel

/// What makes an article the same as another, as numbers under which the store keeps the article's key.
///
/// - the origin's id within its scope (`StoredArticle.originScope`): what a feed calls 7 is only 7 in that subscription, which
///   keeps its number when it is renamed, moves, or is removed and taken up again, and whatever source its items name,
/// - the address,
/// - source, title and minute; without the minute where the time is a guess,
/// - the start of the title and the minute: what a stub and its article, or two cuts of one title, have in common.
///
/// A number only finds candidates: whoever uses one compares what it stands for. Numbers of articles that come together
/// lie together, so that saving a batch touches few pages however large the store is. All have 47 bits, for which SQLite
/// takes six bytes.
struct Identity {
  /// The texts in the form in which they are compared, which needs the article's texts alone.
  struct Compared {
    let title: String
    let address: String?

    init(_ article: StoredArticle) {
      title = article.comparableTitle
      address = article.body.url.map(CanonicalURL.make)
    }
  }

  private let article: StoredArticle
  private let compared: Compared

  var title: String { compared.title }
  var address: String? { compared.address }

  init(_ article: StoredArticle, _ compared: Compared) {
    self.article = article
    self.compared = compared
  }

  init(_ article: StoredArticle) { self.init(article, Compared(article)) }

  /// So many characters of a title at least must agree for one to be a cut of the other.
  static let shortestCut = 8

  var originDigest: Int64? {
    article.body.originID.map { Self.clustered(1, article.originScope, $0, distinct: 4) }
  }

  var addressDigest: Int64? { address.map { Self.clustered(2, 0, $0, distinct: 9) } }

  var titleDigest: Int64 {
    article.isEstimated
      ? Self.clustered(4, article.source, title, distinct: 9)
      : Self.dated(article.published.minute, Digest(3, article.source, title.utf8))
  }

  /// The number under which stubs, or articles, are kept whose titles may be cuts of one title.
  func startDigest(ofStubs: Bool) -> Int64 {
    Self.dated(
      article.published.minute,
      Digest(ofStubs ? 5 : 6, 0, Substring(title.unicodeScalars.prefix(Self.shortestCut)).utf8))
  }

  /// All numbers of the article.
  var digests: [Int64] {
    [originDigest, addressDigest, titleDigest, startDigest(ofStubs: article.isStub)].compactMap(\.self)
  }

  /// The numbers under which an article may be that this one is a new form of.
  var digestsToLookUp: [Int64] {
    [originDigest, addressDigest, titleDigest, startDigest(ofStubs: true)].compactMap(\.self)
  }

  /// 26 bits of the minute, which last until the year 2097 and then begin again, and 21 of the text.
  private static func dated(_ minute: Int64, _ digest: Digest) -> Int64 {
    (minute & 0x3FF_FFFF) << 21 | digest.bits(21)
  }

  /// 23 bits of all but the last bytes, in which neighbours differ, and 24 of the whole.
  private static func clustered(_ kind: UInt8, _ source: Int64, _ text: String, distinct: Int) -> Int64 {
    Digest(kind, source, text.utf8.dropLast(distinct)).bits(23) << 24 | Digest(kind, source, text.utf8).bits(24)
  }
}

/// FNV-1a (Fowler, Noll, Vo) with 64 bits.
private struct Digest {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ kind: UInt8, _ source: Int64, _ text: some Sequence<UInt8>) {
    add(kind)
    for shift in stride(from: 0, to: 32, by: 8) { add(UInt8(truncatingIfNeeded: source >> Int64(shift))) }
    for byte in text { add(byte) }
  }

  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  func bits(_ count: Int) -> Int64 { Int64((hash ^ (hash >> 32)) & (1 << UInt64(count) - 1)) }
}
