package import NewsModel
package import TextBasics
import Wording

/// Changes of many articles: the reader is asked before one begins, and one goes on at a time.
struct Bulk: Feature {
  enum Event: Sendable {
    /// Asks what is to be done to all articles of a query; the length of their list is told where it is known.
    case open(for: Query, named: String, length: String?)
    /// What goes on can be stopped.
    case offerToStop
    case chosen(Picker.Value, for: Query)
    /// Asks before many articles change, with their number as soon as that is known.
    case confirm(BulkRequest)
    case begin(BulkRequest)
    case undo(UndoStep.ID)
    /// Nothing was done since the start; but the store remembers what was done to many articles before.
    case stepsLoaded([UndoStep])
    case ended(BulkEnd)
  }

  /// A change is going on.
  private(set) var isRunning = false

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    var outcomes: [Outcome] = []
    let words = environment.words
    switch event {
    case .open(let query, let name, let length):
      let items = Self.items(for: query, environment.presentation)
      outcomes.append(.present(.picker(Picker(.bulk(query), title: words.bulkTitle(name, length), items: items))))
    case .offerToStop:
      let items = [Picker.Item(text: words.stopBulk, value: .stopBulk)]
      outcomes.append(.present(.picker(Picker(.bulk(.all), title: words(Command.bulk.title), items: items))))
    case .chosen(let value, let query): accept(value, query, words, &outcomes)
    case .confirm(let request): confirm(request, words, &outcomes)
    case .begin(let request):
      isRunning = true
      outcomes.append(.effect(.bulk(request, label: SafeText(words.names(of: request.actions)))))
    case .undo(let step):
      isRunning = true
      outcomes.append(.effect(.undoBulk(step, label: SafeText(words(Command.undo.title)))))
    case .stepsLoaded(let steps):
      if let newest = steps.first {
        outcomes.append(.present(.confirmation(Confirmation(.undo(newest), count: newest.articles))))
      } else {
        outcomes.notify(words.nothingToUndo)
      }
    case .ended(let end): finish(end, words, &outcomes)
    }
    return outcomes
  }

  private static func items(for query: Query, _ presentation: Presentation) -> [Picker.Item] {
    let words = presentation.words
    let mute: [StatusAction] = query.looksAtMuted ? [.unmute] : [.mute]
    func item(_ action: StatusAction) -> Picker.Item {
      Picker.Item(text: words.name(of: action), value: .action(action))
    }
    return [.read, .unread, .star, .unstar].map(item) + [
      Picker.Item(text: words.addTag + presentation.symbols.ellipsis, value: .askTag),
      Picker.Item(text: words.removeTag + presentation.symbols.ellipsis, value: .askUntag),
    ] + mute.map(item)
  }

  private func accept(_ value: Picker.Value, _ query: Query, _ words: Words, _ outcomes: inout [Outcome]) {
    switch value {
    case .action(let action): confirm(BulkRequest([action], matching: query), words, &outcomes)
    case .askTag: outcomes.append(.chooseTag(.bulk(query, adds: true)))
    case .askUntag: outcomes.append(.chooseTag(.bulk(query, adds: false)))
    case .stopBulk: outcomes.append(.effect(.stopBulk))
    case .term, .subject, .command, .theme, .article, .link, .filter, .subscription, .company, .feed, .handoff, .output,
      .lesson, .event,
      .nothing:
      break
    }
  }

  private func confirm(_ request: BulkRequest, _ words: Words, _ outcomes: inout [Outcome]) {
    guard !isRunning else {
      outcomes.notify(words.stillChanging)
      return
    }
    outcomes.append(.present(.confirmation(Confirmation(.bulk(request)))))
    outcomes.ask(AffectedCountRequest(query: request.affected))
  }

  private mutating func finish(_ end: BulkEnd, _ words: Words, _ outcomes: inout [Outcome]) {
    isRunning = false
    outcomes.append(.progressEnded)
    switch end {
    case .changed(let request, let outcome):
      if let step = outcome.undoStep { outcomes.append(.remember(.bulk(step))) }
      outcomes.append(.manyChanged(by: request))
      outcomes.notify(words.changed(request.actions, articles: outcome.articles, wasCancelled: outcome.wasCancelled))
    case .undone(let outcome):
      outcomes.append(.manyChanged(by: nil))
      outcomes.notify(words.undone(articles: outcome.articles, wasCancelled: outcome.wasCancelled))
    case .nothingToUndo: outcomes.notify(words.nothingToUndo)
    case .failed(let reason): outcomes += [.manyChanged(by: nil), .notify(reason, isError: true)]
    }
  }
}

/// How many articles a change can change.
struct AffectedCountRequest: Request {
  static let slot = RequestSlot.confirmation
  let query: Query

  func response(from library: some Library) throws -> Int { try library.count(query) }

  func event(for count: Int) -> DashboardEvent { .overlays(.counted(count)) }
}

/// The changes of many articles that can be undone.
struct UndoStepsRequest: Request {
  static let slot = RequestSlot.undo

  func response(from library: some Library) throws -> [UndoStep] { try library.undoSteps() }

  func event(for steps: [UndoStep]) -> DashboardEvent { .bulk(.stepsLoaded(steps)) }
}

/// A change of all articles that match a query, as the reader asks for it.
package struct BulkRequest: Hashable, Sendable {
  package var query: Query
  package var actions: [StatusAction]

  package init(_ actions: [StatusAction], matching query: Query) {
    self.query = query
    self.actions = actions
  }

  /// The articles that it can change.
  var affected: Query { .allOf([query, StatusAction.candidates(of: actions)]) }

  /// Whether articles leave or join lists that do not ask for muted ones.
  var movesArticles: Bool { actions.contains(.mute) || actions.contains(.unmute) }
}

/// How a change of many articles ended.
package enum BulkEnd: Hashable, Sendable {
  case changed(BulkRequest, BulkOutcome)
  case undone(BulkOutcome)
  case nothingToUndo
  /// The text says why.
  case failed(SafeText)
}

/// What a change of many articles did. Its keys may be a million, so they stay with the store.
package struct BulkOutcome: Hashable, Sendable {
  package var articles: Int
  /// What undoes it; nil where nothing changed.
  package var undoStep: UndoStep.ID?
  package var wasCancelled: Bool

  package init(articles: Int, undoStep: UndoStep.ID? = nil, wasCancelled: Bool = false) {
    self.articles = articles
    self.undoStep = undoStep
    self.wasCancelled = wasCancelled
  }

  package init(_ change: BulkChange) {
    self.init(articles: change.articles, undoStep: change.undoStep, wasCancelled: change.wasCancelled)
  }
}
