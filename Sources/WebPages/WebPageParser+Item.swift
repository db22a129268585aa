import ArticleFields
import NewsModel
import SourceForms
import TextBasics
import TextScanning

/// Puts an item together from what was read.
extension WebPageParser {
  func title(_ metadata: PageMetadata, near before: [HTMLBlock], _ body: [HTMLBlock]) -> String {
    let headings = (body.prefix(6) + before.reversed()).compactMap { block -> String? in
      switch block.block {
      case .heading(let text, _) where text.utf8.count <= 600: text
      case .paragraph(let text) where text.utf8.count <= 300: text
      default: nil
      }
    }
    let nearest = (before.suffix(20) + body.prefix(3)).last { block in
      guard case .heading(let text, _) = block.block, text.utf8.count <= 600 else { return false }
      return !RelatedHeading.matches(text[...]) && !Boilerplate.matches(text[...], at: .edge)
    }
    let named = metadata.titles.map(TextLines.safeLine)
    let sites = ([metadata.siteName] + metadata.publishers).compactMap { $0.map(TextLines.safeLine) }
    return PageTitle(
      document: TextLines.safeLine(metadata.documentTitle ?? ""), named: named, headings: headings, siteNames: sites,
      nearest: nearest?.block.text
    ).find()
  }

  func item(
    _ title: String, _ body: [HTMLBlock], _ facts: PageFacts, _ links: [(text: String, address: String, node: Int)]
  ) throws(ParseRefusal.Reason) -> Item {
    guard !title.isEmpty else { throw .noTitle }
    let (label, bare) = HeadlineLabel.split(title[...])
    var item = Item(title: String(bare))
    item.label = label
    item.blocks = blocks(body, facts.metadata)
    guard !item.blocks.isEmpty else { throw .notAnArticle }
    item.url = facts.url
    item.links = HTMLContent.absolute(links, facts.base)
    item.source = facts.source
    item.byline = facts.byline
    item.summary = facts.metadata.summaries.lazy.map(TextLines.safeLine)
      .first { !$0.isEmpty && !Self.repeats($0, title: title) }
    item.tags = facts.tags
    (item.published, item.isDateEstimated) = facts.published
    return item
  }

  /// Whether a description is the title again, or a part of it, with no more than the site's name or some keywords behind it.
  private static func repeats(_ summary: String, title: String) -> Bool {
    let (summary, title) = (PageTitle.key(summary), PageTitle.key(title))
    return title.hasPrefix(summary) || summary.hasPrefix(title) && summary.utf8.count - title.utf8.count <= longestTail
  }

  /// In bytes of the key.
  private static let longestTail = 60

  /// The text as it is shown; what JSON-LD carries where the page shows next to nothing.
  private func blocks(_ body: [HTMLBlock], _ metadata: PageMetadata) -> [Block] {
    let shown = body.reduce(0) { $0 + $1.size }
    if let carried = metadata.body, carried.utf8.count > shown * 3 {
      let blocks = carried.contains("<") ? HTMLContent.blocks(of: carried) : Self.paragraphs(of: carried)
      if !blocks.isEmpty { return blocks }
    }
    return body.indices.map { Self.heading(body, $0) ?? body[$0].block }
  }

  /// A short paragraph in bold type before running text, which many pages have for a heading.
  private static func heading(_ body: [HTMLBlock], _ index: Int) -> Block? {
    guard index + 1 < body.count, case .paragraph(let text) = body[index].block, body[index].bold == body[index].size,
      body[index].size <= longestHeading, !text[...].endsSentence, Byline.names(in: text[...]) == nil,
      case .paragraph = body[index + 1].block, body[index + 1].bold < body[index + 1].size
    else { return nil }
    return .heading(text, level: 3)
  }

  /// In bytes: some thirty Chinese characters.
  private static let longestHeading = 90

  private static func paragraphs(of text: String) -> [Block] {
    KeptText(lines: text).string.split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
      .map { .paragraph(String($0)) }
  }
}
