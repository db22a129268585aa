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

  let compared: Compared
  let originDigest: Int64?
  let addressDigest: Int64?
  let titleDigest: Int64
  /// As if the time were known.
  let datedTitleDigest: Int64
  /// Nil where the time is exact.
  let textDigest: Int64?
  /// The number under which stubs, and that under which articles are kept whose titles may be cuts of one title.
  let starts: (ofStubs: Int64, ofArticles: Int64)
  private let isStub: Bool
  private let isEstimated: Bool

  var title: String { compared.title }
  var originID: String? { compared.originID }
  var address: String? { compared.address }

  /// Reads each text once: the numbers are asked for again and again while an item is saved. The article itself stays where it is, as
  /// a copy of its many texts takes longer than all numbers.
  init(_ article: StoredArticle, _ compared: Compared) {
    let minute = article.published.minute
    let title = Digest(3, article.source, compared.title.utf8)
    self.compared = compared
    (isStub, isEstimated) = (article.isStub, article.isEstimated)
    originDigest = compared.originID.map { Self.originDigest($0, scope: article.originScope) }
    addressDigest = compared.address.map(Self.addressDigest)
    datedTitleDigest = Self.dated(minute, title)
    titleDigest =
      article.isEstimated ? Self.clustered(4, article.source, compared.title, distinct: 9) : datedTitleDigest
    textDigest = compared.text.map { text in
      let title = Digest(7, article.source, compared.title.utf8)
      let whole = title.adding(text)
      return article.isEstimated ? title.bits(23) << 24 | whole.bits(24) : Self.dated(minute, whole)
    }
    let start = Substring(compared.title.unicodeScalars.prefix(Self.shortestCut)).utf8
    starts = (Self.dated(minute, Digest(5, 0, start)), Self.dated(minute, Digest(6, 0, start)))
  }

  init(_ article: StoredArticle) { self.init(article, Compared(article)) }

  /// So many characters of a title at least must agree for one to be a cut of the other.
  static let shortestCut = 8

  static func originDigest(_ id: String, scope: Int64) -> Int64 { clustered(1, scope, id, distinct: 4) }

  /// The address of an article in the form in which such addresses are compared; nil for what leads to none: `#`, `N/A`, a script, the
  /// front page of a site.
  static func address(_ written: String) -> String? {
    OriginID.isPlaceholder(written) ? nil : WebAddress.canonicalOfArticle(written)
  }

  static func addressDigest(_ address: String) -> Int64 { clustered(2, 0, address, distinct: 9) }

  /// The title alone, for `SharedNames`; no article is kept under it.
  static func bareTitleDigest(_ title: String) -> Int64 { Digest(9, 0, title.utf8).bits(47) }

  /// All numbers of the article.
  var digests: [Int64] {
    [originDigest, addressDigest, titleDigest, textDigest, isStub ? starts.ofStubs : starts.ofArticles]
      .compactMap(\.self)
  }

  /// The numbers under which an article may be that this one is a new form of.
  var digestsToLookUp: [Int64] {
    [
      originDigest, addressDigest, titleDigest, textDigest, isEstimated ? datedTitleDigest : nil, starts.ofStubs,
    ].compactMap(\.self)
  }

  /// 26 bits of the minute, which last until the year 2097 and then begin again, and 21 of the text.
  private static func dated(_ minute: Int64, _ digest: Digest) -> Int64 {
    (minute & 0x3FF_FFFF) << 21 | digest.bits(21)
  }

  /// 23 bits of all but the last bytes, in which neighbours differ, and 24 of the whole.
  private static func clustered(_ kind: UInt8, _ source: Int64, _ text: String, distinct: Int) -> Int64 {
    let ends = text.utf8.suffix(distinct)
    let start = Digest(kind, source, text.utf8.prefix(upTo: ends.startIndex))
    var whole = start
    whole.add(ends)
    return start.bits(23) << 24 | whole.bits(24)
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

  /// By digest.
  private var changes: [Int64: KeyChanges] = [:]

  /// By key, whether the row is to be there. Nearly every digest is of one article, which so costs no table of its own.
  private struct KeyChanges {
    private var first: (key: Int64, isThere: Bool)
    private var others: [Int64: Bool] = [:]

    init(_ key: Int64, isThere: Bool) { first = (key, isThere) }

    var count: Int { 1 + others.count }

    var all: [(key: Int64, isThere: Bool)] {
      others.isEmpty ? [first] : [first] + others.map { ($0.key, $0.value) }
    }

    mutating func set(_ key: Int64, isThere: Bool) {
      if key == first.key { first.isThere = isThere } else { others[key] = isThere }
    }

    func mentions(_ key: Int64) -> Bool { key == first.key || others[key] != nil }
  }

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
    stored.reserveCapacity(digests.count)
    changes.reserveCapacity(digests.count)
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
    var left = Self.lookUpSize + Self.few
    try db.cachedStatement(sql: Self.lookUpSQL).forEachPair(padded) { digest, key in
      stored[digest, default: []].append(key)
      left -= 1
      return left > 0
    }
    return left > 0
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
    return (stored.filter { !changed.mentions($0) } + changed.all.filter(\.isThere).map(\.key)).sorted()
  }

  mutating func add(_ digest: Int64, _ key: Int64) { set(digest, key, isThere: true) }

  mutating func remove(_ digest: Int64, _ key: Int64) { set(digest, key, isThere: false) }

  private mutating func set(_ digest: Int64, _ key: Int64, isThere: Bool) {
    changes[digest, default: KeyChanges(key, isThere: isThere)].set(key, isThere: isThere)
  }

  mutating func flush(_ db: Database) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM identity WHERE digest = ? AND key = ?")
    var added: [Int64] = []
    added.reserveCapacity(2 * changes.count)
    for (digest, keys) in changes.sorted(by: { $0.key < $1.key }) {
      for (key, isThere) in keys.all.sorted(by: { $0.key < $1.key }) {
        guard isThere else {
          try delete.execute(arguments: [digest, key])
          continue
        }
        added.append(digest)
        added.append(key)
      }
    }
    try Self.inserts.insert(added, db)
    changes.removeAll(keepingCapacity: true)
    stored.removeAll(keepingCapacity: true)
  }
}
