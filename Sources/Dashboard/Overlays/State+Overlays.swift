import NewsModel
import Wording

// What overlays offer that shows more than one feature, and whom a decision of the reader concerns.

// MARK: - Offering

extension State {
  mutating func present(_ overlay: Overlay, _ effects: inout [Effect]) { send(.overlays(.present(overlay)), &effects) }

  /// `t`: what articles are about, with what the filter asks for marked.
  mutating func openSubjectPicker(_ effects: inout [Effect]) {
    let present = filter.conjuncts.filter { !$0.subjects.isEmpty }
    let base = Query.allOf(filter.conjuncts.filter { $0.subjects.isEmpty })
    let picker = Picker(
      .subjects, title: presentation.words.subjects, isLoading: true,
      marked: Set(present.flatMap(\.subjects).map { .subject($0) }),
      matchesAny: present.contains { if case .or = $0 { true } else { false } }, within: base)
    self.present(.picker(picker), &effects)
    ask(SubjectsRequest(filter: filter), &effects)
  }

  /// The values of a field, of which one is chosen.
  mutating func openPicker(for field: TermField, _ effects: inout [Effect]) {
    let base = Query.allOf(filter.conjuncts.filter { !$0.isTerm(of: field) })
    let picker = Picker(.field(field), title: presentation.words.group(of: field), isLoading: true, within: base)
    present(.picker(picker), &effects)
    ask(PickerTermsRequest(field: field, query: base), &effects)
  }

  /// Tags to give or to take. A tag is taken away from those that have it, and given with an eye on all that there are.
  mutating func openTagChooser(_ use: TagUse, _ effects: inout [Effect]) {
    let words = presentation.words
    let own = if case .article = use { concernedHeadline?.ownTags ?? [] } else { [String]() }
    let title =
      switch use {
      case .article, .bulk(_, adds: true), .rule: words.addTag
      case .bulk(_, adds: false): words.removeTag
      case .rename: words.renameTag
      case .hide: words.hideTag
      }
    let picker = Picker(
      .tagUse(use), title: title, isLoading: true,
      marked: Set(own.map { .term($0) }), newName: use.takesNewNames ? words.newTag : nil)
    present(.picker(picker), &effects)
    let query = if case .bulk(let query, adds: false) = use { query } else { Query.all }
    ask(PickerTermsRequest(field: .tag, query: query), &effects)
  }

  mutating func openFilterMenu(_ effects: inout [Effect]) {
    let words = presentation.words
    let terms = filter.conjuncts
    func mark(_ isOn: Bool) -> String { isOn ? presentation.symbols.check : "" }
    func toggle(_ command: Command, _ term: Query) -> Picker.Item {
      Picker.Item(text: words(command.title), detail: mark(terms.contains(term)), value: .command(command))
    }
    func further(_ command: Command) -> Picker.Item {
      Picker.Item(
        text: words(command.title) + presentation.symbols.ellipsis, keywords: command.name, value: .command(command))
    }
    func since(_ date: String, _ text: String) -> Picker.Item {
      let term = Query.since(DateExpression(date, now: now, in: presentation.zone)?.range.lowerBound ?? now)
      return Picker.Item(text: text, detail: mark(terms.contains(term)), value: .filter(term))
    }
    var items = [toggle(.filterUnread, .unread), toggle(.filterStarred, .starred)]
    if arrivals.lastVisit != nil { items.append(toggle(.filterNew, .seen(since: .last))) }
    items += [.pickTag, .pickCompany, .pickEvent, .pickTopic, .pickTone, .pickKeyword, .pickSource, .pickLabel].map(
      further)
    items += [since("today", words.today), since("7d", words.lastSevenDays)]
    items += [.filterSince, .filterUntil, .filterAsOf].map(further)
    if feed.canBeRanked {
      items.append(
        Picker.Item(
          text: words.byRelevance, detail: mark(feed.order == .query(.relevance)), keywords: Command.sortOrder.name,
          value: .command(.sortOrder)))
    }
    if filter != .all {
      items.append(Picker.Item(text: words(Command.clearFilter.title), value: .command(.clearFilter)))
    }
    present(.picker(Picker(.filterMenu, title: words.filter, items: items)), &effects)
  }

  mutating func openPalette(_ effects: inout [Effect]) {
    let groups = Command.groups.map { group in
      (presentation.words(group.title), group.commands.filter { $0 != .palette && $0.disabledReason(self) == nil })
    }
    openCommands(groups, .palette, titled: .palette, &effects)
  }

  /// The keys of the focused pane first, then those that work everywhere.
  mutating func openHelp(_ effects: inout [Effect]) {
    let words = presentation.words
    let here = context
    let own = here.withBase.flatMap { place in Command.all.filter { $0.contexts.contains(place) } }
    let general = Command.groups.map { group in
      (words(group.title), group.commands.filter { $0.contexts.contains(.everywhere) })
    }
    openCommands([(words.onlyHere(words.name(of: here) ?? ""), own)] + general, .help, titled: .help, &effects)
  }

  private mutating func openCommands(
    _ groups: [(title: String, commands: [Command])], _ purpose: Picker.Purpose, titled command: Command,
    _ effects: inout [Effect]
  ) {
    let words = presentation.words
    let items = groups.flatMap { group in
      group.commands.map { command in
        Picker.Item(
          lead: presentation.keys(for: command).joined(separator: " "), text: words(command.help),
          group: group.title, keywords: command.keywords, value: .command(command))
      }
    }
    present(.picker(Picker(purpose, title: words(command.title), items: items)), &effects)
  }

  /// The newest message first, each as long as it is.
  mutating func openLog(_ effects: inout [Effect]) {
    let items = notices.log.reversed().map { entry in
      let time = CivilTime(entry.time, in: presentation.zone).clock
      return Picker.Item(
        lead: time + (entry.isError ? " !" : ""), text: entry.text.string, keywords: time, value: .nothing)
    }
    present(.picker(Picker(.log, title: presentation.words(Command.log.title), items: items)), &effects)
  }

  /// `/`: what is typed is found in the text that is read, or among the sources, or narrows the list.
  mutating func startFind(_ effects: inout [Effect]) {
    if page == .sources {
      send(.sources(.find), &effects)
    } else if context == .reader {
      present(.prompt(Prompt(.findInReader)), &effects)
    } else {
      startQuery(Prompt(.search(presentStep)), &effects)
    }
  }

  /// Puts the filter's text into the line.
  mutating func startEditingFilter(_ effects: inout [Effect]) {
    let text = presentation.words.query(filterText)
    startQuery(Prompt(.editFilter(presentStep), text: text.isEmpty ? "" : text + " "), &effects)
  }

  /// Another page or pane gives way to the list that follows what is typed.
  private mutating func startQuery(_ prompt: Prompt, _ effects: inout [Effect]) {
    send(.navigation(.goToNews(.feed)), &effects)
    send(.feed(.startTyping), &effects)
    present(.prompt(prompt), &effects)
  }
}

// MARK: - Deciding

extension State {
  /// Tells the feature that it concerns what the reader has decided.
  mutating func carryOut(_ decision: Decision, _ effects: inout [Effect]) {
    switch decision {
    case .typing(let kind, let text, let query): follow(text, query, kind, &effects)
    case .typed(let kind, let text): finish(text, kind, &effects)
    case .cancelled(let kind): cancel(kind, &effects)
    case .found(let feed): send(.sources(.subscribe(to: [feed])), &effects)
    case .lookedAt(let value, _): if case .theme(let name) = value { send(.themes(.lookAt(name)), &effects) }
    case .chosen(let choice, let purpose): choose(choice, purpose, &effects)
    case .closed(.themes(let original)): send(.themes(.giveUp(original)), &effects)
    case .closed(.lesson(let draft)): openFacets(of: draft.key, &effects)
    case .closed: break
    case .agreed(let subject): agree(to: subject, &effects)
    case .facet(let choice, let key): choose(choice, of: key, &effects)
    }
  }

  /// Shows what is typed at once: matches in the text that is read, or a list that may change with the next key.
  private mutating func follow(_ text: String, _ query: Query?, _ kind: Prompt.Kind, _ effects: inout [Effect]) {
    guard let query, let origin = kind.origin else {
      send(.reader(.search(text, height: readerHeight)), &effects)
      return
    }
    let text = text.trimmingCharacters(in: .whitespaces)
    if case .search = kind {
      guard query != .all else {
        send(.feed(.giveBack(origin)), &effects)
        return
      }
      let narrowed = origin.filter.narrowed(by: query)
      let wider = query.orders.isEmpty ? origin.source : origin.source?.withoutOrder(notation.describe)
      let source = wider?.extended(to: narrowed, typed: text, notation.describe)
      send(.feed(.follow(narrowed, source: source)), &effects)
    } else if query == origin.filter {
      send(.feed(.giveBack(origin)), &effects)
    } else {
      send(.feed(.follow(query, source: FilterSource(query: query, text: text))), &effects)
    }
  }

  private mutating func finish(_ text: String, _ kind: Prompt.Kind, _ effects: inout [Effect]) {
    switch kind {
    case .findInReader:
      if !text.isEmpty, reader.find?.matches.isEmpty ?? true { notify(words: presentation.words.noMatch, &effects) }
    case .search(let origin), .editFilter(let origin): send(.feed(.acceptTyping(origin)), &effects)
    case .since: filterByDate(text, since: true, &effects)
    case .until: filterByDate(text, since: false, &effects)
    case .asOf: filterAsOf(text, &effects)
    case .command: runCommandLine(text, &effects)
    case .saveQuery(let query): send(.saved(.saveQuery(text: query, name: text)), &effects)
    case .editSaved(let query): send(.saved(.changeText(query, to: text)), &effects)
    case .renameSaved(let section, let name): send(.saved(.rename(section, name, to: text)), &effects)
    case .ruleQuery(let draft): present(draft.about(text, presentation.words).actionPicker(presentation), &effects)
    case .ruleName(let draft): send(.saved(.saveRule(draft, name: text)), &effects)
    case .export(let selection):
      send(.export(.write(selection, to: text, title: documentTitle(for: selection))), &effects)
    case .editSource(let field, let source): send(.sources(.changeField(field, of: source, to: text)), &effects)
    case .lessonWord(let draft): teach(word: text, draft, &effects)
    case .lessonCompany(let draft): teach(alias: draft, of: text, &effects)
    case .lessonCode(let draft):
      teach(.company(name: draft.word, code: text.withoutTabs, otherNames: []), about: draft.key, &effects)
    case .tagName(let tag):
      if !text.isEmpty, text != tag {
        effects.append(.teach(.add(.tag(word: tag, name: text.withoutTabs)), about: nil, .byUser))
      }
    // Its line stays until feeds are found.
    case .addSource: break
    }
  }

  /// The title of a list that is written into a file: the name that it is kept under, or else what its filter asks for.
  private func documentTitle(for selection: ExportSelection) -> String {
    guard case .matching(let query) = selection else { return "" }
    return (query == listedQuery ? listName : nil) ?? presentation.words.title(of: query, in: presentation.zone)
  }

  private mutating func cancel(_ kind: Prompt.Kind, _ effects: inout [Effect]) {
    switch kind {
    case .findInReader: send(.reader(.endSearch), &effects)
    case .search(let origin), .editFilter(let origin):
      send(.feed(.cancelTyping(origin)), &effects)
      send(.navigation(.show(origin.page)), &effects)
    case .addSource: drop(.discovery, effects: &effects)
    // The list from which it was begun.
    case .lessonWord(let draft), .lessonCompany(let draft), .lessonCode(let draft): openFacets(of: draft.key, &effects)
    case .since, .until, .asOf, .command, .saveQuery, .editSaved, .renameSaved, .ruleQuery, .ruleName, .export,
      .editSource,
      .tagName:
      break
    }
  }

  private mutating func agree(to subject: Confirmation.Subject, _ effects: inout [Effect]) {
    switch subject {
    case .bulk(let request): send(.bulk(.begin(request)), &effects)
    case .undo(let step): send(.bulk(.undo(step.id)), &effects)
    case .replaceFile(let request): send(.export(.replace(request)), &effects)
    case .stopExport: effects.append(.stopExport)
    case .unsubscribe(let source): send(.sources(.change(.remove(source), .byUser)), &effects)
    }
  }

  private mutating func choose(_ choice: Picker.Choice, _ purpose: Picker.Purpose, _ effects: inout [Effect]) {
    switch purpose {
    case .subjects: filterBySubjects(choice, &effects)
    case .tagUse(let use): useTags(choice, use, &effects)
    case .ruleActions(let draft): choose(choice, draft, &effects)
    case .foundFeeds: send(.sources(.subscribe(to: choice.values.compactMap(\.feed))), &effects)
    case .field(let field):
      if let name = choice.selected?.term {
        replaceFilter({ $0.isTerm(of: field) }, with: [.term(field, name)], &effects)
      }
    case .bulk(let query): if let value = choice.selected { send(.bulk(.chosen(value, for: query)), &effects) }
    case .themes(let original):
      if case .theme(let name)? = choice.selected { send(.themes(.choose(name, insteadOf: original)), &effects) }
    case .lesson(let draft):
      switch choice.selected {
      case .lesson(let kind)?: teach(kind, draft, &effects)
      case .event(let kind)?:
        teach(.event(pattern: draft.word, kind: kind, detail: nil, direction: nil), about: draft.key, &effects)
      case nil, _?: break
      }
    case .filterMenu, .palette, .help, .log, .related, .links, .sources, .companies, .programs, .output, .history:
      if let value = choice.selected { choose(value, &effects) }
    }
  }

  /// An entry that says by itself what is to happen.
  private mutating func choose(_ value: Picker.Value, _ effects: inout [Effect]) {
    switch value {
    case .command(let command): run(command, &effects)
    case .filter(let term): toggleDateFilter(term, &effects)
    case .article(let key?): show(key, &effects)
    case .article(nil): notify(words: presentation.words.relatedUnknown, &effects)
    case .link(let address): effects.append(.openInBrowser(address))
    case .handoff(let target, let key): send(.handoff(.start(target, with: key)), &effects)
    case .output: send(.handoff(.showOutput), &effects)
    case .subscription(let id): send(.sources(.select(id)), &effects)
    case .company(let code): send(.company(.open(code)), &effects)
    case .term, .subject, .theme, .feed, .action, .askTag, .askUntag, .stopBulk, .lesson, .event, .nothing: break
    }
  }

  /// The marked subjects together. Where marks were not changed, the selected one takes the place of those of its field.
  private mutating func filterBySubjects(_ choice: Picker.Choice, _ effects: inout [Effect]) {
    let present = filter.conjuncts.filter { !$0.subjects.isEmpty }
    var chosen = Query.subjects(choice).conjuncts
    if Set(chosen) == Set(present), let selected = choice.selected?.subject {
      chosen = present.filter { term in !term.subjects.contains { $0.field == selected.field } }
      if !present.flatMap(\.subjects).contains(selected) { chosen.append(selected.query) }
    }
    replaceFilter({ !$0.subjects.isEmpty }, with: chosen, &effects)
  }

  private mutating func useTags(_ choice: Picker.Choice, _ use: TagUse, _ effects: inout [Effect]) {
    switch use {
    case .article(let key): setTags(of: key, choice, &effects)
    case .bulk(let query, let adds):
      guard let name = choice.selected?.term else { return }
      send(.bulk(.confirm(BulkRequest([adds ? .tag(name) : .untag(name)], matching: query))), &effects)
    case .rename:
      if let tag = choice.selected?.term { present(.prompt(Prompt(.tagName(tag), proposing: tag)), &effects) }
    case .hide:
      if let tag = choice.selected?.term { effects.append(.teach(.add(.notTag(word: tag)), about: nil, .byUser)) }
    case .rule(let draft):
      present(draft.tagging(choice.values.compactMap(\.term)).namePrompt(presentation.words), &effects)
    }
  }

  /// The marks say which tags the article is to have; where they were not touched the selected one changes.
  private mutating func setTags(of key: ArticleKey, _ choice: Picker.Choice, _ effects: inout [Effect]) {
    guard concernedKey == key, let own = concernedHeadline?.ownTags else { return }
    var wanted = Set(choice.marked.compactMap(\.term))
    if wanted == Set(own), let name = choice.selected?.term { wanted.formSymmetricDifference([name]) }
    for name in own where !wanted.contains(name) {
      effects.append(.change(StatusChange(.untag(name), of: [key]), .byUser))
    }
    for name in wanted.subtracting(own).sorted() {
      effects.append(.change(StatusChange(.tag(name), of: [key]), .byUser))
    }
  }

  /// What a rule does; its tags are asked for.
  private mutating func choose(_ choice: Picker.Choice, _ draft: RuleDraft, _ effects: inout [Effect]) {
    let draft = draft.doing(choice.values.compactMap(\.action))
    if choice.values.contains(.askTag) {
      openTagChooser(.rule(draft), &effects)
    } else {
      present(draft.namePrompt(presentation.words), &effects)
    }
  }

  /// Opens an article that may stand outside of the present list.
  private mutating func show(_ key: ArticleKey, _ effects: inout [Effect]) {
    guard page == .news else { return read(key, of: .all, &effects) }
    send(.feed(.selectArticle(key)), &effects)
    open(key, &effects)
  }
}

extension Command {
  /// What finds it besides what it does: all its names, in both languages.
  fileprivate var keywords: String { ([name, title.chinese, title.english] + aliases).joined(separator: " ") }
}

extension Picker.Value {
  fileprivate var feed: FoundFeed? { if case .feed(let feed) = self { feed } else { nil } }
  fileprivate var action: StatusAction? { if case .action(let action) = self { action } else { nil } }
}
