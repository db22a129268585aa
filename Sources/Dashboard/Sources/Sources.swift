import Foundation
import NewsModel
import Terminal
import TextBasics
import WebAddresses
import Wording

/// What the reader follows: a list by health, and the details of the selected source.
struct Sources: Feature {
  enum Event: Sendable {
    /// What the page shows may have changed; it is read anew while it is looked at.
    case outdated
    case loaded([SubscriptionOverview])
    /// Everything else is up to date: the list scrolls to its selection within the room of the page.
    case settle(in: Rect)

    case move(Movement, in: Rect?)
    case mouse(MouseEvent, in: Rect)
    case select(Subscription.ID)
    /// List and details take turns, where there is no room for both.
    case toggleDetails
    /// The news of the selected source becomes the list.
    case open
    /// A source is to be found by some letters.
    case find

    case refresh
    /// Asks whether the selected source is to be removed.
    case remove
    case toggleFullText
    case openHomePage
    case copyAddress
    /// Asks for another text of a field of the selected source.
    case edit(SourceField)
    case changeField(SourceField, of: Subscription, to: String)
    case subscribe(to: [FoundFeed])
    case change(SubscriptionChange, ChangePurpose)
    /// The store has made a change; of one that adds it tells what was added.
    case changed(SubscriptionChange, ChangePurpose)
    /// The store refused a change; the text says why.
    case changeFailed(SafeText)
  }

  /// Sorted; nil until they have been read.
  private(set) var overviews: [SubscriptionOverview]?
  private(set) var selectedIndex = 0
  /// The first row on screen.
  private(set) var offset = 0
  /// Whether the details stand in the place of the list, where there is no room for both.
  private(set) var showsDetails = false
  /// The source to select as soon as it is in the list.
  private var wanted: Subscription.ID?

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    var outcomes: [Outcome] = []
    switch event {
    case .outdated: readAnew(environment, &outcomes)
    case .loaded(let overviews): show(overviews)
    case .settle(let room): settle(in: room)
    case .move(let movement, let room): move(movement, in: room)
    case .mouse(let mouse, let room): handle(mouse, in: room, &outcomes)
    case .select(let id): select(id)
    case .toggleDetails: showsDetails.toggle()
    case .open: open(&outcomes)
    case .find: outcomes.append(.present(.picker(picker(environment.words))))
    case .refresh: if let source { outcomes.append(.refresh(.only([source.id]))) }
    case .remove:
      if let source { outcomes.append(.present(.confirmation(Confirmation(.unsubscribe(source))))) }
    case .toggleFullText: toggleFullText(environment, &outcomes)
    case .openHomePage: openHomePage(environment, &outcomes)
    case .copyAddress:
      if let source {
        let notice = SafeText(environment.words.linkCopied)
        outcomes.append(.effect(.copy(SafeText(source.address), notice: notice)))
      }
    case .edit(let field): edit(field, &outcomes)
    case .changeField(let field, let source, let text): change(field, of: source, to: text, environment, &outcomes)
    case .subscribe(let feeds): subscribe(to: feeds, environment, &outcomes)
    case .change(let change, let purpose): make(change, purpose, &outcomes)
    case .changed(let change, let purpose): tell(change, purpose, environment, &outcomes)
    case .changeFailed(let reason):
      // What is on screen is read anew.
      readAnew(environment, &outcomes)
      outcomes.append(.notify(reason, isError: true))
    }
    return outcomes
  }
}

// MARK: - What the page shows

extension Sources {
  var list: [SubscriptionOverview] { overviews ?? [] }

  var selected: SubscriptionOverview? { list.indices.contains(selectedIndex) ? list[selectedIndex] : nil }

  private var source: Subscription? { selected?.subscription }

  /// Whether list and details take turns, for want of room.
  func takesTurns(in room: Rect) -> Bool {
    let parts = SourcesArrangement(in: room, showsDetails: showsDetails)
    return parts.list == nil || parts.details == nil
  }

  /// The folders that sources lie in, as they are typed.
  private var folders: [String] {
    Set(list.map { $0.subscription.text(of: .folder) }).filter { !$0.isEmpty }.sorted()
  }

  private func readAnew(_ environment: Environment, _ outcomes: inout [Outcome]) {
    if environment.page == .sources { outcomes.ask(SubscriptionsRequest()) }
  }

  /// Shows the sources as they are now; the selection stays on its source, in the same row on screen.
  private mutating func show(_ fresh: [SubscriptionOverview]) {
    let kept = wanted.flatMap { id in fresh.contains { $0.subscription.id == id } ? id : nil }
    let target = kept ?? source?.id
    let row = selectedIndex - offset
    overviews = Self.sorted(fresh)
    if kept != nil { wanted = nil }
    if let place = list.firstIndex(where: { $0.subscription.id == target }) {
      selectedIndex = place
      offset = max(0, place - row)
    }
    move(by: 0)
  }

  /// What asks for the reader's eye first; else by folder and name.
  private static func sorted(_ overviews: [SubscriptionOverview]) -> [SubscriptionOverview] {
    // Folded once for each, not for each comparison: there may be thousands.
    let keyed = overviews.map { overview in
      (overview, (overview.subscription.folders + [overview.subscription.name]).map { Folding.fold($0) })
    }
    let sorted = keyed.sorted { a, b in
      if a.0.health != b.0.health { return a.0.health < b.0.health }
      if a.1 != b.1 { return a.1.lexicographicallyPrecedes(b.1) }
      return a.0.subscription.id.rawValue < b.0.subscription.id.rawValue
    }
    return sorted.map(\.0)
  }

  private mutating func settle(in room: Rect) {
    guard let height = SourcesArrangement(in: room, showsDetails: showsDetails).list?.body.height else { return }
    // As little as is needed to show the selection.
    let top = min(max(offset, selectedIndex - max(1, height) + 1), selectedIndex)
    offset = max(0, min(top, list.count - height))
  }
}

// MARK: - Moving and opening

extension Sources {
  private mutating func move(_ movement: Movement, in room: Rect?) {
    let list = room.flatMap { SourcesArrangement(in: $0, showsDetails: showsDetails).list }
    let height = max(2, list?.body.height ?? 2)
    switch movement {
    case .lines(let count): move(by: count)
    case .halfPages(let count): move(by: count * (height / 2))
    case .pages(let count): move(by: count * (height - 1))
    case .toStart: move(by: -self.list.count)
    case .toEnd: move(by: self.list.count)
    }
  }

  private mutating func move(by rows: Int) {
    selectedIndex = min(max(0, selectedIndex + rows), max(0, list.count - 1))
    if rows != 0 { wanted = nil }
  }

  private mutating func select(_ index: Int) {
    wanted = nil
    selectedIndex = min(max(0, index), max(0, list.count - 1))
  }

  /// Selects a source, at once or as soon as it is listed.
  private mutating func select(_ id: Subscription.ID) {
    if let index = list.firstIndex(where: { $0.subscription.id == id }) { select(index) } else { wanted = id }
  }

  private mutating func handle(_ mouse: MouseEvent, in room: Rect, _ outcomes: inout [Outcome]) {
    switch mouse.kind {
    case .wheelDown: move(by: 1)
    case .wheelUp: move(by: -1)
    case .click, .doubleClick:
      guard let frame = SourcesArrangement(in: room, showsDetails: showsDetails).list,
        frame.body.contains(mouse.position)
      else { return }
      let index = offset + mouse.position.y - frame.body.y
      guard index < list.count else { return }
      select(index)
      if mouse.kind == .doubleClick { open(&outcomes) }
    case .drag: break
    }
  }

  private func open(_ outcomes: inout [Outcome]) {
    if let source { outcomes.append(.filter(.source(source.name))) }
  }

  /// A source is found by some letters of its name, folder or address, or by pinyin initials.
  private func picker(_ words: Words) -> Picker {
    let items = list.map { overview in
      let source = overview.subscription
      return Picker.Item(
        text: source.name, detail: words.number(overview.unread),
        keywords: (source.folders + [AddressSecrets.masked(source.address)]).joined(separator: " "),
        value: .subscription(source.id))
    }
    return Picker(.sources, title: words.feeds, items: items)
  }
}

// MARK: - Changing

extension Sources {
  private mutating func toggleFullText(_ environment: Environment, _ outcomes: inout [Outcome]) {
    guard let source else { return }
    var changed = source
    changed.fetchesArticles.toggle()
    make(.replace(source, with: changed), .byUser, &outcomes)
    outcomes.notify(environment.words.fullTextChanged(changed.fetchesArticles))
  }

  private func openHomePage(_ environment: Environment, _ outcomes: inout [Outcome]) {
    if let link = source?.homePage {
      outcomes.append(.effect(.openInBrowser(link)))
    } else {
      outcomes.notify(environment.words.noHomePage)
    }
  }

  private func edit(_ field: SourceField, _ outcomes: inout [Outcome]) {
    guard let source else { return }
    let (kind, text) = (Prompt.Kind.editSource(field, source), source.text(of: field))
    let prompt =
      switch field {
      case .name: Prompt(kind, proposing: text)
      case .folder: Prompt(kind, proposing: text, suggestions: folders)
      case .address, .tags: Prompt(kind, text: text)
      }
    outcomes.append(.present(.prompt(prompt)))
  }

  private mutating func change(
    _ field: SourceField, of source: Subscription, to text: String, _ environment: Environment,
    _ outcomes: inout [Outcome]
  ) {
    if field == .name {
      do throws(NameProblem) {
        _ = try NameProblem.checked(text)
      } catch {
        outcomes.notify(environment.words.problem(error), isError: true)
        return
      }
    } else if field == .address, text.isEmpty {
      return
    }
    let changed = source.with(text, in: field)
    if changed != source { make(.replace(source, with: changed), .byUser, &outcomes) }
  }

  private mutating func subscribe(to feeds: [FoundFeed], _ environment: Environment, _ outcomes: inout [Outcome]) {
    for feed in feeds {
      if let known = list.first(where: { $0.subscription.address == feed.address })?.subscription {
        select(known.id)
        outcomes.notify(environment.words.alreadySubscribed(known.name))
      } else {
        let source = Subscription(name: feed.subscriptionName, address: feed.address, homePage: feed.homePage)
        make(.add(source), .byUser, &outcomes)
      }
    }
  }

  /// Makes a change on screen at once and in the store after it; the store's answer makes it undoable.
  private mutating func make(_ change: SubscriptionChange, _ purpose: ChangePurpose, _ outcomes: inout [Outcome]) {
    apply(change)
    outcomes.append(.effect(.changeSubscription(change, purpose)))
  }

  /// What is new comes with the store's answer, which knows its id.
  private mutating func apply(_ change: SubscriptionChange) {
    guard var overviews else { return }
    switch change {
    case .add: return
    case .remove(let subscription): overviews.removeAll { $0.subscription.id == subscription.id }
    case .replace(let old, let new):
      for index in overviews.indices where overviews[index].subscription.id == old.id {
        overviews[index].subscription = new
      }
    }
    show(overviews)
  }

  private mutating func tell(
    _ change: SubscriptionChange, _ purpose: ChangePurpose, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    let words = environment.words
    if purpose == .undo {
      outcomes.notify(words.savedUndone)
    } else {
      outcomes.append(.remember(.subscription(change.inverse)))
    }
    switch change {
    case .add(let source):
      select(source.id)
      if purpose == .byUser { outcomes.notify(words.subscribed(source.name)) }
      outcomes.append(.refresh(.only([source.id])))
    case .remove(let source): if purpose == .byUser { outcomes.notify(words.unsubscribed(source.name)) }
    case .replace: break
    }
    readAnew(environment, &outcomes)
  }
}

extension FoundFeed {
  /// The name to subscribe under: the feed's title, else its host.
  fileprivate var subscriptionName: String {
    let title = title.trimmingCharacters(in: .whitespacesAndNewlines)
    return String((title.isEmpty ? WebAddress.site(of: address) : title).prefix(NameProblem.longestName))
  }
}

/// What the reader follows.
struct SubscriptionsRequest: Request {
  static let slot = RequestSlot.sources

  func response(from library: some Library) throws -> [SubscriptionOverview] { try library.subscriptions() }

  func event(for overviews: [SubscriptionOverview]) -> DashboardEvent { .sources(.loaded(overviews)) }
}
