import Configuration
import Dashboard
import Dispatch
import Foundation
import Glibc
import Log
import NewsLibrary
import NewsModel
import NewsStore
import Synchronization
import Terminal
import TextBasics
import Wording

/// The dashboard as a program: opens store and screen, runs the loop, and gives the terminal back.
struct DashboardProgram {
  private let setup: Setup

  private init(_ setup: Setup) { self.setup = setup }

  /// Opens the dashboard and returns when the user quits.
  ///
  /// - Throws: `CommandFailure` where there is no terminal or no store, `ExitStatus` where a signal ended it.
  static func run(_ options: GlobalOptions) throws {
    let setup = try Setup.load(options)
    // What can be gone on with is told on the screen.
    if setup.hasFatalProblem { try setup.reportProblems() }
    setup.followReader()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw CommandFailure(.usage, setup.words.noTerminal)
    }
    switch try DashboardProgram(setup).run() {
    case .quit: return
    case .signal(let number): throw number == SIGINT ? ExitStatus.interrupted : ExitStatus.terminated
    }
  }

  private var settings: Settings { setup.settings }
  private var paths: Paths { setup.paths }
  private var words: Words { setup.words }

  private func run() throws -> DashboardLoop.End {
    let mailbox = Mailbox<Action>()
    let facets = Lull()
    let onEvent: @Sendable (StoreEvent) -> Void = { [setup] event in
      switch event {
      // What this program changes it shows already.
      case .changed(by: .thisProgram): break
      case .changed(by: .anotherProgram): mailbox.post(.libraryChanged)
      // A store that is new, or whose tables are, brings hundreds a second.
      case .facetsRead: facets.wait { mailbox.post(.libraryChanged) }
      case .damageMet: mailbox.post(.notice(SafeText(setup.words.storeDamageMet), isError: true))
      case .lost(let error):
        Log.error("the store is lost", error)
        mailbox.post(.notice(setup.describe(error), isError: true))
      }
    }
    let library = try setup.openLibrary(.create, onEvent: onEvent)
    let shown = ShownLibrary(library) { [setup] in
      let own = try setup.openLibrary(at: setup.writeLocation.path, onEvent: onEvent)
      // The companies of the sample go with it.
      setup.followReader()
      return own
    }
    defer { shown.close() }
    let screen = try openScreen()
    defer { screen.close() }
    let colorCount = screen.colorDepth.rawValue
    if screen.lacksTrueColor {
      let type = setup.environment["TERM"] ?? ""
      Log.warning("24-bit colours were asked for; there is no description to give them to: TERM=\(type)")
    }
    let saved = library.store.savedSession()
    let zone = setup.displayZone
    let theme = firstTheme(chosen: saved?.theme, colorCount: colorCount)
    let state = State(
      presentation: presentation(theme: theme.theme, colorCount: colorCount, library: library, zone: zone),
      size: screen.size, now: .now, span: settings.statisticsRange,
      refreshesByItself: settings.refreshesAutomatically, programs: settings.programs,
      noticedQueries: settings.noticedQueries, lastVisit: library.store.knownLastVisit, restoring: saved)
    let mistakes = (setup.problems + setup.keymap.problems + theme.problems).map(setup.describe)
    for mistake in mistakes { Log.warning("in the configuration: \(mistake)") }
    mailbox.post(.mistakes(mistakes.map { SafeText($0) }))
    if let obstacle = library.store.obstacle {
      Log.warning("the store cannot be written", obstacle)
      let unread = try setup.noteOfUnanalysed(in: library.store).map { words.semicolon + $0 } ?? ""
      mailbox.post(.notice(SafeText(setup.describe(obstacle).string + unread), isError: true))
    }
    let checking = Cancellation()
    defer { checking.cancel() }
    checkAfterUncleanEnd(library, mailbox, checking)
    checkOwnTables(mailbox)
    let runner = EffectRunner(
      library: shown, mailbox: mailbox, zone: zone, fetching: setup.fetchSettings, places: places,
      ownTables: setup.ownTables, loadTheme: loadTheme
    ) { [setup] in setup.describe($0) }
    runner.readTables()
    let loop = DashboardLoop(
      state: state, terminal: CursesTerminal(screen, mailbox: mailbox), runner: runner, services: services)
    return loop.run()
  }

  private func openScreen() throws -> CursesScreen {
    Log.attempt("make the folder of the log") {
      try PrivateFolder.make(URL(filePath: paths.log).deletingLastPathComponent().path)
    }
    do throws(TerminalError) {
      return try CursesScreen(
        options: CursesScreen.Options(
          mouse: settings.mouse, maximumDepth: settings.colors.maximumDepth,
          asksTerminal: setup.environment["TERM_PROGRAM"] != "Apple_Terminal",
          takesLinks: settings.links.isWanted, noticeForm: settings.noticeForm.form,
          errorLog: paths.log,
          crashNote: words.crashNote(log: paths.abbreviating(paths.log)), mendFault: NewsStore.mendFault),
        environment: settings.colors.applied(to: setup.environment))
    } catch {
      throw CommandFailure(.failure, words.noScreen(error))
    }
  }

  /// The theme that the dashboard begins with: the configured one, the one chosen last, or what suits the terminal. One that cannot
  /// be read as a whole is told, and gives way to what suits the terminal.
  private func firstTheme(
    chosen: String?, colorCount: Int
  ) -> (theme: Theme, problems: [ConfigurationProblem]) {
    let catalog = setup.themes
    let isThere = catalog.entries().contains { $0.name == chosen }
    let standard = settings.themeName(colorCount: colorCount, isLight: nil)
    let isFixed = settings.isThemeConfigured || Settings.areFew(colorCount)
    let name = isFixed || !isThere ? standard : chosen ?? standard
    let (theme, problems) = catalog.load(name, namedAt: settings.origin(of: "theme"))
    guard problems.contains(where: \.isFatal) else { return (theme, problems) }
    return (catalog.load(Settings().themeName(colorCount: colorCount, isLight: nil)).theme, problems)
  }

  private func presentation(theme: Theme, colorCount: Int, library: NewsLibrary, zone: TimeZone) -> Presentation {
    Presentation(
      language: setup.language, zone: zone, widths: setup.widths, usesASCII: setup.isASCII, theme: theme,
      settings: settings, keymap: setup.keymap.keymap, themeNames: setup.themes.entries().map(\.name),
      hasFewColors: Settings.areFew(colorCount), isSample: library.isSample)
  }

  /// Reads a theme of those that can be chosen.
  private var loadTheme: @Sendable (String) -> LoadedTheme {
    let setup = setup
    return { name in
      let catalog = setup.themes
      guard catalog.entries().contains(where: { $0.name == name }) else { return LoadedTheme(theme: nil) }
      let (theme, problems) = catalog.load(name)
      return LoadedTheme(
        theme: problems.contains(where: \.isFatal) ? nil : theme,
        // Short enough to be read in one line of the screen.
        problems: problems.map { SafeText(setup.paths.abbreviating(setup.describe($0))) })
    }
  }

  private var places: ProgramPlaces { ProgramPlaces(environment: setup.environment) }

  private var services: DashboardLoop.Services {
    let words = words
    let launcher = BrowserLauncher(
      command: settings.browserCommand, searchPath: places.searchPath,
      isUnseen: settings.browserCommand == Settings().browserCommand && Self.isRemote(setup.environment))
    return DashboardLoop.Services(
      openInBrowser: { link in
        do throws(BrowserLauncher.Failure) {
          try launcher.open(link)
          return (SafeText(words.openedInBrowser), isError: false)
        } catch {
          Log.warning("cannot open a link", error)
          return (words.browserFailed(error), isError: true)
        }
      },
      runInTerminal: TerminalLoan(searchPath: places.searchPath, words: words).run)
  }

  /// Whether the program runs over ssh without a display.
  private static func isRemote(_ environment: [String: String]) -> Bool {
    environment["SSH_CONNECTION"] != nil && environment["DISPLAY"] == nil && environment["WAYLAND_DISPLAY"] == nil
  }

  /// Tells what is wrong in the reader's own tables, beside the screen.
  private func checkOwnTables(_ mailbox: Mailbox<Action>) {
    guard FileManager.default.fileExists(atPath: paths.tables) else { return }
    DispatchQueue(label: "newstape.tables", qos: .utility).async { [setup] in
      let mistakes = setup.mistakesInOwnTables
      for mistake in mistakes { Log.warning("in the tables: \(mistake)") }
      if !mistakes.isEmpty { mailbox.post(.mistakes(mistakes.map { SafeText($0) })) }
    }
  }

  /// Reads the whole store beside the screen where the last program did not close it.
  private func checkAfterUncleanEnd(
    _ library: NewsLibrary, _ mailbox: Mailbox<Action>, _ cancellation: Cancellation
  ) {
    guard library.store.wasUncleanlyClosed else { return }
    let words = words
    DispatchQueue(label: "newstape.check", qos: .utility).async {
      do throws(StoreError) {
        let findings = try library.store.checkFile(cancellation: cancellation)
        guard !findings.isEmpty else { return }
        Log.error("the store is damaged: \(findings.joined(separator: "; "))")
        mailbox.post(.notice(SafeText(words.storeDamaged(findings.count)), isError: true))
      } catch {
        if case .cancelled = error { return }
        Log.warning("cannot check the store", error)
      }
    }
  }
}

extension Settings.Colors {
  /// The most colours that the screen may use; nil where the terminal alone decides.
  fileprivate var maximumDepth: ColorDepth? {
    switch self {
    case .auto, .truecolor: nil
    case .indexed256: .indexed256
    case .ansi16: .ansi16
    case .mono: .monochrome
    }
  }

  /// The environment as the screen is to see it: the setting, which already knows `NO_COLOR`, goes before the variables.
  fileprivate func applied(to environment: [String: String]) -> [String: String] {
    var environment = environment
    if self != .auto { environment["NO_COLOR"] = nil }
    if self == .truecolor { environment["COLORTERM"] = "truecolor" }
    return environment
  }
}

extension Settings.Links {
  /// Nil where the terminal's kind is to tell.
  fileprivate var isWanted: Bool? {
    switch self {
    case .auto: nil
    case .on: true
    case .off: false
    }
  }
}

extension Settings.NoticeForm {
  /// Nil where the terminal's kind is to tell.
  fileprivate var form: NoticeForm? {
    switch self {
    case .auto: nil
    case .osc9: .osc9
    case .osc777: .osc777
    }
  }
}

/// Makes one piece of news of what comes within a second.
private final class Lull: Sendable {
  private let isWaiting = Mutex(false)

  func wait(_ body: @escaping @Sendable () -> Void) {
    let isFirst = isWaiting.withLock { isWaiting in
      defer { isWaiting = true }
      return !isWaiting
    }
    guard isFirst else { return }
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + 1) { [self] in
      isWaiting.withLock { $0 = false }
      body()
    }
  }
}
