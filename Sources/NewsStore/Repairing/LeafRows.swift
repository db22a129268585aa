import Foundation
import GRDB
import Log
import NewsModel

/// The rows that the leaves of a damaged file still hold, whatever has become of the pages that led to them.
///
/// A leaf does not say which table it belongs to; its rows do, as no two of the tables that are looked for have columns of the same
/// kinds. Rows stay in the file: some 30 bytes of memory each tell where.
struct LeafRows {
  private struct Place {
    var page: UInt32
    var offset: UInt16
  }

  private let file: PageFile
  private let shapes: [String: TableShape]
  private var places: [String: [Int64: Place]] = [:]
  private var order: [String: [Int64]] = [:]

  /// Tables that are made anew, or whose rows look like those of another.
  private static let otherTables: Set<String> = [
    "search_block", "search_page", "unindexed", "unanalysed", "known_items", "grdb_migrations",
  ]

  /// Reads all pages of a file. Nil where it is none of SQLite's.
  ///
  /// - Parameters:
  ///   - shapes: the tables of a store of today.
  ///   - missing: those of which the file does not even say that there are such: only their free pages can hold anything.
  init?(path: String, shapes: [TableShape], missing: Set<String>, cancellation: Cancellation?) throws {
    guard let file = PageFile(path: path) else { return nil }
    self.file = file
    let sought = shapes.filter { $0.hasRowID && !Self.otherTables.contains($0.name) }
    self.shapes = Dictionary(uniqueKeysWithValues: sought.map { ($0.name, $0) })
    let free = file.freePages()
    for page in stride(from: 2, through: file.pageCount, by: 1) {
      if page.isMultiple(of: 256), cancellation?.isCancelled == true { throw CancellationError() }
      let tables = free.contains(page) ? sought.filter { missing.contains($0.name) } : sought
      if !tables.isEmpty { readPage(page, tables) }
    }
  }

  private mutating func readPage(_ page: Int, _ tables: [TableShape]) {
    guard let leaf = TableLeaf(file, page: page) else { return }
    for offset in leaf.offsets {
      guard let record = leaf.record(at: offset), let table = tables.first(where: { $0.fits(record) })?.name,
        places[table]?[record.rowid] == nil
      else { continue }
      places[table, default: [:]][record.rowid] = Place(page: UInt32(page), offset: UInt16(offset))
      order[table, default: []].append(record.rowid)
    }
  }

  /// The numbers of the rows of a table, in the order in which they lie in the file.
  func rowids(of table: String) -> [Int64] { order[table] ?? [] }

  /// Hands over the rows of a table, as `row` does.
  func forEach(
    _ table: String, _ columns: [String], _ db: Database, _ body: (_ row: Row, _ isCut: Bool) throws -> Void
  ) throws {
    for rowid in rowids(of: table) {
      if let (row, isCut) = try row(table, rowid, columns: columns, db) { try body(row, isCut) }
    }
  }

  /// The row of a number with some columns, and the number before them; whether its end is missing.
  ///
  /// - Parameter db: any connection: a statement without tables makes rows like any other.
  func row(_ table: String, _ rowid: Int64, columns: [String], _ db: Database) throws -> (row: Row, isCut: Bool)? {
    guard let shape = shapes[table], let place = places[table]?[rowid],
      let record = TableLeaf(file, page: Int(place.page))?.record(at: Int(place.offset))
    else { return nil }
    let values = columns.map { name in
      shape.columns.firstIndex { $0.name == name }.map { shape.value($0, of: record) } ?? .null
    }
    let statement = try db.cachedStatement(
      sql: "SELECT " + ([rowid.databaseValue] + values).map { _ in "?" }.joined(separator: ", "))
    return try Row.fetchOne(statement, arguments: StatementArguments([rowid.databaseValue] + values))
      .map { ($0, record.isCut) }
  }
}

extension TableShape {
  /// Whether a row can be one of this table.
  fileprivate func fits(_ record: TableLeaf.Record) -> Bool {
    let values = record.values
    guard values.count <= columns.count, record.isCut ? values.count > 6 : hasAdded(columns[values.count...]) else {
      return false
    }
    return zip(columns, values).allSatisfy { column, value in
      // The row's number is kept beside the columns.
      column.isRowID ? value.isNull : column.accepts(value)
    }
  }

  /// Rows that were written before columns were added to their table are without them.
  private func hasAdded(_ columns: ArraySlice<Column>) -> Bool {
    columns.isEmpty
      || Self.tablesWithAddedColumns.contains(name) && columns.allSatisfy { !$0.isRequired || $0.initial != nil }
  }

  private static let tablesWithAddedColumns: Set<String> = ["article", "body", "saved_query"]

  fileprivate func value(_ index: Int, of record: TableLeaf.Record) -> DatabaseValue {
    if columns[index].isRowID { return record.rowid.databaseValue }
    if record.values.indices.contains(index) { return record.values[index] }
    // What was cut off is unknown; NULL would say that there was nothing.
    if record.isCut { return columns[index].isRequired ? .null : 0.5.databaseValue }
    return columns[index].initial ?? .null
  }
}

/// The pages of a closed SQLite file, read one by one, whatever they hold: "The Database File" of sqlite.org/fileformat2.html.
///
/// The one that was read last is kept, as rows are mostly read in the order in which they lie.
final class PageFile {
  let pageSize: Int
  /// The bytes of a page that SQLite uses.
  let usableSize: Int
  let pageCount: Int
  private let file: FileHandle
  private var last: (number: Int, bytes: [UInt8]) = (0, [])

  /// Nil where the first page does not say what the file is.
  init?(path: String) {
    guard let file = FileHandle(forReadingAtPath: path),
      let (header, size) = Log.attempt(
        "read the first page of \(path)", .warning, { (try file.read(upToCount: 100), try file.seekToEnd()) }),
      let header, header.count == 100
    else { return nil }
    let bytes = [UInt8](header)
    let pageSize = bytes.number(at: 16, bytes: 2).map { $0 == 1 ? 65_536 : $0 } ?? 0
    guard (512...65_536).contains(pageSize), pageSize & (pageSize - 1) == 0, pageSize - Int(bytes[20]) >= 480 else {
      return nil
    }
    self.file = file
    self.pageSize = pageSize
    usableSize = pageSize - Int(bytes[20])
    pageCount = Int(clamping: size) / pageSize
  }

  /// A page, counted from 1; nil where the file has none of that number.
  func page(_ number: Int) -> [UInt8]? {
    if number == last.number { return last.bytes }
    guard (1...max(1, pageCount)).contains(number),
      let bytes = Log.attempt("read page \(number)", .warning, { try read(number) }).flatMap(\.self),
      bytes.count == pageSize
    else { return nil }
    last = (number, [UInt8](bytes))
    return last.bytes
  }

  private func read(_ number: Int) throws -> Data? {
    try file.seek(toOffset: UInt64((number - 1) * pageSize))
    return try file.read(upToCount: pageSize)
  }

  /// The pages that hold nothing any more: what stands on them was removed, or moved elsewhere.
  func freePages() -> Set<Int> {
    var free: Set<Int> = []
    var trunk = page(1)?.number(at: 32, bytes: 4) ?? 0
    // A damaged list may lead in circles.
    while trunk != 0, free.insert(trunk).inserted, let bytes = page(trunk) {
      let count = min(bytes.number(at: 4, bytes: 4) ?? 0, usableSize / 4 - 2)
      for index in 0..<max(0, count) { free.insert(bytes.number(at: 8 + index * 4, bytes: 4) ?? 0) }
      trunk = bytes.number(at: 0, bytes: 4) ?? 0
    }
    return free
  }
}

extension [UInt8] {
  /// A number of so many bytes, the highest first; nil behind the end.
  func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset + count <= self.count else { return nil }
    return self[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }
}
