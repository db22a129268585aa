extension Command {
  /// The page of all commands with their default keys, for `docs/keys.md`.
  package static func referenceMarkdown() -> String {
    var page = """
      # Keys and commands

      Made from the program's table of commands by `make docs`; do not edit by hand. A key is rebound in `config.toml`,
      section `[keys]`, by the name of its command: `"article.toggle-star" = ["s", "F2"]`. An empty list unbinds it. Every
      command can be run by name, after `:` or from the palette (`C-p`).

      """
    for context in CommandContext.allCases {
      let commands = all.filter { $0.contexts.contains(context) }
      guard !commands.isEmpty else { continue }
      page += "\n## \(context.title)\n\n| keys | command | does | 作用 |\n|---|---|---|---|\n"
      for command in commands {
        let keys = command.keys.map { "`\($0)`" }.joined(separator: " ")
        page += "| \(keys) | `\(command.name)` | \(command.help.english) | \(command.help.chinese) |\n"
      }
    }
    return page
  }
}

extension CommandContext {
  fileprivate var title: String {
    switch self {
    case .everywhere: "Everywhere"
    case .feed: "In the news feed"
    case .reader: "In the reader"
    case .saved: "On the page of saved queries and rules"
    case .statistics: "In the statistics"
    case .sources: "On the page of feeds"
    }
  }
}
