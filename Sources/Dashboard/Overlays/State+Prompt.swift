import NewsModel
import Terminal
import TextBasics
import Widgets

extension State {
  mutating func handlePrompt(_ key: Key, _ effects: inout [Effect]) {
    guard case .prompt(var prompt) = overlay else { return }
    switch key.code {
    case .escape: cancel(prompt, &effects)
    case .character("c") where key.modifiers == .control, .character("g") where key.modifiers == .control:
      cancel(prompt, &effects)
    case .enter: accept(prompt, &effects)
    case .backspace where prompt.field.text.isEmpty: cancel(prompt, &effects)
    case .tab, .backTab:
      prompt.complete(with: completions(for: prompt), step: key.code == .tab ? 1 : -1)
      prompt.history = nil
      overlay = .prompt(prompt)
      promptEdited(&effects)
    case .up, .down:
      guard let kind = prompt.historyKind else { return }
      prompt.recall(key.code == .up ? 1 : -1, from: typed.lines(kind))
      overlay = .prompt(prompt)
      promptEdited(&effects)
    default:
      guard prompt.field.edit(with: key) else { return }
      typed(into: prompt, &effects)
    }
  }

  /// The text is another one: neither a completion nor a line of the history any more.
  mutating func typed(into prompt: PromptState, _ effects: inout [Effect]) {
    var prompt = prompt
    prompt.completion = nil
    prompt.history = nil
    overlay = .prompt(prompt)
    promptEdited(&effects)
  }

  /// Follows the text as it is typed: the list narrows, matches light up.
  mutating func promptEdited(_ effects: inout [Effect]) {
    guard case .prompt(let prompt) = overlay else { return }
    if prompt.kind == .addSource { stopLooking(&effects) }
    if prompt.isQuery {
      followQuery(prompt, &effects)
      askForNames(&effects)
    } else if prompt.kind == .findInReader {
      send(.reader(.search(prompt.field.text, height: readerHeight)), &effects)
    }
  }

  private mutating func cancel(_ prompt: PromptState, _ effects: inout [Effect]) {
    overlay = nil
    switch prompt.kind {
    case .findInReader: send(.reader(.endSearch), &effects)
    case .search(let origin), .editFilter(let origin):
      send(.feed(.cancelTyping(origin)), &effects)
    case .addSource: stopLooking(&effects)
    default: break
    }
  }

  private mutating func accept(_ prompt: PromptState, _ effects: inout [Effect]) {
    // A text that means nothing stays where it can be mended.
    guard prompt.mistake == nil else { return }
    guard prompt.kind != .addSource else {
      lookForFeeds(prompt, &effects)
      return
    }
    overlay = nil
    let text = prompt.field.text.trimmingCharacters(in: .whitespaces)
    if let kind = prompt.historyKind { typed.remember(text, as: kind) }
    switch prompt.kind {
    case .findInReader:
      if !text.isEmpty, reader.find?.matches.isEmpty ?? true { notify(words: presentation.words.noMatch, &effects) }
    case .search(let origin), .editFilter(let origin): send(.feed(.acceptTyping(origin)), &effects)
    case .since: filterByDate(text, since: true, &effects)
    case .until: filterByDate(text, since: false, &effects)
    case .command: runCommandLine(text, &effects)
    case .saveQuery(let query): send(.saved(.saveQuery(text: query, name: text)), &effects)
    case .editSaved(let query): send(.saved(.changeText(query, to: text)), &effects)
    case .renameSaved(let section, let name): send(.saved(.rename(section, name, to: text)), &effects)
    case .ruleQuery(var draft):
      draft.text = text
      overlay = draft.actionPicker(presentation)
    case .ruleName(let draft): send(.saved(.saveRule(draft, name: text)), &effects)
    case .export(let selection): send(.export(.write(selection, to: text, title: filterText)), &effects)
    case .editSource(let field, let source): send(.sources(.changeField(field, of: source, to: text)), &effects)
    case .addSource: break
    }
  }

  mutating func filterByDate(_ text: String, since: Bool, _ effects: inout [Effect]) {
    guard !text.isEmpty else {
      replaceFilter(since ? \.isSince : \.isUntil, with: [], &effects)
      return
    }
    guard let date = DateExpression(text, now: now, in: presentation.zone) else {
      notify(words: presentation.words.badDate(text), isError: true, &effects)
      return
    }
    replaceFilter(
      since ? \.isSince : \.isUntil, with: [since ? .since(date.range.lowerBound) : .until(date.range.upperBound)],
      &effects)
  }
}
