import ArticleFields
import NewsModel
import TextBasics
import TextScanning
import WebAddresses

/// What a page says of its article, of all that says it the best: lines by the article, its markup, its metadata, its address.
///
/// What stands by the article counts first for source and time, since it is what an editor saw.
struct PageFacts {
  let lines: PageLines
  let metadata: PageMetadata
  let marked: MarkedFacts?
  let context: ParsingContext
  /// Where the page was fetched or saved from.
  let address: String?
}

// MARK: - Addresses and tags

extension PageFacts {
  var url: String? { ownAddress ?? lines.header.url }

  /// The address that links are relative to.
  var base: String? { metadata.base.flatMap { WebAddress.absolute($0, base: ownAddress) } ?? ownAddress }

  private var ownAddress: String? {
    address
      ?? [metadata.canonical, metadata.openAddress].lazy.compactMap { $0.flatMap { WebAddress.absolute($0) } }.first
  }

  var tags: [String] {
    var seen: Set<String> = []
    let named = lines.header.tags + metadata.tags.map(TextLines.safeLine)
    let all = named.isEmpty ? (marked?.tags ?? []).map { String($0[...].trimmed(of: ["#", ",", "，"])) } : named
    return all.filter { !$0.isEmpty && $0[...].roughColumns <= 60 && seen.insert(Folding.fold($0)).inserted }.prefix(50)
      .map { $0 }
  }
}

// MARK: - Names

extension PageFacts {
  private var sites: [String] { metadata.sites }

  /// What stands by the article, then what its markup says, then the site.
  var source: String? {
    let site = sites + [lines.siteInTitle(metadata.documentTitle)].compactMap { $0 }
    // Who writes on a board is no source.
    let users = marked?.users ?? []
    let accounts = ((marked?.accounts ?? []) + (marked?.namedAuthors ?? []).filter { !isWriter($0) })
      .filter { !users.contains($0) }
    let shown = [shownSource].compactMap { $0 } + metadata.sources + (marked?.sources.prefix(1) ?? [])
    return (shown + site + accounts.prefix(1)).lazy.compactMap { SourceName.cleaned(TextLines.safeLine($0)) }.first
  }

  /// The source in the lines by the article; a name alone there may be the writer's.
  private var shownSource: String? {
    guard let name = lines.header.source, !isWriter(name), !(lines.isBareSource && Self.isZone(name)) else {
      return nil
    }
    // `by cleanprice`
    let namesUser = (marked?.users ?? []).contains { !$0.isEmpty && name.hasSuffix($0) }
    return lines.isBareSource && namesUser ? nil : name
  }

  /// `AMT` behind a time of day.
  private static func isZone(_ name: String) -> Bool {
    name.utf8.count <= 4 && name.utf8.allSatisfy { (0x41...0x5a).contains($0) }
  }

  /// Whether a name without a word for what it is reads like a person's, or the markup or the metadata say that it is a writer's;
  /// a paper's name is none, whoever calls it the author.
  private func isWriter(_ name: String) -> Bool {
    let key = PageTitle.key(name)
    if (marked?.sources ?? []).contains(where: { PageTitle.key($0) == key }) { return false }
    if sites.contains(where: { PageTitle.key($0) == key }) { return false }
    let writers = metadata.authors + (marked?.authors ?? [])
    let isNamed = writers.contains { PageTitle.key($0) == key } && !name.unicodeScalars.contains(where: \.isIdeograph)
    return lines.isBareSource && (isNamed || WriterName.isPerson(name[...]))
      || (marked?.namedAuthors ?? []).contains { $0 == name && WriterName.isPerson(name[...]) }
  }

  var byline: String? {
    let sources = marked?.sources ?? []
    if let shown = lines.header.byline, !sources.contains(where: { PageTitle.key($0) == PageTitle.key(shown) }),
      let name = WriterName.cleaned(shown, sites: sites)
    {
      return name
    }
    let site = lines.siteInTitle(metadata.documentTitle).map { PageTitle.key($0) } ?? ""
    let authors = metadata.authors.filter { site.isEmpty || !site.hasPrefix(PageTitle.key(TextLines.safeLine($0))) }
    if let name = named(authors) ?? named(marked?.authors ?? []) { return name }
    if let name = lines.header.source, isWriter(name) { return WriterName.cleaned(name) }
    return marked?.namedAuthors.lazy.compactMap(Self.namedPerson).first ?? user
  }

  /// Who is linked as a user directly before the text: the writer of a post.
  private var user: String? {
    (marked?.users ?? []).last { name in
      PaperName.isName(name[...]) && !WriterName.isNobody(name[...]) && !PaperName.isHouse(name[...])
        && !Boilerplate.matches(name[...], at: .edge) && !sites.contains { PageTitle.key($0) == PageTitle.key(name) }
    }
  }

  /// What a class calls the author, where it reads like a person: `By Ann Poe`, `陈一`.
  private static func namedPerson(_ text: String) -> String? {
    if let names = Byline.names(in: text[...]), let name = WriterName.cleaned(names) { return name }
    return WriterName.isPerson(text[...]) ? WriterName.cleaned(text) : nil
  }

  private func named(_ authors: [String]) -> String? {
    var seen: Set<String> = []
    let each = authors.prefix(6).compactMap { WriterName.cleaned(TextLines.safeLine($0), sites: sites) }
      .filter { seen.insert(Folding.fold($0)).inserted }
    return each.isEmpty ? nil : each.joined(separator: ", ")
  }
}

// MARK: - The date

extension PageFacts {
  private typealias Moment = (moment: Timestamp, isEstimated: Bool)

  /// When the article was published, and whether that is a guess.
  var published: (moment: Timestamp?, isEstimated: Bool) {
    let named = (metadata.published + (marked?.published ?? [])).lazy.compactMap { moment($0) }.first
    if let shown = lines.published, shown.isFull && !lines.isRelativeDate || named == nil {
      return exact(shown) ?? (inferred(shown), shown.isUncertain)
    }
    if let named { return named }
    if let foot = lines.footDate { return (inferred(foot), foot.isUncertain) }
    if let day = ownAddress.flatMap({ AddressDate.find(in: $0, context) }) { return (day, false) }
    if let updated = lines.updated { return (inferred(updated), updated.isUncertain) }
    return (metadata.updated + (marked?.updated ?? [])).lazy.compactMap { moment($0) }.first ?? (context.fileTime, true)
  }

  private func inferred(_ date: FoundDate) -> Timestamp { YearInference(context: context).timestamp(of: date) }

  /// The moment of a shown date without a zone, where the markup gives the same reading of a clock with its zone.
  private func exact(_ shown: FoundDate) -> Moment? {
    guard let clock = shown.clock, clock.offset == nil else { return nil }
    for value in (metadata.published + (marked?.published ?? [])).prefix(10) {
      guard let date = DateParsing.whole(TextLines.safeLine(value)[...]), let offset = date.clock?.offset,
        date.year == shown.year, date.month == shown.month, date.day == shown.day, date.clock?.hour == clock.hour,
        date.clock?.minute == clock.minute, offset != 0 || !lines.isChinese
      else { continue }
      return date.timestamp(in: context.zone).map { ($0, false) }
    }
    return nil
  }

  private func moment(_ value: String) -> Moment? {
    guard case .moment(let moment, let certainty) = RecordDate.read(value, context) else { return nil }
    return (moment, certainty != .certain)
  }
}
