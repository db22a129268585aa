import Foundation
import NewsModel
import TextBasics

/// Articles as CommonMark, with tables as GitHub writes them: what is text in an article is text in Markdown, too.
struct MarkdownWriter: DocumentWriter {
  let title: String
  let zone: TimeZone

  func begin(_ bytes: inout [UInt8]) {
    guard !title.isEmpty else { return }
    bytes += "# ".utf8
    bytes.append(markdown: title)
    bytes += "\n\n".utf8
  }

  func write(_ article: Article, former: [KeptVersion], to bytes: inout [UInt8]) {
    let headline = article.headline
    bytes += "## ".utf8
    bytes.append(markdown: (headline.label?.bracketed ?? "") + headline.title)
    bytes += "\n\n".utf8
    writeMeta(of: article, &bytes)
    if let summary = article.summary, article.blocks.first?.text != summary { write(.quote(summary), &bytes) }
    for block in article.blocks { write(block, &bytes) }
    bytes += "---\n\n".utf8
  }

  func end(_ bytes: inout [UInt8]) {}

  /// Source, author and time; below them the address and the tags, where there are any.
  private func writeMeta(of article: Article, _ bytes: inout [UInt8]) {
    let headline = article.headline
    let time = CivilTime(headline.published, in: zone)
    let date = "\(time.isoDate) \(time.clock)" + (headline.isDateEstimated ? EstimatedDate.words : "")
    let texts = article.credits + [date]
    bytes.append(markdown: texts.joined(separator: " · "))
    if let link = WebLink(article.url) { bytes += "  \n<\(link.address)>".utf8 }
    if !headline.tags.isEmpty {
      bytes += "  \n".utf8
      bytes.append(markdown: headline.tags.map { "#" + $0 }.joined(separator: " "))
    }
    if let facets = headline.facetLine {
      bytes += "  \n".utf8
      bytes.append(markdown: facets)
    }
    if let fate = headline.fateLine(in: zone) {
      bytes += "  \n".utf8
      bytes.append(markdown: fate)
    }
    bytes += "\n\n".utf8
  }

  private func write(_ block: Block, _ bytes: inout [UInt8]) {
    switch block {
    case .paragraph(let text): bytes.append(markdown: text)
    case .heading(let text, let level):
      // One and two are the document's and the article's.
      bytes += (String(repeating: "#", count: min(max(level, 1) + 2, 6)) + " ").utf8
      bytes.append(markdown: KeptText(text).string)
    case .quote(let text):
      bytes += "> ".utf8
      bytes.append(markdown: text, indent: "> ")
    case .list(let items):
      for (index, item) in items.map(ListItem.init).enumerated() {
        if index > 0 { bytes += "\n".utf8 }
        let indent = String(repeating: "  ", count: item.level)
        bytes += (indent + "- ").utf8
        bytes.append(markdown: item.text, indent: indent + "  ")
      }
    case .table(let rows): write(rows, &bytes)
    case .code(let text): write(code: KeptText(lines: text).string, &bytes)
    case .figure(let caption):
      bytes += "*".utf8
      bytes.append(markdown: KeptText(caption).string)
      bytes += "*".utf8
    }
    bytes += "\n\n".utf8
  }

  /// The first row is the head, which tables of Markdown cannot be without; short rows are filled up.
  private func write(_ rows: [[String]], _ bytes: inout [UInt8]) {
    let columns = max(1, rows.map(\.count).max() ?? 0)
    for (index, row) in rows.enumerated() {
      if index > 0 { bytes += "\n".utf8 }
      bytes += "|".utf8
      for column in 0..<columns {
        bytes += " ".utf8
        if column < row.count { bytes.append(markdown: KeptText(row[column]).string) }
        bytes += " |".utf8
      }
      if index == 0 { bytes += ("\n|" + String(repeating: " --- |", count: columns)).utf8 }
    }
  }

  /// The fence is longer than any run of its marks in the code.
  private func write(code: String, _ bytes: inout [UInt8]) {
    var (longest, run) = (0, 0)
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    bytes += "\(fence)\n\(code)\n\(fence)".utf8
  }
}

extension [UInt8] {
  /// Appends text of others so that Markdown shows it as it is: no emphasis, link, HTML, heading or list comes of it.
  ///
  /// A line break becomes a hard one.
  ///
  /// - Parameter indent: what each further line begins with.
  mutating func append(markdown text: String, indent: String = "") {
    let lines = KeptText(lines: text).string.split(separator: "\n", omittingEmptySubsequences: true)
    for (index, line) in lines.enumerated() {
      if index > 0 { self += "  \n\(indent)".utf8 }
      append(markdownLine: line.drop { $0 == " " })
    }
  }

  private mutating func append(markdownLine line: Substring) {
    if let mark = Self.markAtStart(line) {
      self += line.utf8.prefix(mark)
      append(UInt8(ascii: "\\"))
      append(inline: line.utf8.dropFirst(mark), isEscaped: true)
    } else {
      append(inline: line.utf8[...], isEscaped: false)
    }
  }

  /// Appends text with a backslash before whatever means something within a line.
  private mutating func append(inline text: Substring.UTF8View.SubSequence, isEscaped: Bool) {
    var isEscaped = isEscaped
    for byte in text {
      if !isEscaped, Self.special.contains(byte) { append(UInt8(ascii: "\\")) }
      isEscaped = false
      append(byte)
    }
  }

  private static let special = Set("\\`*_[]<>&|~".utf8)

  /// The offset of the sign that would begin a heading, a list, a quotation, a rule or a fence; nil where none would.
  private static func markAtStart(_ line: Substring) -> Int? {
    let digits = line.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard let first = line.utf8.dropFirst(digits).first else { return nil }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ":"):
      return digits == 0 ? 0 : nil
    case UInt8(ascii: "."), UInt8(ascii: ")"): return digits > 0 ? digits : nil
    default: return nil
    }
  }
}
