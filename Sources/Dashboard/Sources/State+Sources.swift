import NewsModel
import Terminal
import TextBasics
import Widgets

extension State {
  // MARK: - Reading

  /// Reads the sources and how they are doing.
  mutating func loadSources(_ effects: inout [Effect]) { ask(SubscriptionsRequest(), &effects) }

  /// What the page shows may have changed; it is read anew while it is looked at.
  mutating func sourcesOutdated(_ effects: inout [Effect]) {
    if page == .sources { loadSources(&effects) }
  }

  mutating func settleSources(in room: Rect) {
    let arrangement = SourcesArrangement(in: room, showsDetails: sources.showsDetails)
    if let frame = arrangement.list { sources.scroll(height: frame.body.height) }
  }

  /// Whether list and details take turns, for want of room.
  var sourcesTakeTurns: Bool {
    guard page == .sources, let room = arrangement.page else { return false }
    let parts = SourcesArrangement(in: room, showsDetails: sources.showsDetails)
    return parts.list == nil || parts.details == nil
  }

  // MARK: - Moving and opening

  mutating func moveInSources(_ movement: Movement) {
    let room = arrangement.page.map { SourcesArrangement(in: $0, showsDetails: sources.showsDetails) }
    let height = max(2, room?.list?.body.height ?? 2)
    switch movement {
    case .lines(let count): sources.move(by: count)
    case .halfPages(let count): sources.move(by: count * (height / 2))
    case .pages(let count): sources.move(by: count * (height - 1))
    case .toStart: sources.move(by: -sources.list.count)
    case .toEnd: sources.move(by: sources.list.count)
    }
  }

  /// The news of the selected source becomes the list.
  mutating func openSelectedSource(_ effects: inout [Effect]) {
    guard let name = sources.selected?.subscription.name else { return }
    setFilter(.source(name), &effects)
  }

  /// `/`: a source is found by some letters of its name, folder or address, or by pinyin initials.
  mutating func openSourcePicker() {
    let items = sources.list.map { overview in
      Picker.Item(
        text: overview.subscription.name, detail: presentation.words.number(overview.unread),
        keywords: (overview.subscription.folders + [AddressSecrets.masked(overview.subscription.address)]).joined(
          separator: " "),
        value: .subscription(overview.subscription.id))
    }
    overlay = .picker(Picker(.sources, title: presentation.words.sources, items: items))
  }

  // MARK: - Changing

  mutating func refreshSource(_ effects: inout [Effect]) {
    if let source = selectedSource { startRefresh(.only([source.id]), &effects) }
  }

  mutating func removeSource() {
    if let source = selectedSource { overlay = .confirmation(Confirmation(subject: .unsubscribe(source))) }
  }

  mutating func toggleFullText(_ effects: inout [Effect]) {
    guard let source = selectedSource else { return }
    var changed = source
    changed.fetchesArticles.toggle()
    change(.replace(source, with: changed), &effects)
    notify(words: presentation.words.fullTextChanged(changed.fetchesArticles), &effects)
  }

  mutating func openHomePage(_ effects: inout [Effect]) {
    if let link = selectedSource?.homePage {
      effects.append(.openInBrowser(link))
    } else {
      notify(words: presentation.words.noHomePage, &effects)
    }
  }

  mutating func copySourceAddress(_ effects: inout [Effect]) {
    if let source = selectedSource { effects.append(.copy(SafeText(source.address))) }
  }

  mutating func editSelectedSource(_ field: SourceField) {
    guard let source = selectedSource else { return }
    overlay = .prompt(PromptState(kind: .editSource(field, source), field: TextField(text: source.text(of: field))))
  }

  private var selectedSource: Subscription? { sources.selected?.subscription }

  mutating func editSource(_ field: SourceField, of source: Subscription, to text: String, _ effects: inout [Effect]) {
    if field == .name {
      do throws(NameProblem) {
        _ = try NameProblem.checked(text)
      } catch {
        notify(words: presentation.words.problem(error), isError: true, &effects)
        return
      }
    } else if field == .address, text.isEmpty {
      return
    }
    let changed = source.with(text, in: field)
    if changed != source { change(.replace(source, with: changed), &effects) }
  }

  /// Makes a change on screen at once and in the store after it; the store's answer makes it undoable.
  mutating func change(
    _ change: SubscriptionChange, for purpose: ChangePurpose = .byUser, _ effects: inout [Effect]
  ) {
    sources.apply(change)
    effects.append(.changeSubscription(change, purpose))
  }

  /// The store has made a change; of one that adds it tells what was added.
  mutating func subscriptionChanged(
    _ change: SubscriptionChange, _ purpose: ChangePurpose, _ effects: inout [Effect]
  ) {
    let words = presentation.words
    if purpose == .undo {
      notify(words: words.savedUndone, &effects)
    } else {
      rememberForUndo(.subscription(change.inverse))
    }
    switch change {
    case .add(let source):
      sources.select(source.id)
      if purpose == .byUser { notify(words: words.subscribed(source.name), &effects) }
      startRefresh(.only([source.id]), &effects)
    case .remove(let source):
      if purpose == .byUser { notify(words: words.unsubscribed(source.name), &effects) }
    case .replace: break
    }
    sourcesOutdated(&effects)
  }

  /// The store refused a change: what is on screen is read anew.
  mutating func subscriptionFailed(_ reason: SafeText, _ effects: inout [Effect]) {
    sourcesOutdated(&effects)
    notify(reason, isError: true, &effects)
  }
}

/// What the reader follows.
struct SubscriptionsRequest: Request {
  static let slot = RequestSlot.sources

  func response(from library: some Library) throws -> [SubscriptionOverview] { try library.subscriptions() }

  func received(_ overviews: [SubscriptionOverview], _ state: inout State, _ effects: inout [Effect]) {
    state.sources.take(overviews)
  }
}
