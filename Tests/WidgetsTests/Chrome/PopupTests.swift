import Terminal
import Testing
import Widgets

@Suite struct PopupTests {
  private static let popup = Popup(title: "标签", footer: "1/3")

  @Test func aBoxHasATitleAndAFooter() {
    #expect(
      Self.popup.lines(16, 4) == [
        "┌─ 标签 ───────┐",
        "│              │",
        "│              │",
        "└──────── 1/3 ─┘",
      ])
    #expect(Popup(title: "Tags", symbols: .ascii).lines(10, 2) == ["+- Tags -+", "+--------+"])
  }

  @Test func aLongTitleIsCut() {
    #expect(Popup(title: "消费者权益保护").lines(12, 2).first == "┌─ 消费… ──┐")
  }

  @Test func whatWasBelowIsCleared() {
    var buffer = Buffer(size: Size(width: 6, height: 3))
    buffer.fill(buffer.bounds, with: "x", style: .standard)
    Popup(title: "", style: Style(modifiers: .dim)).draw(in: Rect(x: 1, y: 0, width: 4, height: 3), into: &buffer)
    #expect(buffer.lines == ["x┌──┐x", "x│  │x", "x└──┘x"])
    #expect(buffer[2, 1].style == Style(modifiers: .dim))
  }
}
