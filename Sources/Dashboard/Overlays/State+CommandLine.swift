import NewsModel

/// What takes an argument on the command line.
enum ArgumentCommand: String, CaseIterable, Sendable {
  case tag
  case source
  case label
  case title
  case since
  case until
  case theme
  case language
}

extension State {
  mutating func runCommandLine(_ text: String, _ effects: inout [Effect]) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return }
    if parts.count == 2, let command = ArgumentCommand(rawValue: name) {
      run(command, with: parts[1].trimmingCharacters(in: .whitespaces), &effects)
    } else if let command = Command.called(name) ?? Command.all.first(where: { presentation.words($0.title) == text }) {
      run(command, &effects)
    } else {
      notify(words: presentation.words.unknownCommand(name), isError: true, &effects)
    }
  }

  private mutating func run(_ command: ArgumentCommand, with argument: String, _ effects: inout [Effect]) {
    switch command {
    case .tag: replaceFilter(\.isTag, with: [.tag(argument)], &effects)
    case .source: replaceFilter(\.isSource, with: [.source(argument)], &effects)
    case .label: replaceFilter(\.isLabel, with: [.label(argument)], &effects)
    case .title: replaceFilter(\.isTitle, with: [.title(argument)], &effects)
    case .since: filterByDate(argument, since: true, &effects)
    case .until: filterByDate(argument, since: false, &effects)
    case .theme: ask(ThemeRequest(name: argument, original: presentation.theme), &effects)
    case .language: presentation.language = argument.hasPrefix("en") ? .en : .zhHans
    }
  }
}
