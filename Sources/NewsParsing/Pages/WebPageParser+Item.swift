import NewsModel
import TextBasics

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
    _ title: String, _ body: [HTMLBlock], _ lines: PageLines, _ metadata: PageMetadata,
    _ links: [(text: String, address: String, node: Int)]
  ) throws(ParseRefusal.Reason) -> Item {
    guard !title.isEmpty else { throw .noTitle }
    let (label, bare) = HeadlineLabel.split(title[...])
    var item = Item(title: String(bare))
    item.label = label
    item.blocks = blocks(body, metadata)
    guard !item.blocks.isEmpty else { throw .notAnArticle }
    let base = pageAddress(metadata)
    item.url = address ?? metadata.canonical.flatMap { WebAddress.absolute($0) } ?? lines.header.url
    item.links = HTMLContent.absolute(links, base)
    item.source = source(lines, metadata)
    item.byline = byline(lines, metadata)
    item.summary = metadata.summaries.lazy.map(TextLines.safeLine).first { !$0.isEmpty }
    item.tags = tags(lines, metadata)
    date(&item, lines, metadata)
    return item
  }

  /// The address that links are relative to.
  private func pageAddress(_ metadata: PageMetadata) -> String? {
    let page = address ?? metadata.canonical.flatMap { WebAddress.absolute($0) }
    return metadata.base.flatMap { WebAddress.absolute($0, base: page) } ?? page
  }

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

  /// What stands by the article, then what its markup says, then the site.
  private func source(_ lines: PageLines, _ metadata: PageMetadata) -> String? {
    let site = [metadata.siteName] + metadata.publishers + [lines.siteInTitle(metadata.documentTitle)]
    let shown = [lines.header.source] + (metadata.sources + lines.markedSources.prefix(1)).map(Optional.some)
    let named = (shown + site + lines.markedAccounts.prefix(1).map(Optional.some)).compactMap { $0 }
    return named.lazy.map(TextLines.safeLine).first { !$0.isEmpty && $0[...].roughColumns <= 60 }
  }

  private func byline(_ lines: PageLines, _ metadata: PageMetadata) -> String? {
    if let byline = lines.header.byline { return byline }
    let names = metadata.authors.prefix(6).map(TextLines.safeLine).filter { !$0.isEmpty }
    var seen: Set<String> = []
    let each = names.compactMap { Byline.names(inValue: $0[...]) }.filter { seen.insert(Folding.fold($0)).inserted }
    return each.isEmpty ? nil : each.joined(separator: ", ")
  }

  private func tags(_ lines: PageLines, _ metadata: PageMetadata) -> [String] {
    var seen: Set<String> = []
    let all = lines.header.tags + metadata.tags.map(TextLines.safeLine)
    return all.filter { !$0.isEmpty && $0[...].roughColumns <= 60 && seen.insert(Folding.fold($0)).inserted }.prefix(50)
      .map { $0 }
  }

  private func date(_ item: inout Item, _ lines: PageLines, _ metadata: PageMetadata) {
    let named = metadata.published.lazy.compactMap { Self.moment($0, context) }.first
    let inference = YearInference(context: context)
    if let shown = lines.header.published, shown.isFull || named == nil {
      item.published = inference.timestamp(of: shown)
      item.isDateEstimated = shown.isUncertain
    } else if let named {
      (item.published, item.isDateEstimated) = (named.moment, named.isEstimated)
    } else if let updated = lines.header.updated {
      item.published = inference.timestamp(of: updated)
      item.isDateEstimated = updated.isUncertain
    } else if let updated = metadata.updated.lazy.compactMap({ Self.moment($0, context) }).first {
      (item.published, item.isDateEstimated) = (updated.moment, updated.isEstimated)
    } else {
      item.published = context.fileTime
      item.isDateEstimated = true
    }
  }

  private static func moment(_ value: String, _ context: ParsingContext) -> (moment: Timestamp, isEstimated: Bool)? {
    guard case .moment(let moment, let certainty) = RecordDate.read(value, context) else { return nil }
    return (moment, certainty != .certain)
  }
}
