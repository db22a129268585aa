public import Terminal

/// What the screen is to show.
public struct DashboardFrame: Sendable {
  public var buffer: Buffer
  /// Where the cursor stands while text is typed; nil hides it.
  public var cursor: Point?
}

extension State {
  /// Draws the state. Pure: the same state gives the same frame.
  public func render() -> DashboardFrame {
    var buffer = Buffer(size: size, widths: presentation.widths, style: presentation.styles.background)
    let arrangement = arrangement
    guard !arrangement.isTooSmall else {
      buffer.write(
        .init(presentation.words.tooSmall), in: Rect(size).row(size.height / 2), style: presentation.styles.text)
      return DashboardFrame(buffer: buffer)
    }
    if let notice = arrangement.notice { drawNotice(in: notice, &buffer) }
    if let header = arrangement.header { drawHeader(in: header, isCompact: arrangement.isCompact, &buffer) }
    drawPanes(arrangement, &buffer)
    if let room = arrangement.page { StatisticsPageView(state: self).draw(in: room, into: &buffer) }
    if let breadcrumb = arrangement.breadcrumb { drawBreadcrumb(in: breadcrumb, &buffer) }
    let cursor = arrangement.hints.flatMap { drawLastLine(in: $0, &buffer) }
    if case .picker(let picker) = overlay {
      let place = PickerView(picker: picker, presentation: presentation).draw(in: Rect(size), into: &buffer)
      return DashboardFrame(buffer: buffer, cursor: place)
    }
    return DashboardFrame(buffer: buffer, cursor: cursor)
  }

  private func drawPanes(_ arrangement: Arrangement, _ buffer: inout Buffer) {
    for (pane, frame) in arrangement.panes {
      switch pane {
      case .feed: FeedPane(state: self).draw(in: frame, into: &buffer)
      case .reader: ReaderPane(state: self).draw(in: frame, into: &buffer)
      case .statistics: StatisticsPaneView(state: self).draw(in: frame, into: &buffer)
      }
    }
    for vertical in arrangement.verticals { drawRule(in: vertical, &buffer) }
  }
}
