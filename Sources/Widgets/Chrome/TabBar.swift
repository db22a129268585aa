package import Terminal
package import TextBasics

/// The titles of pages in one row, each after a blank, the selected one marked: ` 1要闻 2自选 3统计`.
///
/// Titles are drawn as they are given. What does not fit is left out, but never the selected one.
package struct TabBar: Widget, Hashable {
  package var titles: [SafeText]
  package var selected: Int
  package var style: Style
  package var selectedStyle: Style

  package init(titles: [SafeText], selected: Int, style: Style = .standard, selectedStyle: Style = .standard) {
    self.titles = titles
    self.selected = selected
    self.style = style
    self.selectedStyle = selectedStyle
  }

  /// The columns that all titles take.
  package func columns(_ widths: ColumnWidths) -> Int {
    titles.reduce(0) { $0 + 1 + widths.columns($1) }
  }

  /// The page whose title stands at a column of the screen.
  package func index(atColumn column: Int, in rect: Rect, widths: ColumnWidths = ColumnWidths()) -> Int? {
    places(in: rect, widths: widths).first { $0.rect.x <= column && column < $0.rect.maxX }?.index
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    for place in places(in: rect, widths: buffer.widths) {
      buffer.fill(place.rect.inset(left: -1).intersection(rect.row(0)).splitLeft(1).left, style: style)
      let titleStyle = place.index == selected ? selectedStyle : style
      LineView(.plain(titles[place.index], style: titleStyle)).draw(in: place.rect, into: &buffer)
    }
  }

  private func places(in rect: Rect, widths: ColumnWidths) -> [(index: Int, rect: Rect)] {
    guard !rect.isEmpty else { return [] }
    let selectedColumns = titles.indices.contains(selected) ? 1 + widths.columns(titles[selected]) : 0
    var rest = rect.row(0)
    var places: [(Int, Rect)] = []
    for (index, title) in titles.enumerated() {
      let columns = 1 + widths.columns(title)
      let reserved = index < selected ? selectedColumns : 0
      guard index == selected || columns + reserved <= rest.width else { continue }
      let (place, after) = rest.splitLeft(columns)
      places.append((index, place.inset(left: 1)))
      rest = after
    }
    return places
  }
}
