import GRDB
import NewsModel

/// The rule by which article ids follow publish time.
///
/// An id is a minute since 1970 times 32, plus a slot within the minute: 32 is the first power of two that holds nearly every real
/// minute (the busiest seen has 37 articles), and each doubling costs a full-text index some 7 %. The slot follows
/// the second. A minute that is full overflows into the minutes after it, never before, so that an article's id is at least
/// that of its minute's first slot, and at most `StoreState.minuteOverflow` minutes later.
enum TimeOrderedID {
  static let slotsPerMinute: Int64 = 32

  /// Where an article of this time wants to be.
  static func preferred(_ time: Timestamp) -> Int64 {
    let second = time.rawValue.flooredRemainder(by: 60)
    return first(ofMinute: time.minute) + second * slotsPerMinute / 60
  }

  static func first(ofMinute minute: Int64) -> Int64 { minute * slotsPerMinute }

  static func minute(of id: Int64) -> Int64 { id.flooredQuotient(by: slotsPerMinute) }

  /// All ids that articles published in the range can have; some of them may belong to older articles whose minute overflowed.
  static func ids(of range: Range<Timestamp>, overflow: Int64) -> Range<Int64> {
    let lower = first(ofMinute: range.lowerBound.minute)
    let upper = range.isEmpty ? lower : upperBound(before: range.upperBound, overflow: overflow)
    return lower..<max(lower, upper)
  }

  /// The first id that no article published before `moment` can have.
  static func upperBound(before moment: Timestamp, overflow: Int64) -> Int64 {
    first(ofMinute: (moment - 1).minute + 1 + overflow)
  }
}

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

  /// Under the id that it had, an article is listed as of the time when it had it.
  private static func isFree(_ id: Int64, _ db: Database) throws -> Bool {
    try db.cachedStatement(
      sql: "SELECT 1 FROM article WHERE id = ?1 UNION ALL SELECT 1 FROM version WHERE id = ?1 LIMIT 1"
    )
    .numbers(id).isEmpty
  }

  private mutating func noteOverflow(_ minutes: Int64, _ db: Database) throws {
    guard minutes > notedOverflow else { return }
    try StoreState.minuteOverflow.raise(to: minutes, db)
    notedOverflow = minutes
  }
}
