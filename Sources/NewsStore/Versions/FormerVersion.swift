import Foundation
import GRDB
import NewsModel
import TextVersions

/// What an article said until its source changed it: a row of `version`.
///
/// The body is kept as what makes it of the body of the next version, so that an edit of a sentence costs a sentence. Every sixteenth
/// is kept whole: an article that is edited all day is read as fast as any other.
struct FormerVersion {
  /// From 1, the oldest.
  var number: Int64
  /// As it was, without its body; the marks and the own tags are those of the row that is there now.
  var article: StoredArticle
  /// When the next version arrived.
  var replaced: Timestamp
  /// The subscription that brought the next version; nil for a file or a page.
  var feed: Int64?
  /// What the next version changed.
  var change: ArticleChange
  /// Whether its facets are those of its words by some tables; else nobody has looked.
  var facetsAreRead: Bool
  fileprivate var body: Data

  static let columns = """
    v.key, v.number, v.arrived, v.replaced, v.feed_id, v.change, v.id, v.published, v.is_estimated, v.is_stub, v.source_id, \
    v.label_id, v.tag_ids, v.facets, v.title, v.withdrawn, v.total_change, v.body
    """

  fileprivate static let wholeBodyInterval: Int64 = 16

  /// Reads `columns`.
  ///
  /// - Throws: `UnreadableColumn`.
  init(_ row: Row) throws {
    article = StoredArticle(published: try row.moment(7), title: try row.text(14))
    article.key = try row.number(0)
    number = try row.number(1)
    article.arrived = try row.moment(2)
    replaced = try row.moment(3)
    feed = try row.numberIfPresent(4)
    change = try row.change(5)
    article.id = try row.number(6)
    article.isEstimated = try row.flag(8)
    article.isStub = try row.flag(9)
    article.source = try row.number(10)
    article.label = try row.number(11)
    article.tags = TagIDs(try row.text(12))
    let facets = try row.textIfPresent(13)
    article.facets = StoredFacets(facets ?? "")
    facetsAreRead = facets != nil
    article.withdrawn = try row.momentIfNotZero(15)
    article.change = try row.change(16)
    body = try row.bytes(17)
  }
}

/// What brings another version of an article.
struct SourceChange {
  var arrived: Timestamp
  /// The subscription; nil for a file or a page.
  var feed: Int64?
  /// What it changes.
  var change: ArticleChange
}

/// The former versions of articles.
struct FormerVersions {
  let db: Database

  /// SQL that tells rows `v` whose article is gone. The table declares no reference: a version is no part of its article's row.
  static let isOrphan = "NOT EXISTS (SELECT 1 FROM article a WHERE a.key = v.key)"

  /// Of one article, oldest first, without their bodies; nil for one that cannot be read.
  func all(of key: Int64) throws -> [FormerVersion?] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT \(FormerVersion.columns) FROM version v WHERE v.key = ? ORDER BY v.number"),
      arguments: [key])
    var versions: [FormerVersion?] = []
    while let row = try rows.next() { versions.append(row.ifReadable { try FormerVersion($0) }) }
    return versions
  }

  func version(_ key: Int64, _ number: Int64) throws -> FormerVersion? {
    try db.cachedStatement(sql: "SELECT \(FormerVersion.columns) FROM version v WHERE v.key = ? AND v.number = ?")
      .first([key, number]) { row in row.ifReadable { try FormerVersion($0) } } ?? nil
  }

  /// What an article said at a moment and does not say now; nil where it has not been changed since, or had not arrived by then.
  func version(of key: Int64, asOf moment: Timestamp) throws -> FormerVersion? {
    try db.cachedStatement(
      sql: "SELECT \(FormerVersion.columns) FROM version v WHERE v.key = ? AND v.arrived <= ? AND v.replaced > ?"
    )
    .first([key, moment.rawValue, moment.rawValue]) { row in row.ifReadable { try FormerVersion($0) } } ?? nil
  }

  /// When what an article says now arrived; nil where it was never changed.
  func end(of key: Int64) throws -> Timestamp? { try last(of: key)?.replaced }

  private func last(of key: Int64) throws -> (number: Int64, replaced: Timestamp)? {
    try db.cachedStatement(sql: "SELECT number, replaced FROM version WHERE key = ? ORDER BY number DESC LIMIT 1")
      .first([key]) { (number: try $0.number(0), replaced: try $0.moment(1)) }
  }

  /// Keeps what an article said before a change.
  ///
  /// - Parameter facetsAreRead: whether the facets of `old` are those of its words.
  func keep(_ old: StoredArticle, before new: StoredArticle, by change: SourceChange, facetsAreRead: Bool) throws {
    let last = try last(of: old.key)
    let arrived = try last?.replaced ?? old.arrived ?? Timestamp(StoreState.arrivalsKept.value(db))
    let number = (last?.number ?? 0) + 1
    let archive = BodyArchive.encode(old.body)
    let isWhole = number.isMultiple(of: FormerVersion.wholeBodyInterval)
    let body = TextDelta.delta(from: isWhole ? Data() : BodyArchive.encode(new.body), to: archive)
    try db.cachedStatement(
      sql: "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    .run { row in
      row.bind(old.key)
      row.bind(number)
      row.bind(arrived.rawValue)
      // A version does not go before it came, whatever a clock says.
      row.bind(max(arrived, change.arrived).rawValue)
      row.bind(change.feed)
      row.bind(change.change.rawValue)
      row.bind(old.id)
      row.bind(old.published.rawValue)
      row.bind(old.isEstimated)
      row.bind(old.isStub)
      row.bind(old.source)
      row.bind(old.label)
      row.bind(TagIDs(page: old.tags.page).text)
      row.bind(facetsAreRead ? old.facets.text(hasTags: true) : nil)
      row.bind(old.title)
      row.bind(old.withdrawn?.rawValue ?? 0)
      row.bind(old.change.rawValue)
      row.bind(body)
    }
  }

  /// The body that an article had; nil where a byte of it, or of one that came after it, is damaged.
  func body(of version: FormerVersion) throws -> StoredBody? {
    let key = version.article.key
    var deltas: [Data] = []
    var base: Data?
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT v.number, v.body FROM version v WHERE v.key = ? AND v.number >= ? ORDER BY v.number"),
      arguments: [key, version.number])
    while base == nil, let row = try rows.next() {
      guard let (number, delta) = row.ifReadable({ (try $0.number(0), try $0.bytes(1)) }) else { return nil }
      deltas.append(delta)
      if number.isMultiple(of: FormerVersion.wholeBodyInterval) { base = Data() }
    }
    guard var archive = try base ?? ArticleRow.readableBody(db, key: key).map(BodyArchive.encode) else { return nil }
    do {
      for delta in deltas.reversed() { archive = try TextDelta.apply(delta, to: archive) }
    } catch is TextDelta.Damage {
      return nil
    }
    return BodyArchive.decode(archive)
  }

  /// The bodies of all versions of an article, each read once.
  ///
  /// - Parameters:
  ///   - versions: all of them, oldest first.
  ///   - present: the body that the article has now.
  /// - Returns: nil where one is damaged.
  func bodies(of versions: [FormerVersion], before present: StoredBody) -> [StoredBody]? {
    var archive = BodyArchive.encode(present)
    var bodies: [StoredBody] = []
    for version in versions.reversed() {
      let isWhole = version.number.isMultiple(of: FormerVersion.wholeBodyInterval)
      do {
        archive = try TextDelta.apply(version.body, to: isWhole ? Data() : archive)
      } catch {  // Whoever asks for all of them can do nothing with some.
        return nil
      }
      guard let body = BodyArchive.decode(archive) else { return nil }
      bodies.append(body)
    }
    return bodies.reversed()
  }

  /// Some at whose words nobody has looked by the present rules, with their bodies; nil for a body that is damaged.
  func waitingForFacets() throws -> [(version: FormerVersion, body: StoredBody?)] {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT \(FormerVersion.columns) FROM version v INDEXED BY version_unread WHERE v.facets IS NULL LIMIT 128")
    return try rows.compactMap { $0.ifReadable { try FormerVersion($0) } }.map { ($0, try body(of: $0)) }
  }

  func keep(_ facets: StoredFacets, of version: FormerVersion) throws {
    try db.cachedStatement(sql: "UPDATE version SET facets = ? WHERE key = ? AND number = ?")
      .execute(arguments: [facets.text(hasTags: true), version.article.key, version.number])
  }

  func removeAll(of key: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM version WHERE key = ?").run([key])
  }
}

extension FormerVersions {
  /// Puts a term in the place of another one.
  ///
  /// Goes through all versions: terms merge when the rules of folding change, and hardly ever then.
  func replace(_ term: Int64, with other: Int64) throws {
    for column in ["source_id", "label_id"] {
      try db.execute(sql: "UPDATE version SET \(column) = ? WHERE \(column) = ?", arguments: [other, term])
    }
    let named = "%\(term)%"
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT key, number, tag_ids, facets FROM version WHERE tag_ids LIKE ? OR facets LIKE ?",
      arguments: [named, named])
    for row in rows {
      var tags = TagIDs(try row.text(2))
      tags.replace(term, with: other)
      let facets = try row.textIfPresent(3).map { text in
        var facets = StoredFacets(text)
        facets.replace(term, with: other)
        return facets.text(hasTags: true)
      }
      try db.execute(
        sql: "UPDATE version SET tag_ids = ?, facets = ? WHERE key = ? AND number = ?",
        arguments: [tags.text, facets, try row.number(0), try row.number(1)])
    }
  }
}
