import Terminal
import Widgets

/// A part of the statistics in its place on screen: what is drawn there, and what a click on it selects.
struct ChartPart {
  let rect: Rect
  let widget: any Widget
  /// What stands at a place of it; nil where nothing can be selected.
  var selection: (Point) -> ChartSelection? = { _ in nil }
}

extension [ChartPart] {
  mutating func add(
    _ widget: any Widget, in rect: Rect, selecting selection: @escaping (Point) -> ChartSelection? = { _ in nil }
  ) {
    append(ChartPart(rect: rect, widget: widget, selection: selection))
  }

  func draw(into buffer: inout Buffer) {
    for part in self { part.widget.draw(in: part.rect, into: &buffer) }
  }

  /// What a click on a place of the screen selects.
  func selection(at point: Point) -> ChartSelection? {
    lazy.filter { $0.rect.contains(point) }.compactMap { $0.selection(point) }.first
  }
}

/// A vertical rule that is joined with the titles that it meets.
struct JoinedRule: Widget {
  let presentation: Presentation

  func draw(in rect: Rect, into buffer: inout Buffer) { presentation.drawRule(in: rect, &buffer) }
}
