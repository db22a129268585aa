import NewsModel
import Terminal

extension State {
  // MARK: - Opening

  mutating func openPicker(for field: TermField, _ effects: inout [Effect]) {
    let present = filter.conjuncts.filter { $0.isTerm(of: field) }
    let marked = Set(
      present.compactMap { term -> Picker.Value? in if case .tag(let name) = term { .term(name) } else { nil } })
    overlay = .picker(
      Picker(.field(field), title: presentation.words.name(of: field), isLoading: true, marked: marked))
    let others = Query.allOf(filter.conjuncts.filter { !$0.isTerm(of: field) })
    ask(PickerTermsRequest(field: field, query: others), &effects)
  }

  mutating func pickerLoaded(_ terms: [TermCount], _ effects: inout [Effect]) {
    guard case .picker(var picker) = overlay, let field = picker.purpose.field else { return }
    let words = presentation.words
    picker.load(
      terms.map {
        Picker.Item(text: words.name($0.name, of: field), detail: words.number($0.count), value: .term($0.name))
      })
    overlay = .picker(picker)
    if picker.acceptsWhenLoaded { accept(picker, &effects) }
  }

  mutating func pickerFailed() {
    guard case .picker(var picker) = overlay else { return }
    picker.isLoading = false
    overlay = .picker(picker)
  }

  mutating func openFilterMenu() {
    let words = presentation.words
    func mark(_ isOn: Bool) -> String { isOn ? presentation.symbols.check : "" }
    let terms = filter.conjuncts
    let today = Query.since(DateExpression("today", now: now, in: presentation.zone)?.range.lowerBound ?? now)
    let week = Query.since(DateExpression("7d", now: now, in: presentation.zone)?.range.lowerBound ?? now)
    var items = [Command.filterUnread, .filterStarred].map { command in
      let term = command == .filterUnread ? Query.unread : .starred
      return Picker.Item(text: words(command.title), detail: mark(terms.contains(term)), value: .command(command))
    }
    items += [Command.pickTag, .pickSource, .pickLabel].map { command in
      Picker.Item(
        text: words(command.title) + presentation.symbols.ellipsis, keywords: command.name,
        value: .command(command))
    }
    items.append(
      Picker.Item(text: words.text("今天", "today"), detail: mark(terms.contains(today)), value: .filter(today)))
    items.append(
      Picker.Item(text: words.text("近7天", "last 7 days"), detail: mark(terms.contains(week)), value: .filter(week)))
    items += [Command.filterSince, .filterUntil].map { command in
      Picker.Item(
        text: words(command.title) + presentation.symbols.ellipsis, keywords: command.name,
        value: .command(command))
    }
    if feed.canBeRanked {
      items.append(
        Picker.Item(
          text: words.byRelevance, detail: mark(feed.order == .relevance), keywords: Command.sortOrder.name,
          value: .command(.sortOrder)))
    }
    if filter != .all {
      items.append(Picker.Item(text: words(Command.clearFilter.title), value: .command(.clearFilter)))
    }
    overlay = .picker(Picker(.filterMenu, title: words.filter, items: items))
  }

  mutating func openPalette() {
    let items = Command.all.filter { $0 != .palette && $0.disabledReason(self) == nil }.map(item)
    overlay = .picker(Picker(.palette, title: presentation.words(Command.palette.title), items: items))
  }

  /// The keys of the focused pane first, then those that work everywhere.
  mutating func openHelp() {
    let here = context
    let own = Command.all.filter { $0.contexts.contains(here) }
    let general = Command.all.filter { $0.contexts.contains(.everywhere) }
    overlay = .picker(
      Picker(.help, title: presentation.words(Command.help.title), items: (own + general).map(item)))
  }

  private func item(_ command: Command) -> Picker.Item {
    Picker.Item(
      text: presentation.words(command.help),
      detail: presentation.keys(for: command).joined(separator: " "),
      keywords: command.name + " " + presentation.words(command.title), value: .command(command))
  }

  mutating func openLog() {
    let items = notices.log.reversed().map { entry in
      Picker.Item(
        text: CivilTime(entry.time, in: presentation.zone).clock + (entry.isError ? " ! " : "   ") + entry.text.string,
        value: .nothing)
    }
    overlay = .picker(Picker(.log, title: presentation.words(Command.log.title), items: items))
  }

  mutating func openRelatedPicker(_ effects: inout [Effect]) {
    guard let article = reader.article, article.headline.key == concernedKey else { return }
    let others = article.related.filter { !$0.item.isSelf }
    guard !others.isEmpty else {
      notify(words: presentation.words.noRelated, &effects)
      return
    }
    let items = others.map { entry in
      Picker.Item(
        text: entry.item.title,
        detail: entry.item.published.map { CivilTime($0, in: presentation.zone).monthAndDay } ?? "",
        value: .article(entry.key))
    }
    overlay = .picker(Picker(.related, title: presentation.words(Command.related.title), items: items))
  }

  /// The links of the text, by their numbers in it: typing one selects it.
  mutating func openLinkPicker(_ effects: inout [Effect]) {
    guard let article = reader.article, article.headline.key == concernedKey, !article.links.isEmpty else {
      notify(words: presentation.words.noLinks, &effects)
      return
    }
    let items = article.links.enumerated().map { index, link in
      Picker.Item(
        text: LinkNumbers.label(index) + " " + (link.text.isEmpty ? link.address : link.text),
        detail: link.text.isEmpty ? "" : SiteName.of(link.address), keywords: link.address, value: .link(link.address))
    }
    overlay = .picker(Picker(.links, title: presentation.words(Command.links.title), items: items))
  }

  // MARK: - Keys

  mutating func handlePicker(_ key: Key, _ effects: inout [Effect]) {
    guard case .picker(var picker) = overlay else { return }
    let page = max(1, PickerView.listHeight(for: picker, in: Rect(size)) - 1)
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control), (.character("g"), .control):
      close(picker, &effects)
      return
    case (.enter, _):
      accept(picker, &effects)
      return
    case (.down, _), (.character("n"), .control), (.character("j"), .control): picker.move(by: 1)
    case (.up, _), (.character("p"), .control), (.character("k"), .control): picker.move(by: -1)
    case (.pageDown, _), (.character("f"), .control): picker.move(by: page)
    case (.pageUp, _), (.character("b"), .control): picker.move(by: -page)
    case (.home, _): picker.move(by: -picker.matches.count)
    case (.end, _): picker.move(by: picker.matches.count)
    case (.tab, _): picker.toggleMark()
    default:
      guard picker.field.edit(with: key) else { return }
      typed(into: picker, &effects)
      return
    }
    overlay = .picker(picker)
    previewTheme(of: picker, &effects)
  }

  /// Narrows the list to what was typed.
  mutating func typed(into picker: Picker, _ effects: inout [Effect]) {
    var picker = picker
    picker.acceptsWhenLoaded = false
    picker.narrow()
    overlay = .picker(picker)
    previewTheme(of: picker, &effects)
  }

  private mutating func close(_ picker: Picker, _ effects: inout [Effect]) {
    overlay = nil
    if case .themes(let original) = picker.purpose { endThemePreview(original, &effects) }
  }

  // MARK: - Choosing

  mutating func accept(_ picker: Picker, _ effects: inout [Effect]) {
    guard !picker.isLoading else {
      var waiting = picker
      waiting.acceptsWhenLoaded = true
      overlay = .picker(waiting)
      return
    }
    switch picker.purpose {
    case .field(.tag) where !picker.marked.isEmpty || picker.selected != nil:
      overlay = nil
      acceptTags(picker, &effects)
    case .tagUse(let use) where !picker.marked.isEmpty || picker.selected != nil:
      overlay = nil
      acceptTags(picker, use, &effects)
    case .ruleActions(let draft) where !picker.marked.isEmpty || picker.selected != nil:
      overlay = nil
      acceptRuleActions(picker, draft, &effects)
    case .foundFeeds where !picker.marked.isEmpty || picker.selected != nil:
      overlay = nil
      acceptFeeds(picker, &effects)
    case .bulk(let query):
      guard let value = picker.selected?.value else { return }
      overlay = nil
      send(.bulk(.chosen(value, for: query)), &effects)
    default: acceptSelected(picker, &effects)
    }
  }

  private mutating func acceptSelected(_ picker: Picker, _ effects: inout [Effect]) {
    guard let value = picker.selected?.value else { return }
    overlay = nil
    switch value {
    case .term(let name):
      guard case .field(let field) = picker.purpose else { return }
      replaceFilter({ $0.isTerm(of: field) }, with: [.term(field, name)], &effects)
    case .command(let command): run(command, &effects)
    case .theme(let name):
      guard case .themes(let original) = picker.purpose else { return }
      ask(ThemeRequest(name: name, original: original), &effects)
    case .filter(let term): toggleDateFilter(term, &effects)
    case .article(let key?): show(key, &effects)
    case .article(nil): notify(words: presentation.words.relatedUnknown, &effects)
    case .link(let address): effects.append(.openInBrowser(address))
    case .subscription(let id): send(.sources(.select(id)), &effects)
    case .feed, .action, .askTag, .askUntag, .stopBulk, .nothing: break
    }
  }

  /// The marked tags together, or the selected one where marks were not changed.
  private mutating func acceptTags(_ picker: Picker, _ effects: inout [Effect]) {
    let present = Set(filter.conjuncts.filter(\.isTag))
    var chosen = picker.items.filter { picker.marked.contains($0.value) }.compactMap(\.tag)
    if Set(chosen) == present, let selected = picker.selected?.tag {
      chosen = present.contains(selected) ? [] : [selected]
    }
    replaceFilter(\.isTag, with: chosen, &effects)
  }

  private mutating func acceptRuleActions(_ picker: Picker, _ draft: RuleDraft, _ effects: inout [Effect]) {
    var draft = draft
    let chosen = picker.items.filter { picker.marked.contains($0.value) }
    let values = chosen.isEmpty ? [picker.selected?.value].compactMap(\.self) : chosen.map(\.value)
    draft.actions = values.compactMap { if case .action(let action) = $0 { action } else { nil } }
    if values.contains(.askTag) {
      openTagChooser(.rule(draft), &effects)
    } else {
      overlay = draft.namePrompt(presentation.words)
    }
  }

  private mutating func toggleDateFilter(_ term: Query, _ effects: inout [Effect]) {
    let isOn = filter.conjuncts.contains(term)
    replaceFilter({ $0.isSince || $0.isUntil }, with: isOn ? [] : [term], &effects)
  }

  /// Opens an article that may stand outside of the present list.
  private mutating func show(_ key: ArticleKey, _ effects: inout [Effect]) {
    send(.feed(.selectArticle(key)), &effects)
    open(key, &effects)
  }
}

extension Picker.Item {
  fileprivate var tag: Query? { if case .term(let name) = value { .tag(name) } else { nil } }
}

extension Picker.Purpose {
  /// The field whose values are listed.
  fileprivate var field: TermField? {
    switch self {
    case .field(let field): field
    case .tagUse: .tag
    default: nil
    }
  }
}

/// The names that the list of a picker offers.
struct PickerTermsRequest: Request {
  static let slot = RequestSlot.picker
  let field: TermField
  let query: Query

  func response(from library: some Library) throws -> [TermCount] { try library.terms(field, matching: query) }

  func event(for terms: [TermCount]) -> DashboardEvent { .overlay(.offered(terms)) }
}
