import Configuration
import Dashboard
import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import Terminal
import Testing
import TextBasics

@testable import App

/// A store of invented news in a folder of its own, with what runs a dashboard on it.
final class DashboardWorld {
  static let zone = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt

  let folder: URL
  let library: NewsLibrary
  let mailbox = Mailbox<Action>()
  let runner: EffectRunner

  convenience init(_ titles: String...) throws { try self.init(titles) }

  /// - Parameter titles: of the articles in the store, newest first.
  init(_ titles: [String], places: ProgramPlaces = ProgramPlaces(environment: [:])) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "newstape-app-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "news.db").path
    let store = try NewsStore.open(at: path)
    let noon = CivilTime(year: 2026, month: 3, day: 18, hour: 12, minute: 0).timestamp(in: Self.zone)
    _ = try store.save(
      titles.enumerated().map { index, title in
        Item(url: "https://news.example/\(index)", title: title, published: noon + Int64(-60 * index))
      })
    try store.close()
    library = try NewsLibrary.open(at: path)
    let shown = ShownLibrary(library) { try NewsLibrary.open(at: path) }
    runner = EffectRunner(
      library: shown, mailbox: mailbox, zone: Self.zone,
      fetching: FetchSettings(userAgent: "newstape", sourceZone: Self.zone, rulesZone: Self.zone), places: places,
      loadTheme: { _ in LoadedTheme(theme: nil) }, describe: { _ in "不能读取" })
  }

  deinit {
    try? library.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs the loop on a terminal until it ends.
  func run(
    _ terminal: MemoryTerminal,
    programs: [ArticleProgram] = [],
    openInBrowser: @escaping (String) -> (text: SafeText, isError: Bool) = { _ in ("opened", false) },
    runInTerminal: @escaping (TerminalProgram) -> HandoffEnd = { _ in .returned(nil) }
  )
    -> DashboardLoop.End
  {
    let state = State(
      presentation: Presentation(language: .zhHans, zone: Self.zone, theme: .plain), size: terminal.size, now: .now,
      programs: programs)
    let services = DashboardLoop.Services(openInBrowser: openInBrowser, runInTerminal: runInTerminal)
    return DashboardLoop(state: state, terminal: terminal, runner: runner, services: services).run()
  }
}
