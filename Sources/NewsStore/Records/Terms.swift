import GRDB
import NewsModel
import Synchronization
import TextAnalysis
import TextBasics

/// What a term names.
enum TermKind: Int64, CaseIterable {
  case everything = 0
  case source = 1
  case label = 2
  case tag = 3
  case company = 4
  case event = 5
  case topic = 6
  case tone = 7
  case keyword = 8

  init(_ field: TermField) {
    switch field {
    case .source: self = .source
    case .label: self = .label
    case .tag: self = .tag
    case .company: self = .company
    case .event: self = .event
    case .topic: self = .topic
    case .tone: self = .tone
    case .keyword: self = .keyword
    }
  }

  /// What a term is called where its name is but a code.
  func title(of name: String) -> String? { self == .company ? TextAnalyser.companyName(name) : nil }

  /// Whether its counts are kept by quarter-hours and days too.
  ///
  /// Nearly every article brings keywords that few others have: their rows by time took half of what facets add to a store, and
  /// statistics of a keyword are counted from its few articles as fast.
  var isCountedByTime: Bool {
    switch self {
    case .everything, .source, .label, .tag, .company, .event, .topic, .tone: true
    case .keyword: false
    }
  }
}

/// The names of terms, remembered: a page of headlines needs no join.
///
/// It stays true whatever other programs write: a term keeps its name, and its number is not given again after it is removed
/// (`StoreState.lastTerm`). What is not there is not remembered,
/// and has no name; nor has what is damaged.
final class TermNames: Sendable {
  private let known = Mutex<[Int64: String]>([:])

  func name(_ id: Int64, _ db: Database) throws -> String {
    if let name = known.withLock({ $0[id] }) { return name }
    do {
      guard let name = try TermWriter.name(id, db) else { return "" }
      known.withLock { $0[id] = name }
      return name
    } catch  where error.isDamage {
      return ""
    }
  }

  func headline(_ article: StoredArticle, _ db: Database) throws -> Headline {
    Headline(
      id: ArticleID(article.id), key: ArticleKey(article.key),
      label: article.label == Schema.noLabel ? nil : try name(article.label, db), title: article.title,
      source: article.source == Schema.noSource ? nil : try name(article.source, db), published: article.published,
      isDateEstimated: article.isEstimated, isStub: article.isStub, status: article.status,
      tags: try article.tags.page.map { try name($0, db) }, ownTags: try article.tags.own.map { try name($0, db) },
      facets: try facets(article.facets, db), arrived: article.arrived, change: article.change,
      withdrawn: article.withdrawn)
  }

  private func facets(_ stored: StoredFacets, _ db: Database) throws -> FacetValues {
    var result = FacetValues()
    for value in stored.values {
      let name = try name(value.term, db)
      switch value.kind {
      case .everything, .source, .label, .tag: break
      case .company: result.companies.append(name)
      case .event:
        guard let kind = EventKind(rawValue: name) else { continue }
        result.events.append(
          EventValue(
            kind: kind, detail: try value.detail.map { try self.name($0, db) }, direction: value.direction,
            amount: value.figures?.whole, percentage: value.figures?.percentage))
      case .topic: if let topic = Topic(rawValue: name) { result.topics.append(topic) }
      case .tone: result.tone = Tone(rawValue: name)
      case .keyword: result.keywords.append(name)
      }
    }
    return result
  }
}

/// Finds the numbers of terms and remembers them, for queries that are asked of many articles in turn.
///
/// Within one transaction: what was found in one that is rolled back may later be another term's.
final class TermLookup {
  private struct Name: Hashable {
    var kind: TermKind
    var name: String
  }

  private let db: Database
  private var known: [Name: [Int64]] = [:]
  private var folders: [String: [Int64]] = [:]
  private var visits: [Query.Visit: Int64] = [:]

  init(_ db: Database) { self.db = db }

  /// The first second of arrivals that are sought.
  func first(since visit: Query.Visit) throws -> Int64 {
    if let first = visits[visit] { return first }
    let first = try ArrivalDays(db).first(since: visit)
    visits[visit] = first
    return first
  }

  /// The feeds in the folders of a name.
  func feeds(inFolder name: String) throws -> [Int64] {
    if let feeds = folders[name] { return feeds }
    let feeds = try TraitRows(db).feeds(inFolder: name)
    folders[name] = feeds
    return feeds
  }

  /// None where there is no such term yet, which is looked for again every time.
  func ids(_ kind: TermKind, _ name: String) throws -> [Int64] {
    let key = Name(kind: kind, name: name)
    if let ids = known[key] { return ids }
    let ids = try FoldedNames.terms(kind, name, db)
    if !ids.isEmpty { known[key] = ids }
    return ids
  }
}

/// Finds the number of a host, and gives new ones a number.
struct HostWriter {
  private static let limit = 50_000

  private var known: [String: Int64] = [:]

  mutating func id(_ name: String, _ db: Database) throws -> Int64 {
    if let id = known[name] { return id }
    if known.count >= Self.limit { known.removeAll() }
    let id = try Self.find(name, db) ?? Self.insert(name, db)
    known[name] = id
    return id
  }

  private static func find(_ name: String, _ db: Database) throws -> Int64? {
    try db.cachedStatement(sql: "SELECT id FROM host WHERE name = ?").first([name]) { try $0.number(0) }
  }

  private static func insert(_ name: String, _ db: Database) throws -> Int64 {
    try db.cachedStatement(sql: "INSERT INTO host (name) VALUES (?)").execute(arguments: [name])
    return db.lastInsertedRowID
  }
}

/// Finds the number of a term, and gives new ones a number.
///
/// Names that fold to the same text are one term, which keeps the spelling in which it was first met.
struct TermWriter {
  private struct Name: Hashable {
    var kind: TermKind
    var name: String
  }

  private static let limit = 50_000

  private var known: [Name: Int64] = [:]

  mutating func id(_ kind: TermKind, _ name: String, _ db: Database) throws -> Int64 {
    let key = Name(kind: kind, name: name)
    if let id = known[key] { return id }
    if known.count >= Self.limit { known.removeAll() }
    let id = try Self.find(kind, name, db) ?? Self.insert(kind, name, db)
    known[key] = id
    return id
  }

  static func find(_ kind: TermKind, _ name: String, _ db: Database) throws -> Int64? {
    try FoldedNames.terms(kind, name, db).first
  }

  /// The spelling in which a term was first met.
  static func name(_ id: Int64, _ db: Database) throws -> String? {
    try db.cachedStatement(sql: "SELECT name FROM term WHERE id = ?").first([id]) { try $0.text(0) }
  }

  private static func insert(_ kind: TermKind, _ name: String, _ db: Database) throws -> Int64 {
    // No number is given twice: other programs remember names by their numbers.
    let newest = try db.cachedStatement(sql: "SELECT max(id) FROM term").first([]) { try $0.number(0) } ?? 0
    let id = try max(newest, StoreState.lastTerm.value(db)) + 1
    try db.cachedStatement(sql: "INSERT INTO term (id, kind, name, folded) VALUES (?, ?, ?, ?)")
      .execute(arguments: [id, kind.rawValue, name, Folding.fold(name)])
    return id
  }
}
