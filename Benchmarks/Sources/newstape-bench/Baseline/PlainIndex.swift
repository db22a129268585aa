import CSQLite
import Corpus
import Foundation
import Glibc
import Measuring

/// What SQLite's FTS5 alone costs on the same text: the yardstick for the whole of an import.
struct PlainIndex {
  struct Figures {
    /// Of indexing alone: making the text does not count.
    var processor: Double
    var textBytes: Int
    var indexBytes: Int
  }

  private static let batch = 10_000

  private let database: OpaquePointer

  /// Indexes all articles of a generator in a new file, in transactions of ten thousand and with SQLite's usual settings.
  static func measure(_ generator: NewsGenerator, at file: URL) throws -> Figures {
    remove(file)
    defer { remove(file) }
    let index = try PlainIndex(file)
    var processor = 0.0
    var textBytes = 0
    for start in stride(from: 0, to: generator.count, by: Self.batch) {
      let texts = Self.texts(generator, start..<min(start + Self.batch, generator.count))
      textBytes += texts.reduce(0) { $0 + $1.count }
      let before = processorSeconds()
      try index.add(texts, from: start + 1)
      processor += processorSeconds() - before
    }
    let before = processorSeconds()
    sqlite3_close(index.database)
    processor += processorSeconds() - before
    let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
    return Figures(processor: processor, textBytes: textBytes, indexBytes: size)
  }

  private init(_ file: URL) throws {
    var database: OpaquePointer?
    guard sqlite3_open(file.path, &database) == SQLITE_OK, let database, PairTokenizer.register(database) else {
      throw MeasuringError.failed("SQLite with FTS5", status: 1, output: file.path)
    }
    self.database = database
    try execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
    try execute(
      "CREATE VIRTUAL TABLE search USING fts5(text, content='', detail='none', tokenize='\(PairTokenizer.name)')")
  }

  private func add(_ texts: [[UInt8]], from first: Int) throws {
    try execute("BEGIN")
    var statement: OpaquePointer?
    sqlite3_prepare_v2(database, "INSERT INTO search (rowid, text) VALUES (?1, ?2)", -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    for (offset, text) in texts.enumerated() {
      sqlite3_bind_int64(statement, 1, Int64(first + offset))
      let status = text.withUnsafeBytes { bytes in
        // No destructor: the bytes outlive the step.
        sqlite3_bind_text(
          statement, 2, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil)
        return sqlite3_step(statement)
      }
      guard status == SQLITE_DONE else { throw failure("INSERT") }
      sqlite3_reset(statement)
    }
    try execute("COMMIT")
  }

  private func execute(_ sql: String) throws {
    guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure(sql) }
  }

  private func failure(_ what: String) -> MeasuringError {
    .failed(what, status: Int(sqlite3_errcode(database)), output: String(cString: sqlite3_errmsg(database)))
  }

  /// Oldest first, as an import writes them: then ids rise.
  private static func texts(_ generator: NewsGenerator, _ numbers: Range<Int>) -> [[UInt8]] {
    var article = NewsArticle()
    return numbers.map { number in
      generator.write(generator.count - 1 - number, to: &article)
      return article.title.bytes + [UInt8(ascii: "\n")] + article.body.bytes
    }
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }

  private static func remove(_ file: URL) {
    for ending in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: file.path + ending) }
  }
}
