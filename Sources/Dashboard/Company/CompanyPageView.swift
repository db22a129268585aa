import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Draws the page of a company.
struct CompanyPageView {
  typealias Section = CompanyPage.Section

  let page: CompanyPage
  let presentation: Presentation
  let now: Timestamp
  /// What has arrived since then is bold; nil where nothing is.
  var lastVisit: Timestamp?

  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var widths: ColumnWidths { presentation.widths }
  private var words: Words { presentation.words }
  private var today: CivilTime { CivilTime(now, in: presentation.zone) }

  func draw(in rect: Rect, into buffer: inout Buffer) {
    guard let visit = page.visit else { return }
    let arrangement = CompanyArrangement(visit, in: rect)
    drawTitle(visit, in: arrangement.title, &buffer)
    for (row, line) in headLines(visit).prefix(arrangement.head.height).enumerated() {
      LineView(line, symbols: symbols).draw(in: arrangement.head.row(row).inset(left: 1, right: 1), into: &buffer)
    }
    guard !visit.isEmpty else {
      drawEmpty(visit, in: rect.inset(top: 1 + arrangement.head.height), &buffer)
      return
    }
    for (section, frame) in arrangement.sections { draw(section, visit, in: frame, arrangement, &buffer) }
    if let vertical = arrangement.vertical { presentation.drawRule(in: vertical, &buffer) }
  }

  /// What stands at a place of the screen.
  func place(at point: Point, in rect: Rect) -> (section: Section, index: Int)? {
    guard let visit = page.visit, !visit.isEmpty else { return nil }
    for (section, frame) in CompanyArrangement(visit, in: rect).sections {
      if frame.title.contains(point) { return (section, visit.selectedIndex(in: section)) }
      guard frame.body.contains(point) else { continue }
      switch section {
      case .news, .events:
        let index = visit.offset(of: section) + point.y - frame.body.y
        return index < visit.count(in: section) ? (section, index) : nil
      case .weeks, .companies, .sources:
        let (chart, list) = places(of: section, in: frame.body)
        if chart.contains(point) {
          return weekIndex(atColumn: point.x, visit, in: chart).map { (section, $0) }
        }
        return bars(section, visit).index(atRow: point.y, in: list).map { (section, $0) }
      }
    }
    return nil
  }
}

// MARK: - The company as a whole

extension CompanyPageView {
  /// `贵州茅台 600519.SH 上交所`, and at the right the spans of time.
  private func drawTitle(_ visit: CompanyVisit, in rect: Rect, _ buffer: inout Buffer) {
    let listing = visit.news?.profile?.listings.first
    let parts = [visit.news?.profile?.name, visit.code, listing.flatMap { words.name(of: $0.exchange) }]
    var seen: Set<String> = []
    let title = parts.compactMap(\.self).filter { seen.insert($0).inserted }.joined(separator: " ")
    presentation.drawTitle(title, trailing: page.spanNames(words), isFocused: true, in: rect, &buffer)
  }

  /// How much there is, and what else the company is called.
  private func headLines(_ visit: CompanyVisit) -> [Line] {
    [counts(visit), names(visit)].compactMap(\.self)
  }

  private func counts(_ visit: CompanyVisit) -> Line? {
    guard let numbers = visit.numbers else { return .plain(SafeText(words.loading), style: styles.muted) }
    guard !visit.isEmpty else { return nil }
    let (overall, inRange) = (numbers.statistics.overall, numbers.statistics.inRange)
    var spans = [Span(SafeText(words.newsOfCompany(overall.articles, unread: overall.unread)), style: styles.text)]
    if inRange.articles < overall.articles {
      let text = words.last(words.name(of: page.span)) + " " + words.dayCount(inRange.articles)
      spans.append(Span(SafeText("  " + text), style: styles.text))
    }
    for tone in Tone.allCases {
      spans.append(Span("  ", style: styles.text))
      spans.append(presentation.sign(of: tone, count: numbers.counts.count(of: tone), inWords: true))
    }
    if numbers.waiting > 0 {
      spans.append(Span(SafeText("  " + words.waitForAnalysis(numbers.waiting)), style: styles.muted))
    }
    return Line(spans)
  }

  /// Further codes, then further names, as far as there is room.
  private func names(_ visit: CompanyVisit) -> Line? {
    guard let profile = visit.news?.profile else { return nil }
    let codes = profile.listings.dropFirst().map {
      [$0.name, words.name(of: $0.exchange)].compactMap(\.self).joined(separator: " ")
    }
    let parts = codes + profile.otherNames
    guard !parts.isEmpty else { return nil }
    return .plain(SafeText(words.alsoCalled(parts)), style: styles.muted)
  }

  /// Why there is nothing to show.
  private func drawEmpty(_ visit: CompanyVisit, in rect: Rect, _ buffer: inout Buffer) {
    let name = visit.news?.profile?.name
    var texts = [name.map(words.noNewsOfCompany) ?? words.unknownCompany(visit.code)]
    if let waiting = visit.numbers?.waiting, waiting > 0 { texts.append(words.mayComeWithAnalysis(waiting)) }
    var row = 1
    for text in texts {
      for line in widths.wrap(SafeText(text), columns: max(2, min(76, rect.width - 4))) where row < rect.height {
        buffer.write(line, in: rect.row(row).inset(left: 2), style: styles.muted)
        row += 1
      }
    }
  }
}

// MARK: - Parts

extension CompanyPageView {
  private func draw(
    _ section: Section, _ visit: CompanyVisit, in frame: Arrangement.Frame, _ arrangement: CompanyArrangement,
    _ buffer: inout Buffer
  ) {
    let isAlone =
      arrangement.sections.count < Section.allCases.count && (section != .news || arrangement.sections.count == 1)
    presentation.drawTitle(
      title(of: section, visit), trailing: isAlone ? sectionNames(visit) : remark(on: section, visit),
      isFocused: visit.section == section, in: frame.title, &buffer)
    guard visit.count(in: section) > 0 else {
      let isKnown = section == .news || section == .events ? visit.news != nil : visit.numbers != nil
      let text = isKnown ? words.nothingInPart : words.loading
      buffer.write(SafeText(text), in: frame.body.row(0).inset(left: 2), style: styles.muted)
      return
    }
    switch section {
    case .news: drawNews(visit, in: frame.body, &buffer)
    case .events: drawEvents(visit, in: frame.body, &buffer)
    case .weeks, .companies, .sources:
      let (chart, list) = places(of: section, in: frame.body)
      if !chart.isEmpty { weekChart(visit).draw(in: chart, into: &buffer) }
      bars(section, visit).draw(in: list, into: &buffer)
    }
  }

  private func title(of section: Section, _ visit: CompanyVisit) -> String {
    let place = "\(words.number(visit.selectedIndex(in: section) + 1))/"
    switch section {
    case .news: return name(of: section) + (visit.total.map { " " + place + words.number($0) } ?? "")
    case .events:
      let count = visit.count(in: section)
      return name(of: section) + (count > 0 ? " " + place + words.number(count) : "")
    case .weeks: return selectedWeek(visit) ?? name(of: section)
    case .companies, .sources: return name(of: section) + " · " + words.last(words.name(of: page.span))
    }
  }

  private func name(of section: Section) -> String {
    switch section {
    case .news: words.news
    case .events: words.name(of: TermField.event)
    case .weeks: words.weeksOfCompany
    case .companies: words.companions
    case .sources: words.sources
    }
  }

  private func briefName(of section: Section) -> String {
    switch section {
    case .news, .events, .sources: name(of: section)
    case .weeks: words.weeksBriefly
    case .companies: words.company
    }
  }

  /// What is not seen in a part.
  private func remark(on section: Section, _ visit: CompanyVisit) -> String {
    guard section == .events, let news = visit.news, news.hasMore else { return "" }
    return words.ofNewest(news.headlines.count)
  }

  /// `[事件] 每周 公司 来源 · Tab`: the parts that have something to show, where there is no room for all.
  private func sectionNames(_ visit: CompanyVisit) -> String {
    let names = Section.allCases.filter { visit.count(in: $0) > 0 }.map { section in
      let name = briefName(of: section)
      return section == visit.section ? "[\(name)]" : name
    }
    let key = presentation.keys(for: .focusNext, in: .company).first
    return names.joined(separator: " ") + (key.map { " · " + $0 } ?? "")
  }

  private func drawNews(_ visit: CompanyVisit, in rect: Rect, _ buffer: inout Buffer) {
    guard let headlines = visit.news?.headlines else { return }
    let painter = HeadlineRow(presentation: presentation, now: today, showsDates: true, lastVisit: lastVisit)
    for row in 0..<rect.height {
      let index = visit.offset(of: .news) + row
      let selection = selection(of: index, in: .news, visit)
      if index < headlines.count {
        painter.draw(headlines[index], selection: selection, in: rect.row(row), into: &buffer)
      } else if index == headlines.count {
        let text = (selection == nil ? "  " : symbols.selected + " ") + words.allNewsOfCompany(visit.total)
        if let selection { buffer.fill(rect.row(row), style: selection) }
        buffer.write(
          presentation.truncate(SafeText(text), to: rect.width), in: rect.row(row), style: selection ?? styles.link)
      }
    }
  }

  private func selection(of index: Int, in section: Section, _ visit: CompanyVisit) -> Style? {
    guard index == visit.selectedIndex(in: section) else { return nil }
    return visit.section == section ? styles.selection : styles.selectionInactive
  }

  private func drawEvents(_ visit: CompanyVisit, in rect: Rect, _ buffer: inout Buffer) {
    guard let events = visit.news?.events else { return }
    let rows = events.dropFirst(visit.offset(of: .events)).prefix(rect.height)
    let painter = EventRow(Array(rows), presentation: presentation, now: today, width: rect.width)
    var dayAbove: String?
    for (row, event) in rows.enumerated() {
      let selection = selection(of: visit.offset(of: .events) + row, in: .events, visit)
      let day = painter.day(of: event)
      painter.draw(
        event, day: day == dayAbove && selection == nil ? "" : day, selection: selection, in: rect.row(row),
        into: &buffer)
      dayAbove = day
    }
  }
}

// MARK: - Charts

extension CompanyPageView {
  /// Where the curve of a part stands, which only weeks have where there is room, and its bars.
  private func places(of section: Section, in rect: Rect) -> (chart: Rect, bars: Rect) {
    let (chart, bars) = rect.inset(left: 1, right: 1)
      .splitTop(section == .weeks && rect.height >= 10 ? rect.height / 2 : 0)
    return (chart, bars)
  }

  private func bars(_ section: Section, _ visit: CompanyVisit) -> BarChart {
    let rows: [BarChart.Row] =
      switch section {
      case .news, .events: []
      case .weeks:
        (visit.numbers?.busyWeeks ?? []).map { week in
          row(SafeText(name(of: week)), week.count, trailing: Tone.allCases.map { tone(of: $0, in: week) })
        }
      case .companies:
        (visit.numbers?.companions ?? []).map {
          row(SafeText(words.name(of: $0, .company)), $0.count, trailing: course(of: $0))
        }
      case .sources:
        (visit.numbers?.statistics.sources ?? []).map {
          row(SafeText(words.name(of: $0, .source)), $0.count, trailing: course(of: $0))
        }
      }
    return BarChart(
      rows: rows, selected: visit.section == section ? visit.selectedIndex(in: section) : nil, symbols: symbols,
      labelStyle: styles.text, barStyle: styles.chartBar, valueStyle: styles.text, selectedStyle: styles.selection)
  }

  private func row(_ label: SafeText, _ count: Int, trailing: [Span]) -> BarChart.Row {
    BarChart.Row(label: label, value: count, valueText: SafeText(words.briefNumber(count)), trailing: trailing)
  }

  private func course(of term: TermCount) -> [Span] {
    guard !term.series.isEmpty else { return [] }
    return [Span(Sparkline.text(values: term.series, width: 7, symbols: symbols), style: styles.series[1])]
  }

  /// How many articles of a week have a tone, in a column of its own.
  private func tone(of tone: Tone, in week: CompanyWeek) -> Span {
    let count = tone == .positive ? week.tones.positive : week.tones.negative
    let span = presentation.sign(of: tone, count: count, inWords: false)
    return Span(widths.pad(count > 0 ? span.text : "", to: 5, alignment: .right), style: span.style)
  }

  /// The Monday of a week, with the year where it is another.
  private func name(of week: CompanyWeek) -> String {
    let day = CivilTime(week.range.lowerBound, in: presentation.zone)
    return day.year == today.year ? day.monthAndDay : day.isoDate
  }

  private func selectedWeek(_ visit: CompanyVisit) -> String? {
    guard visit.section == .weeks, let numbers = visit.numbers, !numbers.busyWeeks.isEmpty else { return nil }
    let week = numbers.busyWeeks[visit.selectedIndex(in: .weeks)]
    let last = CivilTime(week.range.upperBound - 1, in: presentation.zone)
    return words.range(name(of: week), last.monthAndDay) + "  " + words.dayCount(week.count)
  }

  private func weekChart(_ visit: CompanyVisit) -> LineChart {
    let weeks = visit.numbers?.weeks ?? []
    var selected: Int?
    if visit.section == .weeks, let numbers = visit.numbers, !numbers.busyWeeks.isEmpty {
      selected = weeks.firstIndex(of: numbers.busyWeeks[visit.selectedIndex(in: .weeks)])
    }
    var labels: [(position: Double, text: SafeText)] = []
    if weeks.count > 1 {
      for index in [0, weeks.count / 2, weeks.count - 1] {
        labels.append((Double(index) / Double(weeks.count - 1), SafeText(name(of: weeks[index]))))
      }
    }
    return LineChart(
      values: weeks.map(\.count), symbols: symbols, axisStyle: styles.chartAxis, style: styles.series[0],
      xLabels: labels, selected: selected, selectedStyle: styles.selection, fillsArea: false)
  }

  /// The busy week nearest to a column of the curve.
  private func weekIndex(atColumn column: Int, _ visit: CompanyVisit, in rect: Rect) -> Int? {
    guard let numbers = visit.numbers, let index = weekChart(visit).index(atColumn: column, in: rect),
      numbers.weeks.indices.contains(index)
    else { return nil }
    return numbers.busyWeeks.firstIndex(of: numbers.weeks[index])
  }
}

/// Draws an event in one row: day, what happened, its figures, whether it is good news, and the title of its newest article.
private struct EventRow {
  let presentation: Presentation
  let now: CivilTime
  private let nameColumns: Int
  private let figureColumns: Int

  /// - Parameter events: all that are on screen, so that their columns are alike.
  init(_ events: [CompanyEvent], presentation: Presentation, now: CivilTime, width: Int) {
    self.presentation = presentation
    self.now = now
    let widths = presentation.widths
    func widest(_ texts: [String]) -> Int { texts.map { widths.columns(SafeText($0)) }.max() ?? 0 }
    let words = presentation.words
    nameColumns = min(widest(events.map { words.name(of: $0.event) }), max(8, width / 4))
    figureColumns = min(widest(events.map { words.figures(of: $0.event) }), max(8, width / 3))
  }

  func day(of event: CompanyEvent) -> String {
    let day = CivilTime(event.headline.published, in: presentation.zone)
    return day.year == now.year ? day.monthAndDay : day.shortDate
  }

  func draw(_ event: CompanyEvent, day: String, selection: Style?, in rect: Rect, into buffer: inout Buffer) {
    let (styles, words) = (presentation.styles, presentation.words)
    let widths = presentation.widths
    if let selection { buffer.fill(rect, style: selection) }
    var room = rect
    func put(_ text: String, _ role: Style, columns: Int, alignment: ColumnWidths.Alignment = .left) {
      guard columns > 0 else { return }
      let shown = presentation.truncate(SafeText(text), to: columns)
      buffer.write(widths.pad(shown, to: columns, alignment: alignment), in: room, style: selection ?? role)
      room = room.inset(left: columns)
    }
    put(selection == nil ? "" : presentation.symbols.selected, styles.text, columns: 1)
    put(day, styles.time, columns: 9)
    put(words.name(of: event.event), styles.heading, columns: nameColumns + 1)
    put(words.figures(of: event.event), styles.text, columns: figureColumns, alignment: .right)
    let sign = event.tone.map { presentation.sign(of: $0) }
    put(" " + (sign?.text.string ?? "") + " ", sign?.style ?? styles.text, columns: 3)
    let count = event.articles > 1 ? " ×\(event.articles)" : ""
    let title = presentation.truncate(SafeText(event.headline.title), to: max(0, room.width - count.count - 1))
    buffer.write(title, in: room, style: selection ?? (event.headline.status.isRead ? styles.read : styles.text))
    buffer.write(
      SafeText(count), in: room.inset(left: widths.columns(title)), style: selection ?? styles.muted)
  }
}

extension Presentation {
  /// `+正面12条`, or `+12`.
  fileprivate func sign(of tone: Tone, count: Int, inWords: Bool) -> Span {
    let sign = sign(of: tone)
    let text = sign.text.string + (inWords ? words.articles(of: tone, count) : words.briefNumber(count))
    return Span(SafeText(text), style: sign.style)
  }
}
