import Foundation

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
    guard let file = FileHandle(forReadingAtPath: path), let header = try? file.read(upToCount: 100),
      header.count == 100, let size = try? file.seekToEnd()
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

  deinit { try? file.close() }

  /// A page, counted from 1; nil where the file has none of that number.
  func page(_ number: Int) -> [UInt8]? {
    if number == last.number { return last.bytes }
    guard (1...max(1, pageCount)).contains(number),
      (try? file.seek(toOffset: UInt64((number - 1) * pageSize))) != nil,
      let bytes = try? file.read(upToCount: pageSize), bytes.count == pageSize
    else { return nil }
    last = (number, [UInt8](bytes))
    return last.bytes
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
