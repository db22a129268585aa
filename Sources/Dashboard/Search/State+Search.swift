import Foundation
import NewsModel
import Widgets

extension State {
  /// How often the number of articles that wait for the index is asked for while it is shown.
  static let unindexedDelay = 1_000

  /// `/`: what is typed is found in the text that is read, or among the sources, or narrows the list.
  mutating func startFind(_ effects: inout [Effect]) {
    if page == .sources {
      send(.sources(.find), &effects)
    } else if context == .reader {
      overlay = .prompt(PromptState(kind: .findInReader))
    } else {
      startQuery(PromptState(kind: .search(presentStep)), &effects)
    }
  }

  /// Puts the filter's text into the prompt.
  mutating func startEditingFilter(_ effects: inout [Effect]) {
    let text = filterText.isEmpty ? "" : filterText + " "
    startQuery(PromptState(kind: .editFilter(presentStep), field: .init(text: text)), &effects)
  }

  /// Another page or pane gives way to the list that follows what is typed.
  private mutating func startQuery(_ prompt: PromptState, _ effects: inout [Effect]) {
    page = .news
    if focus != .feed { changeFocus(to: .feed, &effects) }
    listBeforeTyping = timeline
    overlay = .prompt(prompt)
  }

  /// Whether the list follows a query that is being typed.
  var isTypingQuery: Bool { if case .prompt(let prompt) = overlay { prompt.isFollowed } else { false } }

  /// What Esc returns to while a query is typed.
  var stepBeforeTyping: FilterStep? {
    guard case .prompt(let prompt) = overlay else { return nil }
    switch prompt.kind {
    case .search(let origin), .editFilter(let origin): return origin
    default: return nil
    }
  }

  /// The list follows the text, where it is to. One that means nothing is told with its place, and the last list that meant something
  /// stays.
  mutating func followQuery(_ prompt: PromptState, _ effects: inout [Effect]) {
    var prompt = prompt
    do throws(QueryError) {
      let query = try notation.parse(prompt.field.text)
      prompt.mistake = nil
      prompt.failure = nil
      overlay = .prompt(prompt)
      if prompt.isFollowed { showWhileTyping(query, prompt, &effects) }
    } catch {
      prompt.mistake = error
      overlay = .prompt(prompt)
    }
  }

  /// Shows a list that may change with the next key: it is not remembered as a step to go back to.
  private mutating func showWhileTyping(_ query: Query, _ prompt: PromptState, _ effects: inout [Effect]) {
    let text = prompt.field.text.trimmingCharacters(in: .whitespaces)
    switch prompt.kind {
    case .search(let origin) where query == .all, .editFilter(let origin) where query == origin.filter:
      giveBack(origin, &effects)
    case .search(let origin):
      let narrowed = Query.allOf([origin.filter, query])
      show(narrowed, from: origin.source?.extended(to: narrowed, typed: text, notation.describe), &effects)
    default: show(query, from: FilterSource(query: query, text: text), &effects)
    }
  }

  private mutating func show(_ query: Query, from source: FilterSource?, _ effects: inout [Effect]) {
    guard query != filter else { return }
    filter = query
    filterSource = source
    loadFeed(selecting: nil, &effects)
  }

  /// The list of before a query was typed, selection and scroll as they were.
  mutating func giveBack(_ origin: FilterStep, _ effects: inout [Effect]) {
    guard filter != origin.filter, let list = listBeforeTyping else { return }
    filter = origin.filter
    filterSource = origin.source
    order = origin.order
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
    send(.charts(.load), &effects)
  }

  /// Asks how much a search has to look through article by article, since it takes longer then.
  mutating func countUnindexed(_ effects: inout [Effect]) {
    guard filter.searchesWords else { return }
    ask(UnindexedCountRequest(), &effects)
  }

  /// The number is followed while it is shown: indexing goes on beside the screen.
  fileprivate mutating func unindexedCounted(_ count: Int, _ effects: inout [Effect]) {
    unindexedCount = count
    guard count > 0 else { return }
    wake(.unindexedDue, afterMilliseconds: Self.unindexedDelay, &effects)
  }

  /// `n` and `N` step through what was found in the article, in the preview beside the list too. Where no article is on
  /// screen the selected one is opened at its match.
  mutating func stepFind(_ direction: Int, _ effects: inout [Effect]) {
    let isShown = arrangement.panes[.reader] != nil
    let isSelected = focus == .reader || reader.article?.headline.key == timeline.selected?.key
    if isShown, isSelected {
      send(.reader(.step(direction, height: readerHeight)), &effects)
    } else if timeline.selected != nil, !highlights.isEmpty {
      send(.reader(.stepWhenLoaded(direction)), &effects)
      if isShown { preview(&effects) } else { openSelected(&effects) }
    } else {
      notify(words: presentation.words.noMatch, &effects)
    }
  }
}

/// How much a search has to look through article by article.
struct UnindexedCountRequest: Request {
  static let slot = RequestSlot.unindexed

  func response(from library: some Library) throws -> Int { try library.unindexedCount() }

  func received(_ count: Int, _ state: inout State, _ effects: inout [Effect]) {
    state.unindexedCounted(count, &effects)
  }
}
