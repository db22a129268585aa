import Configuration
import Foundation
import NewsLibrary
import NewsModel
import Terminal
import Testing
import Wording

@testable import App
@testable import Dashboard

/// The pictures of the README and of docs: the dashboard on the sample, at a fixed moment. `make screenshots` makes them anew.
@Suite struct ScreenshotTests {
  private static let themes = ["gruvbox_dark", "nord", "paper"]
  private static let languages = [Language.zhHans, .en]
  /// All pictures together, in bytes.
  private static let budget = 1_500_000

  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private let zone: TimeZone
  private let now: Timestamp

  init() throws {
    zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    now = CivilTime(year: 2026, month: 3, day: 17, hour: 18, minute: 41).timestamp(in: zone)
  }

  @Test func picturesShowTheSample() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "newstape-picture-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sample = SampleLibrary(
      pages: root.appending(path: "data/sample").path, storePath: folder.appending(path: "sample.db").path)
    let library = try NewsLibrary.open(sample, now: now, zone: zone)
    defer { try? library.close() }
    try readSome(of: library)
    let isRecording = ProcessInfo.processInfo.environment["NEWSTAPE_RECORD_SCREENSHOTS"] != nil
    for picture in Picture.allCases {
      for language in Self.languages {
        // Without recording one theme is enough to see that the picture shows what it is to show.
        for theme in isRecording ? Self.themes : Array(Self.themes.prefix(1)) {
          let frame = try frame(of: picture, library, theme, language)
          #expect(frame.lines.contains { $0.contains(picture.sign(in: language)) }, "\(picture) \(language)")
          guard isRecording else { continue }
          let svg = FrameSVG.render(frame, title: "newstape: \(picture.rawValue), \(theme)")
          try svg.write(to: file(picture, theme, language), atomically: true, encoding: .utf8)
        }
      }
    }
  }

  @Test func picturesAreThereAndSmall() throws {
    var bytes = 0
    for picture in Picture.allCases {
      for language in Self.languages {
        for theme in Self.themes { bytes += try Data(contentsOf: file(picture, theme, language)).count }
      }
    }
    #expect(bytes < Self.budget)
  }

  private func file(_ picture: Picture, _ theme: String, _ language: Language) -> URL {
    root.appending(path: "docs/screenshots/\(picture.rawValue)-\(theme)-\(language.rawValue).svg")
  }

  /// What a reader has seen and kept, so that all marks are there.
  private func readSome(of library: NewsLibrary) throws {
    let keys = try library.store.headlines(matching: .all, from: .start, limit: 40).headlines.map(\.key)
    func chosen(_ isChosen: (Int) -> Bool) -> [ArticleKey] { keys.indices.filter(isChosen).map { keys[$0] } }
    _ = try library.store.apply(StatusChange(.read, of: chosen { $0 % 3 == 2 || $0 > 12 && $0 % 2 == 0 }))
    _ = try library.store.apply(StatusChange(.star, of: chosen { [1, 6, 14, 23].contains($0) }))
  }

  // MARK: - Frames

  private func frame(
    of picture: Picture, _ library: NewsLibrary, _ theme: String, _ language: Language
  ) throws -> Buffer {
    let themes = ThemeCatalog(userFolder: "", shippedFolder: root.appending(path: "themes").path)
    let presentation = Presentation(
      language: language, zone: zone, theme: themes.load(theme).theme, isSample: picture == .dashboard)
    var state = State(presentation: presentation, size: picture.size, now: now)
    var effects = state.start()
    for event in picture.events(in: language) {
      try answer(&effects, &state, library)
      effects = state.update(.input(event))
    }
    try answer(&effects, &state, library)
    return state.render().buffer
  }

  private func answer(_ effects: inout [Effect], _ state: inout State, _ library: NewsLibrary) throws {
    while !effects.isEmpty {
      switch effects.removeFirst() {
      case .ask(let asked):
        effects += state.update(.answered(try response(to: asked, library)))
      case .wake(let timer, let delay) where delay <= 300: effects += state.update(.timer(timer))
      default: break
      }
    }
  }

  /// What the store says; feeds, of which the sample has none, are invented.
  private func response(to asked: AskedRequest, _ library: NewsLibrary) throws -> Response {
    if let request = asked.request as? SubscriptionsRequest {
      return Response(InventedFeeds(now: now).overviews, to: request, asked.number)
    }
    return try asked.response(
      from: LibraryReading(
        store: library.store, now: now, zone: zone, loadTheme: { _ in LoadedTheme(theme: nil) },
        discover: { _ in .found([]) }))
  }
}

/// What a picture shows, and how one gets there.
private enum Picture: String, CaseIterable {
  case dashboard, reader, statistics, help, palette, sources

  var size: Size {
    switch self {
    case .dashboard, .statistics: Size(width: 120, height: 36)
    case .reader: Size(width: 96, height: 32)
    case .help, .palette: Size(width: 100, height: 30)
    case .sources: Size(width: 120, height: 26)
    }
  }

  func events(in language: Language) -> [InputEvent] {
    switch self {
    case .dashboard: keys(language == .en ? "j j j j j j j j j j j" : "j j j j j j j")
    case .reader:
      keys("/") + text(language == .en ? "\"One price\"" : "半盏茶今起招股") + keys("Enter Enter c Enter z")
    case .statistics: keys("3 j")
    case .help: keys("?")
    case .palette: keys("C-p") + text(language == .en ? "filter" : "shaixuan")
    case .sources: keys("4 j j")
    }
  }

  /// A text by which one sees that the picture has come about.
  func sign(in language: Language) -> String {
    let isEnglish = language == .en
    return switch self {
    case .dashboard: isEnglish ? "Statistics · last 24 h" : "统计 · 近24小时"
    case .reader: isEnglish ? "One price, in large type" : "募资去向"
    case .statistics: isEnglish ? "Calendar" : "日历"
    case .help: isEnglish ? "Next unread article" : "下一条未读新闻"
    case .palette: isEnglish ? "Filter by tags" : "按标签"
    case .sources: isEnglish ? "Feeds 3/7" : "订阅 3/7"
    }
  }

  private func keys(_ names: String) -> [InputEvent] {
    names.split(separator: " ").compactMap { Key(parsing: String($0)).map { .key($0) } }
  }

  private func text(_ text: String) -> [InputEvent] { text.map { .key(.character($0)) } }
}

/// Feeds in all states of health.
private struct InventedFeeds {
  let now: Timestamp

  var overviews: [SubscriptionOverview] {
    [
      feed(1, "星海财经", "财经", aDay: 41.6, articles: 12_840, unread: 45),
      feed(2, "北辰证券报", "证券", aDay: 28.5, articles: 8_310, unread: 17),
      feed(3, "潮汐周刊", "财经", aDay: 0.3, articles: 112, unread: 1),
      feed(4, "Harbor Wire", "海外", aDay: 12.4, articles: 3_096, unread: 96),
      feed(5, "云港晚报", "地方", aDay: 6.1, articles: 960) { state in
        state.failure = .hostNotFound
        state.failures = 5
        state.failingSince = now - 2 * 86_400
        state.lastAttempt = now - 1_800
        state.lastSuccess = now - 3 * 86_400
        state.nextCheck = now + 4 * 3_600
      },
      feed(6, "Meridian Post", "海外", aDay: 3, articles: 740, unread: 2),
      feed(7, "旧港日报", "地方", aDay: 0, articles: 55) { state in
        state.isGone = true
        state.failure = .status(410)
        state.failures = 1
        state.lastAttempt = now - 30 * 86_400
        state.lastSuccess = now - 31 * 86_400
        state.nextCheck = nil
      },
    ]
  }

  private func feed(
    _ id: Int64, _ name: String, _ folder: String, aDay: Double, articles: Int, unread: Int = 0,
    _ change: (inout FetchState) -> Void = { _ in }
  ) -> SubscriptionOverview {
    var state = FetchState()
    state.lastAttempt = now - 60 * (3 + 4 * id)
    state.lastSuccess = state.lastAttempt
    state.nextCheck = now + 60 * (11 + 7 * id)
    change(&state)
    var subscription = Subscription(name: name, address: "https://feeds.example/\(id).xml")
    subscription.id = Subscription.ID(id)
    subscription.folders = [folder]
    subscription.tags = id == 2 ? ["A股"] : []
    return SubscriptionOverview(
      subscription: subscription, state: state, articlesADay: aDay, articles: articles, unread: unread)
  }
}
