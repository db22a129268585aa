import Configuration
import Dashboard
import Foundation
import NewsLibrary
import NewsModel
import Terminal
import Testing

@testable import App

/// The picture of the README: the dashboard on the sample, at a fixed moment.
@Suite struct ScreenshotTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func pictureShowsTheSample() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "newstape-picture-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let now = CivilTime(year: 2026, month: 3, day: 17, hour: 18, minute: 41).timestamp(in: zone)
    let sample = SampleLibrary(
      pages: root.appending(path: "data/sample").path, storePath: folder.appending(path: "sample.db").path)
    let library = try NewsLibrary.open(sample, now: now, zone: zone)
    defer { try? library.close() }
    let frame = try frame(of: library, now: now, zone: zone)

    #expect(frame.lines.first?.contains("示例新闻") == true)
    #expect(frame.lines.contains { $0.hasPrefix("▶") })
    #expect(frame.lines.contains { $0.contains("统计 · 近24小时") })

    let picture = root.appending(path: "docs/screenshot.svg")
    if ProcessInfo.processInfo.environment["NEWSTAPE_RECORD_SCREENSHOT"] != nil {
      let svg = FrameSVG.render(frame, title: "newstape")
      try svg.write(to: picture, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: picture, encoding: .utf8).contains("</svg>"))
  }

  /// The first frame with everything in it, after the second article was opened.
  private func frame(of library: NewsLibrary, now: Timestamp, zone: TimeZone) throws -> Buffer {
    let themes = ThemeCatalog(userFolder: "", shippedFolder: root.appending(path: "themes").path)
    var state = State(
      presentation: Presentation(
        language: .zhHans, zone: zone, theme: themes.load("gruvbox_dark").theme, isSample: true),
      size: Size(width: 120, height: 40), now: now)
    var effects = state.start()
    let keys = [Key.character("j"), Key(.enter)]
    for key in keys {
      try answer(&effects, &state, library, now: now, zone: zone)
      effects = state.update(.input(.key(key)))
    }
    try answer(&effects, &state, library, now: now, zone: zone)
    return state.render().buffer
  }

  private func answer(
    _ effects: inout [Effect], _ state: inout State, _ library: NewsLibrary, now: Timestamp, zone: TimeZone
  ) throws {
    while !effects.isEmpty {
      guard case .ask(let request) = effects.removeFirst() else { continue }
      let reading = LibraryReading(
        store: library.store, now: now, zone: zone, loadTheme: { _ in LoadedTheme(theme: nil) },
        discover: { _ in .found([]) })
      effects += state.update(.answered(try request.response(from: reading)))
    }
  }
}
