// The program itself.

extension Command {
  static let programGroup = [
    commandLine, palette, help, log, pickTheme, switchLanguage, redraw, suspend, quit,
  ]

  static let commandLine = Command(
    "command-line", keys: [":"],
    title: .init("命令", "command"), help: .init("命令行", "Command line"),
    hints: [.feed(140), .statistics(70), .company(80)]
  ) { state, effects in state.present(.prompt(Prompt(.command)), &effects) }

  static let palette = Command(
    "palette", keys: ["C-p"],
    title: .init("命令面板", "palette"), help: .init("查找并执行命令", "Find and run a command")
  ) { state, effects in state.openPalette(&effects) }

  static let help = Command(
    "help", keys: ["?", "F1"], aliases: ["h"],
    title: .init("帮助", "help"), help: .init("当前窗格的按键（可搜索）", "Keys of this pane, searchable"),
    hints: [.feed(150), .reader(110), .saved(120), .statistics(80), .sources(140), .company(90)]
  ) { state, effects in state.openHelp(&effects) }

  static let log = Command(
    "log", keys: ["L"],
    title: .init("日志", "log"), help: .init("最近的消息", "Recent messages")
  ) { state, effects in state.openLog(&effects) }

  static let pickTheme = Command(
    "theme", keys: ["C-t"], aliases: ["主题"],
    title: .init("配色", "themes"), help: .init("选择配色（可预览）", "Choose a theme, with a preview"),
    disabled: { state in
      if state.presentation.hasFewColors { return Themes.fewColors }
      return state.presentation.themeNames.isEmpty ? .init("没有可选的配色", "there are no themes") : nil
    }
  ) { state, effects in state.send(.themes(.open), &effects) }

  static let switchLanguage = Command(
    "language",
    title: .init("中文/English", "中文/English"), help: .init("切换界面语言", "Switch the language")
  ) { state, _ in state.switchLanguage() }

  static let redraw = Command(
    "redraw", keys: ["C-l"],
    title: .init("重绘", "redraw"), help: .init("重绘屏幕", "Redraw the screen")
  ) { _, effects in effects.append(.redraw) }

  static let suspend = Command(
    "suspend", keys: ["C-z"],
    title: .init("挂起", "suspend"), help: .init("挂起，回到 shell，fg 返回", "Back to the shell; fg comes back")
  ) { _, effects in effects.append(.suspend) }

  static let quit = Command(
    "quit", keys: ["Q", "C-c"], aliases: ["q", "wq"],
    title: .init("退出", "quit"), help: .init("退出程序", "Quit from anywhere"),
    hints: [.feed(62)]
  ) { state, effects in state.quit(&effects) }
}
