import Foundation
import NewsModel
import TextBasics
import Widgets

extension State {
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
    send(.navigation(.goToNews(.feed)), &effects)
    send(.feed(.startTyping), &effects)
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
      send(.feed(.giveBack(origin)), &effects)
    case .search(let origin):
      let narrowed = Query.allOf([origin.filter, query])
      let source = origin.source?.extended(to: narrowed, typed: text, notation.describe)
      send(.feed(.follow(narrowed, source: source)), &effects)
    default: send(.feed(.follow(query, source: FilterSource(query: query, text: text))), &effects)
    }
  }

  /// The list cannot be read. Who types sees why, beside the last list that could.
  mutating func queryFailed(_ reason: SafeText) {
    guard isTypingQuery, case .prompt(var prompt) = overlay else { return }
    prompt.failure = reason
    overlay = .prompt(prompt)
  }

  /// `n` and `N` step through what was found in the article, in the preview beside the list too. Where no article is on
  /// screen the selected one is opened at its match.
  mutating func stepFind(_ direction: Int, _ effects: inout [Effect]) {
    let isShown = arrangement.panes[.reader] != nil
    let isSelected = focus == .reader || reader.article?.headline.key == timeline.selected?.key
    if isShown, isSelected {
      send(.reader(.step(direction, height: readerHeight)), &effects)
    } else if timeline.selected != nil, !feed.highlights.isEmpty {
      send(.reader(.stepWhenLoaded(direction)), &effects)
      if isShown { preview(&effects) } else { openSelected(&effects) }
    } else {
      notify(words: presentation.words.noMatch, &effects)
    }
  }
}
