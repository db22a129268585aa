import Foundation
import NewsModel

/// The form in which blocks, related entries and links are written: fields with their length before them.
///
/// A field is its length in UTF-8 bytes as decimal digits, a colon, and the bytes; a block begins with a letter for its kind.
/// JSON would be an eighth larger and ten times slower, and this form, too, can be read with any tool.
enum BodyCoding {
  static func encode(_ blocks: [Block]) -> Data {
    var writer = FieldWriter()
    for block in blocks {
      switch block {
      case .paragraph(let text): writer.write("p", [text])
      case .heading(let text, let level): writer.write("h", [String(level), text])
      case .quote(let text): writer.write("q", [text])
      case .list(let items): writer.write("l", [String(items.count)] + items)
      case .table(let rows):
        writer.write("t", [String(rows.count)])
        for row in rows { writer.write("r", [String(row.count)] + row) }
      case .code(let text): writer.write("c", [text])
      case .figure(let text): writer.write("f", [text])
      }
    }
    return Data(writer.bytes)
  }

  static func encode(_ related: [RelatedItem]) -> Data {
    var writer = FieldWriter()
    for item in related {
      writer.write(
        item.isSelf ? "S" : "R",
        [item.published.map { String($0.rawValue) } ?? "", item.label ?? "", item.title, item.summary ?? ""])
    }
    return Data(writer.bytes)
  }

  /// Nil where there are none.
  static func encode(_ links: [ArticleLink]) -> Data? {
    guard !links.isEmpty else { return nil }
    var writer = FieldWriter()
    for link in links { writer.write("a", [link.text, link.address]) }
    return Data(writer.bytes)
  }

  /// Nil where the bytes are not what `encode` makes.
  static func blocks(_ data: Data) -> [Block]? {
    let (blocks, isWhole) = read(data)
    return isWhole ? blocks : nil
  }

  /// The blocks before the first one that cannot be read.
  static func readableBlocks(_ data: Data) -> [Block] { read(data).blocks }

  /// Whether one body is nothing but paragraphs with the words of another, which has blocks of other kinds.
  static func isFlatter(_ flat: Data, than data: Data) -> Bool {
    guard flat != data else { return false }
    let (flat, blocks) = (readableBlocks(flat), readableBlocks(data))
    let isFlat = flat.allSatisfy { if case .paragraph = $0 { true } else { false } }
    guard isFlat, !blocks.allSatisfy({ if case .paragraph = $0 { true } else { false } }) else { return false }
    return words(of: flat) == words(of: blocks)
  }

  private static func words(of blocks: [Block]) -> [Substring] {
    blocks.plainText.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{3000}" }
  }

  /// Where zeros begin that no text holds: a page of the file was emptied.
  private static func emptied(_ data: Data) -> Int? {
    data.withUnsafeBytes { bytes in
      guard let first = bytes.firstIndex(of: 0), first + zerosOfNoText <= bytes.count,
        bytes[first..<first + zerosOfNoText].allSatisfy({ $0 == 0 })
      else { return nil }
      return first
    }
  }

  private static let zerosOfNoText = 256

  private static func read(_ data: Data) -> (blocks: [Block], isWhole: Bool) {
    if let end = emptied(data) { return (read(Data(data.prefix(end))).blocks, false) }
    var reader = FieldReader(data)
    var blocks: [Block] = []
    while !reader.isAtEnd {
      guard let block = reader.block() else { return (blocks, false) }
      blocks.append(block)
    }
    return (blocks, true)
  }

  /// Nil where the bytes are not what `encode` makes.
  static func related(_ data: Data) -> [RelatedItem]? {
    var reader = FieldReader(data)
    var items: [RelatedItem] = []
    while !reader.isAtEnd {
      guard let kind = reader.letter(), let time = reader.text(), let label = reader.text(), let title = reader.text(),
        let summary = reader.text()
      else { return nil }
      items.append(
        RelatedItem(
          label: label.isEmpty ? nil : label, title: title, summary: summary.isEmpty ? nil : summary,
          published: Int64(time).map { Timestamp($0) }, isSelf: kind == "S"))
    }
    return items
  }
}

extension BodyCoding {
  /// Nil where the bytes are not what `encode` makes.
  static func links(_ data: Data?) -> [ArticleLink]? {
    var reader = FieldReader(data ?? Data())
    var links: [ArticleLink] = []
    while !reader.isAtEnd {
      guard reader.letter() == "a", let text = reader.text(), let address = reader.text() else { return nil }
      links.append(ArticleLink(text: text, address: address))
    }
    return links
  }
}

private struct FieldWriter {
  var bytes: [UInt8] = []

  mutating func write(_ letter: Unicode.Scalar, _ fields: [String]) {
    bytes.append(UInt8(truncatingIfNeeded: letter.value))
    for field in fields {
      bytes.append(contentsOf: String(field.utf8.count).utf8)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: field.utf8)
    }
  }
}

private struct FieldReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ data: Data) { bytes = [UInt8](data) }

  var isAtEnd: Bool { position >= bytes.count }

  mutating func letter() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return Unicode.Scalar(bytes[position])
  }

  mutating func text() -> String? {
    guard let colon = bytes[position...].firstIndex(of: UInt8(ascii: ":")),
      let count = Int(String(decoding: bytes[position..<colon], as: UTF8.self)), count >= 0,
      count <= bytes.count - colon - 1
    else { return nil }
    position = colon + 1 + count
    // What is no UTF-8 is no text of ours: a damaged page.
    return String(validating: bytes[colon + 1..<position], as: UTF8.self)
  }

  /// As many texts as the number before them says.
  mutating func texts() -> [String]? {
    guard let count = text().flatMap({ Int($0) }), count >= 0, count <= bytes.count - position else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = text() else { return nil }
      texts.append(text)
    }
    return texts
  }

  mutating func block() -> Block? {
    switch letter() {
    case "p": text().map { .paragraph($0) }
    case "h": headingLevel().flatMap { level in text().map { .heading($0, level: level) } }
    case "q": text().map { .quote($0) }
    case "l": texts().map { .list($0) }
    case "t": rows().map { .table($0) }
    case "c": text().map { .code($0) }
    case "f": text().map { .figure($0) }
    default: nil
    }
  }

  private mutating func headingLevel() -> Int? {
    text().flatMap { Int($0) }.flatMap { (0...9).contains($0) ? $0 : nil }
  }

  private mutating func rows() -> [[String]]? {
    guard let count = text().flatMap({ Int($0) }), count >= 0, count <= bytes.count - position else { return nil }
    var rows: [[String]] = []
    for _ in 0..<count {
      guard letter() == "r", let row = texts() else { return nil }
      rows.append(row)
    }
    return rows
  }
}

/// The texts in blocks as they are written (`BodyCoding`), without reading the blocks.
///
/// Every field is a text but the first ones of headings, lists, tables and rows, which are numbers.
struct BodyTexts: Sequence, IteratorProtocol {
  /// What a text stands in.
  enum Kind {
    /// A row of a table.
    case row
    case figure, heading, other
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var letter: UInt8 = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Of the last text.
  var kind: Kind {
    switch letter {
    case UInt8(ascii: "r"): .row
    case UInt8(ascii: "f"): .figure
    case UInt8(ascii: "h"): .heading
    default: .other
    }
  }

  /// The next text; nil at the end, and where the bytes are not blocks.
  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "r"):
        letter = bytes[position]
        position += 1
        guard field() != nil else { return nil }
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return field()
      default:
        letter = bytes[position]
        position += 1
      }
    }
    return nil
  }

  private mutating func field() -> UnsafeBufferPointer<UInt8>? {
    var length = 0
    while position < bytes.count, length < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      length = length * 10 + Int(digit)
      position += 1
    }
    let isWhole = position < bytes.count && bytes[position] == UInt8(ascii: ":")
    position += 1
    guard isWhole, length <= bytes.count - position else {
      position = bytes.count
      return nil
    }
    position += length
    return UnsafeBufferPointer(rebasing: bytes[position - length..<position])
  }
}
