import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Draws the page of sources: a list with the health of each, and the details of the selected one.
struct SourcesPageView {
  let page: Sources
  let presentation: Presentation
  let now: Timestamp

  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var widths: ColumnWidths { presentation.widths }
  private var words: Words { presentation.words }

  func draw(in rect: Rect, into buffer: inout Buffer) {
    let arrangement = SourcesArrangement(in: rect, showsDetails: page.showsDetails)
    if let frame = arrangement.list { drawList(in: frame, &buffer) }
    if let frame = arrangement.details {
      SourceDetailsView(overview: page.selected, now: now, presentation: presentation)
        .draw(in: frame, isFocused: arrangement.list == nil, into: &buffer)
    }
    if let vertical = arrangement.vertical { presentation.drawRule(in: vertical, &buffer) }
  }

  // MARK: - The list

  private func drawList(in frame: Arrangement.Frame, _ buffer: inout Buffer) {
    drawTitle(in: frame.title, &buffer)
    guard page.overviews != nil else {
      buffer.write(SafeText(words.loading), in: frame.body.row(0).inset(left: 2), style: styles.muted)
      return
    }
    guard !page.list.isEmpty else {
      drawEmpty(in: frame.body, &buffer)
      return
    }
    for row in 0..<frame.body.height {
      let index = page.offset + row
      guard index < page.list.count else { break }
      draw(page.list[index], isSelected: index == page.selectedIndex, in: frame.body.row(row), &buffer)
    }
  }

  /// The title of the list, with the names of the columns where these stand below.
  private func drawTitle(in rect: Rect, _ buffer: inout Buffer) {
    let place = page.list.isEmpty ? "" : " \(words.number(page.selectedIndex + 1))/\(words.number(page.list.count))"
    let failing = page.list.count { $0.health == .failing }
    let mark = failing > 0 ? "  \(symbols.failing) \(words.number(failing))" : ""
    let title = SafeText(words.feeds + place + mark)
    Divider(title: title, symbols: symbols, style: styles.borderFocused, titleStyle: styles.titleFocused)
      .draw(in: rect, into: &buffer)
    guard !page.list.isEmpty else { return }
    let titleEnd = rect.x + widths.columns(title) + 4
    for (column, place) in SourceColumn.places(in: Self.columns(of: rect)) where column != .name {
      let name = SafeText(words.name(of: column))
      let columns = widths.columns(name)
      let start = column == .folder ? place.x - 1 : place.maxX - columns - 1
      guard start >= titleEnd, columns <= place.width else { continue }
      let cell = Rect(x: start, y: rect.y, width: columns + 2, height: 1)
      buffer.fill(cell, style: styles.title)
      buffer.write(name, in: cell.inset(left: 1), style: styles.title)
    }
  }

  /// What is left of a row beside the marks of selection and health.
  private static func columns(of row: Rect) -> Rect { row.inset(left: 4, right: 1) }

  /// How something gets here.
  private func drawEmpty(in rect: Rect, _ buffer: inout Buffer) {
    let text = words.noFeedsYet
    let lines = widths.wrap(SafeText(text), columns: max(2, min(76, rect.width - 4)))
    for (row, line) in lines.enumerated() where row < rect.height {
      buffer.write(line, in: rect.row(row).inset(left: 2), style: styles.muted)
    }
  }

  // MARK: - Rows

  private func draw(_ overview: SubscriptionOverview, isSelected: Bool, in rect: Rect, _ buffer: inout Buffer) {
    if isSelected { buffer.fill(rect, style: styles.selection) }
    func style(_ role: Style) -> Style {
      isSelected ? styles.selection.adding(role.modifiers) : role
    }
    buffer.write(SafeText(isSelected ? symbols.selected : " "), in: rect, style: style(styles.text))
    buffer.write(
      SafeText(presentation.mark(of: overview.health)), in: rect.inset(left: 2),
      style: style(styles.health(overview.health)))
    for (column, place) in SourceColumn.places(in: Self.columns(of: rect)) {
      draw(column, of: overview, in: place, style, &buffer)
    }
  }

  private func draw(
    _ column: SourceColumn, of overview: SubscriptionOverview, in rect: Rect, _ style: (Style) -> Style,
    _ buffer: inout Buffer
  ) {
    let state = overview.state
    switch column {
    case .name:
      let role = overview.unread > 0 ? styles.unread : styles.read
      drawLeft(overview.subscription.name, in: rect, style(role), &buffer)
    case .folder:
      // Why it fails matters more than where it lies.
      if overview.health == .failing, let failure = state.failure {
        drawLeft(words.message(failure), in: rect, style(styles.healthFailing), &buffer)
      } else {
        drawLeft(overview.subscription.text(of: .folder), in: rect, style(styles.muted), &buffer)
      }
    case .articlesADay: drawRight(words.rate(overview.articlesADay), in: rect, style(styles.text), &buffer)
    case .unread:
      drawRight(
        words.briefNumber(overview.unread), in: rect, style(overview.unread > 0 ? styles.text : styles.muted), &buffer)
    case .lastSuccess:
      let span = state.lastSuccess.map { words.briefSpan(now - $0) }
      drawRight(span ?? symbols.flat, in: rect, style(styles.time), &buffer)
    case .nextTry:
      let span = state.isGone ? nil : state.nextCheck.map { words.briefSpan($0 - now) }
      drawRight(span ?? symbols.flat, in: rect, style(styles.time), &buffer)
    }
  }

  private func drawLeft(_ text: String, in rect: Rect, _ style: Style, _ buffer: inout Buffer) {
    buffer.write(presentation.truncate(SafeText(text), to: rect.width), in: rect, style: style)
  }

  private func drawRight(_ text: String, in rect: Rect, _ style: Style, _ buffer: inout Buffer) {
    let shown = presentation.truncate(SafeText(text), to: rect.width)
    buffer.write(shown, in: rect.inset(left: rect.width - widths.columns(shown)), style: style)
  }
}

extension Presentation {
  /// The sign of a source's health: each has a shape of its own, beside its colour.
  func mark(of health: SourceHealth) -> String {
    switch health {
    case .good: symbols.unread
    case .failing: symbols.failing
    case .gone: symbols.ended
    case .untried: symbols.stub
    }
  }
}

extension Styles {
  func health(_ health: SourceHealth) -> Style {
    switch health {
    case .good: healthGood
    case .failing: healthFailing
    case .gone: healthGone
    case .untried: healthUntried
    }
  }
}

/// The columns of the list of sources, from left to right. The name has the first claim on the row; the others come where
/// room is left for them, in a fixed order.
enum SourceColumn: Hashable, Sendable, CaseIterable {
  case name
  case folder
  case articlesADay
  case unread
  case lastSuccess
  case nextTry

  /// Blank columns between two of them.
  static let gap = 2
  private static let narrowestName = 14

  /// Columns that it takes where its width is fixed.
  private var width: Int? {
    switch self {
    case .name, .folder: nil
    case .articlesADay, .unread: 6
    case .lastSuccess, .nextTry: 5
    }
  }

  /// Which come first when there is little room.
  private static let claims: [SourceColumn] = [.unread, .lastSuccess, .articlesADay, .nextTry]

  /// The places of those that fit into a row, by column.
  static func places(in row: Rect) -> [SourceColumn: Rect] {
    var room = row.width - narrowestName
    var shown: Set<SourceColumn> = [.name]
    for column in claims {
      guard let width = column.width, room >= width + gap else { break }
      room -= width + gap
      shown.insert(column)
    }
    // What is left goes to the names, and from some width on to folders.
    let spare = narrowestName + room
    let folder = spare >= 34 ? min(20, spare * 2 / 5) : 0
    if folder > 0 { shown.insert(.folder) }
    var places: [SourceColumn: Rect] = [:]
    var rest = row
    for column in allCases where shown.contains(column) {
      let width = column.width ?? (column == .folder ? folder : spare - (folder > 0 ? folder + gap : 0))
      places[column] = rest.splitLeft(width).left
      rest = rest.inset(left: width + gap)
    }
    return places
  }
}

/// Where the parts of the page of sources stand.
struct SourcesArrangement: Hashable {
  /// Nil where the details have its place.
  var list: Arrangement.Frame?
  var details: Arrangement.Frame?
  var vertical: Rect?

  /// Pure: the same input gives the same places.
  ///
  /// - Parameter showsDetails: which of the two is shown where there is no room for both.
  init(in rect: Rect, showsDetails: Bool) {
    if rect.width >= 100, rect.height >= 8 {
      let (left, rest) = rect.splitLeft(rect.width * 3 / 5)
      list = Self.frame(left)
      vertical = rest.splitLeft(1).left
      details = Self.frame(rest.inset(left: 1))
    } else if rect.height >= 15 {
      let (top, bottom) = rect.splitTop(rect.height - min(12, rect.height * 9 / 20))
      list = Self.frame(top)
      details = Self.frame(bottom)
    } else if showsDetails {
      details = Self.frame(rect)
    } else {
      list = Self.frame(rect)
    }
  }

  private static func frame(_ rect: Rect) -> Arrangement.Frame {
    let (title, body) = rect.splitTop(1)
    return Arrangement.Frame(title: title, body: body)
  }
}
