import Terminal

/// Where everything stands on the screen.
struct Arrangement: Hashable {
  /// A pane's place: its title line and what is below.
  struct Frame: Hashable {
    var title: Rect
    /// The names of the columns of a table.
    var head: Rect?
    var body: Rect
  }

  /// The line that tells of the sample, or as of when everything is shown.
  var notice: Rect?
  var header: Rect?
  var panes: [Pane: Frame] = [:]
  /// The room of a page that is not made of panes.
  var page: Rect?
  /// Vertical lines between panes.
  var verticals: [Rect] = []
  /// The borders that can be moved, those between columns first.
  var borders: [Border] = []
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
  /// A border between two panes in its place.
  struct Border: Hashable {
    let kind: PaneBorder
    /// Where the mouse takes hold of it.
    let handle: Rect
    /// The pane that grows as the border goes right or down, and the one that shrinks; nil where another border is nearer to it.
    let before: Pane?
    let after: Pane?
    let isVertical: Bool
    /// The columns or rows of which the border gives one side a share.
    let room: Range<Int>
    /// Whether that is the side behind it.
    var countsFromEnd = false
    /// Where it may stand.
    let limits: ClosedRange<Int>
    /// The row at which the statistics below it are folded.
    var foldedAt: Int?

    /// Where it stands.
    var position: Int { isVertical ? handle.x : handle.y }

    /// The place that it gets in the column or row.
    func place(at position: Int) -> PaneBorder.Place {
      let position = min(max(position, limits.lowerBound), limits.upperBound)
      if let foldedAt, position >= foldedAt { return .folded }
      let part = countsFromEnd ? room.upperBound - position : position - room.lowerBound
      return .share(Double(part) / Double(max(1, room.count)))
    }

    func place(at point: Point) -> PaneBorder.Place { place(at: isVertical ? point.x : point.y) }
  }
}

extension Arrangement {
  /// Columns that a pane beside others needs at the least.
  private static let minimumColumns = 30
  /// Rows that a pane needs at the least, its title included.
  private static let minimumRows: [Pane: Int] = [.feed: 5, .reader: 5, .statistics: foldedRows]
  /// The title of the statistics and one line of them.
  private static let foldedRows = 2

  /// Arranges the screen for what is shown. Pure: the same input gives the same places.
  static func arrange(
    _ size: Size, page: Page, focus: Pane, isZoomed: Bool, isReadingOnly: Bool, hasNotice: Bool,
    hasBanner: Bool = false,
    isTyping: Bool = false, layout: PaneLayout = PaneLayout(), hasTable: Bool = false
  ) -> Arrangement {
    var result = Arrangement()
    guard size.width >= 24, size.height >= 5 else {
      result.isTooSmall = true
      return result
    }
    var rest = Rect(size)
    // Nobody is to take what was known then for what is known now.
    if hasBanner || hasNotice && !isReadingOnly { result.notice = cutFirstRow(of: &rest) }
    if !isReadingOnly {
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
      result.placePanes(in: rest, focus: focus, isZoomed: isZoomed, layout, hasTable: hasTable)
      if hasTable { result.addTableHead() }
    }
    return result
  }

  /// The first row of the list names the columns.
  private mutating func addTableHead() {
    guard var frame = panes[.feed], frame.body.height > 1 else { return }
    frame.head = Self.cutFirstRow(of: &frame.body)
    panes[.feed] = frame
  }

  private static func cutFirstRow(of rest: inout Rect) -> Rect {
    defer { rest = rest.inset(top: 1) }
    return rest.row(0)
  }

  private static func cutLastRow(of rest: inout Rect) -> Rect {
    defer { rest = rest.inset(bottom: 1) }
    return rest.row(rest.height - 1)
  }

  private mutating func placePanes(
    in rest: Rect, focus: Pane, isZoomed: Bool, _ layout: PaneLayout, hasTable: Bool
  ) {
    let shown = Self.panes(layout.preset, focus: focus)
    if isZoomed {
      panes[focus] = Self.frame(rest)
    } else if hasTable {
      // Its columns need the width of the screen.
      placeStack(shown.filter { $0 != .statistics || focus == .statistics }, in: rest, focus: focus, layout)
    } else if shown.count == 3, rest.width >= 180, rest.height >= 40, !layout.foldsStatistics {
      placeThreeColumns(in: rest, layout)
    } else if shown.count > 1, rest.width >= 100, rest.height >= 18 {
      placeTwoColumns(shown, in: rest, layout)
    } else {
      placeStack(shown, in: rest, focus: focus, layout)
    }
  }

  /// The panes that a preset shows, from the top or the left.
  private static func panes(_ preset: PaneLayout.Preset, focus: Pane) -> [Pane] {
    switch preset {
    case .three: [.feed, .reader, .statistics]
    case .split: [.feed, focus == .statistics ? .statistics : .reader]
    case .list: [focus]
    case .statistics: [.feed, focus == .reader ? .reader : .statistics]
    }
  }

  private static func frame(_ rect: Rect) -> Frame {
    let (title, body) = rect.splitTop(1)
    return Frame(title: title, body: body)
  }

  private mutating func placeThreeColumns(in rest: Rect, _ layout: PaneLayout) {
    let least = Self.minimumColumns
    let first = layout.part(of: rest.width, for: .firstColumn, standard: rest.width * 2 / 5)
      .clamped(to: least...rest.width - 2 * least - 2)
    let second = layout.part(of: rest.width, for: .secondColumn, standard: rest.width * 2 / 5 + 1 + rest.width / 3)
      .clamped(to: first + 1 + least...rest.width - least - 1)
    let (left, others) = rest.splitLeft(first)
    let (middle, right) = others.inset(left: 1).splitLeft(second - first - 1)
    panes = [
      .feed: Self.frame(left), .reader: Self.frame(middle), .statistics: Self.frame(right.inset(left: 1)),
    ]
    addRule(.firstColumn, in: others, rest, before: .feed, after: .reader, limits: least...second - least - 1)
    addRule(
      .secondColumn, in: right, rest, before: nil, after: .statistics,
      limits: first + 1 + least...rest.width - least - 1)
  }

  /// Adds the rule at the left edge of a rectangle, which divides the room.
  private mutating func addRule(
    _ kind: PaneBorder, in rect: Rect, _ room: Rect, before: Pane?, after: Pane?, limits: ClosedRange<Int>
  ) {
    let rule = rect.splitLeft(1).left
    verticals.append(rule)
    borders.append(
      Border(
        kind: kind, handle: rule, before: before, after: after, isVertical: true, room: room.x..<room.maxX,
        limits: room.x + limits.lowerBound...room.x + limits.upperBound))
  }

  /// The list, with the statistics below it where the article stands beside it.
  private mutating func placeTwoColumns(_ shown: [Pane], in rest: Rect, _ layout: PaneLayout) {
    let beside = shown[1]
    let isArticle = beside == .reader
    let kind = isArticle ? PaneBorder.listAndArticle : .listAndStatistics
    let limits = Self.minimumColumns...rest.width - Self.minimumColumns - 1
    let standard = rest.width * (isArticle ? 11 : 9) / 20
    let columns = layout.part(of: rest.width, for: kind, standard: standard).clamped(to: limits)
    let (left, right) = rest.splitLeft(columns)
    panes = [.feed: Self.frame(left), beside: Self.frame(right.inset(left: 1))]
    addRule(kind, in: right, rest, before: .feed, after: beside, limits: limits)
    if shown.count == 3 { placeStatistics(below: left, layout) }
  }

  /// Takes the lower part of the list's column for the statistics.
  private mutating func placeStatistics(below column: Rect, _ layout: PaneLayout) {
    let most = column.height - (Self.minimumRows[.feed] ?? 0)
    let rows = layout.part(of: column.height, for: .belowList, standard: max(7, column.height * 3 / 8))
      .clamped(to: Self.foldedRows + 1...most)
    let (feed, statistics) = column.splitTop(column.height - (layout.foldsStatistics ? Self.foldedRows : rows))
    panes[.feed] = Self.frame(feed)
    panes[.statistics] = Self.frame(statistics)
    let folded = column.maxY - Self.foldedRows
    borders.append(
      Border(
        kind: .belowList, handle: statistics.row(0), before: nil, after: .statistics, isVertical: false,
        room: column.y..<column.maxY, countsFromEnd: true, limits: column.maxY - most...folded, foldedAt: folded))
  }

  /// Panes above each other: the focused one grows, the others keep their minimum; what does not fit goes in a fixed order.
  private mutating func placeStack(_ wanted: [Pane], in rest: Rect, focus: Pane, _ layout: PaneLayout) {
    var shown = wanted
    for dropped in [Pane.statistics, .reader, .feed] where dropped != focus && Self.height(of: shown) > rest.height {
      shown.removeAll { $0 == dropped }
    }
    if shown.count == 1, rest.height < 12 {
      isCompact = true
      panes[focus] = Frame(title: rest.splitTop(0).top, body: rest)
      return
    }
    let heights = Self.stackHeights(of: shown, focus: focus, total: rest.height, layout)
    var remaining = rest
    for pane in shown {
      let (top, below) = remaining.splitTop(shown.count == 1 ? rest.height : heights[pane] ?? 0)
      panes[pane] = Self.frame(top)
      remaining = below
    }
    addStackBorders(focus: focus, layout)
  }

  private static func height(of panes: [Pane]) -> Int { panes.reduce(0) { $0 + (minimumRows[$1] ?? 0) } }

  /// What the minimums leave: the statistics take their share of it, and of the rest the focused one of list and article most.
  private static func stackHeights(of shown: [Pane], focus: Pane, total: Int, _ layout: PaneLayout) -> [Pane: Int] {
    var heights = minimumRows
    var spare = max(0, total - height(of: shown))
    if shown.contains(.statistics), !layout.foldsStatistics || layout.preset != .three {
      let border = statisticsBorder(focus: focus, layout)
      // What the list and the article do not get of it.
      let others = shown.contains(.reader) ? 16 : 10
      let standard = border == .stackedStatistics ? 0 : spare - spare * others / 25
      let rows = shown.count == 1 ? spare : layout.part(of: spare, for: border, standard: standard)
      heights[.statistics, default: 0] += rows
      spare -= rows
    }
    let growing = focus == .reader && shown.contains(.reader) ? Pane.reader : .feed
    let other = growing == .reader ? Pane.feed : .reader
    if shown.contains(other) {
      let rows = layout.part(of: spare, for: .stackedText, standard: spare * 2 / 5)
      heights[other, default: 0] += rows
      spare -= rows
    }
    heights[growing, default: 0] += spare
    return heights
  }

  /// The border above the statistics of a stack.
  private static func statisticsBorder(focus: Pane, _ layout: PaneLayout) -> PaneBorder {
    focus == .statistics || layout.preset == .statistics ? .focusedStatistics : .stackedStatistics
  }

  private mutating func addStackBorders(focus: Pane, _ layout: PaneLayout) {
    guard let feed = panes[.feed] else { return }
    let top = feed.title.y + (Self.minimumRows[.feed] ?? 0)
    if let reader = panes[.reader] {
      let end = reader.body.maxY - (Self.minimumRows[.reader] ?? 0)
      addStackBorder(.stackedText, reader, before: .feed, after: .reader, top..<end, countsFromEnd: focus != .reader)
    }
    if let statistics = panes[.statistics], !layout.foldsStatistics || layout.preset != .three {
      let start = top + (panes[.reader] == nil ? 0 : Self.minimumRows[.reader] ?? 0)
      let room = start..<statistics.body.maxY - Self.foldedRows
      let kind = Self.statisticsBorder(focus: focus, layout)
      addStackBorder(kind, statistics, before: nil, after: .statistics, room, countsFromEnd: true)
    }
  }

  /// Adds the title of the lower pane as a border; none where no row is spare.
  private mutating func addStackBorder(
    _ kind: PaneBorder, _ lower: Frame, before: Pane?, after: Pane, _ room: Range<Int>, countsFromEnd: Bool
  ) {
    guard !room.isEmpty else { return }
    borders.append(
      Border(
        kind: kind, handle: lower.title, before: before, after: after, isVertical: false, room: room,
        countsFromEnd: countsFromEnd, limits: room.lowerBound...room.upperBound))
  }
}

extension State {
  /// The arrangement for what is shown at present.
  var arrangement: Arrangement {
    .arrange(
      size, page: page, focus: focus, isZoomed: navigation.isZoomed,
      isReadingOnly: navigation.isReadingOnly, hasNotice: presentation.isSample,
      hasBanner: filter.asOf != nil, isTyping: overlays.prompt != nil,
      layout: navigation.layout, hasTable: feed.isTable)
  }

  /// The command context that keys are looked up in.
  var context: CommandContext {
    switch (page, focus) {
    case (.news, .feed): feed.isTable ? .table : .feed
    case (.news, .reader): .reader
    case (.saved, _): .saved
    case (.sources, _): .sources
    case (.company, _): .company
    case (.news, .statistics), (.statistics, _): .statistics
    }
  }
}
