import GRDB
import NewsModel
import TextBasics
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
      address = article.body.details.url.flatMap(Identity.address)
      originID = OriginID.named(article.body.details.originID).flatMap { [address] id in
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

extension Digest {
  /// - Parameters:
  ///   - kind: what of an article it is of.
  ///   - source: the low 32 bits count.
  fileprivate init(_ kind: UInt8, _ source: Int64, _ text: some Sequence<UInt8>) {
    self.init()
    add(kind)
    for shift in stride(from: 0, to: 32, by: 8) { add(UInt8(truncatingIfNeeded: source >> Int64(shift))) }
    add(text)
  }

  fileprivate func adding(_ number: UInt64) -> Digest {
    var result = self
    for shift in stride(from: 0, to: 64, by: 8) { result.add(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    return result
  }
}

/// The keys of articles by the digests of what they are, with the changes of a transaction that are not written yet.
struct IdentityIndex {
  private static let inserts = BulkInsert(into: "identity", columns: ["digest", "key"], onConflict: "NOTHING")

  /// By digest, then by key: whether the row is to be there.
  private var changes: [Int64: [Int64: Bool]] = [:]

  /// What the table says of digests that were looked up beforehand; of more than `few` keys the first ones.
  private var stored: [Int64: [Int64]] = [:]

  /// What so many articles share tells none of them from another, and to look at all of them for each item takes too long: a body of
  /// a hundred thousand items may have one address.
  static let few = 128

  private static let lookUpSize = 64
  private static let lookUpSQL =
    "SELECT digest, key FROM identity WHERE digest IN ("
    + repeatElement("?", count: lookUpSize).joined(separator: ", ") + ")"

  /// Looks many digests up at once, which takes a fraction of the time of one by one.
  mutating func lookUp(_ digests: [Int64], _ db: Database) throws {
    let digests = digests.sorted()
    for start in stride(from: 0, to: digests.count, by: Self.lookUpSize) {
      let chunk = digests[start..<min(start + Self.lookUpSize, digests.count)]
      for digest in chunk { stored[digest] = [] }
      if try !lookUp(chunk, db) {
        for digest in chunk { stored[digest] = try Self.firstKeys(digest, db) }
      }
    }
  }

  /// Returns whether it came to the end, before it met so many keys that one of the digests may have more than `few`.
  private mutating func lookUp(_ chunk: ArraySlice<Int64>, _ db: Database) throws -> Bool {
    let padded = chunk + repeatElement(chunk[chunk.startIndex], count: Self.lookUpSize - chunk.count)
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: Self.lookUpSQL), arguments: StatementArguments(padded))
    var left = Self.lookUpSize + Self.few
    while let row = try rows.next() {
      stored[try row.number(0), default: []].append(try row.number(1))
      left -= 1
      if left == 0 { return false }
    }
    return true
  }

  private static func firstKeys(_ digest: Int64, _ db: Database) throws -> [Int64] {
    try db.cachedStatement(sql: "SELECT key FROM identity WHERE digest = ? ORDER BY key LIMIT ?")
      .numbers(digest, Int64(few + 1))
  }

  /// In the order in which the articles came.
  func keys(_ digest: Int64, _ db: Database) throws -> [Int64] {
    let stored =
      try stored[digest].flatMap { $0.count > Self.few ? nil : $0 }
      ?? db.cachedStatement(sql: "SELECT key FROM identity WHERE digest = ? ORDER BY key").numbers(digest)
    return changed(stored, digest)
  }

  /// The same; nil where there are more than `few`.
  func fewKeys(_ digest: Int64, _ db: Database) throws -> [Int64]? {
    let stored = try stored[digest] ?? Self.firstKeys(digest, db)
    guard stored.count <= Self.few, changes[digest]?.count ?? 0 <= Self.few else { return nil }
    let keys = changed(stored, digest)
    return keys.count <= Self.few ? keys : nil
  }

  private func changed(_ stored: [Int64], _ digest: Int64) -> [Int64] {
    guard let changed = changes[digest] else { return stored }
    return (stored.filter { changed[$0] == nil } + changed.filter(\.value).keys).sorted()
  }

  mutating func add(_ digest: Int64, _ key: Int64) { changes[digest, default: [:]][key] = true }

  mutating func remove(_ digest: Int64, _ key: Int64) { changes[digest, default: [:]][key] = false }

  mutating func flush(_ db: Database) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM identity WHERE digest = ? AND key = ?")
    var added: [Int64] = []
    for (digest, keys) in changes.sorted(by: { $0.key < $1.key }) {
      for (key, isThere) in keys.sorted(by: { $0.key < $1.key }) {
        if isThere { added += [digest, key] } else { try delete.execute(arguments: [digest, key]) }
      }
    }
    try Self.inserts.insert(added, db)
    changes.removeAll(keepingCapacity: true)
    stored.removeAll(keepingCapacity: true)
  }
}
