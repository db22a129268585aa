import GRDB
import NewsModel

/// Gives articles free ids by the rule of `TimeOrderedID`.
///
/// What it remembers only spares it work: whether an id is free is asked of the table every time.
struct ArticleIDAllocator {
  private static let limit = 20_000

  /// Where to go on looking after a slot that was found taken: a day of undated news has thousands in one minute.
  private var resume: [Int64: Int64] = [:]
  private var fullMinutes: Set<Int64> = []
  /// The store notes at least this overflow, as this value itself has written it.
  private var notedOverflow: Int64 = 0

  mutating func freeID(for time: Timestamp, _ db: Database) throws -> Int64 {
    if resume.count + fullMinutes.count > Self.limit { self = ArticleIDAllocator() }
    let minute = time.minute
    let end = TimeOrderedID.first(ofMinute: minute + 1)
    if !fullMinutes.contains(minute) {
      let preferred = TimeOrderedID.preferred(time)
      if let id = try firstFree(from: preferred, before: end, db) { return id }
      let earlier = (TimeOrderedID.first(ofMinute: minute)..<preferred).reversed()
      if let id = try earlier.first(where: { try Self.isFree($0, db) }) { return id }
      fullMinutes.insert(minute)
    }
    guard let id = try firstFree(from: end, before: Int64.max, db) else {
      throw DatabaseError(resultCode: .SQLITE_FULL)
    }
    try noteOverflow(TimeOrderedID.minute(of: id) - minute, db)
    return id
  }

  private mutating func firstFree(from start: Int64, before end: Int64, _ db: Database) throws -> Int64? {
    var id = max(start, resume[start] ?? start)
    while id < end, try !Self.isFree(id, db) { id += 1 }
    if id > start { resume[start] = id }
    return id < end ? id : nil
  }

  private static func isFree(_ id: Int64, _ db: Database) throws -> Bool {
    try db.cachedStatement(sql: "SELECT 1 FROM article WHERE id = ?").numbers(id).isEmpty
  }

  private mutating func noteOverflow(_ minutes: Int64, _ db: Database) throws {
    guard minutes > notedOverflow else { return }
    try StoreState.minuteOverflow.raise(to: minutes, db)
    notedOverflow = minutes
  }
}
