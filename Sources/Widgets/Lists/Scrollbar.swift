package import Terminal
import TextBasics

/// Which part of something longer is seen, in the last column of a rectangle; nothing where all is seen.
package struct Scrollbar: Widget, Hashable {
  /// The number of rows there are.
  package var total: Int
  /// The number of rows that are seen.
  package var visible: Int
  /// The first row that is seen.
  package var offset: Int
  package var symbols: Symbols
  package var style: Style
  package var thumbStyle: Style

  package init(
    total: Int, visible: Int, offset: Int, symbols: Symbols = .unicode, style: Style = .standard,
    thumbStyle: Style? = nil
  ) {
    self.total = total
    self.visible = visible
    self.offset = offset
    self.symbols = symbols
    self.style = style
    self.thumbStyle = thumbStyle ?? style
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    guard let thumb = thumb(height: rect.height), rect.width > 0 else { return }
    let track = rect.splitLeft(rect.width - 1).rest
    buffer.fill(track, with: SafeText(symbols.vertical), style: style)
    let place = Rect(x: track.x, y: track.y + thumb.lowerBound, width: 1, height: thumb.count)
    buffer.fill(place, with: SafeText(symbols.scrollThumb), style: thumbStyle)
  }

  /// The rows of the thumb. It touches an end only when that end of the content is seen.
  private func thumb(height: Int) -> Range<Int>? {
    guard visible > 0, total > visible, height > 0 else { return nil }
    let length = Int((Double(height) * Double(visible) / Double(total)).rounded()).clamped(to: 1...height)
    let last = total - visible
    let offset = offset.clamped(to: 0...last)
    let free = height - length
    var start = Int((Double(free) * Double(offset) / Double(last)).rounded())
    if free > 1, offset > 0, offset < last { start = start.clamped(to: 1...free - 1) }
    return start..<start + length
  }
}
