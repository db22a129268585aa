import Configuration
import NewsModel
import TextBasics
import Widgets

/// What lies over the panes and gets the keys first.
enum Overlay: Sendable {
  case picker(Picker)
  case prompt(PromptState)
  case confirmation(Confirmation)
}

/// A line of text being typed, above the line that tells what is wrong with it or what can be done.
struct PromptState: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case command
    case findInReader
    /// Narrows the list as it is typed; holds the filter and the selection to which Esc returns.
    case search(FilterStep)
    /// The filter as a query; the list follows every text that means something.
    case editFilter(FilterStep)
    case since
    case until
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
  }

  /// What Tab goes round in: the names that complete `stem`, the text before the first of them was put in.
  struct Completion: Sendable, Hashable {
    var stem: String
    var index: Int
  }

  var kind: Kind
  var field = TextField()
  /// What is wrong with the text as it stands.
  var mistake: QueryError?
  /// Why the library could not answer what the text asks.
  var failure: SafeText?
  /// What was typed is being looked for in the web.
  var isLooking = false
  /// Set while Tab steps through the names; typing ends it.
  var completion: Completion?
  /// The names among which one is being typed.
  var names: KnownNames?
  /// Set while ↑ and ↓ step through what was typed before; typing ends it.
  var history: HistoryPlace?

  /// Puts an older (1) or newer (−1) line of the history in place of the text; past the newest the draft returns.
  mutating func recall(_ step: Int, from lines: [String]) {
    let place = HistoryPlace(draft: history?.draft ?? field.text, steps: (history?.steps ?? 0) + step)
    guard (0...lines.count).contains(place.steps), place.steps != history?.steps else { return }
    history = place.steps == 0 ? nil : place
    field = TextField(text: place.steps == 0 ? place.draft : lines[lines.count - place.steps])
    completion = nil
  }
}

/// A question that is answered by y or n.
struct Confirmation: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    case bulk(BulkRequest)
    case undo(UndoStep)
    case replaceFile(ExportRequest)
    case stopExport
    case unsubscribe(Subscription)
  }

  var subject: Subject
  /// How many articles it concerns; nil until they are counted.
  var count: Int?
}

/// What the library has found for what lies over the panes.
enum OverlayEvent: Sendable {
  /// So many articles a question is about.
  case counted(Int)
  /// The names that a list offers.
  case offered([TermCount])
  /// The names that complete what is being typed.
  case completed([TermCount])
  /// The feeds at the address that was typed.
  case searched(FeedSearchResult)
  /// A theme that the reader looks at before choosing.
  case previewed(LoadedTheme)
  /// A theme that the reader has chosen; the last one stays where this one cannot be used.
  case chosen(LoadedTheme, named: String, insteadOf: Theme)
}

extension State {
  mutating func handle(_ event: OverlayEvent, _ effects: inout [Effect]) {
    switch event {
    case .counted(let count): confirm(count: count, &effects)
    case .offered(let terms): pickerLoaded(terms, &effects)
    case .completed(let terms): namesLoaded(terms)
    case .searched(.found(let feeds, let unexpected)): feedsFound(feeds, insteadOf: unexpected, &effects)
    case .searched(.unanswered(let reason, let address)): offer(overHTTP: address, reason)
    case .previewed(let theme): showPreview(theme)
    case .chosen(let theme, let name, let original): use(theme, named: name, insteadOf: original, &effects)
    }
  }
}
