import NewsModel
import RegularExpressions
import TextBasics

/// Asks of an article in memory whether a query means it: the same answer that the SQL of `QueryCompiler` gives for its rows.
struct QueryMatcher {
  private let condition: Condition
  private let looksAtMuted: Bool

  /// Patterns are made ready once, for many articles.
  init(_ query: Query) {
    condition = Condition(query)
    looksAtMuted = query.looksAtMuted
  }

  /// Whether the query means the article, whose body must be there.
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
  case figure(FigureCondition)
  case read(Bool)
  case starred
  case stub
  case muted
  case since(Timestamp)
  case until(Timestamp)
  case seen(Query.Visit)
  case changed
  case withdrawn
  case session(SessionCondition)
  case trait(ArticleTrait)
  case folder(String)
  case address(AddressCondition)
  case title(FoldedPattern)
  case text(FoldedPattern)
  case author(FoldedPattern)
  /// A pattern that is wrong matches nothing.
  case regex(RegularExpression?)

  init(_ query: Query) {
    switch query {
    case .all: self = .all
    case .and(let terms): self = .and(terms.map(Condition.init))
    case .or(let terms): self = .or(terms.map(Condition.init))
    case .not(let term): self = .not(Condition(term))
    case .term(let field, let name): self = .term(TermKind(field), name)
    case .figure(let condition): self = .figure(condition)
    case .unread: self = .read(false)
    case .read: self = .read(true)
    case .starred: self = .starred
    case .stub: self = .stub
    case .muted: self = .muted
    case .since(let moment): self = .since(moment)
    case .until(let moment): self = .until(moment)
    case .seen(let visit): self = .seen(visit)
    // Which version of an article is meant is decided before it is looked at.
    case .asOf: self = .all
    case .sort: self = .all
    case .changed: self = .changed
    case .withdrawn: self = .withdrawn
    case .session(let condition): self = .session(condition)
    case .trait(let trait): self = .trait(trait)
    case .folder(let name): self = .folder(name)
    case .address(let condition): self = .address(condition)
    case .title(let text): self = .title(FoldedPattern(text))
    case .text(let text): self = .text(FoldedPattern(text))
    case .author(let name): self = .author(FoldedPattern(name))
    case .regex(let pattern): self = .regex(RegularExpression.ifValid(pattern))
    }
  }

  func holds(for article: StoredArticle, _ terms: TermLookup) throws -> Bool {
    switch self {
    case .all: true
    case .and(let conditions): try conditions.allSatisfy { try $0.holds(for: article, terms) }
    case .or(let conditions): try conditions.contains { try $0.holds(for: article, terms) }
    case .not(let condition): try !condition.holds(for: article, terms)
    case .term(let kind, let name): try terms.ids(kind, name).contains { article.has($0, kind) }
    case .figure(let condition): article.facets.hasFigure(condition)
    case .read(let isRead): article.status.isRead == isRead
    case .starred: article.status.isStarred
    case .stub: article.isStub
    case .muted: article.status.isMuted
    case .since(let moment): article.published >= moment
    case .until(let moment): article.published < moment
    case .seen(let visit): try article.arrived.map { $0.rawValue >= (try terms.first(since: visit)) } ?? false
    case .changed: article.change != .none
    case .withdrawn: article.withdrawn != nil
    case .session(let condition): condition.holds(at: article.published)
    case .trait(let trait): article.presentTraits.passes(ArticleTraits.test(trait))
    case .folder(let name): try article.body.feed.map { try terms.feeds(inFolder: name).contains($0) } ?? false
    case .address(let condition): condition.matches(article.body.details.url)
    case .title(let pattern): article.title.withBytes(pattern.isContained)
    case .text(let pattern): article.hasText(where: pattern.isContained)
    case .author(let pattern): (article.body.details.byline ?? "").withBytes(pattern.isContained)
    case .regex(let expression):
      expression.map { expression in article.hasText { expression.matches(String(decoding: $0, as: UTF8.self)) } }
        ?? false
    }
  }
}

extension StoredArticle {
  fileprivate func has(_ term: Int64, _ kind: TermKind) -> Bool {
    switch kind {
    case .everything: true
    case .source: source == term
    case .label: label == term
    case .tag: tags.page.contains(term) || tags.own.contains(term)
    case .company, .event, .topic, .tone, .keyword: facets.terms(of: kind).contains(term)
    }
  }

  /// Whether the title, the summary or a text of the body is as wanted: where words and regular expressions are looked for.
  fileprivate func hasText(where isWanted: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    title.withBytes(isWanted) || (body.details.summary ?? "").withBytes(isWanted)
      || body.blocks.withUnsafeBytes { BodyTexts($0.bindMemory(to: UInt8.self)).contains(where: isWanted) }
  }
}

extension String {
  fileprivate func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    var text = self
    return text.withUTF8(body)
  }
}
