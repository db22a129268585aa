package import Terminal
package import TextBasics

/// Shares of a whole as one bar, `来源 ██████▓▓▓▓▒▒░· 已读 36/48`, with a legend in numbers of its own.
package struct StackedBar: Widget, Hashable {
  package struct Part: Sendable, Hashable {
    package var label: SafeText
    package var value: Int
    package var style: Style
    /// A sign of one column, different for each part: colour alone tells nothing.
    package var fillSymbol: String

    package init(label: SafeText, value: Int, style: Style = .standard, fillSymbol: String) {
      self.label = label
      self.value = value
      self.style = style
      self.fillSymbol = fillSymbol
    }
  }

  package var parts: [Part]
  /// What the whole bar stands for; without one, the sum of the parts.
  package var total: Int?
  /// Stands before the bar.
  package var label: SafeText
  /// Stands after the bar; left out before the bar gets too short.
  package var trailing: SafeText
  package var style: Style

  package init(
    parts: [Part], total: Int? = nil, label: SafeText = "", trailing: SafeText = "", style: Style = .standard
  ) {
    self.parts = parts
    self.total = total
    self.label = label
    self.trailing = trailing
    self.style = style
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    let row = rect.row(0)
    buffer.fill(row, style: style)
    var bar = bar(in: row, buffer.widths)
    if bar.x > row.x { buffer.write(label, in: row, style: style) }
    if bar.maxX < row.maxX { buffer.write(trailing, in: row.splitLeft(bar.maxX + 1 - row.x).rest, style: style) }
    for (part, cells) in zip(parts, cells(width: bar.width)) {
      let (place, rest) = bar.splitLeft(cells)
      buffer.fill(place, with: SafeText(part.fillSymbol), style: part.style)
      bar = rest
    }
  }

  /// The part that stands at a column of the screen.
  package func index(atColumn column: Int, in rect: Rect, widths: ColumnWidths = ColumnWidths()) -> Int? {
    let bar = bar(in: rect.row(0), widths)
    var end = bar.x
    guard column >= bar.x else { return nil }
    return cells(width: bar.width).firstIndex { cells in
      end += cells
      return column < end
    }
  }

  /// The bar's place in its row, between what stands before and after it.
  private func bar(in row: Rect, _ widths: ColumnWidths) -> Rect {
    var bar = row
    let after = widths.columns(trailing) + 1
    if !trailing.isEmpty, bar.width - after >= Self.leastBar { bar = bar.inset(right: after) }
    let before = widths.columns(label) + 1
    if !label.isEmpty, bar.width - before >= Self.leastBar { bar = bar.inset(left: before) }
    return bar
  }

  /// What the fillings mean, with numbers: `█ 投资时报 14  ▓ 证券时报 10`; entries that do not fit are left out.
  package func legend(width: Int, widths: ColumnWidths = ColumnWidths()) -> Line {
    var spans: [Span] = []
    var used = 0
    for part in parts {
      let text = Span(" \(part.label.string) \(max(0, part.value))", style: style)
      let columns = (spans.isEmpty ? 0 : 2) + 1 + widths.columns(text.text)
      guard used + columns <= width else { break }
      if !spans.isEmpty { spans.append(Span("  ", style: style)) }
      spans += [Span(SafeText(part.fillSymbol), style: part.style), text]
      used += columns
    }
    return Line(spans)
  }

  /// The cells of each part: shares by largest remainder, and at least one cell for what is more than nothing as long
  /// as there are cells.
  private func cells(width: Int) -> [Int] {
    let values = parts.map { Double(max(0, $0.value)) }
    let sum = values.reduce(0, +)
    guard sum > 0, width > 0 else { return parts.map { _ in 0 } }
    let whole = max(sum, Double(total ?? 0))
    let shares = values.map { $0 / whole * Double(width) }
    var cells = shares.map { Int($0) }
    for index in cells.indices where shares[index] > 0 && cells[index] == 0 { cells[index] = 1 }
    let target = min(width, Int((sum / whole * Double(width)).rounded(.up)))
    /// The part whose cells differ most from its share.
    func worst(_ difference: (Int) -> Double, among candidates: [Int]) -> Int? {
      candidates.max { (difference($0), -$0) < (difference($1), -$1) }
    }
    let filled = cells.indices.filter { shares[$0] > 0 }
    while cells.reduce(0, +) < target,
      let index = worst({ shares[$0] - Double(cells[$0]) }, among: filled)
    { cells[index] += 1 }
    while cells.reduce(0, +) > width {
      let longer = filled.filter { cells[$0] > 1 }
      let candidates = longer.isEmpty ? filled.filter { cells[$0] > 0 } : longer
      guard let index = worst({ Double(cells[$0]) - shares[$0] }, among: candidates) else { break }
      cells[index] -= 1
    }
    return cells
  }

  private static let leastBar = 8
}
