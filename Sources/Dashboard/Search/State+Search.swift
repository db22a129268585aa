import NewsModel
import RegularExpressions
import Widgets

extension State {
  /// `/`: what is typed is found in the text that is read, or narrows the list.
  mutating func startFind() {
    if context == .reader {
      overlay = .prompt(PromptState(kind: .findInReader))
    } else {
      startQuery(PromptState(kind: .search(presentStep)))
    }
  }

  /// Puts the filter's text into the prompt.
  mutating func startEditingFilter() {
    let text = filterText.isEmpty ? "" : filterText + " "
    startQuery(PromptState(kind: .editFilter(presentStep), field: .init(text: text)))
  }

  /// Another page or pane gives way to the list that follows what is typed.
  private mutating func startQuery(_ prompt: PromptState) {
    page = .news
    if focus != .feed { changeFocus(to: .feed) }
    listBeforeTyping = timeline
    overlay = .prompt(prompt)
  }

  /// Whether the list follows a query that is being typed.
  var isTypingQuery: Bool { if case .prompt(let prompt) = overlay { prompt.isQuery } else { false } }

  /// What Esc returns to while a query is typed.
  var stepBeforeTyping: FilterStep? {
    guard case .prompt(let prompt) = overlay else { return nil }
    switch prompt.kind {
    case .search(let origin), .editFilter(let origin): return origin
    case .command, .findInReader, .since, .until: return nil
    }
  }

  /// The list follows the text. One that means nothing is told with its place, and the last list that meant something
  /// stays.
  mutating func followQuery(_ prompt: PromptState, _ effects: inout [Effect]) {
    var prompt = prompt
    do throws(QueryError) {
      let parser = QueryParser(now: now, zone: presentation.zone, checkPattern: RegularExpression.mistake)
      let query = try parser.parse(prompt.field.text)
      prompt.mistake = nil
      prompt.failure = nil
      overlay = .prompt(prompt)
      showWhileTyping(query, prompt.kind, &effects)
    } catch {
      prompt.mistake = error
      overlay = .prompt(prompt)
    }
  }

  /// Shows a list that may change with the next key: it is not remembered as a step to go back to.
  private mutating func showWhileTyping(_ query: Query, _ kind: PromptState.Kind, _ effects: inout [Effect]) {
    switch kind {
    case .search(let origin) where query == .all, .editFilter(let origin) where query == origin.filter:
      giveBack(origin, &effects)
    case .search(let origin): showWhileTyping(.allOf([origin.filter, query]), &effects)
    default: showWhileTyping(query, &effects)
    }
  }

  private mutating func showWhileTyping(_ query: Query, _ effects: inout [Effect]) {
    guard query != filter else { return }
    filter = query
    loadFeed(selecting: nil, &effects)
  }

  /// The list of before a query was typed, selection and scroll as they were.
  mutating func giveBack(_ origin: FilterStep, _ effects: inout [Effect]) {
    guard filter != origin.filter, let list = listBeforeTyping else { return }
    filter = origin.filter
    timeline = list
    timeline.resume()
    drop(.feed, .feedTotal, .feedPosition, effects: &effects)
    if timeline.isLoaded, !timeline.isOutdated {
      refreshFeed(&effects)
      selectionChanged(&effects)
    } else {
      loadFeed(selecting: origin.selected, row: origin.row, &effects)
    }
  }

  /// What was typed is the list from now on; `back` returns to the one before.
  mutating func keepQuery(replacing origin: FilterStep, _ effects: inout [Effect]) {
    listBeforeTyping = nil
    guard filter != origin.filter else { return }
    if timeline.isSlow { timeline.dropOutdated() }
    filterHistory.append(origin)
    effects.append(.save(session))
    loadStatistics(&effects)
  }

  /// `n` and `N` step through what was found in the article, in the preview beside the list too. Where no article is on
  /// screen the selected one is opened at its match.
  mutating func stepFind(_ direction: Int, _ effects: inout [Effect]) {
    let isShown = arrangement.panes[.reader] != nil
    let isSelected = focus == .reader || reader.article?.headline.key == timeline.selected?.key
    if isShown, isSelected {
      step(direction, &effects)
    } else if timeline.selected != nil, !highlights.isEmpty {
      reader.pendingStep = direction
      if isShown { preview(&effects) } else { openSelected(&effects) }
    } else {
      notify(words: presentation.words.noMatch, &effects)
    }
  }

  /// Takes the step that waited for its article.
  mutating func takePendingStep(_ effects: inout [Effect]) {
    guard let direction = reader.pendingStep, let key = reader.wantedKey, reader.article?.headline.key == key else {
      return
    }
    reader.pendingStep = nil
    step(direction, &effects)
  }

  private mutating func step(_ direction: Int, _ effects: inout [Effect]) {
    guard let find = reader.find, !find.matches.isEmpty else {
      notify(words: presentation.words.noMatch, &effects)
      return
    }
    let isOnward = reader.step(direction, height: readerHeight)
    if !isOnward { notify(words: presentation.words.wentAround(direction), &effects) }
  }
}
