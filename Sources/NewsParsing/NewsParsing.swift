package import NewsModel

/// What a record of an input became.
package enum ParsedRecord: Hashable, Sendable {
  case item(Item)
  case refused(ParseRefusal)
}

/// Bytes in, news items out. For input of any length see `RecordStream`.
package enum NewsParser {
  /// Reads a saved page from its bytes, in whatever character set.
  ///
  /// Never traps, and takes time linear in the input; input over `context.sizeLimit` is refused unread.
  package static func parsePage(_ bytes: UnsafeRawBufferPointer, context: ParsingContext) -> Result<Item, ParseRefusal>
  {
    do throws(ParseRefusal.Reason) {
      guard bytes.count <= context.sizeLimit else { throw .tooLarge(limit: context.sizeLimit) }
      let text = try text(of: bytes)
      return .success(try PageDumpParser(context: context).parse(text))
    } catch {
      return .failure(ParseRefusal(error, path: context.fileName))
    }
  }

  package static func parsePage(_ bytes: [UInt8], context: ParsingContext) -> Result<Item, ParseRefusal> {
    bytes.withUnsafeBytes { parsePage($0, context: context) }
  }

  /// Reads bytes of any format: every record in order.
  package static func parse(
    _ bytes: UnsafeRawBufferPointer, as format: SourceFormat? = nil, context: ParsingContext
  ) -> [ParsedRecord] {
    var records: [ParsedRecord] = []
    var stream = RecordStream(format: format, context: context)
    stream.feed(bytes, isLast: true) { records.append($0) }
    return records
  }

  package static func parse(
    _ bytes: [UInt8], as format: SourceFormat? = nil, context: ParsingContext
  ) -> [ParsedRecord] {
    bytes.withUnsafeBytes { parse($0, as: format, context: context) }
  }

  /// The bytes as text that holds tags, which nothing has been done to.
  static func markupText(of bytes: UnsafeRawBufferPointer) throws(ParseRefusal.Reason) -> String {
    guard !bytes.isEmpty else { throw .empty }
    let decoded = TextDecoding.decode(bytes)
    guard decoded.invalidCount * 10 <= decoded.text.utf8.count else { throw .binary }
    return decoded.text
  }

  /// The bytes as safe text.
  static func text(of bytes: UnsafeRawBufferPointer) throws(ParseRefusal.Reason) -> String {
    guard !bytes.isEmpty else { throw .empty }
    guard !BinaryDetection.isBinary(bytes) else { throw .binary }
    let decoded = TextDecoding.decode(bytes)
    let text = TextLines.cleaned(decoded.text)
    guard decoded.invalidCount * 10 <= text.utf8.count else { throw .binary }
    guard text.unicodeScalars.contains(where: { !$0.isBlank && $0 != "\n" }) else { throw .empty }
    return text
  }
}
