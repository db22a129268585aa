extension Settings {
  /// The reference page of the settings, `docs/configuration.md`.
  package static func referenceMarkdown() -> String {
    let defaults = Settings()
    var page = """
      # Configuration

      <!-- Made by `make docs` from the registry of settings: change Setting+Registry.swift, not this page. -->

      newstape reads `$XDG_CONFIG_HOME/newstape/config.toml`, usually `~/.config/newstape/config.toml`. No setting has
      to be there. An option of the command line outweighs a variable of the environment, which outweighs the file,
      which outweighs the default. `newstape config` prints every value in force and where it comes from; passwords in
      it are masked.

      All mistakes of a file are named at once, each with line and column. A setting that is wrong is left out, and the
      program goes on with its default. A file that is not TOML as a whole, or one whose `store.path` is wrong, stops
      every command with exit code 78, so that nothing is written to another store than the one that was meant. A theme
      that is not TOML as a whole leaves the one before.

      ```toml
      theme = "nord"
      language = "en"

      [reader]
      measure = 64

      [keys]
      "move.next" = ["n", "Down"]
      "article.toggle-star" = []     # no key at all
      ```

      配置文件是 `$XDG_CONFIG_HOME/newstape/config.toml`，通常为 `~/.config/newstape/config.toml`；所有设置都可不写。命令行选项优先于环境变量，
      环境变量优先于配置文件，最后是默认值。`newstape config` 列出每项的值、说明和出处，其中的密码以星号代替。文件中的错误一次全部列出，
      各注明行和列；有误的设置不生效，按默认值运行。整个文件不是 TOML，或 `store.path` 有误时，所有命令以退出码 78 结束，
      以免写入别的新闻库。

      ## Settings · 设置


      """
    for setting in Setting.all {
      page += "### `\(setting.key)`\n\n"
      page += setting.help(in: .en) + "  \n" + setting.help(in: .zhHans) + "\n\n"
      page += "- Values: \(setting.kind.description(in: .en)) · \(setting.kind.description(in: .zhHans))\n"
      page += "- Default: \(setting.notation(in: defaults).map { "`\($0)`" } ?? "none")\n"
      if let variable = setting.variable { page += "- Environment: `\(variable)`\n" }
      if let option = setting.option { page += "- Option: `\(option)`\n" }
      page += "\n"
    }
    page += """
      ## Keys

      Under `[keys]` stands the name of a command with a key, a list of keys, or `[]` for none; they replace its default
      keys. `?` in the dashboard lists the commands with their names. A key is the sign itself (`j`, `?`), a name
      (`Enter`, `Tab`, `Space`, `Down`, `PgDn`, `F1`), or one of these behind `C-` (control), `S-` (shift) or `A-` (alt).
      Several keys in a row are a sequence: `gg`, or with blanks between names, `g Home`.

      ## Themes

      `theme` names a file without its ending `.toml`: first in `~/.config/newstape/themes`, then among the themes of the
      program; `newstape themes` lists them. Such a file gives roles their colours. A role whose file says nothing has the
      style of its parent (`ui.statusline.inactive` → `ui.statusline` → `ui`; `article`, `chart` and `market` → `ui`).
      As names have dots, write them in quotation marks.

      ```toml
      inherits = "gruvbox_dark"                    # what this file leaves out

      "article.unread" = "amber"                   # the foreground alone
      "ui.selection" = { fg = "default", bg = "#3c3836", modifiers = ["bold"] }

      [palette]                                    # names for colours; it changes the inherited styles as well
      amber = "#ffb000"
      ```

      A colour is `#rrggbb`, a name of the palette, `default` (the terminal's own), or one of the terminal's sixteen:

      """
    page += ThemeColor.ansiNames.map { "`\($0)`" }.joined(separator: ", ") + ".\n"
    page += "Modifiers are " + ThemeModifiers.names.map { "`\($0)`" }.joined(separator: ", ") + ".\n\n"
    page += "| role | what it is for |\n|---|---|\n"
    for role in ThemeRole.all { page += "| `\(role.name)` | \(role.purpose) |\n" }
    return page
  }
}
