import Foundation
import NewsModel
import Terminal
import TextBasics
import WebAddresses
import Widgets
import Wording

/// A line of text being typed, above the line that tells what is wrong with it or what can be done.
struct Prompt: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case command
    case findInReader
    /// Narrows the list as it is typed; holds the filter and the selection to which Esc returns.
    case search(FilterStep)
    /// The filter as a query; the list follows every text that means something.
    case editFilter(FilterStep)
    case since
    case until
    case asOf
    /// The name under which the filter of the text is kept.
    case saveQuery(text: String)
    case editSaved(SavedQuery)
    case renameSaved(Saved.Section, String)
    case ruleQuery(RuleDraft)
    case ruleName(RuleDraft)
    /// The file that articles go into.
    case export(ExportSelection)
    /// The address of a site or a feed.
    case addSource
    case editSource(SourceField, Subscription)
    /// What the analysis is to learn: the word, then what else its row needs.
    case lessonWord(LessonDraft)
    case lessonCompany(LessonDraft)
    case lessonCode(LessonDraft)
    /// The name under which a tag is shown from now on.
    case tagName(String)
  }

  let kind: Kind
  private(set) var field: TextField
  /// What is wrong with the text as it stands.
  private(set) var mistake: QueryError?
  /// Why the library could not answer what the text asks.
  private(set) var failure: SafeText?
  /// What was typed is being looked for in the web.
  private(set) var isLooking = false
  /// Set while Tab steps through the completions; typing ends it.
  private(set) var completion: Completion?
  /// The names among which one is being typed.
  private var names: KnownNames?
  /// The companies that may be meant by a text that was typed after `:`.
  private var companies: KnownCompanies?
  /// Set while ↑ and ↓ step through what was typed before; typing ends it.
  private var recalled: HistoryPlace?
  /// Texts that complete the line, where it is neither a command nor a query.
  private let suggestions: [String]

  init(_ kind: Kind, text: String = "", suggestions: [String] = []) {
    self.kind = kind
    field = TextField(text: text)
    self.suggestions = suggestions
  }

  /// A line with a text that typing replaces.
  init(_ kind: Kind, proposing text: String, suggestions: [String] = []) {
    self.init(kind, suggestions: suggestions)
    field = TextField(proposing: text)
  }

  mutating func update(
    _ event: Overlays.Event, in environment: Environment, history: inout TypedHistory
  ) -> Overlays.Step {
    switch event {
    case .key(let key): return handle(key, environment, &history)
    case .paste(let text):
      field.insert(text)
      return typed(environment)
    case .completed(let terms): names?.take(terms)
    case .companiesFound(let found): companies = found
    case .searched(let result): if isLooking { return show(result, environment.words) }
    case .failed(.discovery, let reason): if isLooking { lookingFailed(reason) }
    // Who types sees why, beside the last list that could be read.
    case .failed(.feed, let reason), .failed(.feedMargin, let reason): if kind.isFollowed { failure = reason }
    case .present, .mouse, .settle, .counted, .offered, .facetsRead, .failed: break
    }
    return .stay
  }
}

// MARK: - What is typed

extension Prompt {
  private mutating func handle(
    _ key: Key, _ environment: Environment, _ history: inout TypedHistory
  ) -> Overlays.Step {
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control), (.character("g"), .control): return cancel()
    case (.enter, _): return accept(&history)
    case (.backspace, _) where field.text.isEmpty: return cancel()
    case (.tab, _): return complete(step: 1, environment)
    case (.backTab, _): return complete(step: -1, environment)
    case (.up, _): return recall(1, environment, history)
    case (.down, _): return recall(-1, environment, history)
    default: return field.edit(with: key) ? typed(environment) : .stay
    }
  }

  /// The text is another one: neither a completion nor a line of the history any more.
  private mutating func typed(_ environment: Environment) -> Overlays.Step {
    completion = nil
    recalled = nil
    return follow(environment)
  }

  private mutating func complete(step: Int, _ environment: Environment) -> Overlays.Step {
    complete(with: completions(in: environment.presentation).map(\.text), step: step)
    recalled = nil
    return follow(environment)
  }

  /// Puts an older (1) or newer (−1) line of the history in place of the text; past the newest the draft returns.
  private mutating func recall(_ step: Int, _ environment: Environment, _ history: TypedHistory) -> Overlays.Step {
    guard let kind = kind.history else { return .stay }
    let lines = history.lines(kind)
    let place = HistoryPlace(draft: recalled?.draft ?? field.text, steps: (recalled?.steps ?? 0) + step)
    if (0...lines.count).contains(place.steps), place.steps != recalled?.steps {
      recalled = place.steps == 0 ? nil : place
      field = TextField(text: place.steps == 0 ? place.draft : lines[lines.count - place.steps])
      completion = nil
    }
    return follow(environment)
  }

  /// What follows from the text as it is typed: the list narrows, matches light up.
  private mutating func follow(_ environment: Environment) -> Overlays.Step {
    if kind.isQuery { return followQuery(environment) }
    switch kind {
    case .addSource:
      // What was looked for is of no use any more.
      isLooking = false
      failure = nil
      return Overlays.Step(outcomes: [.drop([.discovery])])
    case .findInReader: return Overlays.Step(outcomes: [.decided(.typing(kind, field.text, means: nil))])
    case .command: return followCommand()
    case .search, .editFilter, .since, .until, .asOf, .saveQuery, .editSaved, .renameSaved, .ruleQuery, .ruleName,
      .export, .editSource, .lessonWord, .lessonCompany, .lessonCode, .tagName:
      return .stay
    }
  }

  /// The list follows the text, where it is to. One that means nothing is told with its place, and the last list that meant something
  /// stays.
  private mutating func followQuery(_ environment: Environment) -> Overlays.Step {
    var step = Overlays.Step.stay
    do throws(QueryError) {
      let query = try environment.notation.parse(field.text, asksForArriving: kind.asksForArriving)
      mistake = nil
      failure = nil
      if kind.isFollowed { step.outcomes.append(.decided(.typing(kind, field.text, means: query))) }
    } catch {
      mistake = error
    }
    if let wanted = wantedNames, names?.field != wanted {
      names = KnownNames(field: wanted)
      step.outcomes.ask(CompletionRequest(field: wanted))
    }
    return step
  }

  /// What is typed after `:` may mean a company; of one letter nearly all would be one.
  private func followCommand() -> Overlays.Step {
    let text = field.text
    guard text.count > 1, !text.contains(" ") else { return Overlays.Step(outcomes: [.drop([.completion])]) }
    return Overlays.Step(outcomes: [.ask(CompanyNamesRequest(typed: text))])
  }

  private func cancel() -> Overlays.Step { Overlays.Step(isOver: true, outcomes: [.decided(.cancelled(kind))]) }

  /// A text that means nothing stays where it can be mended.
  private mutating func accept(_ history: inout TypedHistory) -> Overlays.Step {
    guard mistake == nil else { return .stay }
    let text = field.text.trimmingCharacters(in: .whitespaces)
    if kind == .addSource { return lookForFeeds(at: text) }
    if let kind = kind.history { history.remember(text, as: kind) }
    return Overlays.Step(isOver: true, outcomes: [.decided(.typed(kind, text))])
  }
}

// MARK: - Adding a source

// A source is added in two steps: what is at the address is looked for beside the screen, and one of the feeds found there is chosen
// where there are several. The line stays meanwhile, so that a wrong address can be mended.

extension Prompt {
  private mutating func lookForFeeds(at address: String) -> Overlays.Step {
    guard !address.isEmpty, !isLooking else { return .stay }
    isLooking = true
    failure = nil
    return Overlays.Step(outcomes: [.ask(DiscoveryRequest(address: address))])
  }

  private mutating func lookingFailed(_ reason: SafeText) {
    isLooking = false
    failure = reason
  }

  /// One feed is followed at once, unless it is another than the reader named.
  private mutating func show(_ result: FeedSearchResult, _ words: Words) -> Overlays.Step {
    switch result {
    case .unanswered(let reason, let address):
      // Enter tries the address over `http`.
      lookingFailed(SafeText(words.tryOverHTTP(reason.string)))
      field = TextField(text: address)
      return .stay
    case .found(let feeds, let unexpected):
      guard let first = feeds.first else {
        lookingFailed(SafeText(words.noFeedFound))
        return .stay
      }
      guard feeds.count > 1 || unexpected != nil else {
        return Overlays.Step(isOver: true, outcomes: [.decided(.found(first))])
      }
      let items = feeds.map { feed in
        Picker.Item(
          text: feed.shownTitle, detail: words.itemCount(feed.items),
          keywords: feed.newestTitles.joined(separator: " "), value: .feed(feed))
      }
      let title = unexpected.map(words.foundInstead) ?? words.foundFeeds
      let picker = Picker(.foundFeeds, title: title, items: items)
      return Overlays.Step(isOver: true, outcomes: [.present(.picker(picker))])
    }
  }
}

extension FoundFeed {
  /// Feeds of one site often have one title, so that the address stands beside it.
  fileprivate var shownTitle: String {
    [title.trimmingCharacters(in: .whitespacesAndNewlines), AddressSecrets.masked(address)].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }
}

/// The feeds at an address that the reader typed.
struct DiscoveryRequest: Request {
  static let slot = RequestSlot.discovery
  let address: String

  func response(from library: some Library) throws -> FeedSearchResult { try library.feeds(at: address) }

  func event(for result: FeedSearchResult) -> DashboardEvent { .overlays(.searched(result)) }
}

// MARK: - Completing

extension Prompt {
  /// What Tab goes round in: the texts that complete `stem`, the text before the first of them was put in.
  struct Completion: Sendable, Hashable {
    var stem: String
    var index: Int
  }

  /// What can stand at the end of the text: names of commands with what they are about, or parts of a query.
  func completions(in presentation: Presentation) -> [CompletionOffer] {
    let stem = completion?.stem ?? field.text
    if kind.isQuery { return QueryCompletion.offers(completing: stem, names: names, presentation.words) }
    let texts =
      kind == .command
      ? TypedCommand.completions(of: stem, presentation) + (companies?.typed == stem ? companies?.lines ?? [] : [])
      : suggestions.filter { $0.hasPrefix(stem) }
    return texts.map { CompletionOffer(text: $0) }
  }

  /// Whether the mistake is but a value that is still being typed, to which names are known: better shown than blamed.
  func canStillBecomeRight(in presentation: Presentation) -> Bool {
    let text = field.text
    guard kind.isQuery, let mistake, mistake.range.upperBound == text.count,
      case .value = QueryCompletion(of: text, caret: text.count)?.subject
    else { return false }
    return !completions(in: presentation).isEmpty
  }

  /// The end of a text that a completion replaces: the part of a query being typed, and else the whole line.
  private func completedPart(of text: String) -> String {
    !kind.isQuery ? text : String(text.suffix(QueryCompletion(of: text, caret: text.count)?.range.count ?? 0))
  }

  /// Completes as far as the texts agree, then steps through them, around the end.
  private mutating func complete(with texts: [String], step: Int) {
    guard let first = texts.first else { return }
    let stem = completion?.stem ?? field.text
    let typed = completedPart(of: stem)
    func line(_ ending: String) -> String { stem.dropLast(typed.count) + ending }
    let shared = texts.reduce(first) { $0.commonPrefix(with: $1) }
    // A name that was found by its reading does not begin with what was typed.
    if completion == nil, shared != typed, shared.hasPrefix(typed) {
      field = TextField(text: line(shared))
      return
    }
    let next =
      completion.map { ($0.index + step + texts.count) % texts.count } ?? (step > 0 ? 0 : texts.count - 1)
    completion = Completion(stem: stem, index: next)
    field = TextField(text: line(texts[next]))
  }

  /// The field whose names may stand where the text ends.
  private var wantedNames: QueryField? {
    guard case .value(let field) = QueryCompletion(of: field.text, caret: field.text.count)?.subject else { return nil }
    return field.hasKnownNames ? field : nil
  }
}

// MARK: - Kinds

extension Prompt.Kind {
  /// The lines to which a line of this kind is added; nil where none are kept.
  fileprivate var history: TypedHistory.Kind? {
    switch self {
    case .command: .command
    case .search, .findInReader: .search
    case .editFilter, .editSaved, .ruleQuery: .filter
    case .since, .until, .asOf, .saveQuery, .renameSaved, .ruleName, .export, .addSource, .editSource, .lessonWord,
      .lessonCompany, .lessonCode, .tagName:
      nil
    }
  }

  /// The list to which Esc returns; nil where the list does not follow the text.
  var origin: FilterStep? {
    switch self {
    case .search(let origin), .editFilter(let origin): origin
    case .command, .findInReader, .since, .until, .asOf, .saveQuery, .editSaved, .renameSaved, .ruleQuery, .ruleName,
      .export,
      .addSource, .editSource, .lessonWord, .lessonCompany, .lessonCode, .tagName:
      nil
    }
  }

  /// Whether the list follows the text.
  var isFollowed: Bool { origin != nil }

  /// Whether the text is a query of news as it arrives.
  fileprivate var asksForArriving: Bool { if case .ruleQuery = self { true } else { false } }

  /// Whether the text is a query, so that it can be completed and its mistakes are told.
  fileprivate var isQuery: Bool {
    switch self {
    case .search, .editFilter, .editSaved, .ruleQuery: true
    case .command, .findInReader, .since, .until, .asOf, .saveQuery, .renameSaved, .ruleName, .export, .addSource,
      .editSource,
      .lessonWord, .lessonCompany, .lessonCode, .tagName:
      false
    }
  }
}

/// Lines that were typed before, newest last, for ↑ and ↓ in the prompts; kept for the next start.
struct TypedHistory: Codable, Hashable, Sendable {
  /// Lines of one kind that are kept.
  static let limit = 50

  enum Kind: String, CodingKey, CaseIterable {
    case search
    case filter
    case command
  }

  private var lines: [Kind: [String]] = [:]

  init() {}

  func lines(_ kind: Kind) -> [String] { lines[kind] ?? [] }

  /// Takes a line in as the newest; one that was typed before moves there.
  mutating func remember(_ line: String, as kind: Kind) {
    guard !line.isEmpty else { return }
    var kept = lines(kind).filter { $0 != line }
    kept.append(line)
    lines[kind] = Array(kept.suffix(Self.limit))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    for kind in Kind.allCases { lines[kind] = try container.decodeIfPresent([String].self, forKey: kind) }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Kind.self)
    for (kind, lines) in lines { try container.encode(lines, forKey: kind) }
  }
}

/// Where in the history a prompt stands while ↑ and ↓ step through it.
struct HistoryPlace: Hashable, Sendable {
  /// What was typed before the first step: ↓ comes back to it.
  var draft: String
  /// Steps back from the draft, from 1.
  var steps: Int
}
