import Foundation
import NewsModel
import TextBasics
import Wording

/// An article as lines of text.
struct ArticleText {
  private let words: Words
  private let widths: ColumnWidths
  private let zone: TimeZone
  private let measure: Int

  /// The widest that text is set, in columns: about forty Chinese characters.
  private static let widest = 80

  init(setup: Setup, columns: Int) {
    words = setup.words
    widths = setup.widths
    zone = setup.displayZone
    measure = min(max(columns, 20), Self.widest)
  }

  func write(_ article: Article, to output: inout Output) throws {
    let headline = article.headline
    try wrap((headline.label.map(words.labelBeforeTitle) ?? "") + headline.title, to: &output)
    try wrap(meta(article), to: &output)
    if let url = article.url { try output.writeLine(SafeText(url)) }
    if !headline.tags.isEmpty { try wrap(headline.tags.map { "#" + $0 }.joined(separator: " "), to: &output) }
    if let summary = article.summary, article.blocks.first?.text != summary { try write(.quote(summary), to: &output) }
    for block in article.blocks { try write(block, to: &output) }
    if headline.isStub {
      try output.writeLine()
      try output.writeLine(SafeText(words.stubBody))
    }
    if let note = words.articleOrigin(article.textOrigin) {
      try output.writeLine()
      try output.writeLine(SafeText(note))
    }
    try writeNeighbours(of: article, to: &output)
  }

  private func meta(_ article: Article) -> String {
    let headline = article.headline
    let time = CivilTime(headline.published, in: zone)
    let date = "\(time.isoDate) \(time.clock)" + (headline.isDateEstimated ? words.estimatedDate : "")
    return (article.credits + [date]).joined(separator: " · ")
  }

  private func write(_ block: Block, to output: inout Output) throws {
    try output.writeLine()
    switch block {
    case .paragraph(let text): try wrap(text, to: &output)
    case .heading(let text, let level): try wrap(text, after: String(repeating: "#", count: level) + " ", to: &output)
    case .quote(let text): try wrap(text, after: "> ", to: &output)
    case .list(let items):
      for item in items.map(ListItem.init) {
        try wrap(item.text, after: String(repeating: "  ", count: item.level) + "- ", to: &output)
      }
    case .table(let rows): for row in rows { try wrap(row.joined(separator: " | "), to: &output) }
    case .code(let text):
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        try output.writeLine(SafeText(String(line)))
      }
    case .figure(let caption): try wrap("[\(caption)]", to: &output)
    }
  }

  private func writeNeighbours(of article: Article, to output: inout Output) throws {
    if article.previous != nil || article.next != nil || !article.related.isEmpty { try output.writeLine() }
    if let previous = article.previous { try wrap(words.labelled(words.previous, previous), to: &output) }
    if let next = article.next { try wrap(words.labelled(words.next, next), to: &output) }
    let others = article.related.filter { !$0.item.isSelf }
    if !others.isEmpty { try output.writeLine(SafeText(words.label(words.related))) }
    for entry in others {
      let time = entry.item.published.map { CivilTime($0, in: zone) }
      let date = time.map { "\($0.monthAndDay) \($0.clock) " } ?? ""
      let id = entry.key.map { " (\($0))" } ?? ""
      try wrap(date + entry.item.title + id, after: "- ", to: &output)
    }
  }

  /// Writes text in lines; `mark` stands before the first and its columns are blank before the others.
  private func wrap(_ text: String, after mark: String = "", to output: inout Output) throws {
    let indent = mark.count
    for (index, line) in widths.wrap(SafeText(lines: text), columns: measure - indent).enumerated() {
      let start = index == 0 ? mark : String(repeating: " ", count: indent)
      try output.writeLine(SafeText(start) + line)
    }
  }
}
