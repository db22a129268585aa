import NewsModel
import WebAddresses

/// What makes an article the same as another, as numbers under which the store keeps the article's key.
///
/// - the origin's id within its scope (`StoredArticle.originScope`): what a feed calls 7 is only 7 in that subscription, which
///   keeps its number when it is renamed, moves, or is removed and taken up again, and whatever source its items name,
/// - the address,
/// - source, title and minute; without the minute where the time is a guess,
/// - the same with the text, where no more than the day may be known: many articles of a day may have one title,
/// - the start of the title and the minute: what a stub and its article, or two cuts of one title, have in common.
///
/// A number only finds candidates: whoever uses one compares what it stands for (`ArticleFinder`). Numbers of articles that come
/// together lie together, so that saving a batch touches few pages however large the store is. All have 47 bits, for which SQLite
/// takes six bytes.
struct Identity {
  /// What is compared, which needs the article's texts alone.
  struct Compared {
    let title: String
    /// Nil where the origin gives none, or the address once more.
    let originID: String?
    let address: String?
    /// Nil where the time is exact.
    fileprivate let text: UInt64?

    init(_ article: StoredArticle) {
      title = article.comparableTitle
      address = article.body.url.flatMap(Identity.address)
      originID = OriginID.named(article.body.originID).flatMap { [address] id in
        // Behind a fragment may stand what tells the articles of one page apart.
        !id.utf8.contains(UInt8(ascii: "#")) && WebAddress.canonical(id) == address ? nil : id
      }
      text = article.mayBeOfDayOnly ? article.body.deliveredText.withUnsafeBytes { Digest(0, 0, $0).value } : nil
    }
  }

  private let article: StoredArticle
  private let compared: Compared

  var title: String { compared.title }
  var originID: String? { compared.originID }
  var address: String? { compared.address }

  init(_ article: StoredArticle, _ compared: Compared) {
    self.article = article
    self.compared = compared
  }

  init(_ article: StoredArticle) { self.init(article, Compared(article)) }

  /// So many characters of a title at least must agree for one to be a cut of the other.
  static let shortestCut = 8

  var originDigest: Int64? { originID.map { Self.originDigest($0, scope: article.originScope) } }

  static func originDigest(_ id: String, scope: Int64) -> Int64 { clustered(1, scope, id, distinct: 4) }

  /// The address of an article in the form in which such addresses are compared; nil for what leads to none: `#`, `N/A`, a script, the
  /// front page of a site.
  static func address(_ written: String) -> String? {
    OriginID.isPlaceholder(written) ? nil : WebAddress.canonicalOfArticle(written)
  }

  var addressDigest: Int64? { address.map(Self.addressDigest) }

  static func addressDigest(_ address: String) -> Int64 { clustered(2, 0, address, distinct: 9) }

  var titleDigest: Int64 {
    article.isEstimated ? Self.clustered(4, article.source, title, distinct: 9) : datedTitleDigest
  }

  /// As if the time were known.
  var datedTitleDigest: Int64 { Self.dated(article.published.minute, Digest(3, article.source, title.utf8)) }

  /// The title alone, for `SharedNames`; no article is kept under it.
  static func bareTitleDigest(_ title: String) -> Int64 { Digest(9, 0, title.utf8).bits(47) }

  /// Nil where the time is exact.
  var textDigest: Int64? {
    compared.text.map { text in
      let whole = Digest(7, article.source, title.utf8).adding(text)
      guard article.isEstimated else { return Self.dated(article.published.minute, whole) }
      return Digest(7, article.source, title.utf8).bits(23) << 24 | whole.bits(24)
    }
  }

  /// The number under which stubs, or articles, are kept whose titles may be cuts of one title.
  func startDigest(ofStubs: Bool) -> Int64 {
    Self.dated(
      article.published.minute,
      Digest(ofStubs ? 5 : 6, 0, Substring(title.unicodeScalars.prefix(Self.shortestCut)).utf8))
  }

  /// All numbers of the article.
  var digests: [Int64] {
    [originDigest, addressDigest, titleDigest, textDigest, startDigest(ofStubs: article.isStub)].compactMap(\.self)
  }

  /// The numbers under which an article may be that this one is a new form of.
  var digestsToLookUp: [Int64] {
    [
      originDigest, addressDigest, titleDigest, textDigest, article.isEstimated ? datedTitleDigest : nil,
      startDigest(ofStubs: true),
    ].compactMap(\.self)
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

extension StoredArticle {
  /// Whether its time may stand for a day or for nothing: a guess, or the midnight of some zone. All zones in use lie on
  /// quarter-hours.
  fileprivate var mayBeOfDayOnly: Bool { isEstimated || published.rawValue % 900 == 0 }
}

/// FNV-1a (Fowler, Noll, Vo) with 64 bits.
private struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ kind: UInt8, _ source: Int64, _ text: some Sequence<UInt8>) {
    add(kind)
    add(source)
    for byte in text { add(byte) }
  }

  func adding(_ number: UInt64) -> Digest {
    var result = self
    for shift in stride(from: 0, to: 64, by: 8) { result.add(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    return result
  }

  private mutating func add(_ source: Int64) {
    for shift in stride(from: 0, to: 32, by: 8) { add(UInt8(truncatingIfNeeded: source >> Int64(shift))) }
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  func bits(_ count: Int) -> Int64 { Int64((value ^ (value >> 32)) & (1 << UInt64(count) - 1)) }
}
