import NewsModel
import Terminal
import TextBasics
import Widgets

/// Draws what is known of the selected source: labels at the left, texts wrapped beside them.
struct SourceDetailsView {
  /// Nil where no source is selected.
  let overview: SubscriptionOverview?
  let now: Timestamp
  let presentation: Presentation

  private var styles: Styles { presentation.styles }
  private var widths: ColumnWidths { presentation.widths }

  func draw(in frame: Arrangement.Frame, isFocused: Bool, into buffer: inout Buffer) {
    Divider(
      title: SafeText(overview?.subscription.name ?? presentation.words.sources), symbols: presentation.symbols,
      style: isFocused ? styles.borderFocused : styles.border,
      titleStyle: isFocused ? styles.titleFocused : styles.title
    ).draw(in: frame.title, into: &buffer)
    guard let overview else { return }
    let entries = SourceDetails(overview, now: now, presentation: presentation).entries
    let labels = entries.map { widths.columns(SafeText($0.label)) }.max() ?? 0
    var room = frame.body.inset(left: 1, right: 1)
    for entry in entries {
      guard room.height > 0 else { break }
      room = room.inset(top: draw(entry, labels: labels, in: room, &buffer))
    }
  }

  /// Returns the rows used.
  private func draw(
    _ entry: SourceDetails.Entry, labels: Int, in rect: Rect, _ buffer: inout Buffer
  ) -> Int {
    var room = rect
    var style = style(of: entry.role)
    if case .health(let health) = entry.role {
      buffer.write(SafeText(presentation.mark(of: health)), in: rect, style: style)
      room = rect.inset(left: 2)
      if health == .good { style = styles.text }
    } else if !entry.label.isEmpty {
      buffer.write(SafeText(entry.label), in: rect, style: styles.muted)
      room = rect.inset(left: labels + 2)
    } else {
      room = rect.inset(left: 2)
    }
    let lines = widths.wrap(SafeText(entry.text), columns: max(2, room.width)).prefix(rect.height)
    for (row, line) in lines.enumerated() { buffer.write(line, in: room.row(row), style: style) }
    return max(1, lines.count)
  }

  private func style(of role: SourceDetails.Role) -> Style {
    switch role {
    case .health(let health): styles.health(health)
    case .advice, .field: styles.text
    case .link: styles.link
    case .tags: styles.tag
    }
  }
}
