extension Command {
  /// The page of all commands with their default keys, for `docs/keys.md`.
  package static func referenceMarkdown() -> String {
    var page = """
      # Keys and commands

      Made from the program's table of commands by `make docs`; do not edit by hand. A key is rebound in `config.toml`,
      section `[keys]`, by the name of its command: `"article.toggle-star" = ["s", "F2"]`. An empty list unbinds it. Every
      command can be run by name, after `:` or from the palette (`C-p`).

      此页由 `make docs` 从程序的命令表生成，请勿手工修改。在 `config.toml` 的 `[keys]` 中以命令名改键：
      `"article.toggle-star" = ["s", "F2"]`；空列表即取消。所有命令都可在 `:` 之后输入名称执行，也可从命令面板（`C-p`）选择。`C-` 即 Ctrl，
      `S-` 即 Shift，`A-` 即 Alt。

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
    case .everywhere: "Everywhere · 各处"
    case .feed: "In the news feed · 资讯列表"
    case .table: "In the table, beside those of the news feed · 表格（另有资讯列表的按键）"
    case .reader: "In the reader · 正文"
    case .saved: "On the page of saved queries and rules · 关注页"
    case .statistics: "In the statistics · 统计"
    case .sources: "On the page of feeds · 订阅页"
    case .company: "On the page of a company · 公司页"
    }
  }
}
