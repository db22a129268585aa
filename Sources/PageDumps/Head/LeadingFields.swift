import ArticleFields
import TextScanning

/// The block of fields with which tools begin what they extract: front matter between `---` lines, or the `Title:` and
/// `URL Source:` lines of readers.
struct LeadingFields {
  private(set) var header = PageHeader()
  /// The name of the site, which counts as the source where the page names none.
  private(set) var site: String?
  /// The account that wrote the article, where the author is no person.
  private(set) var account: String?
  /// The name of the host, for want of anything better.
  private(set) var host: String?
  /// Where the text begins.
  private(set) var end = 0
  /// Lines of the block of which nothing is kept.
  private(set) var passedOver: [Substring] = []

  /// Reads the block; nil where the lines begin otherwise.
  init?(_ lines: [TextLine]) {
    guard let first = lines.first?.text else { return nil }
    if first == "---" {
      readFrontMatter(lines.dropFirst())
    } else if first.lowercased().hasPrefix("title:") {
      readReaderHead(lines)
    }
    guard end > 0 else { return nil }
  }

  /// More lines are no front matter.
  private static let mostLines = 60

  private mutating func readFrontMatter(_ lines: ArraySlice<TextLine>) {
    guard let close = lines.prefix(Self.mostLines).firstIndex(where: { $0.text == "---" }) else { return }
    let block = lines[..<close]
    guard block.contains(where: { Self.pair($0.text)?.key == "title" }) else { return }
    var list: FieldNames.Meaning?
    for line in block {
      if line.text.starts(with: "- "), let list {
        take(Self.unquoted(line.text.dropFirst(2)), as: list.field, named: "")
      } else if let (key, value) = Self.pair(line.text), let meaning = FieldNames.named(FieldNames.folded(key)) {
        list = value.isEmpty ? meaning : nil
        take(value, as: meaning.field, named: key)
      } else {
        passedOver.append(line.text)
      }
    }
    end = close + 1
  }

  /// `Title:`, `URL Source:`, `Published Time:`, `Markdown Content:`, in this order, with empty lines between.
  private mutating func readReaderHead(_ lines: [TextLine]) {
    var index = 0
    var isReader = false
    while index < min(lines.count, Self.mostReaderLines), let (key, value) = Self.pair(lines[index].text),
      Self.readerFields[key.lowercased()] != nil || Self.otherReaderKeys.contains(key.lowercased())
    {
      if let field = Self.readerFields[key.lowercased()] { take(value, as: field, named: key) }
      isReader = isReader || key.lowercased() == "url source"
      index += 1
    }
    if isReader { end = index }
  }

  private static let mostReaderLines = 8
  private static let readerFields: [String: ArticleField] = [
    "title": .title, "url source": .url, "published time": .published, "description": .summary,
  ]
  private static let otherReaderKeys: Set<String> = ["number of pages", "warning", "markdown content"]

  /// A key of Latin letters before a colon, and its value without quotation marks.
  private static func pair(_ line: Substring) -> (key: String, value: Substring)? {
    guard let colon = line.utf8.prefix(longestKey).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = line[..<colon].trimmed
    guard !key.isEmpty, key.unicodeScalars.allSatisfy({ $0.isASCIILetter || $0 == "_" || $0 == "-" || $0 == " " })
    else {
      return nil
    }
    return (String(key), unquoted(line[line.utf8.index(after: colon)...]))
  }

  private static let longestKey = 32

  /// The value of a quoted scalar, with its escaped quotation marks.
  private static func unquoted(_ value: Substring) -> Substring {
    let value = value.trimmed
    guard let inner = value.enclosed(by: ["\"": ["\""], "'": ["'"]]) ?? quoted(value) else { return value }
    return inner.utf8.contains(UInt8(ascii: "\\")) ? inner.replacing("\\\"", with: "\"")[...] : inner
  }

  private static func quoted(_ value: Substring) -> Substring? { value.dropping(prefix: "\"")?.dropping(suffix: "\"") }

  private mutating func take(_ value: Substring, as field: ArticleField, named key: String) {
    guard !value.isEmpty, !AbsentValue.isMeant(by: value) else { return }
    switch field {
    case .title: header.title = header.title ?? value
    case .published: header.published = header.published ?? DateParsing.whole(value) ?? DateParsing.first(in: value)
    case .url: if header.url == nil, value.holds("://") { header.url = String(value) }
    case .author: takeAuthor(value)
    case .summary: takeSummary(value)
    case .tags: header.tags += Self.list(value).flatMap { TagList.split($0) }
    case .source:
      let isHost = FieldNames.folded(key) == "hostname"
      guard let name = PaperName.cleaned(value) else { return }
      if isHost { host = host ?? name } else { site = site ?? name }
    case .text, .id, .label, .estimated, .arrived: passedOver.append(value)
    }
  }

  /// Persons are the author; what is longer than a name is an account. Tools take other lines of a page for the author, too.
  private mutating func takeAuthor(_ value: Substring) {
    if let source = FieldLine(value)?.fields.first(where: { $0.key == .source })?.value,
      let name = PaperName.cleaned(source)
    {
      header.source = header.source ?? name
      return
    }
    if let platform = value.words.last, PaperName.isPlatform(platform), platform.startIndex > value.startIndex {
      header.source = header.source ?? PaperName.cleaned(value[..<platform.startIndex])
      return
    }
    guard header.byline == nil, !value.contains(anyOf: Punctuation.colons), !HeadNoise.matches(value) else {
      return passedOver.append(value)
    }
    let names = Byline.names(inValue: value)
    let isPerson = value.pieces(between: [",", "，", "、", ";", "；", " "]).allSatisfy { Byline.isName($0) }
    if isPerson { header.byline = names } else { account = PaperName.cleaned(value) }
  }

  /// Pages describe themselves by sentences, or by their title and a list of keywords.
  private mutating func takeSummary(_ value: Substring) {
    let isTitle = header.title.map { value.starts(with: String($0)) } ?? false
    guard !isTitle, value.contains(anyOf: ["，", "。", ",", "."]), value.roughColumns >= Self.shortestSummary else {
      return passedOver.append(value)
    }
    header.summary = header.summary ?? String(value)
  }

  /// In columns.
  private static let shortestSummary = 20

  /// `['港口', '自动化']`, or one value.
  private static func list(_ value: Substring) -> [Substring] {
    guard let inner = value.enclosed(by: ["[": ["]"]]) else { return value == "[]" ? [] : [value] }
    return inner.pieces(between: [","]).map { $0.trimmed(of: ["'", "\""]) }.filter { !$0.isEmpty }
  }
}
