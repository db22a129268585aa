import NewsModel
import RegularExpressions
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
      overlay = .prompt(prompt)
      promptEdited(&effects)
    default:
      guard prompt.field.edit(with: key) else { return }
      prompt.completion = nil
      overlay = .prompt(prompt)
      promptEdited(&effects)
    }
  }

  /// Follows the text as it is typed: the list narrows, matches light up.
  mutating func promptEdited(_ effects: inout [Effect]) {
    guard case .prompt(var prompt) = overlay else { return }
    switch prompt.kind {
    case .findInReader:
      reader.search(prompt.field.text)
      reader.revealMatch(height: readerHeight)
    case .narrowFeed(let origin):
      let terms = origin.filter.conjuncts.filter { !$0.isTitle }
      let query = prompt.field.text.isEmpty ? origin.filter : Query.allOf(terms + [.title(prompt.field.text)])
      showWhileTyping(query, &effects)
    case .editFilter:
      do throws(QueryError) {
        let parser = QueryParser(now: now, zone: presentation.zone, checkPattern: RegularExpression.mistake)
        showWhileTyping(try parser.parse(prompt.field.text), &effects)
        prompt.mistake = nil
      } catch {
        prompt.mistake = error
      }
      overlay = .prompt(prompt)
    case .command, .since, .until: break
    }
  }

  /// Shows a list that may change with the next key: it is not remembered as a step to go back to.
  private mutating func showWhileTyping(_ query: Query, _ effects: inout [Effect]) {
    guard query != filter else { return }
    filter = query
    loadFeed(selecting: nil, &effects)
  }

  private mutating func cancel(_ prompt: PromptState, _ effects: inout [Effect]) {
    overlay = nil
    switch prompt.kind {
    case .findInReader: reader.endSearch()
    case .narrowFeed(let origin), .editFilter(let origin): restore(origin, &effects)
    case .command, .since, .until: break
    }
  }

  private mutating func accept(_ prompt: PromptState, _ effects: inout [Effect]) {
    // A text that means nothing stays where it can be mended.
    guard prompt.mistake == nil else { return }
    overlay = nil
    let text = prompt.field.text.trimmingCharacters(in: .whitespaces)
    switch prompt.kind {
    case .findInReader:
      if !text.isEmpty, reader.find?.matches.isEmpty ?? true { notify(words: presentation.words.noMatch, &effects) }
    case .narrowFeed(let origin), .editFilter(let origin):
      guard filter != origin.filter else { return }
      filterHistory.append(origin)
      loadStatistics(&effects)
    case .since: filterByDate(text, since: true, &effects)
    case .until: filterByDate(text, since: false, &effects)
    case .command: runCommandLine(text, &effects)
    }
  }

  private mutating func filterByDate(_ text: String, since: Bool, _ effects: inout [Effect]) {
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

  // MARK: - The command line

  /// Commands that take an argument on the command line.
  static let argumentCommands = ["tag", "source", "label", "title", "since", "until", "theme", "language"]
  /// Short names known from other programs.
  static let aliases: [String: Command] = [
    "q": .quit, "quit": .quit, "wq": .quit, "unread": .filterUnread, "starred": .filterStarred, "clear": .clearFilter,
    "tags": .pickTag, "sources": .pickSource, "labels": .pickLabel, "stats": .showStatistics, "news": .showNews,
    "theme": .pickTheme, "language": .switchLanguage, "help": .help, "h": .help, "undo": .undo,
  ]

  private mutating func runCommandLine(_ text: String, _ effects: inout [Effect]) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return }
    if parts.count == 2, Self.argumentCommands.contains(name) {
      run(name, argument: parts[1].trimmingCharacters(in: .whitespaces), &effects)
    } else if let command = Command(rawValue: name) ?? Self.aliases[name] {
      run(command, &effects)
    } else if let command = Command.allCases.first(where: { presentation.words($0.info.title) == text }) {
      run(command, &effects)
    } else {
      notify(words: presentation.words.unknownCommand(name), isError: true, &effects)
    }
  }

  private mutating func run(_ name: String, argument: String, _ effects: inout [Effect]) {
    switch name {
    case "tag": replaceFilter(\.isTag, with: [.tag(argument)], &effects)
    case "source": replaceFilter(\.isSource, with: [.source(argument)], &effects)
    case "label": replaceFilter(\.isLabel, with: [.label(argument)], &effects)
    case "title": replaceFilter(\.isTitle, with: [.title(argument)], &effects)
    case "since": filterByDate(argument, since: true, &effects)
    case "until": filterByDate(argument, since: false, &effects)
    case "theme": useTheme(argument, &effects)
    default: presentation.language = argument.hasPrefix("en") ? .en : .zhHans
    }
  }
}
