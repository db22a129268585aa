import NewsModel
import TextBasics
import WebAddresses

/// Blocks as HTML that is XML, too.
enum BlockMarkup {
  /// - Parameter headingShift: how many levels deeper headings stand than they say.
  static func write(_ blocks: [Block], headingShift: Int = 0, to bytes: inout [UInt8]) {
    for block in blocks {
      write(block, headingShift, &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  private static func write(_ block: Block, _ shift: Int, _ bytes: inout [UInt8]) {
    switch block {
    case .paragraph(let text): lines("p", text, &bytes)
    case .heading(let text, let level):
      let name = "h\(min(max(level, 1) + shift, 6))"
      bytes += "<\(name)>".utf8
      bytes.append(escaped: KeptText(text))
      bytes += "</\(name)>".utf8
    case .quote(let text):
      bytes += "<blockquote>".utf8
      lines("p", text, &bytes)
      bytes += "</blockquote>".utf8
    case .list(let items): write(list: items.map(ListItem.init), &bytes)
    case .table(let rows):
      bytes += "<table>".utf8
      for row in rows {
        bytes += "<tr>".utf8
        for cell in row { lines("td", cell, &bytes) }
        bytes += "</tr>".utf8
      }
      bytes += "</table>".utf8
    case .code(let text):
      bytes += "<pre><code>".utf8
      bytes.append(escaped: KeptText(lines: text))
      bytes += "</code></pre>".utf8
    case .figure(let caption):
      bytes += "<figure><figcaption>".utf8
      bytes.append(escaped: KeptText(caption))
      bytes += "</figcaption></figure>".utf8
    }
  }

  /// A list of a deeper level stands in an item of its own.
  private static func write(list items: [ListItem], _ bytes: inout [UInt8]) {
    var level = 0
    bytes += "<ul>".utf8
    for item in items {
      while level > item.level {
        bytes += "</ul></li>".utf8
        level -= 1
      }
      while level < item.level {
        bytes += "<li><ul>".utf8
        level += 1
      }
      lines("li", item.text, &bytes)
    }
    bytes += String(repeating: "</ul></li>", count: level).utf8
    bytes += "</ul>".utf8
  }

  private static func lines(_ name: StaticString, _ text: String, _ bytes: inout [UInt8]) {
    bytes += "<\(name)>".utf8
    let safe = KeptText(lines: text).string.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in safe.enumerated() {
      if index > 0 { bytes += "<br/>".utf8 }
      bytes.append(escaped: KeptText(String(line)))
    }
    bytes += "</\(name)>".utf8
  }
}

extension [UInt8] {
  /// Appends text of others for HTML or XML, between tags or in a quoted attribute.
  mutating func append(escaped text: KeptText) {
    for byte in text.string.utf8 {
      switch byte {
      case UInt8(ascii: "&"): self += "&amp;".utf8
      case UInt8(ascii: "<"): self += "&lt;".utf8
      case UInt8(ascii: ">"): self += "&gt;".utf8
      case UInt8(ascii: "\""): self += "&quot;".utf8
      default: append(byte)
      }
    }
  }

  /// Appends an element with nothing but text in it; nothing where the text is nil or empty.
  mutating func append(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    self += "<\(name)>".utf8
    append(escaped: KeptText(lines: text))
    self += "</\(name)>".utf8
  }
}

/// An address that a link may lead to: `http` or `https`, in ASCII, without anything that ends an attribute or a line.
struct WebLink: Hashable {
  let address: String

  /// Nil for every other scheme, and for an address with control characters in it.
  init?(_ text: String?) {
    guard let text, let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }),
      text.utf8.count > scheme.utf8.count, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f })
    else { return nil }
    // An apostrophe would end the value of an attribute.
    let bytes = WebAddress.percentEncoded(text.utf8) { WebAddress.mustBeEncoded($0) || $0 == UInt8(ascii: "'") }
    address = String(decoding: bytes, as: UTF8.self)
  }
}
