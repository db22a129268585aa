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
      ## Programs for articles · 交给其他程序

      `|` hands the article to a program that reads it from standard input, `X` to one that passes it on. Each is a table
      under a name of your own; where there are several, a list asks which. A list of words in place of the table is
      its command.

      ```toml
      [pipe]
      characters = ["wc", "-m"]

      [pipe.summary]
      command = ["llm", "-s", "Sum this up in three sentences."]
      time_limit = 120

      [share]
      phone = ["curl", "-s", "--data-raw", "{title} {url}", "https://ntfy.example/my-topic"]

      [share.mail]
      command = ["mutt", "-s", "{title}", "-i", "{file}", "me@mail.example"]
      output = "terminal"
      ```

      - `command`: the program and its arguments. No shell reads them: a pipe sign, a quotation mark or a `$` in a title
        is nothing but text. In the arguments stand `{url}` for the article's link, `{title}` for its headline and `{file}`
        for a file that holds it, which only you can read and which is gone when the program has ended. A title is the
        work of others: give it where the program takes it as it is (`--data-raw`, not `-d`, to which `@` names a file).
      - `form`: how the article is written: `"text"` (for pipes), `"markdown"` (for shares) or `"json"`, one object as
        `newstape export --format jsonl` writes it.
      - `output`: `"popup"` (for pipes) shows what the program writes, 1,000 lines at most; `"none"` (for shares) drops it;
        `"terminal"` gives the program the terminal until it ends.
      - `time_limit`: seconds after which the program is ended, 30 where nothing is said; none in the terminal.

      A program that fails is told on the screen, with the first line that it wrote to standard error, and in the log.
      Four can run at once; whatever still runs when newstape ends is ended with it.

      `E` opens a copy of the article in `$VISUAL`, `$EDITOR` or `vi`, `P` in `$PAGER` or `less`; words in these variables
      are parted at blanks. A copy that you change stays where the message says.

      `|` 把文章交给从标准输入读取的程序，`X` 交给转发文章的程序。每个程序是 `[pipe]` 或 `[share]` 下的一个表，名称自定；有几个时列表供选择。
      只写列表时，它就是 `command`。`{url}`、`{title}`、`{file}` 分别代表链接、标题和存有文章的临时文件，各在一个参数之内，不经过 shell。
      `form` 是文章的写法（`text`、`markdown`、`json`），`output` 是输出的去处（`popup` 弹窗、`terminal` 占用终端、`none` 不要），
      `time_limit` 是最长秒数。`E` 用 `$VISUAL`、`$EDITOR` 或 `vi` 打开文章的副本，`P` 用 `$PAGER` 或 `less`；改动过的副本会保留，位置见提示。

      ## Clipboard, notices and links in tmux · 在 tmux 中

      newstape sends them to the terminal (OSC 52, 9, 777 and 8), so that they work through ssh. tmux keeps them unless
      `~/.tmux.conf` says otherwise: `set -g set-clipboard on` for copying, `set -g allow-passthrough on` for notices, tmux 3.4
      with `set -as terminal-features ",*:hyperlinks"` for links.

      复制、通知和链接由终端完成（OSC 52、9、777、8），ssh 中同样有效。在 tmux 中需在 `~/.tmux.conf` 里设置：复制用
      `set -g set-clipboard on`，通知用 `set -g allow-passthrough on`，链接需 tmux 3.4 和 `set -as terminal-features ",*:hyperlinks"`。

      ## Keys

      Under `[keys]` stands the name of a command with a key, a list of keys, or `[]` for none; they replace its default
      keys. `?` in the dashboard lists the commands with their names. A key is the sign itself (`j`, `?`), a name
      (`Enter`, `Tab`, `Space`, `Down`, `PgDn`, `F1`), or one of these behind `C-` (control), `S-` (shift) or `A-` (alt).
      Several keys in a row are a sequence: `gg`, or with blanks between names, `g Home`.

      ## Your own tables · 自己的词表

      `~/.config/newstape/tables.tsv` teaches the program companies, other names of theirs, events and words of tone, and which
      words mean none of these; [analysis.md](analysis.md#your-own-tables) says how. `newstape config` names the mistakes in it.

      `~/.config/newstape/tables.tsv` 中可以写自己的公司、别名、事件和倾向词，以及哪些词不算；格式见
      [analysis.md](analysis.md#your-own-tables)，其中的错误由 `newstape config` 列出。

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
