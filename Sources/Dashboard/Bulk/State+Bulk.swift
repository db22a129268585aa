import NewsModel
import TextBasics
import Widgets

extension State {
  /// What can be done to all that the list shows, or to all that the selected saved query or rule finds.
  mutating func openBulkMenu(_ effects: inout [Effect]) {
    guard !isChangingMany else {
      offerToStop()
      return
    }
    guard page == .saved else {
      chooseBulkAction(for: filter)
      return
    }
    do throws(QueryError) {
      if let rule = saved.selectedRule {
        confirm(BulkRequest(rule.actions, matching: try notation.parse(rule.text)), &effects)
      } else if let query = saved.selectedQuery {
        chooseBulkAction(for: try notation.parse(query.text))
      }
    } catch {
      notify(words: presentation.words.mistake(error.kind), isError: true, &effects)
    }
  }

  private mutating func offerToStop() {
    let words = presentation.words
    overlay = .picker(
      Picker(
        .bulk(filter), title: words(Command.bulk.title),
        items: [Picker.Item(text: words.stopBulk, value: .stopBulk)]))
  }

  private mutating func chooseBulkAction(for query: Query) {
    let words = presentation.words
    let mute: [StatusAction] = query.looksAtMuted ? [.unmute] : [.mute]
    let actions: [StatusAction] = [.read, .unread, .star, .unstar] + mute
    var items = actions.map { Picker.Item(text: words.name(of: $0), value: .action($0)) }
    items.insert(
      contentsOf: [
        Picker.Item(text: words.addTag + presentation.symbols.ellipsis, value: .askTag),
        Picker.Item(text: words.removeTag + presentation.symbols.ellipsis, value: .askUntag),
      ], at: 4)
    overlay = .picker(Picker(.bulk(query), title: words.bulkTitle(query == filter ? length : nil), items: items))
  }

  mutating func acceptBulk(_ value: Picker.Value, _ query: Query, _ effects: inout [Effect]) {
    switch value {
    case .action(let action): confirm(BulkRequest([action], matching: query), &effects)
    case .askTag: openTagChooser(.bulk(query, adds: true), &effects)
    case .askUntag: openTagChooser(.bulk(query, adds: false), &effects)
    case .stopBulk: effects.append(.stopBulk)
    default: break
    }
  }

  // MARK: - Asking

  /// Asks before many articles change, with their number as soon as that is known.
  mutating func confirm(_ request: BulkRequest, _ effects: inout [Effect]) {
    guard !isChangingMany else {
      notify(words: presentation.words.stillChanging, &effects)
      return
    }
    overlay = .confirmation(Confirmation(subject: .bulk(request)))
    ask(AffectedCountRequest(query: request.affected), &effects)
  }

  fileprivate mutating func counted(_ count: Int, _ effects: inout [Effect]) {
    guard case .confirmation(var confirmation) = overlay else { return }
    guard count > 0 else {
      overlay = nil
      notify(words: presentation.words.nothingToChange, &effects)
      return
    }
    confirmation.count = count
    overlay = .confirmation(confirmation)
  }

  mutating func accept(_ confirmation: Confirmation, _ effects: inout [Effect]) {
    drop(.confirmation, effects: &effects)
    let words = presentation.words
    switch confirmation.subject {
    case .bulk(let request):
      isChangingMany = true
      effects.append(.bulk(request, label: SafeText(words.names(of: request.actions))))
    case .undo(let step): undo(step.id, &effects)
    case .replaceFile(var request):
      request.replaces = true
      export(request, &effects)
    case .stopExport: effects.append(.stopExport)
    case .unsubscribe(let source): change(.remove(source), &effects)
    }
  }

  // MARK: - Ends

  mutating func bulkEnded(_ end: BulkEnd, _ effects: inout [Effect]) {
    isChangingMany = false
    show(nil)
    let words = presentation.words
    switch end {
    case .changed(let request, let outcome):
      if let step = outcome.undoStep { rememberForUndo(.bulk(step)) }
      show(request, &effects)
      notify(words: words.changed(request.actions, outcome), &effects)
    case .undone(let outcome):
      manyChanged(&effects)
      notify(words: words.undone(outcome), &effects)
    case .nothingToUndo: notify(words: words.nothingToUndo, &effects)
    case .failed(let reason):
      manyChanged(&effects)
      notify(reason, isError: true, &effects)
    }
  }

  /// All that the list shows was changed where it shows what was asked for; else it is read anew.
  private mutating func show(_ request: BulkRequest, _ effects: inout [Effect]) {
    guard request.query == filter, !request.movesArticles, !timeline.isOutdated else {
      manyChanged(&effects)
      return
    }
    timeline.applyToAll(request.actions)
    ask(FeedTotalRequest(query: filter), &effects)
    othersOutdated(&effects)
  }

  /// The list is read anew around the selection: nobody here knows which of its articles changed.
  private mutating func manyChanged(_ effects: inout [Effect]) {
    loadFeed(selecting: timeline.selectedKey, &effects)
    othersOutdated(&effects)
  }

  private mutating func othersOutdated(_ effects: inout [Effect]) {
    if let key = reader.article?.headline.key { ask(ArticleRequest(key: key), &effects) }
    statisticsOutdated(&effects)
    send(.saved(.outdated), &effects)
  }

  // MARK: - Undoing

  mutating func undo(_ step: UndoStep.ID, _ effects: inout [Effect]) {
    isChangingMany = true
    effects.append(.undoBulk(step, label: SafeText(presentation.words(Command.undo.title))))
  }

  /// Nothing was done since the start; but the store remembers what was done to many articles before.
  fileprivate mutating func undoStepsLoaded(_ steps: [UndoStep], _ effects: inout [Effect]) {
    guard let newest = steps.first else {
      notify(words: presentation.words.nothingToUndo, &effects)
      return
    }
    overlay = .confirmation(Confirmation(subject: .undo(newest), count: newest.articles))
  }
}

/// How many articles a change can change.
struct AffectedCountRequest: Request {
  static let slot = RequestSlot.confirmation
  let query: Query

  func response(from library: some Library) throws -> Int { try library.count(query) }

  func received(_ count: Int, _ state: inout State, _ effects: inout [Effect]) { state.counted(count, &effects) }
}

/// The changes of many articles that can be undone.
struct UndoStepsRequest: Request {
  static let slot = RequestSlot.undo

  func response(from library: some Library) throws -> [UndoStep] { try library.undoSteps() }

  func received(_ steps: [UndoStep], _ state: inout State, _ effects: inout [Effect]) {
    state.undoStepsLoaded(steps, &effects)
  }
}
