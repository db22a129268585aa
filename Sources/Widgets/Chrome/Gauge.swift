public import Terminal

/// How far something has come, in one row: `▕███▌    ▏`.
public struct Gauge: Widget, Hashable {
  /// From 0 to 1; what lies outside is drawn as the nearest of them.
  public var fraction: Double
  public var symbols: Symbols
  public var style: Style
  /// The style of the two ends.
  public var frameStyle: Style

  public init(fraction: Double, symbols: Symbols = .unicode, style: Style = .standard, frameStyle: Style? = nil) {
    self.fraction = fraction
    self.symbols = symbols
    self.style = style
    self.frameStyle = frameStyle ?? style
  }

  public func draw(in rect: Rect, into buffer: inout Buffer) {
    let row = rect.row(0)
    buffer.fill(row, style: style)
    guard row.width > 2 else {
      Bar(fraction: fraction, symbols: symbols).draw(in: row, style: style, into: &buffer)
      return
    }
    buffer.draw(symbol: symbols.gaugeStart, x: row.x, y: row.y, in: row, style: frameStyle)
    buffer.draw(symbol: symbols.gaugeEnd, x: row.maxX - 1, y: row.y, in: row, style: frameStyle)
    Bar(fraction: fraction, symbols: symbols).draw(in: row.inset(left: 1, right: 1), style: style, into: &buffer)
  }
}
