import ArticleFields
import JSON
import Markup
import TextScanning

/// What a page says about itself to machines: `<meta>`, JSON-LD, `itemprop`, `<time>`; decoded, not made safe.
struct PageMetadata {
  /// `<title>`.
  var documentTitle: String?
  /// Titles without the site's name, best first.
  var titles: [String] = []
  var sources: [String] = []
  var siteName: String?
  var authors: [String] = []
  /// Best first.
  var published: [String] = []
  var updated: [String] = []
  var tags: [String] = []
  var summaries: [String] = []
  /// The address by which the page wants to be known.
  var canonical: String?
  /// `og:url`
  var openAddress: String?
  /// Of `<html lang>`, or `og:locale`.
  var language: String?
  /// `<base href>`.
  var base: String?
  /// The text that JSON-LD carries.
  var body: String?
  var feeds: [FeedLink] = []
  /// Who JSON-LD says published it.
  var publishers: [String] = []
  private var hasArticle = false
  /// The program that made the page.
  private var generator: String?

  init(_ tree: HTMLTree) {
    for index in tree.nodes.indices where tree.nodes[index].kind == .element {
      switch tree.nodes[index].tag {
      case .meta: readMeta(index, tree)
      case .title:
        if documentTitle == nil, !isInDrawing(index, tree) { documentTitle = Self.start(of: tree.text(of: index)) }
      case .base: base = base ?? tree.attribute("href", of: index)
      case .link: readLink(index, tree)
      case .script: readScript(index, tree)
      case .html: language = language ?? tree.attribute("lang", of: index).flatMap { $0.isEmpty ? nil : $0 }
      default: break
      }
    }
    authors = authors.filter { !isGenerator($0) }
  }

  /// Whether a name is that of the program that made the page, whose makers some templates call the author.
  private func isGenerator(_ name: String) -> Bool {
    guard let program = generator?[...].words.first, program.utf8.count >= 4 else { return false }
    return PageTitle.key(name).hasPrefix(PageTitle.key(String(program)))
  }

  /// What the page calls its site, as safe lines.
  var sites: [String] { ([siteName] + publishers.map(Optional.some)).compactMap { $0.map(TextLines.safeLine) } }

  /// As much of a title as any title needs.
  private static func start(of title: String) -> String { String(title.unicodeScalars.prefix(500)) }

  private func isInDrawing(_ index: Int, _ tree: HTMLTree) -> Bool {
    let parent = Int(tree.nodes[index].parent)
    return parent >= 0 && tree.nodes[parent].tag == .svg
  }

  private mutating func readLink(_ index: Int, _ tree: HTMLTree) {
    guard let relation = tree.attribute("rel", of: index)?.lowercased(), let address = tree.attribute("href", of: index)
    else { return }
    let words = relation.split(separator: " ")
    if words.contains("canonical") { canonical = canonical ?? address }
    if words.contains("alternate"), let type = tree.attribute("type", of: index).flatMap(FeedLink.mediaType),
      feeds.count < 50
    {
      feeds.append(FeedLink(title: tree.attribute("title", of: index) ?? "", address: address, type: type))
    }
  }
}

// MARK: - meta

extension PageMetadata {
  private enum Field {
    case title, source, site, author, published, updated, tags, summary, address, locale, generator
  }

  /// Names in small letters.
  private static let fields: [String: Field] = {
    let lists: [(Field, String)] = [
      (
        .title, "og:title headline articletitle dc.title dcterms.title twitter:title title parsely-title sailthru.title"
      ),
      (
        .source,
        "source mediaid media contentsource article:source og:article:source og:source dc.source sourcename copyrightholder"
      ),
      (.site, "og:site_name application-name publisher dc.publisher dcterms.publisher sitename"),
      (.address, "og:url"),
      (.locale, "og:locale"),
      (.generator, "generator"),
      (
        .author,
        "author article:author og:article:author dc.creator dcterms.creator byl parsely-author sailthru.author og:author weibo:article:author creator"
      ),
      (
        .published,
        "article:published_time og:article:published_time og:published_time datepublished pubdate publishdate publish-date publication_date"
          + " publishtime publish_time og:release_date article:create_at weibo:article:create_at dc.date.issued dcterms.created dc.date date"
          + " dcterms.date parsely-pub-date sailthru.date apub:time article:published date.release"
          + " _pubtime bytedance:published_time og:pubdate pub_date firstpublishedtime datecreated dc.date.created"
          + " dcterms.issued article.published article.created cxenseparse:recs:publishtime published_time publishedtime"
          + " contentpublishdate publication-date createdate create_time lastpublishdate"
      ),
      (
        .updated,
        "article:modified_time og:updated_time datemodified dateupdate bytedance:updated_time _updatetime lastmod last-modified article:update_at weibo:article:update_at dcterms.modified"
      ),
      (.tags, "article:tag keywords news_keywords og:article:tag parsely-tags tags"),
      (.summary, "og:description description twitter:description dc.description abstract"),
    ]
    var table: [String: Field] = [:]
    for (field, list) in lists {
      for name in list.split(separator: " ") { table[String(name)] = field }
    }
    return table
  }()

  private mutating func readMeta(_ index: Int, _ tree: HTMLTree) {
    guard
      let name = tree.attribute("property", of: index) ?? tree.attribute("name", of: index)
        ?? tree.attribute("itemprop", of: index),
      let field = Self.fields[name.lowercased().filter { $0 != " " }],
      let content = tree.attribute("content", of: index), !content[...].trimmed.isEmpty,
      content.utf8.count <= Self.longest
    else { return }
    switch field {
    case .title: titles.append(content)
    case .source: sources.append(content)
    case .site: siteName = siteName ?? content
    case .author: if !content.holds("://") { authors.append(content) }
    case .published: published.append(content)
    case .updated: updated.append(content)
    case .tags: if tags.count < 50 { tags += TagList.split(content[...]) }
    case .summary: summaries.append(content)
    case .address: openAddress = openAddress ?? content
    case .locale: language = language ?? content
    case .generator: generator = generator ?? content
    }
  }

  private static let longest = 4_000
}

// MARK: - JSON-LD

extension PageMetadata {
  private mutating func readScript(_ index: Int, _ tree: HTMLTree) {
    guard let type = tree.attribute("type", of: index), type.lowercased().contains("ld+json") else { return }
    for child in tree.children(of: index) {
      let range = tree.nodes[child].textRange
      guard range.count <= 1 << 20 else { continue }
      if let value = LooseJSON.read(UnsafeBufferPointer(rebasing: tree.bytes[range])) { readObjects(value, depth: 0) }
    }
  }

  private mutating func readObjects(_ value: JSONReader.Value, depth: Int) {
    guard depth < 6 else { return }
    switch value {
    case .array(let values): for value in values.prefix(200) { readObjects(value, depth: depth + 1) }
    case .object(let members):
      if Self.isArticle(members["@type"]) {
        readArticle(members)
      } else {
        for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
          if let inner = members[key] { readObjects(inner, depth: depth + 1) }
        }
      }
    default: break
    }
  }

  /// The kinds of schema.org that are articles.
  private static func isArticle(_ type: JSONReader.Value?) -> Bool {
    switch type {
    case .string(let name):
      name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report" || name == "Review"
        || name == "ClaimReview"
    case .array(let names): names.contains { isArticle($0) }
    default: false
    }
  }

  private mutating func readArticle(_ members: [String: JSONReader.Value]) {
    // What stands first on a page is about the page itself, what follows may be about others.
    guard body == nil, !hasArticle else { return }
    hasArticle = true
    if let title = Self.string(members["headline"]) ?? Self.string(members["name"]) {
      titles.insert(Self.start(of: title), at: 0)
    }
    if let date = Self.string(members["datePublished"]) { published.insert(date, at: 0) }
    if let date = Self.string(members["dateModified"]) { updated.insert(date, at: 0) }
    let names = Self.names(members["author"]) + Self.names(members["creator"])
    if !names.isEmpty { authors = names }
    publishers += Self.names(members["publisher"])
    if tags.isEmpty {
      switch members["keywords"] {
      case .string(let list): tags = TagList.split(list[...])
      case .array(let values): tags = values.compactMap { Self.string($0) }.prefix(50).map { $0 }
      default: break
      }
    }
    if let summary = Self.string(members["description"]) { summaries.append(summary) }
    body = Self.string(members["articleBody"])
  }

  private static func string(_ value: JSONReader.Value?) -> String? {
    guard case .string(let text) = value else { return nil }
    let decoded = MarkupLexer.decoded(text)
    return decoded[...].trimmed.isEmpty ? nil : decoded
  }

  private static func names(_ value: JSONReader.Value?) -> [String] {
    switch value {
    case .array(let values): values.prefix(10).flatMap { names($0) }
    case .object(let members): string(members["name"]).map { [$0] } ?? []
    default: string(value).map { $0.holds("://") ? [] : [$0] } ?? []
    }
  }
}

/// What the language of a page tells about its dates.
enum PageLanguage {
  /// Whether days stand before months in a date such as `08/05/2024`; nil where the language does not tell.
  ///
  /// - Parameter tag: of `<html lang>` or `og:locale`: `es`, `en-GB`, `en_US`.
  static func isDayFirst(_ tag: String) -> Bool? {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    guard let language = parts.first else { return nil }
    if language == "en" {
      guard let region = parts.dropFirst().last(where: { $0.utf8.count == 2 }) else { return nil }
      return !monthFirst.contains(region)
    }
    return dayFirst.contains(language) ? true : nil
  }

  private static let monthFirst: Set<Substring> = ["us", "ph"]
  private static let dayFirst: Set<Substring> = [
    "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sk", "tr", "da", "no", "nb", "nn", "fi", "ro", "el",
    "bg", "hr", "sr", "sl", "ca", "gl", "vi", "id", "ms", "th", "ar", "he", "hi",
  ]
}
