import NewsModel
import TextBasics

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
    case .list(let items):
      bytes += "<ul>".utf8
      for item in items { lines("li", item, &bytes) }
      bytes += "</ul>".utf8
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
