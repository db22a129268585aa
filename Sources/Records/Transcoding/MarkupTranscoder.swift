import ArticleFields
import JSON
import Markup
package import SourceForms
import TextScanning

extension SourceFormat {
  /// Records in XML or SGML that are neither a feed nor a page: corpora, news items of agencies, exports.
  package static let markup = SourceFormat("XML or SGML", container: .records, isMet: { MarkupShape($0) != nil }) {
    TranscodedReader<MarkupTranscoder>(context: $0)
  }
}

/// What the records of a text of tags look like.
struct MarkupShape {
  /// The name of the element that a record is, in small letters.
  let record: String

  /// Elements that are a record wherever they stand, outermost first.
  private static let records: Set<String> = [
    "reuters", "doc", "newsitem", "nitf", "document", "article", "story", "item", "entry", "record", "row", "post",
    "url",
    "page",
  ]

  init(record: String) { self.record = record }

  /// Nil where no element is called like a headline or a text.
  init?(_ sample: FormatSample) {
    guard sample.isUnknownMarkup else { return nil }
    var text = String(sample.text)
    let found = text.withUTF8 { Self.ancestors(in: $0) }
    guard let found, !found.isEmpty else { return nil }
    let outermost = found.first { Self.records.contains($0) }
    // Below the root lie the records; a root with the fields themselves is one.
    record = outermost ?? found[min(1, found.count - 1)]
  }

  /// The elements around the first that is called like a headline or a text, outermost first.
  private static func ancestors(in bytes: UnsafeBufferPointer<UInt8>) -> [String]? {
    var lexer = MarkupLexer(bytes, dialect: .xml)
    var open: [String] = []
    while open.count < 64 {
      let token = lexer.next()
      switch token.kind {
      case .end: return nil
      case .startTag where !token.isSelfClosing:
        let name = lexer.verbatim(lexer.localName(token.name)).lowercased()
        let isField = FieldNames.named(FieldNames.folded(name))?.makesAnArticle ?? false
        if isField, !records.contains(name), !open.isEmpty { return open }
        open.append(name)
      case .endTag:
        let name = lexer.verbatim(lexer.localName(token.name)).lowercased()
        if let place = open.lastIndex(of: name) { open.removeSubrange(place...) }
      default: break
      }
    }
    return nil
  }
}

/// Turns elements that are records into JSON: the elements within them, and their attributes, are its fields. Memory holds one
/// record.
struct MarkupTranscoder: JSONTranscoder {
  let notes = ParseNotes()
  private(set) var refusal: ParseRefusal.Reason?
  private var rest: [UInt8] = []
  private var shape: MarkupShape?
  /// How far `rest` has been looked through for the end of its record.
  private var searched = 0
  private let limit: Int

  init(context: ParsingContext) { limit = context.sizeLimit }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into json: inout JSONText) {
    rest.append(contentsOf: bytes)
    guard refusal == nil, isLast || rest.count > max(64 << 10, searched * 2) else { return }
    shape = shape ?? MarkupShape(FormatSample(String(decoding: rest.prefix(16 << 10), as: UTF8.self)))
    guard let shape else {
      refusal = .foreign(.xml)
      return
    }
    let whole = rest
    let used = whole.withUnsafeBufferPointer { takeRecords(shape.record, $0, isLast, &json) }
    rest.removeFirst(used)
    searched = rest.count
    if rest.count > limit { refusal = .tooLarge(limit: limit) }
  }

  /// Takes the records that are whole; returns where the first that is not begins.
  private mutating func takeRecords(
    _ name: String, _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ json: inout JSONText
  ) -> Int {
    var position = 0
    while let start = Self.offset(of: "<", name, in: bytes, from: position) {
      // A record that its successor or the end of the input cuts off is read as far as it goes. Nothing is looked for behind it, so
      // that many such records take linear time.
      let next = Self.offset(of: "<", name, in: bytes, from: start + 1)
      let reach = UnsafeBufferPointer(rebasing: bytes[..<(next ?? bytes.count)])
      let end = Self.offset(of: "</", name, in: reach, from: start)
      json.append(lineBreaks: bytes[position..<start].count { $0 == 0x0a })
      guard let stop = end ?? next ?? (isLast ? bytes.count : nil) else { return start }
      var record = MarkupRecord()
      record.read(UnsafeBufferPointer(rebasing: bytes[start..<stop]))
      json.append(object: record.fields)
      json.append(lineBreaks: bytes[start..<stop].count { $0 == 0x0a })
      position = stop == end ? stop + 2 : stop
    }
    // A tag may go on behind the end.
    let end = isLast ? bytes.count : max(position, bytes.count - 256)
    json.append(lineBreaks: bytes[position..<end].count { $0 == 0x0a })
    return end
  }

  /// Where a tag with the name begins so, whatever its case.
  private static func offset(
    of opening: String, _ name: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let tag = Array((opening + name).utf8)
    var position = start
    while let found = bytes.offset(of: UInt8(ascii: "<"), from: position) {
      let end = found + tag.count
      if end < bytes.count, bytes[end] <= 0x20 || bytes[end] == UInt8(ascii: ">"),
        zip(bytes[found..<end], tag).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 && $0.isLetter })
      {
        return found
      }
      position = found + 1
    }
    return nil
  }
}
