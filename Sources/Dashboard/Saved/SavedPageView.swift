import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Draws the page of what the reader keeps: saved queries with their counts, and below them the rules.
struct SavedPageView {
  let page: Saved
  let presentation: Presentation
  let now: Timestamp

  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var widths: ColumnWidths { presentation.widths }
  private var words: Words { presentation.words }
  private var notation: QueryNotation { QueryNotation(now: now, zone: presentation.zone) }

  func draw(in rect: Rect, into buffer: inout Buffer) {
    let arrangement = SavedArrangement(page, in: rect)
    for (section, frame) in arrangement.lists { draw(section, in: frame, &buffer) }
    if let frame = arrangement.preview { drawPreview(in: frame, &buffer) }
    if let vertical = arrangement.vertical { presentation.drawRule(in: vertical, &buffer) }
  }

  private func draw(_ section: Saved.Section, in frame: Arrangement.Frame, _ buffer: inout Buffer) {
    drawTitle(of: section, in: frame.title, &buffer)
    guard page.collection != nil else {
      buffer.write(SafeText(words.loading), in: frame.body.row(0).inset(left: 2), style: styles.muted)
      return
    }
    guard page.count(of: section) > 0 else {
      drawEmpty(section, in: frame.body, &buffer)
      return
    }
    for row in 0..<frame.body.height {
      let index = page.offset(of: section) + row
      guard index < page.count(of: section) else { break }
      draw(index, of: section, in: frame.body.row(row), &buffer)
    }
  }

  /// The newest headlines of what is selected.
  private func drawPreview(in frame: Arrangement.Frame, _ buffer: inout Buffer) {
    let name = page.selectedQuery?.name ?? page.selectedRule?.name
    Divider(
      title: SafeText(words.newest + (name.map { " · " + $0 } ?? "")), symbols: symbols, style: styles.border,
      titleStyle: styles.title
    ).draw(in: frame.title, into: &buffer)
    guard let text = page.previewed, let query = notation.query(text) else { return }
    guard let headlines = page.preview else {
      buffer.write(SafeText(words.loading), in: frame.body.row(0).inset(left: 2), style: styles.muted)
      return
    }
    if headlines.isEmpty {
      buffer.write(SafeText(words.noMatch), in: frame.body.row(0).inset(left: 2), style: styles.muted)
    }
    let row = HeadlineRow(
      presentation: presentation, now: CivilTime(now, in: presentation.zone), highlights: Highlights(query),
      showsDates: true, showsSources: false)
    for (offset, headline) in headlines.prefix(frame.body.height).enumerated() {
      row.draw(headline, selection: nil, in: frame.body.row(offset), into: &buffer)
    }
  }

  private func drawTitle(of section: Saved.Section, in rect: Rect, _ buffer: inout Buffer) {
    let isFocused = page.section == section
    let count = page.count(of: section)
    let name = section == .queries ? words.savedQueries : words.rules
    let place = count == 0 ? "" : " \(page.selectedIndex(in: section) + 1)/\(count)"
    let trailing = section == .rules ? words.ruleMoment : count > 0 ? words.unreadAndAll : ""
    Divider(
      title: SafeText(name + place), trailing: SafeText(trailing), symbols: symbols,
      style: isFocused ? styles.borderFocused : styles.border,
      titleStyle: isFocused ? styles.titleFocused : styles.title
    ).draw(in: rect, into: &buffer)
  }

  /// How something gets here.
  private func drawEmpty(_ section: Saved.Section, in rect: Rect, _ buffer: inout Buffer) {
    let text = section == .queries ? words.noSavedQueriesYet : words.noRulesYet
    for (row, line) in widths.wrap(SafeText(text), columns: max(2, min(76, rect.width - 4))).enumerated() {
      guard row < rect.height else { break }
      buffer.write(line, in: rect.row(row).inset(left: 2), style: styles.muted)
    }
  }

  // MARK: - Rows

  private func draw(_ index: Int, of section: Saved.Section, in rect: Rect, _ buffer: inout Buffer) {
    let isSelected = index == page.selectedIndex(in: section)
    let selection = page.section == section ? styles.selection : styles.selectionInactive
    if isSelected { buffer.fill(rect, style: selection) }
    func style(_ role: Style) -> Style { isSelected ? selection.adding(role.modifiers) : role }
    buffer.write(SafeText(isSelected ? symbols.selected : " "), in: rect, style: style(styles.text))
    let row = rect.inset(left: 2, right: 1)
    switch section {
    case .queries: draw(page.queries[index], in: row, style, &buffer)
    case .rules: draw(page.rules[index], in: row, style, &buffer)
    }
  }

  private func draw(_ query: SavedQuery, in rect: Rect, _ style: (Style) -> Style, _ buffer: inout Buffer) {
    let totals = page.totals[query.text]
    let unread = totals.map(\.unread) ?? 0
    let counts = totals.map { words.number($0.unread) + " / " + words.number($0.articles) } ?? symbols.ellipsis
    let mistake = self.mistake(in: query.text)
    let room = drawTrailing(
      mistake ?? counts, in: rect, style(mistake == nil ? styles.muted : styles.toastError), &buffer)
    drawNameAndText(
      query.name, words.query(query.text), columns: nameColumns(of: .queries, in: rect), in: room,
      name: style(unread > 0 ? styles.unread : styles.read), style, &buffer)
  }

  private func draw(_ rule: Rule, in rect: Rect, _ style: (Style) -> Style, _ buffer: inout Buffer) {
    let isOn = rule.isEnabled
    let mark = isOn ? symbols.check : " "
    buffer.write(SafeText(mark), in: rect, style: style(styles.text))
    let mistake = self.mistake(in: rule.text, asksForArriving: true)
    let actions = symbols.breadcrumb + " " + words.names(of: rule.actions)
    let role = mistake != nil ? styles.toastError : isOn ? styles.tag : styles.muted
    let room = drawTrailing(mistake ?? actions, in: rect.inset(left: 2), style(role), &buffer)
    drawNameAndText(
      rule.name, words.query(rule.text), columns: nameColumns(of: .rules, in: rect), in: room,
      name: style(isOn ? styles.text : styles.muted), style, &buffer)
  }

  /// Writes at the right edge; returns what is left of it.
  private func drawTrailing(_ text: String, in rect: Rect, _ style: Style, _ buffer: inout Buffer) -> Rect {
    let shown = presentation.truncate(SafeText(text), to: max(8, rect.width / 2))
    let columns = widths.columns(shown)
    buffer.write(shown, in: rect.splitLeft(rect.width - columns).rest, style: style)
    return rect.inset(right: columns + 2)
  }

  /// As wide as the longest name, within bounds.
  private func nameColumns(of section: Saved.Section, in rect: Rect) -> Int {
    let names = section == .queries ? page.queries.map(\.name) : page.rules.map(\.name)
    let longest = names.map { widths.columns(SafeText($0)) }.max() ?? 0
    return min(longest, max(12, rect.width * 2 / 5))
  }

  /// The name has the first claim on the row; the query stands where room is left.
  private func drawNameAndText(
    _ name: String, _ text: String, columns: Int, in rect: Rect, name nameStyle: Style, _ style: (Style) -> Style,
    _ buffer: inout Buffer
  ) {
    let nameColumns = min(columns, rect.width)
    buffer.write(presentation.truncate(SafeText(name), to: nameColumns), in: rect, style: nameStyle)
    let rest = rect.inset(left: nameColumns + 2)
    guard rest.width >= 8, text != name else { return }
    buffer.write(presentation.truncate(SafeText(text), to: rest.width), in: rest, style: style(styles.muted))
  }

  /// What is wrong with a query that is kept; nil where nothing is.
  private func mistake(in text: String, asksForArriving: Bool = false) -> String? {
    do throws(QueryError) {
      _ = try notation.parse(text, asksForArriving: asksForArriving)
      return nil
    } catch {
      return words.mistake(error.kind)
    }
  }
}

/// Where the parts of the page of saved queries stand.
struct SavedArrangement: Hashable {
  /// One above the other, or the one that has the keys alone where there is no room for both.
  var lists: [Saved.Section: Arrangement.Frame] = [:]
  /// News of what is selected, on wide screens.
  var preview: Arrangement.Frame?
  var vertical: Rect?

  /// Pure: the same input gives the same places.
  init(_ saved: Saved, in rect: Rect) {
    var left = rect
    if rect.width >= 100 {
      let (lists, rest) = rect.splitLeft(rect.width * 11 / 20)
      left = lists
      vertical = rest.splitLeft(1).left
      preview = Self.frame(rest.inset(left: 1))
    }
    guard left.height >= 8 else {
      lists[saved.section] = Self.frame(left)
      return
    }
    // The rules take what they need, and at most half.
    let rules = min(max(saved.rules.count, 3) + 1, left.height / 2)
    let (top, bottom) = left.splitTop(left.height - rules)
    lists = [.queries: Self.frame(top), .rules: Self.frame(bottom)]
  }

  private static func frame(_ rect: Rect) -> Arrangement.Frame {
    let (title, body) = rect.splitTop(1)
    return Arrangement.Frame(title: title, body: body)
  }
}
