package import Terminal
package import TextBasics

/// What keys do, in one row: `j/k 移动  ↵ 阅读  ? 帮助`.
///
/// Only whole hints are shown. Those at the end go first where room is short, but for the very last: that one tells
/// where all the others are found.
package struct KeyHints: Widget, Hashable {
  /// One key and what it does.
  private struct Hint: Hashable {
    var key: SafeText
    var title: SafeText

    func columns(_ widths: ColumnWidths) -> Int {
      widths.columns(key) + (title.isEmpty ? 0 : 1 + widths.columns(title))
    }
  }

  private let hints: [Hint]
  package var keyStyle: Style
  package var style: Style

  package init(
    _ hints: [(key: SafeText, title: SafeText)], keyStyle: Style = .standard, style: Style = .standard
  ) {
    self.hints = hints.map { Hint(key: $0.key, title: $0.title) }
    self.keyStyle = keyStyle
    self.style = style
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    LineView(line(columns: rect.width, widths: buffer.widths), ellipsis: false).draw(in: rect, into: &buffer)
  }

  /// The hint that stands at a column of the screen.
  package func index(atColumn column: Int, in rect: Rect, widths: ColumnWidths = ColumnWidths()) -> Int? {
    var start = rect.x
    for index in shown(columns: rect.width, widths: widths) {
      let end = start + hints[index].columns(widths)
      if start..<end ~= column { return index }
      start = end + Self.gap
    }
    return nil
  }

  /// The hints that fit into a number of columns.
  private func shown(columns limit: Int, widths: ColumnWidths) -> [Int] {
    var shown = Array(0..<fitting(limit, widths))
    if shown.count < hints.count, let last = hints.last {
      shown = Array(0..<fitting(limit - last.columns(widths) - Self.gap, widths))
      if !shown.isEmpty || last.columns(widths) <= limit { shown.append(hints.count - 1) }
    }
    return shown
  }

  private func line(columns limit: Int, widths: ColumnWidths) -> Line {
    var line = Line()
    for hint in shown(columns: limit, widths: widths).map({ hints[$0] }) {
      if !line.spans.isEmpty { line.spans.append(Span("  ", style: style)) }
      line.spans.append(Span(hint.key, style: keyStyle))
      if !hint.title.isEmpty { line.spans.append(Span(" " + hint.title, style: style)) }
    }
    return line
  }

  /// How many of the first hints fit.
  private func fitting(_ limit: Int, _ widths: ColumnWidths) -> Int {
    var used = -Self.gap
    return hints.prefix { hint in
      used += Self.gap + hint.columns(widths)
      return used <= limit
    }.count
  }

  private static let gap = 2
}
