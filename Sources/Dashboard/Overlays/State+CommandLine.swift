import NewsModel

extension State {
  /// Commands that take an argument on the command line.
  static let argumentCommands = ["tag", "source", "label", "title", "since", "until", "theme", "language"]
  /// Short names known from other programs.
  static let aliases: [String: Command] = [
    "q": .quit, "quit": .quit, "wq": .quit, "unread": .filterUnread, "starred": .filterStarred, "clear": .clearFilter,
    "tags": .pickTag, "sources": .pickSource, "labels": .pickLabel, "stats": .showStatistics, "refresh": .refresh,
    "add": .addSource, "stop": .stopRefresh, "news": .showNews,
    "theme": .pickTheme, "language": .switchLanguage, "help": .help, "h": .help, "undo": .undo,
  ]

  mutating func runCommandLine(_ text: String, _ effects: inout [Effect]) {
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
    case "theme": ask(ThemeRequest(name: argument, original: presentation.theme), &effects)
    default: presentation.language = argument.hasPrefix("en") ? .en : .zhHans
    }
  }
}
