import Configuration
import Dashboard
import Dispatch
import Foundation
import Glibc
import NewsLibrary
import NewsModel
import Terminal
import TextBasics

/// The dashboard as a program: opens store and screen, runs the loop, and gives the terminal back.
struct DashboardProgram {
  private let setup: Setup

  private init(_ setup: Setup) { self.setup = setup }

  /// Opens the dashboard and returns when the user quits.
  ///
  /// - Throws: `CommandFailure` where there is no terminal or no store, `ExitStatus` where a signal ended it.
  static func run(_ options: GlobalOptions) throws {
    let setup = try Setup.load(options)
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw CommandFailure(.usage, setup.messages.noTerminal)
    }
    switch try DashboardProgram(setup).run() {
    case .quit: return
    case .signal(let number): throw number == SIGINT ? ExitStatus.interrupted : ExitStatus.terminated
    }
  }

  private var settings: Settings { setup.settings }
  private var paths: Paths { setup.paths }
  private var words: ProgramWords { ProgramWords(language: setup.language) }

  private func run() throws -> DashboardLoop.End {
    let mailbox = Mailbox<Action>()
    let library = try setup.openLibrary(.create) { event in
      // What this program changes it shows already.
      if event == .changed(by: .anotherProgram) { mailbox.post(.libraryChanged) }
    }
    defer { try? library.close() }
    let screen = try openScreen()
    defer { screen.close() }
    let saved = library.savedSession()
    let zone = setup.displayZone
    let state = State(
      presentation: presentation(for: screen, library: library, zone: zone, chosenTheme: saved?.theme),
      size: screen.size, now: .now, span: StatisticsSpan(rawValue: settings.statisticsRange.rawValue) ?? .day,
      restoring: saved)
    for problem in setup.allProblems {
      mailbox.post(.notice(SafeText(problem.message(in: setup.language)), isError: true))
    }
    checkAfterUncleanEnd(library, mailbox)
    let runner = EffectRunner(library: library, mailbox: mailbox, zone: zone) { [setup] in setup.describe($0) }
    let loop = DashboardLoop(
      state: state, screen: screen, mailbox: mailbox, runner: runner, services: services)
    return loop.run()
  }

  private func openScreen() throws -> CursesScreen {
    try? FileManager.default.createDirectory(
      atPath: URL(filePath: paths.log).deletingLastPathComponent().path, withIntermediateDirectories: true)
    do throws(TerminalError) {
      return try CursesScreen(
        options: CursesScreen.Options(
          mouse: settings.mouse, maximumDepth: settings.colors.maximumDepth, errorLog: paths.log,
          crashNote: words.crashNote(log: paths.abbreviating(paths.log))),
        environment: settings.colors.applied(to: setup.environment))
    } catch {
      throw CommandFailure(.failure, words.noScreen(error))
    }
  }

  private func presentation(
    for screen: CursesScreen, library: NewsLibrary, zone: TimeZone, chosenTheme: String?
  ) -> Presentation {
    let catalog = setup.themes
    let names = catalog.entries().map(\.name)
    let isConfigured = settings.origin(of: "theme") != .standard
    let standard = settings.themeName(colorCount: screen.colorDepth.rawValue, isLight: nil)
    let chosen = isConfigured ? nil : chosenTheme.flatMap { names.contains($0) ? $0 : nil }
    return Presentation(
      language: setup.language, zone: zone, widths: setup.widths, usesASCII: setup.isASCII,
      theme: catalog.load(chosen ?? standard).theme, market: settings.marketColors, keymap: setup.keymap.keymap,
      measure: settings.readerMeasure, showsTags: settings.showsTags, markReadMilliseconds: settings.markReadAfter,
      themeNames: names, loadTheme: { name in names.contains(name) ? catalog.load(name).theme : nil },
      isThemeConfigured: isConfigured, isSample: library.isSample)
  }

  private var services: DashboardLoop.Services {
    let words = words
    let launcher = BrowserLauncher(
      command: settings.browserCommand, searchPath: setup.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
    return DashboardLoop.Services(
      openInBrowser: { link in
        do throws(BrowserLauncher.Failure) {
          try launcher.open(link)
          return nil
        } catch {
          return words.browserFailed(error)
        }
      },
      linkCopied: { words.linkCopied })
  }

  /// Reads the whole store beside the screen where the last program did not close it.
  private func checkAfterUncleanEnd(_ library: NewsLibrary, _ mailbox: Mailbox<Action>) {
    guard library.wasUncleanlyClosed else { return }
    let words = words
    DispatchQueue(label: "newstape.check", qos: .utility).async {
      guard let findings = try? library.check(), !findings.isEmpty else { return }
      mailbox.post(.notice(words.storeDamaged(findings.count), isError: true))
    }
  }
}

/// The few texts that the program shows beside those of dashboard and command line.
private struct ProgramWords {
  let language: Language

  private func text(_ chinese: String, _ english: String) -> String { language == .en ? english : chinese }

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
        "库中有 \(count) 处问题：退出后运行 newstape store check",
        "the store has \(count) problems: quit and run newstape store check"))
  }
}
