import Foundation
import GRDB

/// The rows on a leaf page of a table, as far as they can be read by themselves: "B-tree Pages" and "Record Format" of
/// sqlite.org/fileformat2.html.
struct TableLeaf {
  /// A row as it lies in the file.
  struct Record {
    var rowid: Int64
    /// The columns, or those before the damage.
    var values: [DatabaseValue]
    /// Whether something is missing behind them: pages on which a long row goes on. The last value may be the start of one.
    var isCut = false
  }

  private let file: PageFile
  private let bytes: [UInt8]
  /// Where the rows lie on the page.
  let offsets: [Int]

  private static let mark: UInt8 = 0x0d
  /// More than any article takes; what claims to be larger is no row.
  private static let largestRow: Int64 = 1 << 28

  /// Nil where the page is none of a table's leaves.
  init?(_ file: PageFile, page: Int) {
    let start = page == 1 ? 100 : 0
    guard let bytes = file.page(page), bytes[start] == Self.mark, let count = bytes.number(at: start + 3, bytes: 2),
      start + 8 + count * 2 <= file.usableSize
    else { return nil }
    self.file = file
    self.bytes = bytes
    offsets = (0..<count).compactMap { bytes.number(at: start + 8 + $0 * 2, bytes: 2) }
      .filter { (start + 8 + count * 2..<file.usableSize).contains($0) }
  }

  /// The row at an offset; nil where there is none.
  func record(at offset: Int) -> Record? {
    var position = offset
    guard let size = bytes.varint(&position), let rowid = bytes.varint(&position),
      (1...Self.largestRow).contains(size), position < bytes.count
    else { return nil }
    let payload = payload(Int(size), from: position)
    guard let (values, isWhole) = Self.values(payload, isWhole: payload.count == Int(size)) else { return nil }
    return Record(rowid: rowid, values: values, isCut: !isWhole)
  }

  /// The bytes of a row, from the page and those on which it goes on, or as many of them as there are.
  private func payload(_ size: Int, from start: Int) -> [UInt8] {
    let usable = file.usableSize
    guard size > usable - 35 else { return Array(bytes[start..<min(bytes.count, start + size)]) }
    let least = (usable - 12) * 32 / 255 - 23
    let wanted = least + (size - least) % (usable - 4)
    let local = wanted <= usable - 35 ? wanted : least
    guard start + local + 4 <= bytes.count else { return Array(bytes[start...].prefix(size)) }
    var result = Array(bytes[start..<start + local])
    var next = bytes.number(at: start + local, bytes: 4) ?? 0
    // No row goes on over more pages than there are, so that a circle ends.
    var pagesLeft = file.pageCount
    while result.count < size, pagesLeft > 0, next > 1, let page = file.page(next) {
      pagesLeft -= 1
      result += page[4..<min(usable, 4 + size - result.count)]
      next = page.number(at: 0, bytes: 4) ?? 0
    }
    return result
  }

  private static func values(_ payload: [UInt8], isWhole: Bool) -> (values: [DatabaseValue], isWhole: Bool)? {
    var position = 0
    guard let length = payload.varint(&position), length <= payload.count, length >= position else { return nil }
    let end = Int(length)
    var types: [Int64] = []
    while position < end {
      guard let type = payload.varint(&position), type >= 0 else { return nil }
      types.append(type)
    }
    guard position == end else { return nil }
    var values: [DatabaseValue] = []
    for type in types {
      guard let size = size(ofType: type) else { return nil }
      guard size <= payload.count - position else {
        // More than a whole row holds: this is none.
        guard !isWhole else { return nil }
        // Of bytes the start is worth something.
        if type >= 12, type.isMultiple(of: 2) { values.append(Data(payload[position...]).databaseValue) }
        return (values, false)
      }
      values.append(value(payload[position..<position + size], ofType: type))
      position += size
    }
    guard position == payload.count || !isWhole else { return nil }
    return (values, isWhole || position == payload.count)
  }

  /// Nil for types that SQLite keeps for itself.
  private static func size(ofType type: Int64) -> Int? {
    switch type {
    case 0, 8, 9: 0
    case 1...4: Int(type)
    case 5: 6
    case 6, 7: 8
    case 10, 11: nil
    default: Int((type - 12) / 2)
    }
  }

  private static func value(_ bytes: ArraySlice<UInt8>, ofType type: Int64) -> DatabaseValue {
    switch type {
    case 0: return .null
    case 8, 9: return (type - 8).databaseValue
    case 1...6:
      let negative = bytes.first.map { $0 >= 0x80 } ?? false
      return bytes.reduce(negative ? -1 : 0 as Int64) { $0 << 8 | Int64($1) }.databaseValue
    case 7: return Double(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) }).databaseValue
    default:
      return type.isMultiple(of: 2)
        ? Data(bytes).databaseValue : String(decoding: bytes, as: UTF8.self).databaseValue
    }
  }
}

extension [UInt8] {
  /// A number of one to nine bytes, of which all but the last say that another follows; nil behind the end.
  fileprivate func varint(_ position: inout Int) -> Int64? {
    var result: UInt64 = 0
    for index in 0..<9 {
      guard position < count else { return nil }
      let byte = self[position]
      position += 1
      if index == 8 { return Int64(bitPattern: result << 8 | UInt64(byte)) }
      result = result << 7 | UInt64(byte & 0x7f)
      if byte < 0x80 { return Int64(bitPattern: result) }
    }
    return nil
  }
}
