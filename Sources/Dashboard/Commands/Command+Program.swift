// The program itself.

extension Command {
  static let programGroup = [
    commandLine, palette, help, log, pickTheme, switchLanguage, redraw, suspend, quit,
  ]

  static let commandLine = Command(
    "command-line", keys: [":"],
    title: ["命令", "command"], help: ["命令行", "Command line"],
    hints: [.feed(140), .statistics(70)]
  ) { state, effects in state.present(.prompt(Prompt(.command)), &effects) }

  static let palette = Command(
    "palette", keys: ["C-p"],
    title: ["命令面板", "palette"], help: ["查找并执行命令", "Find and run a command"]
  ) { state, effects in state.openPalette(&effects) }

  static let help = Command(
    "help", keys: ["?", "F1"], aliases: ["h"],
    title: ["帮助", "help"], help: ["本栏的键，可搜索", "Keys of this pane, searchable"],
    hints: [.feed(150), .reader(110), .saved(120), .statistics(80), .sources(140)]
  ) { state, effects in state.openHelp(&effects) }

  static let log = Command(
    "log", keys: ["L"],
    title: ["日志", "log"], help: ["最近的消息", "Recent messages"]
  ) { state, effects in state.openLog(&effects) }

  static let pickTheme = Command(
    "theme", keys: ["C-t"],
    title: ["主题", "themes"], help: ["选择主题，可预览", "Choose a theme, with a preview"],
    disabled: { $0.presentation.themeNames.isEmpty ? ["没有可选的主题", "there are no themes"] : nil }
  ) { state, effects in state.send(.themes(.open), &effects) }

  static let switchLanguage = Command(
    "language",
    title: ["中文/English", "中文/English"], help: ["切换界面语言", "Switch the language"]
  ) { state, _ in state.switchLanguage() }

  static let redraw = Command(
    "redraw", keys: ["C-l"],
    title: ["重绘", "redraw"], help: ["重绘屏幕", "Redraw the screen"]
  ) { _, effects in effects.append(.redraw) }

  static let suspend = Command(
    "suspend", keys: ["C-z"],
    title: ["挂起", "suspend"], help: ["挂起，回到 shell，fg 返回", "Back to the shell; fg comes back"]
  ) { _, effects in effects.append(.suspend) }

  static let quit = Command(
    "quit", keys: ["Q", "C-c"], aliases: ["q", "wq"],
    title: ["退出", "quit"], help: ["退出程序", "Quit from anywhere"]
  ) { state, effects in state.quit(&effects) }
}
