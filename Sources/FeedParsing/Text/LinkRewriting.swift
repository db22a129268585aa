import ArticleFields
import Markup
import WebAddresses

/// Makes the relative addresses in HTML absolute.
enum LinkRewriting {
  /// nil where there is nothing to change, which a look at the equals signs tells. Linear.
  static func resolved(_ html: [UInt8], base: String?) -> [UInt8]? {
    html.withUnsafeBufferPointer { bytes in
      mayHoldRelative(bytes) ? rewritten(bytes, base: base) : nil
    }
  }

  /// Whether some attribute that holds an address has one without a scheme.
  private static func mayHoldRelative(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 4
    while let sign = bytes.offset(of: UInt8(ascii: "="), from: index) {
      index = sign
      let last = bytes[index - 1] | 0x20
      if last == UInt8(ascii: "f") || last == UInt8(ascii: "c") || last == UInt8(ascii: "r") || last == 0x20 {
        var start = index + 1
        while start < bytes.count, bytes[start] <= 0x27 { start += 1 }
        let head = bytes[start..<min(start + 4, bytes.count)]
        if !head.elementsEqual("http".utf8) { return true }
      }
      index += 1
    }
    return false
  }

  private static func rewritten(_ bytes: UnsafeBufferPointer<UInt8>, base: String?) -> [UInt8]? {
    let base = WebAddress(base: base)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var copied = 0
    var lexer = MarkupLexer(bytes, dialect: .html)
    while true {
      let token = lexer.next()
      if token.kind == .end { break }
      guard token.kind == .startTag, !token.content.isEmpty else { continue }
      for attribute in lexer.attributes(of: token) {
        guard let name = TagName(bytes, attribute.name), names.contains(name), !attribute.value.isEmpty else {
          continue
        }
        let written = lexer.string(attribute.value, in: .attribute)
        // What may not be followed leads nowhere.
        let address = WebAddress.resolved(written, within: base) ?? ""
        guard address != written else { continue }
        output += bytes[copied..<attribute.value.lowerBound]
        append(value: address, to: &output)
        copied = attribute.value.upperBound
      }
    }
    guard copied > 0 else { return nil }
    output += bytes[copied...]
    return output
  }

  /// Appends what may stand between quotation marks, whichever they are.
  private static func append(value: String, to output: inout [UInt8]) {
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output += "%22".utf8
      case UInt8(ascii: "'"): output += "%27".utf8
      default: FlatText.append(byte, to: &output)
      }
    }
  }

  /// So few that comparing is faster than hashing.
  private static let names = ["href", "src", "cite", "poster", "longdesc", "background"].compactMap {
    TagName($0 as StaticString)
  }
}
