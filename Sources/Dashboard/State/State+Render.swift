package import Terminal

/// What the screen is to show.
package struct DashboardFrame: Sendable {
  package var buffer: Buffer
  /// Where the cursor stands while text is typed; nil hides it.
  package var cursor: Point?
}

extension State {
  /// Draws the state. Pure: the same state gives the same frame.
  package func render() -> DashboardFrame {
    var nothing = FrameCache()
    return render(reusing: &nothing)
  }

  /// Draws the state, with the cells of what looks as it did before taken from there.
  func render(reusing cache: inout FrameCache) -> DashboardFrame {
    var buffer = Buffer(size: size, widths: presentation.widths, style: presentation.styles.background)
    let arrangement = arrangement
    guard !arrangement.isTooSmall else {
      buffer.write(
        .init(presentation.words.tooSmall), in: Rect(size).row(size.height / 2), style: presentation.styles.text)
      return DashboardFrame(buffer: buffer)
    }
    cache.begin(verticals: arrangement.verticals)
    if let notice = arrangement.notice { drawNotice(in: notice, &buffer) }
    if let rect = arrangement.header {
      cache.header.draw(
        HeaderBar(self, in: rect, isCompact: arrangement.isCompact), reusing: cache.cells, into: &buffer)
    }
    drawPanes(arrangement, reusing: &cache, &buffer)
    if let room = arrangement.page { drawPage(in: room, &buffer) }
    if let breadcrumb = arrangement.breadcrumb { drawBreadcrumb(in: breadcrumb, &buffer) }
    if let rect = arrangement.hints {
      cache.hints.draw(
        HintLine(self, in: rect, tellsNews: arrangement.breadcrumb == nil), reusing: cache.cells, into: &buffer)
    }
    for vertical in arrangement.verticals { presentation.drawRule(in: vertical, &buffer) }
    cache.save(buffer)
    let cursor = drawOverlay(arrangement, &buffer)
    return DashboardFrame(buffer: buffer, cursor: cursor)
  }

  /// What lies over the rest; returns the cursor's place while text is typed.
  private func drawOverlay(_ arrangement: Arrangement, _ buffer: inout Buffer) -> Point? {
    if let prompt = overlays.prompt, let line = arrangement.prompt, let help = arrangement.hints {
      let view = PromptView(
        prompt: prompt, presentation: presentation, completions: prompt.completions(in: presentation),
        canStillBecomeRight: prompt.canStillBecomeRight(in: presentation))
      return view.draw(in: line, help: help, into: &buffer)
    }
    // Also where reading without chrome has no last line: what is told must be seen.
    drawMessage(in: arrangement.hints ?? Rect(size).row(size.height - 1), &buffer)
    guard case .picker(let picker)? = overlays.shown else { return nil }
    return PickerView(picker: picker, presentation: presentation).draw(in: Rect(size), into: &buffer)
  }

  private func drawPage(in room: Rect, _ buffer: inout Buffer) {
    switch page {
    case .saved: SavedPageView(page: saved, presentation: presentation, now: now).draw(in: room, into: &buffer)
    case .sources: SourcesPageView(page: sources, presentation: presentation, now: now).draw(in: room, into: &buffer)
    case .statistics:
      StatisticsPageView(board: charts.page, calendar: charts.calendar, presentation: presentation, now: now)
        .draw(in: room, into: &buffer)
    case .news: break
    }
  }

  private func drawPanes(_ arrangement: Arrangement, reusing cache: inout FrameCache, _ buffer: inout Buffer) {
    for (pane, frame) in arrangement.panes {
      switch pane {
      case .feed: feedPane(in: frame).draw(reusing: &cache, into: &buffer)
      case .reader: cache.reader.draw(readerPane(in: frame), reusing: cache.cells, into: &buffer)
      case .statistics:
        cache.statistics.draw(statisticsPane(in: frame), reusing: cache.cells, into: &buffer)
      }
    }
  }

  // MARK: - What panes draw

  func context(of pane: Pane, in frame: Arrangement.Frame) -> PaneContext {
    PaneContext(frame: frame, presentation: numberedPresentation, isFocused: hasFocus(pane))
  }

  func feedPane(in frame: Arrangement.Frame) -> FeedPane {
    FeedPane(
      feed: feed, title: feedTitle, isTyping: isTypingQuery, context: context(of: .feed, in: frame), now: now)
  }

  func readerPane(in frame: Arrangement.Frame) -> ReaderPane {
    ReaderPane(reader, title: readerTitle, context(of: .reader, in: frame))
  }

  func statisticsPane(in frame: Arrangement.Frame) -> StatisticsPaneView {
    StatisticsPaneView(context: context(of: .statistics, in: frame), board: charts.pane, now: now)
  }
}
