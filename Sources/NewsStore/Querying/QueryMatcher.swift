internal import NewsModel
internal import RegularExpressions
internal import TextBasics

/// Asks of an article in memory whether a query means it: the same answer that the SQL of `QueryCompiler` gives for its rows.
struct QueryMatcher {
  private let condition: Condition
  private let looksAtMuted: Bool

  /// Patterns are made ready once, for many articles.
  init(_ query: Query) {
    condition = Condition(query)
    looksAtMuted = query.looksAtMuted
  }

  /// Whether the query means the article, of which the body must be there.
  func matches(_ article: StoredArticle, _ terms: TermLookup) throws -> Bool {
    guard looksAtMuted || !article.status.isMuted else { return false }
    return try condition.holds(for: article, terms)
  }
}

/// A query with its patterns ready.
private indirect enum Condition {
  case all
  case and([Condition])
  case or([Condition])
  case not(Condition)
  case term(TermKind, String)
  case read(Bool)
  case starred
  case stub
  case muted
  case since(Timestamp)
  case until(Timestamp)
  case title(TextPattern)
  case text(TextPattern)
  case author(TextPattern)
  /// A pattern that is wrong matches nothing.
  case regex(RegularExpression?)

  init(_ query: Query) {
    switch query {
    case .all: self = .all
    case .and(let terms): self = .and(terms.map(Condition.init))
    case .or(let terms): self = .or(terms.map(Condition.init))
    case .not(let term): self = .not(Condition(term))
    case .tag(let name): self = .term(.tag, name)
    case .source(let name): self = .term(.source, name)
    case .label(let name): self = .term(.label, name)
    case .unread: self = .read(false)
    case .read: self = .read(true)
    case .starred: self = .starred
    case .stub: self = .stub
    case .muted: self = .muted
    case .since(let moment): self = .since(moment)
    case .until(let moment): self = .until(moment)
    case .title(let text): self = .title(TextPattern(text))
    case .text(let text): self = .text(TextPattern(text))
    case .author(let name): self = .author(TextPattern(name))
    case .regex(let pattern): self = .regex(try? RegularExpression(pattern))
    }
  }

  func holds(for article: StoredArticle, _ terms: TermLookup) throws -> Bool {
    switch self {
    case .all: true
    case .and(let conditions): try conditions.allSatisfy { try $0.holds(for: article, terms) }
    case .or(let conditions): try conditions.contains { try $0.holds(for: article, terms) }
    case .not(let condition): try !condition.holds(for: article, terms)
    case .term(let kind, let name): try terms.id(kind, name).map { article.has($0, kind) } ?? false
    case .read(let isRead): article.status.isRead == isRead
    case .starred: article.status.isStarred
    case .stub: article.isStub
    case .muted: article.status.isMuted
    case .since(let moment): article.published >= moment
    case .until(let moment): article.published < moment
    case .title(let pattern): pattern.isContained(in: article.title)
    case .text(let pattern): article.texts.contains { pattern.isContained(in: $0) }
    case .author(let pattern): pattern.isContained(in: article.body.byline ?? "")
    case .regex(let expression): expression.map { article.texts.contains(where: $0.matches) } ?? false
    }
  }
}

/// Text to be looked for in other text, both folded.
private struct TextPattern {
  private let folded: [UInt8]

  init(_ text: String) { folded = Array(Folding.fold(text).utf8) }

  func isContained(in text: String) -> Bool { Array(Folding.fold(text).utf8).contains(folded) }
}

extension StoredArticle {
  fileprivate func has(_ term: Int64, _ kind: TermKind) -> Bool {
    switch kind {
    case .everything: true
    case .source: source == term
    case .label: label == term
    case .tag: tags.page.contains(term) || tags.own.contains(term)
    }
  }

  /// What words and regular expressions are looked for in, one by one.
  fileprivate var texts: [String] {
    [title, body.summary ?? ""]
      + body.blocks.withUnsafeBytes { blocks in
        BodyTexts(blocks.bindMemory(to: UInt8.self)).map { String(decoding: $0, as: UTF8.self) }
      }
  }
}
