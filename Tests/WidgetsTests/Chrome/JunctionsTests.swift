import Terminal
import Testing
import Widgets

@Suite struct JunctionsTests {
  /// The dividers of three panes above a status line.
  private static func dividers(_ symbols: Symbols) -> Buffer {
    var buffer = Buffer(size: Size(width: 24, height: 6))
    VerticalDivider(symbols: symbols).draw(in: Rect(x: 12, y: 0, width: 1, height: 5), into: &buffer)
    func divide(_ title: String, x: Int, y: Int, width: Int) {
      Divider(title: .init(title), symbols: symbols).draw(in: Rect(x: x, y: y, width: width, height: 1), into: &buffer)
    }
    divide("要闻", x: 0, y: 0, width: 24)
    divide("统计", x: 0, y: 2, width: 12)
    divide("相关", x: 13, y: 3, width: 11)
    divide("", x: 0, y: 5, width: 24)
    return buffer
  }

  @Test func dividersThatMeetAreJoined() {
    var buffer = Self.dividers(.unicode)
    Junctions.join(in: &buffer, bounds: buffer.bounds, symbols: .unicode)
    #expect(
      buffer.lines == [
        "─ 要闻 ─────┬───────────",
        "            │",
        "─ 统计 ─────┤",
        "            ├─ 相关 ────",
        "            │",
        "────────────┴───────────",
      ])
  }

  @Test func dividersThatCrossAreJoined() {
    var buffer = Buffer(size: Size(width: 3, height: 3))
    VerticalDivider().draw(in: Rect(x: 1, y: 0, width: 1, height: 3), into: &buffer)
    Divider(title: "").draw(in: Rect(x: 0, y: 1, width: 3, height: 1), into: &buffer)
    Junctions.join(in: &buffer, bounds: buffer.bounds, symbols: .unicode)
    #expect(buffer.lines == [" │", "─┼─", " │"])
  }

  @Test func asciiJoinsByAPlus() {
    var buffer = Self.dividers(.ascii)
    Junctions.join(in: &buffer, bounds: buffer.bounds, symbols: .ascii)
    #expect(buffer.lines.map { $0.filter { $0 == "+" } } == ["+", "", "+", "+", "", "+"])
  }

  @Test func nothingIsJoinedOutsideOfTheBounds() {
    var buffer = Self.dividers(.unicode)
    let before = buffer
    Junctions.join(in: &buffer, bounds: Rect(x: 0, y: 0, width: 12, height: 6), symbols: .unicode)
    #expect(buffer == before)
  }

  @Test func aJunctionKeepsTheStyleOfItsLine() {
    let dim = Style(modifiers: .dim)
    var buffer = Buffer(size: Size(width: 3, height: 2))
    VerticalDivider().draw(in: Rect(x: 1, y: 0, width: 1, height: 2), into: &buffer)
    Divider(title: "", style: dim).draw(in: buffer.bounds.row(0), into: &buffer)
    Junctions.join(in: &buffer, bounds: buffer.bounds, symbols: .unicode)
    #expect(buffer[1, 0] == Cell("┬", style: dim))
  }
}
