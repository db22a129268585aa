import NewsModel
import TextScanning

/// What the head of a page, and fields elsewhere on it, say about the article.
package struct PageHeader {
  package var title: Substring?
  package var originalTitle: Substring?
  package var source: String?
  package var byline: String?
  /// The paper that the writer works for, as the byline says.
  package private(set) var employer: String?
  package var published: FoundDate?
  package var updated: FoundDate?
  package var summary: String?
  package var url: String?
  package var tags: [String] = []
  /// A key whose value must stand on the next line.
  package private(set) var pending: FieldKey?
  /// Lines that were read as fields of which nothing is kept: editors, numbers of readers, buttons.
  package private(set) var passedOver: [Substring] = []

  package init() {}

  /// Whether the page says when it was published, or at least changed.
  package var date: FoundDate? { published ?? updated }

  /// Takes the value of a key that stood alone on the line before: `By`, then `Ann Poe`.
  package mutating func take(_ value: Substring, asValueOf key: FieldKey) -> Bool { takePending(value, for: key) }

  /// Takes the summary that stands below the word for it.
  package mutating func takeSummary(_ text: String) {
    pending = nil
    summary = text
  }

  /// Takes a time of day that a dump set apart from its date.
  package mutating func takeClock(_ line: Substring) -> Bool {
    guard published != nil, published?.clock == nil, let clock = DateParsing.clock(line) else { return false }
    published?.clock = clock
    return true
  }

  /// Takes an address that stands alone on its line.
  package mutating func takeAddress(_ line: Substring) -> Bool {
    let line = line.trimmed(of: ["<", ">", "(", ")"])
    guard line.starts(with: "http"), line.utf8.count <= 2_000, !line.unicodeScalars.contains(where: \.isBlank),
      line.holds("://")
    else { return false }
    url = url ?? String(line)
    return true
  }

  /// Takes from `other` what is not known, of its dates only full ones.
  package mutating func fillGaps(from other: PageHeader) {
    if date == nil, let date = other.published, date.year != nil { published = date }
    source = source ?? other.source
    byline = byline ?? other.byline
    employer = employer ?? other.employer
    url = url ?? other.url
    summary = summary ?? other.summary
    originalTitle = originalTitle ?? other.originalTitle
    tags += other.tags.filter { !tags.contains($0) }
    passedOver += other.passedOver
  }

  /// Whether a date says more than what is known: anything, or the time of day of the same day.
  package func isNews(_ date: FoundDate) -> Bool {
    guard let published else { return true }
    return published.clock == nil && date.clock != nil && published.year == date.year
      && published.month == date.month && published.day == date.day
  }

  /// Takes the line in where it is part of a page's head: fields, a date, a byline, the value of a key before it.
  package mutating func take(_ line: Substring) -> Bool {
    if let key = pending {
      pending = nil
      if takePending(line, for: key) { return true }
    }
    if takeFields(line.enclosed(by: Punctuation.allBrackets) ?? line, isHead: true) { return true }
    if Byline.names(in: line) == nil, let marked = Self.withColons(line),
      takeFields(marked, isHead: true, written: line)
    {
      return true
    }
    return takeDateLine(line) || takeByline(line) || takeCredit(line) || takeAddress(line)
  }

  /// Takes a line within the body that is nothing but fields which no article's text has.
  package mutating func takeInBody(_ line: Substring) -> Bool {
    let inner = line.enclosed(by: Punctuation.allBrackets) ?? line
    return takeFields(inner, isHead: false) || takeCredit(inner)
  }

  /// Takes a line that is nothing but a full date, where none is known yet.
  package mutating func takeBareDate(_ line: Substring) -> Bool {
    guard date == nil, let found = DateParsing.whole(line), found.year != nil else { return false }
    published = found
    return true
  }

  /// Takes the date and the source that a line below the text names with their keys, where none are known yet; some pages have their
  /// fields there: `版权声明 来源：某报 时间：2022-06-15 05:42`.
  package mutating func takeBelowText(_ line: Substring) -> Bool {
    guard date == nil || source == nil, line.fits(Self.longestLine), let fields = FieldLine(line)?.fields else {
      return false
    }
    let known = (date, source)
    for field in fields {
      switch field.key {
      case .published:
        if date == nil, let found = DateParsing.first(in: field.value), found.year != nil { published = found }
      case .source: if source == nil, !field.value.endsSentence { takeSource(field.value) }
      default: break
      }
    }
    return known != (date, source)
  }

  /// Takes a source and a full date in brackets, as some pages end: `(某报 2022年6月15日 05:42)`.
  package mutating func takeClosingNote(_ line: Substring) -> Bool {
    guard date == nil, let inner = line.enclosed(by: Punctuation.roundBrackets),
      DateParsing.first(in: inner)?.year != nil
    else { return false }
    return takeDateLine(inner)
  }
}

// MARK: - Fields

extension PageHeader {
  private static let longestLine = 180

  /// - Parameter written: the line as the page has it, where it is read in another form.
  private mutating func takeFields(_ line: Substring, isHead: Bool, written: Substring? = nil) -> Bool {
    if let value = Self.labelledSummary(line) {
      guard isHead, summary == nil else { return false }
      if value.isEmpty { pending = .summary } else { summary = String(value) }
      return true
    }
    if !isHead { guard Self.mayStandInBody(line) else { return false } }
    guard line.fits(Self.longestLine), let parsed = FieldLine(line) else {
      return false
    }
    let isMeta = parsed.fields.allSatisfy { field in
      switch field.key {
      case .previous, .next, .related, .foot, .figure, .summary: false
      default: true
      }
    }
    guard isMeta, !parsed.fields.contains(where: { $0.value.contains(anyOf: ["。"]) }) else { return false }
    // Who asks in an interview is no author.
    if parsed.fields.contains(where: { $0.key == .author && $0.value.endsSentence && !Self.endsInInitial($0.value) }) {
      return false
    }
    if !parsed.lead.isEmpty {
      guard takeLead(parsed.lead, isAmongFields: parsed.fields.contains { $0.key.isStrong }) else { return false }
    }
    for field in parsed.fields { take(field) }
    if parsed.lead.isEmpty, parsed.fields.allSatisfy({ !$0.value.isEmpty && isPassedOver($0.key) }) {
      passedOver.append(written ?? line)
    }
    if isHead, let last = parsed.fields.last, last.value.isEmpty { pending = last.key }
    return true
  }

  /// `Ann Poe Jr.`
  private static func endsInInitial(_ value: Substring) -> Bool {
    value.utf8.last == UInt8(ascii: ".") && (value.words.last?.utf8.count ?? 0) <= 3
  }

  /// What stands behind `摘要:` or `【核心提示】`; nil for other lines.
  private static func labelledSummary(_ line: Substring) -> Substring? {
    if let (key, value) = FieldLine.key(at: line) { return key == .summary ? value.trimmed : nil }
    guard let closing = line.unicodeScalars.first.flatMap({ Punctuation.squareBrackets[$0] }),
      let (key, rest) = FieldKey.table.match(Substring(line.unicodeScalars.dropFirst())), key == .summary,
      let mark = rest.unicodeScalars.first, closing.contains(mark)
    else { return nil }
    let value = Substring(rest.unicodeScalars.dropFirst()).trimmed
    let isMarkedToo = value.unicodeScalars.first.map(Punctuation.colons.contains) ?? false
    return isMarkedToo ? Substring(value.unicodeScalars.dropFirst()).trimmed : value
  }

  /// `来源｜某报`, `编辑/张三`; captions are the body's.
  private mutating func takeCredit(_ line: Substring) -> Bool {
    guard let credit = CreditLine(line), credit.key != .figure else { return false }
    take(FieldLine.Field(key: credit.key, value: credit.value))
    if isPassedOver(credit.key) { passedOver.append(line) }
    return true
  }

  /// Whether a line of the body begins with a field, and not with who speaks in an interview.
  private static func mayStandInBody(_ line: Substring) -> Bool {
    guard let (key, value) = FieldLine.key(at: line), key.isStrong else { return false }
    switch key {
    case .author: return Byline.names(in: line) != nil || FieldLine(line).map { $0.fields.count > 1 } ?? false
    // `媒体：邻国称设备被提前植入炸药` reports what media say.
    case .source: return !value.endsSentence && (!line.starts(with: "媒体") || value.trimmed.fits(20))
    case .editor: return !value.endsSentence
    default: return true
    }
  }

  /// The line with colons behind words that are keys, where crawlers dropped them: `发布时间 2022-06-15 来源 某报`.
  private static func withColons(_ line: Substring) -> Substring? {
    guard line.utf8.count <= 300 else { return nil }
    var isMarked = false
    let all = line.words
    let words = all.indices.map { index -> String in
      let word = all[index]
      let isFollowed = index + 1 < all.count && !["on", "by", "at"].contains(all[index + 1].lowercased())
      guard let (key, rest) = FieldKey.table.match(word), rest.isEmpty, key.isStrong, word.utf8.count >= 6, isFollowed
      else {
        return String(word)
      }
      isMarked = true
      return word + ":"
    }
    guard isMarked, words.count >= 2, words.first?.hasSuffix(":") ?? false || DateParsing.first(in: line) != nil else {
      return nil
    }
    return words.joined(separator: " ")[...]
  }

  /// Whether nothing is kept of such a field.
  private func isPassedOver(_ key: FieldKey) -> Bool {
    switch key {
    case .editor, .boilerplate: true
    case .originalTitle: title != nil
    case .title, .source, .author, .published, .updated, .tags, .summary, .url, .previous, .next, .related, .foot,
      .figure:
      false
    }
  }

  private mutating func take(_ field: FieldLine.Field) {
    let value = field.value
    guard !value.isEmpty else { return }
    switch field.key {
    case .title: if title == nil { title = value }
    case .originalTitle: originalTitle = value
    case .source: takeSource(value)
    case .author:
      let (names, date) = Self.cutDate(from: value)
      if published == nil, let date { published = date }
      if byline == nil { byline = Byline.names(inValue: names) }
    case .published: takePublished(value)
    case .updated: if updated == nil { updated = DateParsing.first(in: value) }
    case .tags: if TagList.looksLikeTags(value) { tags += TagList.split(value) }
    case .summary: if summary == nil { summary = String(value) }
    case .url: if url == nil, let first = value.words.first, first.holds("://") { url = String(first) }
    case .editor, .boilerplate, .figure, .previous, .next, .related, .foot:
      // A date may stand behind the last of them.
      if published == nil, let date = Self.cutDate(from: value).date, date.year != nil { published = date }
    }
  }

  private mutating func takeSource(_ value: Substring) {
    let (whole, date) = Self.cutDate(from: value)
    if published == nil, let date { published = date }
    let (name, writers) = Self.cutWriters(from: whole)
    if byline == nil, let writers { byline = writers }
    source = source ?? PaperName.cleaned(name)
  }

  /// `南湾日报 记者 林一帆`: the writer behind the source, on one line.
  private static func cutWriters(from value: Substring) -> (source: Substring, names: String?) {
    for word in value.words.dropFirst() where ["记者", "記者", "作者"].contains(where: { word.hasPrefix($0) }) {
      guard let names = Byline.names(in: value[word.startIndex...]) else { continue }
      return (value[..<word.startIndex].trimmed, names)
    }
    return (value, nil)
  }

  private mutating func takePublished(_ value: Substring) {
    guard let found = DateParsing.whole(value) ?? DateParsing.first(in: value), isNews(found) else { return }
    published = found
    guard source == nil, DateParsing.whole(value) == nil, found.range.lowerBound == 0 || !found.isFull else { return }
    let rest = Self.cutDate(from: value).rest
    if rest.fits(24), !HeadNoise.matches(rest) { source = PaperName.cleaned(rest) }
  }

  private mutating func takePending(_ line: Substring, for key: FieldKey) -> Bool {
    guard FieldLine(line) == nil else { return false }
    if key == .summary {
      summary = String(line)
      return true
    }
    guard line.fits(40) else { return false }
    switch key {
    case .published, .updated: guard DateParsing.whole(line) != nil else { return false }
    case .source, .author, .editor: guard line.fits(24), !line.endsSentence else { return false }
    case .boilerplate: guard line.unicodeScalars.allSatisfy({ $0.isASCIIDigit || $0 == "," }) else { return false }
    default: return false
    }
    take(FieldLine.Field(key: key, value: line))
    return true
  }

}

// MARK: - Lines without keys

extension PageHeader {
  private static let longestDateLine = 110

  /// What may stand before the first key: a date, and the source's name.
  private mutating func takeLead(_ lead: Substring, isAmongFields: Bool) -> Bool {
    if takeDateLine(lead) { return true }
    guard isAmongFields, source == nil, PaperName.isName(lead), let name = PaperName.cleaned(lead) else { return false }
    source = name
    return true
  }

  /// A date with at most a source and an author beside it.
  private mutating func takeDateLine(_ line: Substring) -> Bool {
    guard line.fits(Self.longestDateLine) else { return false }
    if let whole = DateParsing.whole(line) {
      guard whole.year != nil || whole.clock != nil else { return false }
      if isNews(whole) { published = whole }
      return true
    }
    guard let date = DateParsing.first(in: line), date.year != nil || date.clock != nil, !date.isWeak else {
      return false
    }
    let before = line.prefix(bytes: date.range.lowerBound)
    let after = line.dropFirst(bytes: date.range.upperBound)
    // A full date with its time may be glued to a name; others may as well belong to a sentence.
    guard date.isFull || (Self.isDelimited(before.unicodeScalars.last) && Self.isDelimited(after.unicodeScalars.first))
    else {
      return false
    }
    let names = Self.names(in: before) + Self.names(in: after)
    guard names.count <= 3, names.allSatisfy({ PaperName.isName($0) || Byline.names(in: $0) != nil }) else {
      return false
    }
    // Without a time of day, "2022年6月15日 某地" may as well begin a text.
    guard date.clock != nil || names.allSatisfy({ $0.fits(24) }) else { return false }
    // The page is dated already: what a further date stands before is a line of a timeline.
    guard isNews(date) || names.isEmpty else { return false }
    if isNews(date) { published = date }
    take(names)
    return true
  }

  /// Takes the names that stand beside a date: the paper's, then the writer's, unless they tell themselves which is which.
  private mutating func take(_ names: [Substring]) {
    let isWriterFirst = names.count == 2 && !PaperName.isHouse(names[0]) && PaperName.isHouse(names[1])
    for name in isWriterFirst ? names.reversed() : names {
      if let writers = Byline.names(in: name) {
        byline = byline ?? writers
      } else if source == nil {
        source = PaperName.cleaned(name)
      } else if byline == nil {
        byline = Byline.names(inValue: name)
      }
    }
  }

  private mutating func takeByline(_ line: Substring) -> Bool {
    guard let names = Byline.names(in: line) else { return false }
    byline = byline ?? names
    takeEmployer(line)
    return true
  }

  /// Takes the paper that a line of writers names.
  package mutating func takeEmployer(_ byline: Substring) { employer = employer ?? Byline.employer(in: byline) }

  private static func isDelimited(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    return scalar.isBlank || Punctuation.fieldSeparators.contains(scalar) || Punctuation.closing.contains(scalar)
      || scalar == "(" || scalar == "（" || scalar == "["
  }

  /// The names beside a date: between marks, and where they are Chinese between blanks.
  private static func names(in text: Substring) -> [Substring] {
    return text.pieces(between: nameSeparators).flatMap { piece -> [Substring] in
      if Byline.names(in: piece) != nil || !piece.unicodeScalars.contains(where: \.isIdeograph) { return [piece] }
      return piece.words
    }
    .map { $0.trimmed(of: ["-"]) }
    .filter {
      $0.unicodeScalars.contains(where: \.isWordlike) && !DateWords.padding.contains($0.lowercased())
        && !HeadNoise.isWord($0) && !remarks.contains($0) && !isKey($0)
    }
  }

  /// Whether a word names a field, and its colon was dropped: `发布时间 2022-06-15 来源：某报`.
  private static func isKey(_ word: Substring) -> Bool {
    guard word.unicodeScalars.first?.isIdeograph ?? false, let (key, rest) = FieldKey.table.match(word) else {
      return false
    }
    return rest.isEmpty && key.isStrong
  }

  /// What pages write behind a name and a date: how the article came about.
  private static let remarks: Set<Substring> = ["整理", "综合", "编译", "报道", "专稿", "原创", "转载"]

  private static let nameSeparators =
    Punctuation.fieldSeparators.union(["(", ")", "（", "）", "[", "]"]).subtracting(["-"])

  private static func cutDate(from value: Substring) -> (rest: Substring, date: FoundDate?) {
    guard let date = DateParsing.first(in: value), date.year != nil || date.clock != nil, !date.isWeak else {
      return (value, nil)
    }
    let before = value.prefix(bytes: date.range.lowerBound)
    let after = value.dropFirst(bytes: date.range.upperBound)
    let rest = before.trimmed.isEmpty ? after : before
    return (rest.trimmed(of: Punctuation.fieldSeparators.union(["(", "（", "[", "【"])), date)
  }
}
