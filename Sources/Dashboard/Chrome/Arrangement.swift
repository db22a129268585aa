import Terminal

/// Where everything stands on the screen.
struct Arrangement: Hashable {
  /// A pane's place: its title line and what is below.
  struct Frame: Hashable {
    var title: Rect
    var body: Rect
  }

  /// The line that tells of the sample.
  var notice: Rect?
  var header: Rect?
  var panes: [Pane: Frame] = [:]
  /// The room of a page that is not made of panes.
  var page: Rect?
  /// Vertical lines between panes.
  var verticals: [Rect] = []
  /// Where text is typed; takes the place of the breadcrumb where there is one.
  var prompt: Rect?
  var breadcrumb: Rect?
  var hints: Rect?
  /// One pane is all there is room for; its title stands in the header.
  var isCompact = false
  /// The screen is too small for anything but one line.
  var isTooSmall = false
}

extension Arrangement {
  /// Rows that a pane needs at the least, its title included.
  private static let minimumRows: [Pane: Int] = [.feed: 5, .reader: 5, .statistics: foldedRows]
  /// The title of the statistics and one line of them.
  private static let foldedRows = 2

  /// Arranges the screen for what is shown. Pure: the same input gives the same places.
  static func arrange(
    _ size: Size, page: Page, focus: Pane, isZoomed: Bool, isReadingOnly: Bool, hasNotice: Bool, isTyping: Bool = false,
    foldsStatistics: Bool = false
  ) -> Arrangement {
    var result = Arrangement()
    guard size.width >= 24, size.height >= 5 else {
      result.isTooSmall = true
      return result
    }
    var rest = Rect(size)
    if !isReadingOnly {
      if hasNotice { result.notice = cutFirstRow(of: &rest) }
      result.header = cutFirstRow(of: &rest)
    }
    if !isReadingOnly || isTyping { result.hints = cutLastRow(of: &rest) }
    if isTyping {
      result.prompt = cutLastRow(of: &rest)
    } else if !isReadingOnly, rest.height >= 10 {
      result.breadcrumb = cutLastRow(of: &rest)
    }
    if isReadingOnly {
      result.panes[.reader] = Frame(title: rest.splitTop(0).top, body: rest)
    } else if page != .news {
      result.page = rest
    } else {
      result.placePanes(in: rest, focus: focus, isZoomed: isZoomed, foldsStatistics: foldsStatistics)
    }
    return result
  }

  private static func cutFirstRow(of rest: inout Rect) -> Rect {
    defer { rest = rest.inset(top: 1) }
    return rest.row(0)
  }

  private static func cutLastRow(of rest: inout Rect) -> Rect {
    defer { rest = rest.inset(bottom: 1) }
    return rest.row(rest.height - 1)
  }

  private mutating func placePanes(in rest: Rect, focus: Pane, isZoomed: Bool, foldsStatistics: Bool) {
    if isZoomed {
      panes[focus] = Self.frame(rest)
    } else if rest.width >= 180, rest.height >= 40, !foldsStatistics {
      placeThreeColumns(in: rest)
    } else if rest.width >= 100, rest.height >= 18 {
      placeTwoColumns(in: rest, foldsStatistics: foldsStatistics)
    } else {
      placeStack(in: rest, focus: focus, foldsStatistics: foldsStatistics)
    }
  }

  private static func frame(_ rect: Rect) -> Frame {
    let (title, body) = rect.splitTop(1)
    return Frame(title: title, body: body)
  }

  private mutating func placeThreeColumns(in rest: Rect) {
    let (left, right) = rest.splitLeft(rest.width * 2 / 5)
    let (middle, statistics) = right.inset(left: 1).splitLeft(rest.width / 3)
    panes = [.feed: Self.frame(left), .reader: Self.frame(middle), .statistics: Self.frame(statistics.inset(left: 1))]
    verticals = [right.splitLeft(1).left, statistics.splitLeft(1).left]
  }

  private mutating func placeTwoColumns(in rest: Rect, foldsStatistics: Bool) {
    let (left, right) = rest.splitLeft(rest.width * 11 / 20)
    let rows = foldsStatistics ? Self.foldedRows : max(7, left.height * 3 / 8)
    let (feed, statistics) = left.splitTop(left.height - rows)
    panes = [.feed: Self.frame(feed), .reader: Self.frame(right.inset(left: 1)), .statistics: Self.frame(statistics)]
    verticals = [right.splitLeft(1).left]
  }

  /// Panes above each other: the focused one grows, the others keep their minimum; what does not fit goes in a fixed order.
  private mutating func placeStack(in rest: Rect, focus: Pane, foldsStatistics: Bool) {
    var shown: [Pane] = [.feed, .reader, .statistics]
    for dropped in [Pane.statistics, .reader, .feed] where dropped != focus && Self.height(of: shown) > rest.height {
      shown.removeAll { $0 == dropped }
    }
    if shown.count == 1, rest.height < 12 {
      isCompact = true
      panes[focus] = Frame(title: rest.splitTop(0).top, body: rest)
      return
    }
    let growing = foldsStatistics && focus == .statistics ? Pane.feed : focus
    let heights = Self.stackHeights(of: shown, focus: growing, total: rest.height)
    var remaining = rest
    for pane in shown {
      let (top, below) = remaining.splitTop(heights[pane] ?? 0)
      panes[pane] = Self.frame(top)
      remaining = below
    }
  }

  private static func height(of panes: [Pane]) -> Int { panes.reduce(0) { $0 + (minimumRows[$1] ?? 0) } }

  /// The focused pane takes most of what the minimums leave; the feed and the reader share the remainder.
  private static func stackHeights(of shown: [Pane], focus: Pane, total: Int) -> [Pane: Int] {
    var heights = minimumRows
    var spare = max(0, total - height(of: shown))
    for pane in [Pane.feed, .reader] where pane != focus && shown.contains(pane) {
      let share = min(spare, spare * 2 / 5)
      heights[pane, default: 0] += share
      spare -= share
    }
    heights[focus, default: 0] += spare
    return heights
  }
}

extension State {
  /// The arrangement for what is shown at present.
  var arrangement: Arrangement {
    .arrange(
      size, page: page, focus: focus, isZoomed: navigation.isZoomed,
      isReadingOnly: navigation.isReadingOnly, hasNotice: presentation.isSample, isTyping: overlays.prompt != nil,
      foldsStatistics: charts.isFolded)
  }

  /// The command context that keys are looked up in.
  var context: CommandContext {
    switch (page, focus) {
    case (.news, .feed): .feed
    case (.news, .reader): .reader
    case (.saved, _): .saved
    case (.sources, _): .sources
    case (.news, .statistics), (.statistics, _): .statistics
    }
  }
}
