package import Terminal
package import TextBasics

/// Something that can be drawn: a value that holds all it shows.
///
/// A widget knows no state and no news. It never draws outside of its rectangle, and takes any rectangle: empty, too
/// small, or partly outside of the buffer.
package protocol Widget: Sendable {
  /// Draws into `rect`; what does not fit is cut or left out.
  func draw(in rect: Rect, into buffer: inout Buffer)
}

/// A piece of text in one style.
package struct Span: Sendable, Hashable {
  package var text: SafeText
  package var style: Style

  package init(_ text: SafeText, style: Style = .standard) {
    self.text = text
    self.style = style
  }
}

/// One row of text in several styles.
package struct Line: Sendable, Hashable {
  package var spans: [Span]

  package init(_ spans: [Span] = []) { self.spans = spans }

  /// A line in one style.
  package static func plain(_ text: SafeText, style: Style = .standard) -> Line { Line([Span(text, style: style)]) }

  /// The span that stands at a column of the screen, where the line begins at another.
  package func index(atColumn column: Int, from start: Int, _ widths: ColumnWidths) -> Int? {
    var end = start
    guard column >= start else { return nil }
    return spans.firstIndex { span in
      end += widths.columns(span.text)
      return column < end
    }
  }

  /// The columns that the whole line takes.
  package func columns(_ widths: ColumnWidths) -> Int { spans.reduce(0) { $0 + widths.columns($1.text) } }

  /// The line cut to at most `limit` columns; a cut line ends in `ellipsis`, in the style of what was cut.
  ///
  /// Where not even the ellipsis has room the text is cut without one.
  package func truncated(to limit: Int, widths: ColumnWidths, ellipsis: String = "…") -> Line {
    let spanColumns = spans.map { widths.columns($0.text) }
    guard spanColumns.reduce(0, +) > limit else { return self }
    let ellipsisColumns = widths.columns(SafeText(ellipsis))
    let fits = ellipsisColumns <= limit
    var room = max(0, fits ? limit - ellipsisColumns : limit)
    var kept: [Span] = []
    for (span, columns) in zip(spans, spanColumns) {
      guard columns <= room else {
        let head = widths.truncate(span.text, to: room, ellipsis: "")
        kept.append(Span(fits ? head + SafeText(ellipsis) : head, style: span.style))
        break
      }
      kept.append(span)
      room -= columns
    }
    return Line(kept)
  }
}

/// Draws a line into the first row of a rectangle, cut where it does not fit.
package struct LineView: Widget, Hashable {
  package var line: Line
  package var alignment: ColumnWidths.Alignment
  /// Whether a cut line ends in an ellipsis.
  package var ellipsis: Bool
  package var symbols: Symbols

  package init(
    _ line: Line, alignment: ColumnWidths.Alignment = .left, ellipsis: Bool = true, symbols: Symbols = .unicode
  ) {
    self.line = line
    self.alignment = alignment
    self.ellipsis = ellipsis
    self.symbols = symbols
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    guard !rect.isEmpty else { return }
    let shown = line.truncated(to: rect.width, widths: buffer.widths, ellipsis: ellipsis ? symbols.ellipsis : "")
    var rest = rect.row(0)
    if alignment != .left {
      let free = max(0, rect.width - shown.columns(buffer.widths))
      rest = rest.splitLeft(alignment == .right ? free : free / 2).rest
    }
    for span in shown.spans {
      buffer.write(span.text, in: rest, style: span.style)
      rest = rest.splitLeft(buffer.widths.columns(span.text)).rest
    }
  }
}
