import ArticleFields
import TextScanning

/// What a page's dump says before its text: where the headline stands, what its fields say, where the text begins.
struct PageHead {
  private(set) var header: PageHeader
  /// What the page comes from where no line says so: the site, as fields of the tool or the page's title name it.
  private(set) var site: String?
  /// The line with which the text begins.
  private(set) var end: Int
  /// Lines before the text of which nothing is kept.
  private(set) var removed: [Substring]

  init(_ lines: [TextLine], context: ParsingContext) {
    guard let fields = LeadingFields(lines) else {
      var finder = HeadlineFinder(lines[...], name: nil)
      let start = Self.start(of: lines, finder.find())
      self.init(lines, from: start, PageHeader(), before: 0..<start, context)
      return
    }
    var finder = HeadlineFinder(lines[fields.end...], name: fields.header.title)
    var header = fields.header
    var start = fields.end
    if let found = finder.find(), found.isFirst, found.isRepeated || SiteTitle.isOfSite(header.title ?? "") {
      start = found.index
      header.title = nil
    }
    self.init(lines, from: start, header, before: fields.end..<start, context)
    removed = fields.passedOver + removed
    site = fields.site ?? fields.account ?? site ?? fields.host
  }

  private init(
    _ lines: [TextLine], from start: Int, _ header: PageHeader, before: Range<Int>, _ context: ParsingContext
  ) {
    var reader = HeadReader(lines, from: start, header: header, context: context)
    reader.read()
    self.header = reader.header
    end = reader.end
    removed = reader.removed
    readAbove(lines[before])
    if let title = self.header.title {
      let parts = SiteTitle(title, source: self.header.source)
      self.header.title = parts.headline
      site = parts.site.flatMap(PaperName.cleaned)
    }
  }

  private static func start(of lines: [TextLine], _ found: HeadlineFinder.Found?) -> Int {
    if let found, found.hasFields { return found.index }
    // A dump that was cut at the original headline has no other.
    var header = PageHeader()
    if let first = lines.first, header.take(first.text), header.originalTitle != nil { return 0 }
    return found?.index ?? firstHeadline(of: lines)
  }

  /// The first line that may be a headline; the first line behind all where none may.
  private static func firstHeadline(of lines: [TextLine]) -> Int {
    var header = PageHeader()
    for (index, line) in lines.enumerated().prefix(mostFields) {
      if !header.take(line.text), !HeadNoise.matches(line.text) {
        return PageDumpParser.isHeadline(line.text) ? index : lines.count
      }
    }
    return min(lines.count, mostFields)
  }

  private static let mostFields = 40

  /// Lines directly above a headline that may speak of it.
  private static let reachAbove = 4

  /// Takes what the lines above the headline say and its own lines do not: some pages date their articles there. Navigation
  /// stands above it, too, with clocks of its own, so that only lines close by count, and only full dates.
  private mutating func readAbove(_ lines: ArraySlice<TextLine>) {
    var above = PageHeader()
    for line in lines.suffix(Self.reachAbove) {
      if !above.take(line.text) { removed.append(line.text) }
    }
    removed += lines.dropLast(Self.reachAbove).map(\.text)
    header.fillGaps(from: above)
    if header.url == nil, let first = lines.first { _ = header.takeAddress(first.text) }
  }
}
