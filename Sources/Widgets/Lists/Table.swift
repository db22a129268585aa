public import Terminal
public import TextBasics

/// Rows in aligned columns under a header.
public struct Table: Widget, Hashable {
  public struct Column: Sendable, Hashable {
    /// How wide a column is.
    public enum Width: Sendable, Hashable {
      /// So many columns, whatever the content.
      case fixed(Int)
      /// As wide as its widest cell, and what the other columns leave; gives way first where room is short.
      case flexible
      /// As wide as its widest cell, at least so many columns.
      case min(Int)
    }

    public var title: SafeText
    public var width: Width
    public var alignment: ColumnWidths.Alignment

    public init(_ title: SafeText = "", width: Width = .min(0), alignment: ColumnWidths.Alignment = .left) {
      self.title = title
      self.width = width
      self.alignment = alignment
    }
  }

  public var columns: [Column]
  /// The cells of each row; missing ones are blank.
  public var rows: [[Line]]
  /// The row at the top.
  public var offset: Int
  public var selected: Int?
  /// Whether a row of column titles stands above.
  public var hasHeader: Bool
  public var symbols: Symbols
  public var style: Style
  public var headerStyle: Style
  public var selectedStyle: Style

  public init(
    columns: [Column], rows: [[Line]], offset: Int = 0, selected: Int? = nil, hasHeader: Bool = true,
    symbols: Symbols = .unicode, style: Style = .standard, headerStyle: Style = Style(modifiers: .bold),
    selectedStyle: Style = Style(modifiers: .reverse)
  ) {
    self.columns = columns
    self.rows = rows
    self.offset = offset
    self.selected = selected
    self.hasHeader = hasHeader
    self.symbols = symbols
    self.style = style
    self.headerStyle = headerStyle
    self.selectedStyle = selectedStyle
  }

  public func draw(in rect: Rect, into buffer: inout Buffer) {
    let widths = columnWidths(total: rect.width, buffer.widths)
    let header = rect.splitTop(hasHeader ? 1 : 0)
    if hasHeader {
      let titles = columns.map { Line.plain($0.title, style: headerStyle) }
      buffer.fill(header.top, style: headerStyle)
      draw(titles, widths: widths, in: header.top, into: &buffer)
    }
    let body = ListView(
      rowCount: rows.count, offset: offset, selected: selected, row: { _ in Line() }, style: style,
      selectedStyle: selectedStyle, symbols: symbols)
    body.draw(in: header.rest, into: &buffer)
    for y in header.rest.y..<header.rest.maxY {
      guard let index = body.index(atRow: y, in: header.rest) else { break }
      var cells = rows[index]
      if index == selected { cells = cells.map { $0.selected(by: selectedStyle) } }
      draw(cells, widths: widths, in: header.rest.row(y - header.rest.y), into: &buffer)
    }
  }

  private func draw(_ cells: [Line], widths: [Int], in row: Rect, into buffer: inout Buffer) {
    var rest = row
    for (index, (cell, width)) in zip(cells, widths).enumerated() {
      let (place, after) = rest.splitLeft(width)
      LineView(cell, alignment: columns[index].alignment, symbols: symbols).draw(in: place, into: &buffer)
      rest = after.splitLeft(Self.gap).rest
    }
  }

  /// The width of each column that is shown.
  ///
  /// Where room is short the flexible columns shrink as far as they stay legible, then the last columns are left out.
  private func columnWidths(total: Int, _ widths: ColumnWidths) -> [Int] {
    var result = columns.indices.map { index -> Int in
      let content = rows.reduce(widths.columns(columns[index].title)) {
        index < $1.count ? max($0, $1[index].columns(widths)) : $0
      }
      switch columns[index].width {
      case .fixed(let width): return max(0, width)
      case .flexible: return content
      case .min(let least): return max(least, content)
      }
    }
    func used(_ widths: [Int]) -> Int { widths.reduce(0, +) + Self.gap * max(0, widths.count - 1) }
    let flexible = columns.indices.filter { columns[$0].width == .flexible }
    for index in flexible.reversed() where used(result) > total {
      result[index] = max(min(result[index], Self.legible), result[index] - (used(result) - total))
    }
    while result.count > 1, used(result) > total { result.removeLast() }
    if result.count == 1 { result[0] = min(result[0], total) }
    let growing = flexible.filter { $0 < result.count }
    let free = max(0, total - used(result))
    for (position, index) in growing.enumerated() {
      result[index] += free / growing.count + (position < free % growing.count ? 1 : 0)
    }
    return result
  }

  private static let gap = 2
  private static let legible = 8
}
