import GRDB
import GRDBSQLite
import NewsModel
import RegularExpressions
import TextBasics

/// What SQL cannot say about text, as functions of every connection:
///
/// - `contains_text(text, needle)`, `contains_body(blocks, needle)`: whether the text, or one of the texts in the blocks
///   (`BodyCoding`), contains the needle, both folded;
/// - `matches_text(text, pattern)`, `matches_body(blocks, pattern)`: whether the regular expression matches in it; one that is
///   wrong never does.
///
/// - `has_figure(facets, condition)`: whether an event of `StoredFacets` has a figure as a `FigureCondition` wants it.
///
/// - `traits_of(title, blocks, has_links, is_stub)`: the `ArticleTraits` of an article with such words.
///
/// - `is_at(address, condition)`: whether an address is as an `AddressCondition` wants it.
///
/// NULL is an empty text. They read SQLite's own memory: what a search looks through is neither copied nor decoded.
enum TextFunctions {
  static func register(_ db: Database) throws {
    try register(db, "contains_text") { context, _, values in
      TextFunctions.answer(context, values) { $0.pattern($1).isContained(in: $2) }
    }
    try register(db, "contains_body") { context, _, values in
      TextFunctions.answer(context, values) { memory, needle, blocks in
        let pattern = memory.pattern(needle)
        // Where the needle stands nowhere in the bytes, no text has it.
        guard pattern.isContained(in: blocks) else { return false }
        return BodyTexts(blocks).contains { pattern.isContained(in: $0) }
      }
    }
    try register(db, "matches_text") { context, _, values in
      TextFunctions.answer(context, values) { memory, pattern, text in memory.matches(pattern, text) }
    }
    try register(db, "matches_body") { context, _, values in
      TextFunctions.answer(context, values) { memory, pattern, blocks in
        BodyTexts(blocks).contains { memory.matches(pattern, $0) }
      }
    }
    try register(db, "is_at") { context, _, values in
      TextFunctions.answer(context, values) { memory, condition, address in memory.isAddress(condition, address) }
    }
    try registerTraits(db)
    try register(db, "has_figure") { context, _, values in
      TextFunctions.answer(context, values) { memory, condition, facets in memory.hasFigure(condition, facets) }
    }
  }

  private static func registerTraits(_ db: Database) throws {
    let code = sqlite3_create_function_v2(
      db.sqliteConnection, "traits_of", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
      { context, _, values in
        guard let values else { return sqlite3_result_null(context) }
        let traits = ArticleTraits(
          title: TextFunctions.bytes(values[0]), blocks: TextFunctions.bytes(values[1]),
          hasLinks: sqlite3_value_int(values[2]) != 0, isStub: sqlite3_value_int(values[3]) != 0)
        sqlite3_result_int64(context, traits.bits)
      }, nil, nil, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private typealias Values = UnsafeMutablePointer<OpaquePointer?>
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func register(
    _ db: Database, _ name: String, _ body: @escaping @convention(c) (OpaquePointer?, Int32, Values?) -> Void
  ) throws {
    let memory = Unmanaged.passRetained(PatternMemory()).toOpaque()
    let code = sqlite3_create_function_v2(
      db.sqliteConnection, name, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, memory, body, nil, nil
    ) { memory in
      if let memory { Unmanaged<PatternMemory>.fromOpaque(memory).release() }
    }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private static func answer(
    _ context: OpaquePointer?, _ values: Values?,
    _ test: (_ memory: PatternMemory, _ pattern: Bytes, _ text: Bytes) -> Bool
  ) {
    guard let values, let memory = sqlite3_user_data(context) else { return sqlite3_result_int(context, 0) }
    let isTrue = test(
      Unmanaged<PatternMemory>.fromOpaque(memory).takeUnretainedValue(), bytes(values[1]), bytes(values[0]))
    sqlite3_result_int(context, isTrue ? 1 : 0)
  }

  /// Of text its UTF-8 bytes.
  private static func bytes(_ value: OpaquePointer?) -> Bytes {
    let start = sqlite3_value_blob(value)?.assumingMemoryBound(to: UInt8.self)
    return Bytes(start: start, count: Int(sqlite3_value_bytes(value)))
  }
}

/// What a connection looked for last, ready for use: a query asks for the same few patterns with every row.
///
/// Belongs to one connection, which one thread uses at a time.
final class PatternMemory {
  private typealias Entry<Pattern> = (bytes: [UInt8], pattern: Pattern)

  private var patterns: [Entry<FoldedPattern>] = []
  private var expressions: [Entry<RegularExpression?>] = []
  private var conditions: [Entry<FigureCondition?>] = []
  private var addresses: [Entry<AddressCondition>] = []
  private var folded: [UInt8] = []

  private static let limit = 8

  func pattern(_ needle: UnsafeBufferPointer<UInt8>) -> FoldedPattern {
    Self.entry(needle, in: &patterns) { FoldedPattern($0) }
  }

  /// Whether the regular expression matches in the text; one that is wrong never does.
  func matches(_ pattern: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let known = Self.entry(pattern, in: &expressions) { RegularExpression.ifValid($0) }
    guard let expression = known else { return false }
    let count = Folding.fold(text, into: &folded)
    return folded.withUnsafeBufferPointer { expression.matches(folded: UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  func hasFigure(_ condition: UnsafeBufferPointer<UInt8>, _ facets: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most articles have no figures at all.
    guard facets.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "%") }),
      let condition = Self.entry(condition, in: &conditions, make: FigureCondition.init(encoded:))
    else { return false }
    return StoredFacets(String(decoding: facets, as: UTF8.self)).hasFigure(condition)
  }

  func isAddress(_ condition: UnsafeBufferPointer<UInt8>, _ address: UnsafeBufferPointer<UInt8>) -> Bool {
    Self.entry(condition, in: &addresses) { AddressCondition($0) }.matches(String(decoding: address, as: UTF8.self))
  }

  private static func entry<Pattern>(
    _ bytes: UnsafeBufferPointer<UInt8>, in entries: inout [Entry<Pattern>], make: (String) -> Pattern
  ) -> Pattern {
    if let known = entries.first(where: { $0.bytes.elementsEqual(bytes) }) { return known.pattern }
    if entries.count == limit { entries.removeFirst() }
    let pattern = make(String(decoding: bytes, as: UTF8.self))
    entries.append((Array(bytes), pattern))
    return pattern
  }
}
