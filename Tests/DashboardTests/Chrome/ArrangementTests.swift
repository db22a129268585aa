import Terminal
import Testing

@testable import Dashboard

/// Layouts as drawings: f feed, r reader, s statistics, = titles, H header, N notice, b breadcrumb, k key hints, | rules.
@Suite struct ArrangementTests {
  private func arrange(
    _ width: Int, _ height: Int, page: Page = .news, focus: Pane = .feed, zoomed: Bool = false, reading: Bool = false,
    notice: Bool = false, folded: Bool = false, preset: PaneLayout.Preset = .three
  ) -> Arrangement {
    .arrange(
      Size(width: width, height: height), page: page, focus: focus, isZoomed: zoomed, isReadingOnly: reading,
      hasNotice: notice, layout: PaneLayout(preset: preset, foldsStatistics: folded))
  }

  /// The arrangement as letters, every tenth column of it, one line for each run of equal rows with its height.
  private func drawing(_ arrangement: Arrangement, _ width: Int, _ height: Int) -> [String] {
    var cells = Array(repeating: Array(repeating: Character("."), count: width), count: height)
    func fill(_ rect: Rect?, _ letter: Character) {
      guard let rect else { return }
      for y in rect.y..<rect.maxY { for x in rect.x..<rect.maxX { cells[y][x] = letter } }
    }
    fill(arrangement.notice, "N")
    fill(arrangement.header, "H")
    fill(arrangement.page, "p")
    for (pane, frame) in arrangement.panes {
      fill(frame.title, "=")
      fill(frame.body, pane == .feed ? "f" : pane == .reader ? "r" : "s")
    }
    for vertical in arrangement.verticals { fill(vertical, "|") }
    fill(arrangement.breadcrumb, "b")
    fill(arrangement.hints, "k")
    var rows: [(text: String, count: Int)] = []
    for row in cells {
      var text = ""
      for letter in row where text.last != letter { text.append(letter) }
      if rows.last?.text == text { rows[rows.count - 1].count += 1 } else { rows.append((text, 1)) }
    }
    return rows.map { "\($0.text) \($0.count)" }
  }

  @Test func wideScreenHasFeedAndStatisticsBesideTheReader() {
    #expect(
      drawing(arrange(120, 40), 120, 40) == ["H 1", "=|= 1", "f|r 23", "=|r 1", "s|r 12", "b 1", "k 1"])
  }

  @Test func ordinaryScreenStacksThePanes() {
    #expect(
      drawing(arrange(80, 24), 80, 24) == ["H 1", "= 1", "f 10", "= 1", "r 7", "= 1", "s 1", "b 1", "k 1"])
  }

  @Test func focusedPaneOfAStackGrows() {
    let reading = arrange(80, 24, focus: .reader)
    #expect((reading.panes[.reader]?.body.height ?? 0) > (arrange(80, 24).panes[.reader]?.body.height ?? 0))
    #expect(reading.panes.count == 3)
    #expect((arrange(80, 24, focus: .statistics).panes[.statistics]?.body.height ?? 0) >= 5)
  }

  @Test func smallScreenShowsOnePane() {
    #expect(drawing(arrange(40, 10), 40, 10) == ["H 1", "f 8", "k 1"])
    #expect(drawing(arrange(40, 10, focus: .reader), 40, 10) == ["H 1", "r 8", "k 1"])
    #expect(arrange(40, 10).isCompact)
  }

  @Test func statisticsGoBeforeTheReader() {
    #expect(Set(arrange(60, 15).panes.keys) == [.feed, .reader, .statistics])
    #expect(Set(arrange(60, 14).panes.keys) == [.feed, .reader])
    #expect(Set(arrange(60, 14, focus: .statistics).panes.keys) == [.feed, .statistics])
    #expect(Set(arrange(60, 11).panes.keys) == [.feed])
  }

  @Test func veryLargeScreenPutsAllSideBySide() {
    #expect(drawing(arrange(200, 60), 200, 60) == ["H 1", "=|=|= 1", "f|r|s 56", "b 1", "k 1"])
  }

  @Test func foldedStatisticsAreALine() {
    #expect(
      drawing(arrange(120, 40, folded: true), 120, 40) == ["H 1", "=|= 1", "f|r 34", "=|r 1", "s|r 1", "b 1", "k 1"])
    #expect(arrange(200, 60, folded: true).panes[.statistics]?.body.height == 1)
    #expect(arrange(80, 24, focus: .statistics, folded: true).panes[.statistics]?.body.height == 1)
    #expect(arrange(80, 24, focus: .statistics, zoomed: true, folded: true).panes[.statistics]?.body.height == 20)
  }

  @Test func presetsShowOtherPanes() {
    #expect(drawing(arrange(120, 40, preset: .split), 120, 40) == ["H 1", "=|= 1", "f|r 36", "b 1", "k 1"])
    #expect(drawing(arrange(120, 40, focus: .statistics, preset: .split), 120, 40)[2] == "f|s 36")
    #expect(drawing(arrange(200, 60, preset: .statistics), 200, 60)[2] == "f|s 56")
    #expect(drawing(arrange(200, 60, focus: .reader, preset: .statistics), 200, 60)[2] == "f|r 56")
    #expect(drawing(arrange(120, 40, focus: .reader, preset: .list), 120, 40) == ["H 1", "= 1", "r 36", "b 1", "k 1"])
    #expect(drawing(arrange(80, 24, preset: .split), 80, 24) == ["H 1", "= 1", "f 11", "= 1", "r 8", "b 1", "k 1"])
    #expect(
      drawing(arrange(80, 24, preset: .statistics), 80, 24) == ["H 1", "= 1", "f 9", "= 1", "s 10", "b 1", "k 1"])
    #expect(drawing(arrange(40, 10, preset: .split), 40, 10) == ["H 1", "f 8", "k 1"])
  }

  @Test(
    arguments: [(120, 40), (300, 80), (80, 24), (60, 15)], PaneLayout.Preset.allCases)
  func aBorderStandsWhereItIsPutAndNeverSqueezesAPane(size: (Int, Int), preset: PaneLayout.Preset) {
    let (width, height) = size
    for focus in Pane.allCases {
      var layout = PaneLayout(preset: preset)
      func arrangement() -> Arrangement {
        .arrange(
          Size(width: width, height: height), page: .news, focus: focus, isZoomed: false, isReadingOnly: false,
          hasNotice: false, layout: layout)
      }
      for border in arrangement().borders {
        for position in -1...max(width, height) + 1 {
          layout.move(border.kind, to: border.place(at: position))
          guard let moved = arrangement().borders.first(where: { $0.kind == border.kind }) else { continue }
          let wanted = min(max(position, border.limits.lowerBound), border.limits.upperBound)
          #expect(moved.position == wanted)
          for frame in arrangement().panes.values {
            #expect(frame.body.height >= 1 && frame.body.width >= 24)
          }
        }
        layout.reset()
        #expect(arrangement().borders.contains(border))
      }
    }
  }

  @Test func aSmallerScreenKeepsWhatWasChosenForALargerOne() {
    var layout = PaneLayout()
    func feed(_ width: Int) -> Int? {
      Arrangement.arrange(
        Size(width: width, height: 40), page: .news, focus: .feed, isZoomed: false, isReadingOnly: false,
        hasNotice: false, layout: layout
      ).panes[.feed]?.body.width
    }
    layout.move(.listAndArticle, to: .share(0.75))
    #expect(feed(160) == 120)
    #expect(feed(100) == 69)
    #expect(feed(160) == 120)
  }

  @Test func noticeComesFirst() {
    #expect(drawing(arrange(80, 24, notice: true), 80, 24).prefix(2) == ["N 1", "H 1"])
  }

  @Test func zoomAndReadingModeShowOnePane() {
    #expect(drawing(arrange(120, 40, focus: .reader, zoomed: true), 120, 40) == ["H 1", "= 1", "r 36", "b 1", "k 1"])
    #expect(drawing(arrange(120, 40, focus: .reader, reading: true), 120, 40) == ["r 40"])
  }

  @Test(
    arguments: [1, 2, 5, 10, 23, 24, 25, 39, 60, 99, 100, 101, 179, 180, 300],
    [1, 2, 4, 5, 6, 9, 10, 11, 13, 24, 39, 60, 200])
  func nothingOverlapsAndNothingLeavesTheScreen(width: Int, height: Int) {
    for page in [Page.news, .statistics] {
      for focus in Pane.allCases {
        for (zoomed, reading, notice) in [
          (false, false, false), (true, false, true), (false, true, false), (false, false, true),
        ] {
          let arrangement = arrange(
            width, height, page: page, focus: focus, zoomed: zoomed, reading: reading, notice: notice)
          var rects = [
            arrangement.notice, arrangement.header, arrangement.page, arrangement.breadcrumb, arrangement.hints,
          ].compactMap(\.self)
          rects += arrangement.panes.values.flatMap { [$0.title, $0.body] } + arrangement.verticals
          let bounds = Rect(x: 0, y: 0, width: width, height: height)
          for (index, rect) in rects.enumerated() where !rect.isEmpty {
            #expect(rect.intersection(bounds) == rect)
            for other in rects[(index + 1)...] where !other.isEmpty { #expect(rect.intersection(other).isEmpty) }
          }
          #expect(arrangement.isTooSmall || page == .statistics || arrangement.panes[reading ? .reader : focus] != nil)
        }
      }
    }
  }
}
