import Decoding
import Markup
import SourceForms
import TextScanning

/// Makes text of the bytes of a web page.
package enum PageText {
  /// The character set comes from a byte order mark, the header of the answer, the page's own `<meta>`, or a guess, in this order.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, contentType: String?
  ) throws(ParseRefusal.Reason) -> String {
    guard !bytes.isEmpty else { throw .empty }
    let declared = contentType.flatMap { charset(in: $0) } ?? declaredCharset(bytes)
    if let text = declared.flatMap({ converted(bytes, from: $0) }) { return text }
    let decoded = TextDecoding.decode(bytes, declared: declared)
    guard decoded.invalidCount * 10 <= decoded.text.utf8.count else { throw .binary }
    return decoded.text
  }

  /// The text; nil where the bytes are none.
  static func text(_ bytes: UnsafeRawBufferPointer, contentType: String?) -> String? {
    do throws(ParseRefusal.Reason) {
      return try decode(bytes, contentType: contentType)
    } catch {  // What is no text names no addresses.
      return nil
    }
  }

  /// The text where a set is declared that only the system knows (`windows-1252`, `euc-kr`), and the bytes are not UTF-8.
  private static func converted(_ bytes: UnsafeRawBufferPointer, from label: String) -> String? {
    guard TextEncoding(label: label) == nil, TextEncoding.byteOrderMark(of: bytes) == nil,
      let label = CharsetLabel(label), !label.isWide, String(validating: bytes, as: UTF8.self) == nil,
      let converter = CharacterConverter(fromName: label.name)
    else { return nil }
    var output: [UInt8] = []
    _ = converter.convert(bytes, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// How far browsers look for it is 1,024 bytes; many pages need more.
  private static let reach = 8_192

  private static func declaredCharset(_ bytes: UnsafeRawBufferPointer) -> String? {
    UnsafeRawBufferPointer(rebasing: bytes.prefix(reach)).withMemoryRebound(to: UInt8.self) {
      (start: UnsafeBufferPointer<UInt8>) -> String? in
      var lexer = MarkupLexer(start, dialect: .html)
      while true {
        let token = lexer.next()
        if token.kind == .end { return nil }
        guard token.kind == .startTag, lexer.matches(token.name, "meta") else { continue }
        for attribute in lexer.attributes(of: token) {
          if lexer.matches(attribute.name, "charset") { return lexer.string(attribute.value, in: .attribute) }
          if lexer.matches(attribute.name, "content") {
            if let charset = charset(in: lexer.string(attribute.value, in: .attribute)) { return charset }
          }
        }
      }
    }
  }

  /// `gbk` of `text/html; charset="gbk"`.
  package static func charset(in contentType: String) -> String? {
    for part in contentType.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmed.lowercased() == "charset" else { continue }
      let label = pair[1].trimmed(of: ["\"", "'"])
      return label.isEmpty ? nil : String(label)
    }
    return nil
  }
}
