import Terminal
import TextBasics

/// What the program says around the dashboard, whose own texts are `Words`.
extension Messages {
  func crashNote(log: String) -> String {
    text("newstape 意外终止，详情见 \(log)", "newstape ended unexpectedly; details are in \(log)")
  }

  func noScreen(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal, .alreadyOpen: text("没有可用的终端", "there is no terminal to draw on")
    case .unknownTerminal(let names):
      text(
        "不认识终端 \(names.first ?? "")，请设置 TERM，例如 TERM=xterm-256color",
        "the terminal \(names.first ?? "") is not known; set TERM, for example TERM=xterm-256color")
    }
  }

  var linkCopied: SafeText { SafeText(text("链接已复制", "link copied")) }

  func browserFailed(_ failure: BrowserLauncher.Failure) -> SafeText {
    switch failure {
    case .notAWebLink: SafeText(text("只打开 http 和 https 链接", "only http and https links are opened"))
    case .cannotStart(let program):
      SafeText(
        text("无法启动 \(program)，请设置 browser.command", "cannot start \(program); set browser.command in config.toml"))
    }
  }

  func storeDamaged(_ count: Int) -> SafeText {
    SafeText(
      text(
        "数据文件有 \(count) 处损坏：退出后运行 newstape store repair",
        "the store has \(count) kinds of damage: quit and run newstape store repair"))
  }

  var storeDamageMet: SafeText {
    SafeText(
      text(
        "数据文件有损坏，有些内容无法读取：退出后运行 newstape store repair",
        "the store is damaged and some of it cannot be read: quit and run newstape store repair"))
  }
}
